import ConfidentialRecords
import Expressions

/// What the stage did, counted, for the report's account of the process.
struct ProcessCounts {
  private struct Line: Hashable {
    var what: String
    var key: String?
    var feature: String
  }

  private struct Answered: Hashable {
    var subject: String
    /// Nil for a value.
    var missing: MissingReason?
  }

  private var counts: [Line: Int] = [:]
  private var answers: [Answered: Int] = [:]
  /// Of the rules in their order, each with its four outcomes.
  private var outcomes: [Int] = []
  private var rules: [String] = []

  mutating func add(_ what: String, key: String? = nil, _ count: Int = 1, feature: String) {
    counts[Line(what: what, key: key, feature: feature), default: 0] += count
  }

  mutating func add(_ rejected: RejectedRecord) {
    add("rejected", key: rejected.reason.rawValue, feature: "ING-17")
  }

  /// What can be told of a response that was kept.
  mutating func add(_ cleaned: CleanedResponse) {
    add("responses cleaned", feature: "OPS-12")
    cleaned.employer.forEachAnswer { subject, missing in
      if missing != .notAsked { answers[Answered(subject: subject, missing: missing), default: 0] += 1 }
    }
    for occupation in cleaned.employer.occupations {
      add("occupation coded", key: occupation.coding, feature: "COD-01")
    }
    for edit in cleaned.edits { add("edit", key: edit.rule, feature: "EDT-06") }
    for edit in cleaned.edits
    where edit.rule == EditStep.coding && edit.row == nil && edit.after == Classification.uncoded {
      add("uncoded answers", key: edit.subject, feature: "COD-06")
    }
    for outlier in cleaned.employer.outliers ?? [] { add("outlier", key: outlier.rule, feature: "EDT-05") }
    if !cleaned.askAgain.isEmpty { add("employers to ask again", feature: "EDT-02") }
    for (place, count) in cleaned.ruleCounts.prefix(outcomes.count).enumerated() { outcomes[place] += count }
  }

  /// Every rule is listed with all four outcomes, though it never came to anything (EDT-10).
  mutating func list(_ rules: [String]) {
    self.rules = rules
    outcomes = [Int](repeating: 0, count: rules.count * Outcome.allCases.count)
  }

  mutating func list(outliers rules: [String]) {
    for rule in rules { add("outlier", key: rule, 0, feature: "EDT-05") }
  }

  /// Answers that are missing for a reason.
  func missing(_ reason: MissingReason) -> Int {
    answers.reduce(0) { $1.key.missing == reason ? $0 + $1.value : $0 }
  }

  /// Sorted by what is counted and by key.
  func records() -> [ProcessRecord] {
    var all = self
    for (answer, count) in answers {
      let what = answer.missing.map { "missing \($0.rawValue)" } ?? "answered"
      all.add(what, key: answer.subject, count, feature: "ING-13")
    }
    let words = Outcome.allCases.map(\.words)
    for (place, count) in outcomes.enumerated() {
      all.add(words[place % words.count], key: rules[place / words.count], count, feature: "EDT-10")
    }
    return all.counts.map { line, count in
      ProcessRecord(stage: "clean", what: line.what, key: line.key, count: count, feature: line.feature)
    }.sorted { SortKey([$0.what, $0.key ?? ""]) < SortKey([$1.what, $1.key ?? ""]) }
  }
}

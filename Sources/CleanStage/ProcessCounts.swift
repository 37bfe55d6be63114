import ConfidentialRecords
import Expressions

/// What the stage did, counted, for the report's account of the process.
struct ProcessCounts: Sendable {
  private struct Line: Hashable, Sendable {
    var what: String
    var key: String?
    var feature: String
  }

  /// Values, and what is missing for each reason.
  private struct Answers: Sendable {
    var given = 0
    var missing = [Int](repeating: 0, count: MissingReason.allCases.count)

    mutating func add(_ reason: MissingReason?, _ times: Int) {
      if let reason { missing[reason.place] += times } else { given += times }
    }

    mutating func add(_ other: Answers) {
      given += other.given
      for place in missing.indices { missing[place] += other.missing[place] }
    }
  }

  private var counts: [Line: Int] = [:]
  /// By `ConceptFields.subjects`.
  private var answers = [Answers](repeating: Answers(), count: ConceptFields.subjects.count)
  /// By question.
  private var otherAnswers: [String: Answers] = [:]
  /// Of the rules in their order, each with its four outcomes.
  private var outcomes: [Int]
  private let rules: [String]

  /// - Parameter rules: every one is listed with all four outcomes, though it never came to anything (EDT-10).
  init(of rules: [String] = []) {
    self.rules = rules
    outcomes = [Int](repeating: 0, count: rules.count * Outcome.allCases.count)
  }

  mutating func add(_ what: String, key: String? = nil, _ count: Int = 1, feature: String) {
    let line = Line(what: what, key: key, feature: feature)
    counts[line, default: 0] += count
    // Only a response had it that was counted and is not kept.
    if count < 0, counts[line] == 0 { counts[line] = nil }
  }

  mutating func add(_ rejected: RejectedRecord) {
    add("rejected", key: rejected.reason.rawValue, feature: "ING-17")
  }

  /// What can be told of a cleaned response by itself.
  ///
  /// - Parameter times: −1 for one that was counted and is not kept.
  mutating func add(_ cleaned: CleanedResponse, times: Int = 1) {
    add("responses cleaned", times, feature: "OPS-12")
    cleaned.employer.forEachAnswer { subject, missing in answers[subject].add(missing, times) }
    for (question, answer) in cleaned.employer.otherAnswers {
      otherAnswers[question, default: Answers()].add(answer.missingReason, times)
    }
    for occupation in cleaned.employer.occupations {
      add("occupation coded", key: occupation.coding, times, feature: "COD-01")
    }
    for edit in cleaned.edits { add("edit", key: edit.rule, times, feature: "EDT-06") }
    for edit in cleaned.edits
    where edit.rule == EditStep.coding && edit.row == nil && edit.after == Classification.uncoded {
      add("uncoded answers", key: edit.subject, times, feature: "COD-06")
    }
    for (place, count) in cleaned.ruleCounts.prefix(outcomes.count).enumerated() { outcomes[place] += times * count }
  }

  mutating func add(_ other: ProcessCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
    for (subject, answers) in other.answers.enumerated() { self.answers[subject].add(answers) }
    for (question, answers) in other.otherAnswers { otherAnswers[question, default: Answers()].add(answers) }
    for (place, count) in other.outcomes.enumerated() { outcomes[place] += count }
  }

  /// Every rule is listed, though it never marked anything.
  mutating func list(outliers rules: [String]) {
    for rule in rules { add("outlier", key: rule, 0, feature: "EDT-05") }
  }

  /// Answers that are missing for a reason.
  func missing(_ reason: MissingReason) -> Int {
    answers.reduce(0) { $0 + $1.missing[reason.place] }
      + otherAnswers.values.reduce(0) { $0 + $1.missing[reason.place] }
  }

  /// Sorted by what is counted and by key.
  func records() -> [ProcessRecord] {
    var all = self
    for (subject, answers) in Array(zip(ConceptFields.subjects, answers)) + Array(otherAnswers) {
      if answers.given > 0 { all.add("answered", key: subject, answers.given, feature: "ING-13") }
      for reason in MissingReason.allCases where reason != .notAsked && answers.missing[reason.place] > 0 {
        all.add("missing \(reason.rawValue)", key: subject, answers.missing[reason.place], feature: "ING-13")
      }
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

extension MissingReason {
  /// Among all reasons.
  fileprivate var place: Int {
    switch self {
    case .notAsked: 0
    case .notReached: 1
    case .notApplicable: 2
    case .refused: 3
    case .doNotKnow: 4
    case .blank: 5
    case .unreadable: 6
    case .implausible: 7
    }
  }
}

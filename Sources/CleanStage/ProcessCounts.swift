import ConfidentialRecords
import Expressions

/// What the stage did, counted, for the report's account of the process.
struct ProcessCounts {
  private struct Line: Hashable {
    var what: String
    var key: String?
    var feature: String
  }

  private var counts: [Line: Int] = [:]

  mutating func add(_ what: String, key: String? = nil, _ count: Int = 1, feature: String) {
    counts[Line(what: what, key: key, feature: feature), default: 0] += count
  }

  mutating func add(_ rejected: RejectedRecord) {
    add("rejected", key: rejected.reason.rawValue, feature: "ING-17")
  }

  /// What can be told of a response that was kept.
  mutating func add(_ cleaned: CleanedResponse, rules: [String]) {
    add("responses cleaned", feature: "OPS-12")
    cleaned.employer.forEachAnswer { subject, missing in
      switch missing {
      case nil: add("answered", key: subject, feature: "ING-13")
      case .notAsked: break
      case let reason?: add("missing \(reason.rawValue)", key: subject, feature: "ING-13")
      }
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
    let outcomes = Outcome.allCases
    for (place, rule) in rules.enumerated() {
      for (index, outcome) in outcomes.enumerated() {
        let column = place * outcomes.count + index
        let count = column < cleaned.ruleCounts.count ? cleaned.ruleCounts[column] : 0
        add(outcome.words, key: rule, count, feature: "EDT-10")
      }
    }
  }

  /// Every rule is listed with all four outcomes, though it never came to anything (EDT-10).
  mutating func list(_ rules: [String]) {
    for rule in rules {
      for outcome in Outcome.allCases { add(outcome.words, key: rule, 0, feature: "EDT-10") }
    }
  }

  mutating func list(outliers rules: [String]) {
    for rule in rules { add("outlier", key: rule, 0, feature: "EDT-05") }
  }

  func count(_ what: String, key: String? = nil) -> Int {
    counts.reduce(0) { $1.key.what == what && (key == nil || $1.key.key == key) ? $0 + $1.value : $0 }
  }

  /// Sorted by what is counted and by key.
  func records() -> [ProcessRecord] {
    counts.map { line, count in
      ProcessRecord(stage: "clean", what: line.what, key: line.key, count: count, feature: line.feature)
    }.sorted { SortKey([$0.what, $0.key ?? ""]) < SortKey([$1.what, $1.key ?? ""]) }
  }
}

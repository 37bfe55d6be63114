import ConfidentialRecords

/// What an employer would add to the headlines had its answers not been edited, or were its outliers missing. Made on any
/// core, for the few employers of whom there is anything to say.
struct EmployerVariants: Sendable {
  typealias Entries = EmployerEntries

  var unedited: Entries?
  /// Without one rule alone, in the order in which the record names the rules.
  var withoutRule: [(rule: String, entries: Entries)] = []
  var withoutOutliers: Entries?

  /// - Parameter entries: what a record adds to the headlines.
  /// - Returns: nil when nothing was edited and nothing is an outlier.
  init?(of employer: EmployerRecord, entries: (EmployerRecord) -> Entries) {
    guard employer.edited != nil || employer.outliers != nil else { return nil }
    if let edited = employer.edited {
      unedited = entries(employer.undoing(edited))
      var rules: [String] = []
      for change in edited where !rules.contains(change.rule) { rules.append(change.rule) }
      withoutRule = rules.map { rule in (rule, entries(employer.undoing(edited.filter { $0.rule == rule }))) }
    }
    if employer.outliers != nil { withoutOutliers = entries(employer.withoutOutliers) }
  }
}

extension EmployerRecord {
  fileprivate func undoing(_ changes: [EditedCount]) -> EmployerRecord {
    var record = self
    for change in changes {
      if let count = ConceptReference(change.subject) { record[count: count, change.row] = change.before }
    }
    return record
  }

  /// An outlier is then reckoned as any missing answer is.
  fileprivate var withoutOutliers: EmployerRecord {
    var record = self
    for outlier in outliers ?? [] {
      if let count = ConceptReference(outlier.subject) { record[count: count, outlier.row] = .missing(.implausible) }
    }
    return record
  }
}

import ConfidentialRecords

/// Secrecy of persons in a count (DIS-07): small counts, zeros of small groups, and groups that are all alike.
///
/// Counts are judged by the persons answered for, unweighted. A zero says of everyone in its base that they are not
/// there; it may be shown where the base itself may.
struct PersonRules: Sendable {
  /// Least number of persons in a count; also its protection level.
  let threshold: Double

  init(_ study: Study) { threshold = Double(study.protection.personThreshold) }
  init(threshold: Double) { self.threshold = threshold }

  func isTooFew(_ contributors: Contributors) -> Bool {
    contributors.unweighted > 0 && contributors.unweighted < threshold
  }

  /// Everybody of the group has the attribute: who belongs to the group gives it away.
  func isWholeGroup(_ part: Contributors, of group: Contributors) -> Bool {
    part.unweighted > 0 && part.unweighted >= group.unweighted
  }
}

/// What editing, and the answers marked as outliers, do to one figure (EDT-05, EDT-11). `3-estimated/editing`.
///
/// All without the dominant employers that have given no waiver, so that nothing of theirs can be told from a
/// difference. Missing answers are reckoned from the ratios of the edited answers in every version.
package struct EditingRecord: Record {
  package static let schema = RecordSchema(name: "editing", version: 2)

  package var edited = EstimateRecord()
  package var unedited: Double?
  /// The answers marked as outliers taken for missing.
  package var withoutOutliers = EstimateRecord()
  /// Who stands behind the change by editing, and behind that by outliers.
  package var behindEdits = Contributors()
  package var behindOutliers = Contributors()
  /// The rules and steps that moved it, those that moved it most first.
  package var rules: [RuleEffect] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("edited", &edited)
    try v.field("unedited", &unedited)
    try v.field("withoutOutliers", &withoutOutliers)
    try v.field("behindEdits", &behindEdits)
    try v.field("behindOutliers", &behindOutliers)
    try v.field("rules", &rules)
  }
}

/// How far one rule, by itself, moved a figure.
package struct RuleEffect: JSONObject, Hashable {
  package var rule = ""
  /// With the rule less without it, in the unit of the figure.
  package var change = 0.0
  package var behind = Contributors()

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("rule", &rule)
    try v.field("change", &change)
    try v.field("behind", &behind)
  }
}

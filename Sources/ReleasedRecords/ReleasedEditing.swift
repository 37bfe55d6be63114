/// What editing did to a printed figure, as far as it may be told (EDT-11). `5-released/editing`.
///
/// Unit: whole per cent of the figure after editing. Nil where too few employers stand behind a change.
package struct ReleasedEditing: Record {
  package static let schema = RecordSchema(name: "released-editing", version: 1)

  /// The printed cell that it speaks of.
  package var cell = ""
  package var indicator = Indicator.staff
  package var municipality: String?
  package var horizon: Int?
  /// After editing less before.
  package var change: Double?
  /// The rules and steps that moved it most and of which it may be told, at most three.
  package var rules: [ReleasedRuleEffect] = []
  /// With the answers marked as outliers less without them.
  package var outliers: Double?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("cell", &cell)
    try v.field("indicator", &indicator)
    try v.field("municipality", &municipality)
    try v.field("horizon", &horizon)
    try v.field("change", &change)
    try v.field("rules", &rules)
    try v.field("outliers", &outliers)
  }
}

package struct ReleasedRuleEffect: JSONObject, Hashable {
  package var rule = ""
  package var change = 0.0

  package init() {}
  package init(rule: String, change: Double) {
    self.rule = rule
    self.change = change
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("rule", &rule)
    try v.field("change", &change)
  }
}

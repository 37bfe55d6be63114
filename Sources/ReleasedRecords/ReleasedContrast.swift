/// Whether two printed cells differ, when all that is compared with them is reckoned in (F48). `5-released/contrasts`.
package struct ReleasedContrast: Record {
  package static let schema = RecordSchema(name: "released-contrast", version: 1)

  /// What is compared together: `sector`, `municipality/postsToFill/5`, `item/competencesLacking`.
  package var family = ""
  package var indicator = Indicator.staff
  /// Ids of the two printed cells.
  package var first = ""
  package var second = ""
  /// Comparisons in the family.
  package var comparisons = 0
  /// Whether the first is the larger; nil where the answers do not decide.
  package var direction: ReleasedCell.Direction?
  /// Holm's adjusted p-value, rounded up to three decimals.
  package var adjustedP = 1.0
  package var feature = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("family", &family)
    try v.field("indicator", &indicator)
    try v.field("first", &first)
    try v.field("second", &second)
    try v.field("comparisons", &comparisons)
    try v.field("direction", &direction)
    try v.field("adjustedP", &adjustedP)
    try v.field("feature", &feature)
  }
}

/// The places a printed cell may have among those it is compared with (F48). `5-released/ranks`, in the order of the
/// cells.
package struct ReleasedRank: Record {
  package static let schema = RecordSchema(name: "released-rank", version: 1)

  package var family = ""
  package var indicator = Indicator.staff
  /// Id of the printed cell.
  package var cell = ""
  package var first = 1
  package var last = 1
  /// Cells that are ranked.
  package var of = 0
  package var feature = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("family", &family)
    try v.field("indicator", &indicator)
    try v.field("cell", &cell)
    try v.field("first", &first)
    try v.field("last", &last)
    try v.field("of", &of)
    try v.field("feature", &feature)
  }
}

/// Two cells of one indicator held against each other (F48). `3-estimated/contrasts`, by family.
///
/// Unit: that of the indicator, first less second; signed totals are compared per employee. The p-value is that of this
/// comparison alone: which comparisons count as one family is decided when it is known what may be shown.
package struct ContrastRecord: Record {
  package static let schema = RecordSchema(name: "contrast", version: 1)

  /// `sector`, `sizeClass`, `municipality/<indicator>`, `item/<indicator>`, the latter two with their horizon.
  package var family = ""
  package var indicator = Indicator.staff
  /// `Domain.key` of the two.
  package var first = ""
  package var second = ""
  /// As in the estimates: the version without the dominant employers that have given no waiver.
  package var excludesDominant: Bool?
  package var difference = 0.0
  /// Of the linearised difference, covariance included.
  package var standardError = 0.0
  /// 95 % limits of this difference alone, widened by the bounds for uncertain answers.
  package var low = 0.0
  package var high = 0.0
  package var pValue = 1.0
  package var feature = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("family", &family)
    try v.field("indicator", &indicator)
    try v.field("first", &first)
    try v.field("second", &second)
    try v.field("excludesDominant", &excludesDominant)
    try v.field("difference", &difference)
    try v.field("standardError", &standardError)
    try v.field("low", &low)
    try v.field("high", &high)
    try v.field("pValue", &pValue)
    try v.field("feature", &feature)
  }
}

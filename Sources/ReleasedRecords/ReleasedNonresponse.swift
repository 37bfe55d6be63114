/// How far those who did not answer could move a printed figure, as far as it may be told (WGT-08).
/// `5-released/nonresponse`.
///
/// Unit: that of the cell. Bounds are rounded outwards to steps of at least a hundredth of the figure, of a signed one of
/// staff now. Nil where too few employers stand behind them.
package struct ReleasedNonresponse: Record {
  package static let schema = RecordSchema(name: "released-nonresponse", version: 1)

  /// The printed cell that it speaks of.
  package var cell = ""
  package var indicator = Indicator.staff
  package var municipality: String?
  package var horizon: Int?
  package var worstLow: Double?
  package var worstHigh: Double?
  /// Those who did not answer within this factor of those who did.
  package var factor: Double?
  package var plausibleLow: Double?
  package var plausibleHigh: Double?
  package var feature = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("cell", &cell)
    try v.field("indicator", &indicator)
    try v.field("municipality", &municipality)
    try v.field("horizon", &horizon)
    try v.field("worstLow", &worstLow)
    try v.field("worstHigh", &worstHigh)
    try v.field("factor", &factor)
    try v.field("plausibleLow", &plausibleLow)
    try v.field("plausibleHigh", &plausibleHigh)
    try v.field("feature", &feature)
  }
}

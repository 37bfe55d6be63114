/// How far a headline could be moved by those who did not answer (WGT-08). `3-estimated/nonresponse`.
///
/// All without the dominant employers that have given no waiver, who stand for nobody else: the distances hold for the
/// headline with them too. Sampling error is in none of it.
package struct NonresponseRecord: Record {
  package static let schema = RecordSchema(name: "nonresponse", version: 1)

  package var indicator = Indicator.staff
  package var municipality: String?
  package var horizon: Int?
  package var estimate = 0.0
  /// The part of the estimate that stands for those who did not answer.
  package var carried = 0.0
  /// Stated limits for every unit that did not answer; nil where the study states none for one of them.
  package var worstLow: Double?
  package var worstHigh: Double?
  /// Those who did not answer within a factor of those who did; nil where the study states none.
  package var factor: Double?
  package var plausibleLow: Double?
  package var plausibleHigh: Double?
  /// Staff now, for signed measures: what their size is judged against.
  package var staffNow: Double?
  /// Who stands behind what is carried.
  package var behind = Contributors()

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("indicator", &indicator)
    try v.field("municipality", &municipality)
    try v.field("horizon", &horizon)
    try v.field("estimate", &estimate)
    try v.field("carried", &carried)
    try v.field("worstLow", &worstLow)
    try v.field("worstHigh", &worstHigh)
    try v.field("factor", &factor)
    try v.field("plausibleLow", &plausibleLow)
    try v.field("plausibleHigh", &plausibleHigh)
    try v.field("staffNow", &staffNow)
    try v.field("behind", &behind)
  }
}

@_exported import RecordValues

/// One printed cell: all that the renderer can know of it. `5-released/cells`.
///
/// Only what the grade allows is there: a number with A, an interval with A and B, a direction with C, nothing with D.
package struct ReleasedCell: Record {
  package static let schema = RecordSchema(name: "released-cell", version: 1)

  /// The symbols of design section 7.
  package enum Status: String, JSONEnumeration, Hashable {
    case shown
    /// – nothing there
    case zero
    /// . cannot occur
    case cannotOccur
    /// .. too uncertain to show
    case uncertain
    /// × hidden, primary and secondary alike
    case confidential
    /// : not asked
    case notAsked
  }

  /// What the sign of a signed measure or balance says, for grade C.
  package enum Direction: String, JSONEnumeration, Hashable { case positive, negative }

  /// `table/indicator/domain key`: unique, and what `trace` takes.
  package var id = ""
  package var table = ""
  package var indicator = Indicator.staff
  package var formula = ""
  package var feature = ""
  package var unit = ""
  package var municipality: String?
  package var sector: String?
  package var section: String?
  package var sizeClass: String?
  package var occupation: String?
  package var horizon: Int?
  package var item: String?
  package var excludesDominant: Bool?
  package var dominantMissing: Bool?
  package var status = Status.uncertain
  package var grade: Grade?
  /// Rounded as the rules say; persons to the study's rounding base, shares to three decimals.
  package var estimate: Double?
  package var low: Double?
  package var high: Double?
  package var boundLow: Double?
  package var boundHigh: Double?
  package var direction: Direction?
  package var verdict: Verdict?
  /// Answers in the base.
  package var answers: Int?
  package var effectiveSize: Double?
  package var imputedShare: Double?
  package var doNotKnowShare: Double?
  /// For gaps: components of supply without data.
  package var missingComponents: [String]?

  package init() {}

  package var domain: Domain {
    get {
      Domain(
        municipality: municipality, sector: sector, section: section, sizeClass: sizeClass, occupation: occupation,
        horizon: horizon, item: item)
    }
    set {
      municipality = newValue.municipality
      sector = newValue.sector
      section = newValue.section
      sizeClass = newValue.sizeClass
      occupation = newValue.occupation
      horizon = newValue.horizon
      item = newValue.item
    }
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("id", &id)
    try v.field("table", &table)
    try v.field("indicator", &indicator)
    try v.field("formula", &formula)
    try v.field("feature", &feature)
    try v.field("unit", &unit)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("section", &section)
    try v.field("sizeClass", &sizeClass)
    try v.field("occupation", &occupation)
    try v.field("horizon", &horizon)
    try v.field("item", &item)
    try v.field("excludesDominant", &excludesDominant)
    try v.field("dominantMissing", &dominantMissing)
    try v.field("status", &status)
    try v.field("grade", &grade)
    try v.field("estimate", &estimate)
    try v.field("low", &low)
    try v.field("high", &high)
    try v.field("boundLow", &boundLow)
    try v.field("boundHigh", &boundHigh)
    try v.field("direction", &direction)
    try v.field("verdict", &verdict)
    try v.field("answers", &answers)
    try v.field("effectiveSize", &effectiveSize)
    try v.field("imputedShare", &imputedShare)
    try v.field("doNotKnowShare", &doNotKnowShare)
    try v.field("missingComponents", &missingComponents)
  }
}

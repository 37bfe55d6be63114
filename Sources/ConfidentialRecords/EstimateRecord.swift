/// One cell of one table: what is known and how well. `3-estimated/estimates`, in table order.
///
/// Units: persons, employers, or a share from 0 to 1 (`Indicator.unit`); the standard error has the same unit.
package struct EstimateRecord: Record {
  package static let schema = RecordSchema(name: "estimate", version: 2)

  package var table = ""
  package var indicator = Indicator.staff
  package var formula = ""
  package var feature = ""

  // The domain; a dimension left out is its margin.
  package var municipality: String?
  package var sector: String?
  package var section: String?
  package var sizeClass: String?
  package var occupation: String?
  package var horizon: Int?
  package var item: String?

  /// Left out: the dominant employers without a waiver (F25); true in the twin printed instead of an unsafe total.
  package var excludesDominant: Bool?
  /// A dominant employer of the domain has not answered: the figure speaks of the others only (EDT-09).
  package var dominantMissing: Bool?

  /// Nil when the domain has no answer, or the denominator is 0.
  package var estimate: Double?
  package var standardError: Double?
  package var degreesOfFreedom = 0
  /// m of F4: answers in the base.
  package var answers = 0
  /// c of F4: answers that are not 0.
  package var contributors = 0
  /// N of F4: frame units of the base.
  package var frameUnits = 0
  package var effectiveSize: Double?
  /// 95 % limits, widened by the bounds for uncertain answers: bound ∓ t·se (F4, F18).
  package var low: Double?
  package var high: Double?
  /// Bounds under stated limits (F21), without sampling error.
  package var boundLow: Double?
  package var boundHigh: Double?
  /// Share of the estimate that rests on imputed values, 0 to 1.
  package var imputedShare = 0.0
  package var doNotKnowShare: Double?
  /// Staff now in the domain: what the width of signed measures is judged against.
  package var staffNow: Double?
  /// Signed measures: the estimate over staff now, and its standard error (F3).
  package var perStaff: Double?
  package var perStaffStandardError: Double?
  package var grade = Grade.D

  // What the standard error is made of, where there is more to it than the sample; else left out (F20, F21).
  /// √Ū: what the sample leaves open had every answer been given.
  package var samplingStandardError: Double?
  /// √((1 + 1/m)·B): what missing answers add.
  package var imputationStandardError: Double?
  /// What the respondents' own uncertainty adds, were their optimism not shared at all (ρ = 0).
  package var outlookStandardErrorApart: Double?
  /// The same, were it wholly shared (ρ = 1).
  package var outlookStandardErrorShared: Double?

  package init() {}

  /// The standard error had optimism been shared that far (F20): 0 and 1 are the ends of the sensitivity table.
  package func standardError(sharedOptimism rho: Double) -> Double? {
    guard let sampling = samplingStandardError else { return standardError }
    let imputation = imputationStandardError ?? 0
    let (apart, shared) = (outlookStandardErrorApart ?? 0, outlookStandardErrorShared ?? 0)
    return (sampling * sampling + imputation * imputation + (1 - rho) * apart * apart + rho * shared * shared)
      .squareRoot()
  }

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
    try v.field("table", &table)
    try v.field("indicator", &indicator)
    try v.field("formula", &formula)
    try v.field("feature", &feature)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("section", &section)
    try v.field("sizeClass", &sizeClass)
    try v.field("occupation", &occupation)
    try v.field("horizon", &horizon)
    try v.field("item", &item)
    try v.field("excludesDominant", &excludesDominant)
    try v.field("dominantMissing", &dominantMissing)
    try v.field("estimate", &estimate)
    try v.field("standardError", &standardError)
    try v.field("degreesOfFreedom", &degreesOfFreedom)
    try v.field("answers", &answers)
    try v.field("contributors", &contributors)
    try v.field("frameUnits", &frameUnits)
    try v.field("effectiveSize", &effectiveSize)
    try v.field("low", &low)
    try v.field("high", &high)
    try v.field("boundLow", &boundLow)
    try v.field("boundHigh", &boundHigh)
    try v.field("imputedShare", &imputedShare)
    try v.field("doNotKnowShare", &doNotKnowShare)
    try v.field("staffNow", &staffNow)
    try v.field("perStaff", &perStaff)
    try v.field("perStaffStandardError", &perStaffStandardError)
    try v.field("grade", &grade)
    try v.field("samplingStandardError", &samplingStandardError)
    try v.field("imputationStandardError", &imputationStandardError)
    try v.field("outlookStandardErrorApart", &outlookStandardErrorApart)
    try v.field("outlookStandardErrorShared", &outlookStandardErrorShared)
  }
}

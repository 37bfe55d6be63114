/// Need against supply for one occupation and horizon (F17, F18). `4-matched/gaps`.
///
/// Unit: persons, cumulative from the base date. A component without data is unknown, never 0, and then so is the gap.
package struct GapRecord: Record {
  package static let schema = RecordSchema(name: "gap", version: 3)

  /// The domain of the need; nil is the margin. In a study of one municipality the margin is that municipality.
  package var municipality: String?
  package var occupation: String?
  package var horizon = 0
  /// The need leaves out the dominant employers without a waiver; the supply is for all employers.
  package var excludesDominant: Bool?
  package var need: Double?
  package var needStandardError: Double?
  package var needLow: Double?
  package var needHigh: Double?
  package var needBoundLow: Double?
  package var needBoundHigh: Double?
  package var staffNow: Double?
  /// Supply over the components that are known.
  package var supplyLow: Double?
  package var supplyBase: Double?
  package var supplyHigh: Double?
  /// Components of F17 without data, and factors whose effect is not known.
  package var missingComponents: [String] = []
  package var gapLow: Double?
  package var gapBase: Double?
  package var gapHigh: Double?
  /// Gap over staff now, in the base scenario.
  package var relativeGap: Double?
  package var verdict = Verdict.undetermined
  package var grade = Grade.D
  /// The verdict were the answers marked as outliers missing; nil when it is the same (EDT-05).
  package var verdictWithoutOutliers: Verdict?
  package var feature = "FOR-05"
  /// The components that are known for all of the domain, in the order of F17.
  package var components: [GapSupply] = []
  /// In the order of the study; empty where the gap is not known.
  package var scenarios: [GapInScenario] = []
  /// Every factor of the register that speaks of the domain.
  package var factors: [GapFactor] = []
  /// The gap were every factor off; nil where no factor that is on speaks of the domain.
  package var withoutFactorsLow: Double?
  package var withoutFactorsBase: Double?
  package var withoutFactorsHigh: Double?
  package var verdictWithoutFactors: Verdict?
  package var gradeWithoutFactors: Grade?
  /// The largest move first.
  package var sensitivity: [GapSensitivity] = []
  /// What the start and its drift say, without supply.csv's verdict (F19); nil where they are not known.
  package var driftVerdict: Verdict?
  /// Employed in the county and in the domain's municipalities, from the same register; nil where no table says.
  package var countyEmployed: Double?
  package var countyEmployedHere: Double?
  /// What the county says it will need.
  package var countyNeed: Double?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("municipality", &municipality)
    try v.field("occupation", &occupation)
    try v.field("horizon", &horizon)
    try v.field("excludesDominant", &excludesDominant)
    try v.field("need", &need)
    try v.field("needStandardError", &needStandardError)
    try v.field("needLow", &needLow)
    try v.field("needHigh", &needHigh)
    try v.field("needBoundLow", &needBoundLow)
    try v.field("needBoundHigh", &needBoundHigh)
    try v.field("staffNow", &staffNow)
    try v.field("supplyLow", &supplyLow)
    try v.field("supplyBase", &supplyBase)
    try v.field("supplyHigh", &supplyHigh)
    try v.field("missingComponents", &missingComponents)
    try v.field("gapLow", &gapLow)
    try v.field("gapBase", &gapBase)
    try v.field("gapHigh", &gapHigh)
    try v.field("relativeGap", &relativeGap)
    try v.field("verdict", &verdict)
    try v.field("grade", &grade)
    try v.field("verdictWithoutOutliers", &verdictWithoutOutliers)
    try v.field("feature", &feature)
    try v.field("components", &components)
    try v.field("scenarios", &scenarios)
    try v.field("factors", &factors)
    try v.field("withoutFactorsLow", &withoutFactorsLow)
    try v.field("withoutFactorsBase", &withoutFactorsBase)
    try v.field("withoutFactorsHigh", &withoutFactorsHigh)
    try v.field("verdictWithoutFactors", &verdictWithoutFactors)
    try v.field("gradeWithoutFactors", &gradeWithoutFactors)
    try v.field("sensitivity", &sensitivity)
    try v.field("driftVerdict", &driftVerdict)
    try v.field("countyEmployed", &countyEmployed)
    try v.field("countyEmployedHere", &countyEmployedHere)
    try v.field("countyNeed", &countyNeed)
  }
}

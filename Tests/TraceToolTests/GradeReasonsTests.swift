import ConfidentialRecords
import SurveyStatistics
import TestSupport
import Testing

@testable import TraceTool

/// The reasons are reckoned apart from the grade, and must come to the same.
@Suite("Reasons of a grade")
struct GradeReasonsTests {
  private static func estimate(
    _ indicator: Indicator, _ low: Double, _ value: Double, _ high: Double, answers: Int = 40, frame: Int = 100,
    contributors: Int = 40, df: Int = 30
  ) -> EstimateRecord {
    var record = EstimateRecord()
    record.indicator = indicator
    (record.low, record.estimate, record.high) = (low, value, high)
    record.standardError = (high - low) / 4
    (record.answers, record.frameUnits, record.contributors, record.degreesOfFreedom) = (
      answers, frame, contributors, df
    )
    return record
  }

  private static func any(_ indicator: Indicator, _ generator: inout SeededGenerator) -> EstimateRecord {
    func any(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
    let isShare = indicator.kind == .share
    let value =
      isShare ? [0, 1, any(0...1), any(0...1), any(0...1)][Int.random(in: 0..<5, using: &generator)] : any(-300...900)
    let (below, above) = isShare ? (any(0...0.4), any(0...0.4)) : (any(0...400), any(0...400))
    var record = estimate(
      indicator, isShare ? max(0, value - below) : value - below, value,
      isShare ? min(1, value + above) : value + above,
      answers: Int.random(in: 5...60, using: &generator), frame: 60,
      contributors: Int.random(in: 0...40, using: &generator),
      df: Int.random(in: 1...20, using: &generator))
    record.staffNow = any(100...20_000)
    record.effectiveSize = any(2...50)
    return record
  }

  /// F4 as the library has it.
  private static func grade(_ record: EstimateRecord) -> ReliabilityGrade {
    let limits = ConfidenceInterval(lower: record.low ?? 0, upper: record.high ?? 0)
    let value = record.estimate ?? 0
    switch record.indicator.kind {
    case .total:
      return .ofTotal(value, limits: limits, contributors: record.contributors, cutOffs: GradeCutOffs.standard.total)
    case .share:
      var n = effectiveSize(
        ofShare: SampleEstimate(value: value, variance: (record.standardError ?? 0) * (record.standardError ?? 0)),
        answers: record.answers, frameUnits: record.frameUnits, degreesOfFreedom: record.degreesOfFreedom, kish: nil)
      if (value <= 0 || value >= 1) && record.answers < record.frameUnits {
        let (m, all) = (Double(record.answers), Double(record.frameUnits))
        n = record.effectiveSize.map { min($0, m * (all - 1) / (all - m)) }
      }
      return .ofShare(
        value, limits: limits, effectiveSize: n, degreesOfFreedom: record.degreesOfFreedom,
        cutOffs: GradeCutOffs.standard.share)
    default:
      return .ofSigned(limits: limits, staff: record.staffNow ?? 0, cutOffs: GradeCutOffs.standard.signed)
    }
  }

  @Test(
    "what the criteria give is the grade of F4, for any figure",
    arguments: [Indicator.staff, .recruitmentAttemptShare, .growth])
  func sameGrade(indicator: Indicator) {
    var generator = SeededGenerator(seed: 4)
    var met: Set<Grade> = []
    for _ in 0..<2000 {
      let record = Self.any(indicator, &generator)
      let reasons = GradeReasons(record, cutOffs: GradeLimits())
      #expect(reasons.byCriteria.rawValue == Self.grade(record).rawValue, "\(record)")
      met.insert(reasons.byCriteria)
    }
    #expect(met.count == 4)
  }

  @Test("each criterion has the number and the cut-off, met or not") func criteria() {
    var record = Self.estimate(.staff, 800, 1000, 1900, contributors: 12)
    record.grade = .B
    #expect(
      GradeReasons(record, cutOffs: GradeLimits()).lines == [
        "met      A: contributors 12, at least 10", "not met  A: width per estimate 1.1, at most 0.8",
        "met      B: contributors 12, at least 10", "met      B: width per estimate 1.1, at most 1.6",
        "met      C: the interval leaves out 0",
      ])
  }

  @Test("a grade lower than its criteria is explained by the rule that lowered it") func lowered() {
    var thin = Self.estimate(.growth, 10, 12, 14, answers: 6)
    (thin.staffNow, thin.grade) = (1000, .C)
    #expect(GradeReasons(thin, cutOffs: GradeLimits()).limits.map { $0.prefix(9) } == ["6 answers"])
    var imputed = Self.estimate(.staff, 900, 1000, 1100)
    (imputed.imputedShare, imputed.grade) = (0.7, .D)
    #expect(GradeReasons(imputed, cutOffs: GradeLimits()).limits == ["imputed share 0.7, at most 0.5: else D"])
    var uncovered = Self.estimate(.staff, 900, 1000, 1100)
    uncovered.grade = .D
    #expect(GradeReasons(uncovered, cutOffs: GradeLimits()).limits.first?.contains("coverage") == true)
  }

  @Test("the ends of an interval are not told: the report rounds them, or has none") func ends() {
    var record = Self.estimate(.staff, 123, 1000, 4567, contributors: 3)
    record.grade = .A
    let lines = GradeReasons(record, cutOffs: GradeLimits()).lines.joined()
    #expect(!lines.contains("123") && !lines.contains("4567"))
  }
}

import SurveyStatistics
import Testing

/// Each row is a cell and the grade that F4 gives it.
@Suite("Reliability grades")
struct ReliabilityGradeTests {
  struct ShareRow {
    var share: Double
    var limits: (Double, Double)?
    var effectiveSize: Double?
    var degreesOfFreedom: Int
    var grade: ReliabilityGrade
  }

  @Test(
    "of shares",
    arguments: [
      ShareRow(share: 0.40, limits: (0.30, 0.50), effectiveSize: 90, degreesOfFreedom: 40, grade: .a),
      ShareRow(share: 0.40, limits: (0.30, 0.50), effectiveSize: 90, degreesOfFreedom: 7, grade: .b),
      ShareRow(share: 0.40, limits: (0.30, 0.50), effectiveSize: 29, degreesOfFreedom: 40, grade: .b),
      ShareRow(share: 0.05, limits: (0.01, 0.12), effectiveSize: 90, degreesOfFreedom: 40, grade: .b),
      ShareRow(share: 0.02, limits: (0.01, 0.05), effectiveSize: 90, degreesOfFreedom: 40, grade: .a),
      ShareRow(share: 0.40, limits: (0.15, 0.66), effectiveSize: 90, degreesOfFreedom: 40, grade: .d),
      ShareRow(share: 0.80, limits: (0.55, 0.98), effectiveSize: 9, degreesOfFreedom: 5, grade: .c),
      ShareRow(share: 0.60, limits: (0.40, 0.80), effectiveSize: 9, degreesOfFreedom: 5, grade: .d),
      ShareRow(share: 0.60, limits: (0.60, 0.60), effectiveSize: .infinity, degreesOfFreedom: 0, grade: .a),
      ShareRow(share: 0.60, limits: nil, effectiveSize: nil, degreesOfFreedom: 0, grade: .d),
    ])
  func share(row: ShareRow) {
    let limits = row.limits.map { ConfidenceInterval(lower: $0.0, upper: $0.1) }
    let grade = ReliabilityGrade.ofShare(
      row.share, limits: limits, effectiveSize: row.effectiveSize, degreesOfFreedom: row.degreesOfFreedom,
      cutOffs: GradeCutOffs.standard.share)
    #expect(grade == row.grade)
  }

  @Test(
    "of totals",
    arguments: [
      (100.0, 70.0, 150.0, 10, ReliabilityGrade.a), (100, 70, 150, 9, .c), (100, 30, 180, 10, .b),
      (100, 1, 170, 10, .c), (100, -20, 190, 30, .d), (0, 0, 0, 0, .d),
    ])
  func total(estimate: Double, lower: Double, upper: Double, contributors: Int, expected: ReliabilityGrade) {
    let grade = ReliabilityGrade.ofTotal(
      estimate, limits: ConfidenceInterval(lower: lower, upper: upper), contributors: contributors,
      cutOffs: GradeCutOffs.standard.total)
    #expect(grade == expected)
  }

  @Test(
    "of signed measures, against staff now",
    arguments: [
      (-20.0, 29.0, 1_000.0, ReliabilityGrade.a), (-20, 120, 1_000, .b), (5, 300, 1_000, .c), (-5, 300, 1_000, .d),
      (-300, -5, 1_000, .c), (5, 6, 0, .c), (-1, 1, 0, .d),
    ])
  func signed(lower: Double, upper: Double, staff: Double, expected: ReliabilityGrade) {
    let grade = ReliabilityGrade.ofSigned(
      limits: ConfidenceInterval(lower: lower, upper: upper), staff: staff, cutOffs: GradeCutOffs.standard.signed)
    #expect(grade == expected)
  }

  @Test("the study's own cut-offs are the ones used") func cutOffs() {
    var strict = GradeCutOffs.standard.total
    strict.contributors = 50
    let limits = ConfidenceInterval(lower: 90, upper: 110)
    #expect(ReliabilityGrade.ofTotal(100, limits: limits, contributors: 49, cutOffs: strict) == .c)
    #expect(ReliabilityGrade.ofTotal(100, limits: limits, contributors: 50, cutOffs: strict) == .a)
  }
}

import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

@Suite("Retirements by age, simulated")
struct RetirementCoverageTests {
  private static let ages = ExitAges(firstAge: 60, retiredBy: [0.03, 0.05, 0.1, 0.2, 0.35, 0.6, 0.8, 0.9, 1])

  /// 240 workplaces whose ages are known; 80 are drawn, a hundred times over. The truth is reckoned from the persons one
  /// by one, not from bands times shares of bands.
  @Test("hold the truth about as often as their interval says") func coverage() throws {
    var random = SeededGenerator(seed: 20_251_231)
    let population = (0..<240).map { _ in
      (0..<5).map { band in Double(Int.random(in: 0...(12 - 2 * band), using: &random)) }
    }
    let bands = [20...49, 50...54, 55...59, 60...64, 65...69]
    let truth = population.reduce(0) { sum, staff in
      sum
        + zip(bands, staff).reduce(0) { sum, band in
          sum
            + band.0.reduce(0) { $0 + Self.ages.chance(atAge: $1, within: 5, .base) } * band.1 / Double(band.0.count)
        }
    }
    var (held, sum) = (0, 0.0)
    for _ in 0..<100 {
      let drawn = population.shuffled(using: &random).prefix(80)
      let cell = try Self.estimate(Array(drawn))
      sum += cell.estimate ?? 0
      if let low = cell.low, let high = cell.high, low <= truth && truth <= high { held += 1 }
    }
    #expect(held >= 88, "of 100, at 95 %: fewer has a chance of 1 in 500")
    #expect(abs(sum / 100 - truth) / truth < 0.03)
  }

  private static func estimate(_ staff: [[Double]]) throws -> EstimateRecord {
    var fixture = AggregateFixture(
      municipalities: ["0181"], sizeClasses: [SizeClass(code: "1+", smallest: 1, largest: nil)],
      tables: [AggregateFixture.table([.retirementsFromAges], by: [])])
    fixture.study.assumptions.exitAges = ages
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0181", "C", "1+", "s")
    (cell.units, cell.employees) = (240, 2400)
    let employers = staff.enumerated().map { number, ages in
      var record = EmployerRecord()
      (record.enterprise, record.establishment, record.response) = ("E\(number)", "0181-\(number)", "0181-\(number)")
      (record.form, record.municipality, record.section) = ("short", "0181", "C")
      (record.sizeClass, record.stratum, record.employees) = ("1+", "s", 10)
      record.staff = .point(ages.reduce(0, +))
      record.staffByAge = ages.map { .point($0) }
      return record
    }
    let weighting = try Weighting(
      groupOfStratum: ["s": 0], groups: [ResponseGroup(frameUnits: 240, answers: staff.count)])
    let result = try fixture.aggregate(employers, weighting: weighting, frame: [cell])
    return try #require(result.cell(.retirementsFromAges, Domain(horizon: 5)))
  }
}

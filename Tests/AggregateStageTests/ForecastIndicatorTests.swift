import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

@testable import AggregateStage

/// Retirements by age, openings by rates and the five-grade index: w = 2, six workplaces, three answers.
@Suite("Forecast indicators, worked by hand")
struct ForecastIndicatorTests {
  private static let size = SizeClass(code: "10+", smallest: 10, largest: nil)
  private static let frame: [FrameCellRecord] = {
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0181", "C", "10+", "0181-private-10+")
    (cell.units, cell.employees) = (6, 240)
    return [cell]
  }()

  private static func fixture(_ indicators: [Indicator], by: [Dimension] = []) -> AggregateFixture {
    var fixture = AggregateFixture(
      municipalities: ["0181"], sizeClasses: [size], tables: [AggregateFixture.table(indicators, by: by)])
    fixture.study.assumptions.exitAges = ExitAges(firstAge: 62, retiredBy: [0.2, 0.2, 0.5, 1])
    return fixture
  }

  private static func employer(
    _ number: Int, ages: [Quantity] = Array(repeating: .point(0), count: 5), staff: Double = 0
  )
    -> EmployerRecord
  {
    var record = EmployerRecord()
    (record.enterprise, record.establishment, record.response) = ("E\(number)", "0181-\(number)", "0181-\(number)")
    (record.form, record.municipality, record.section) = ("long", "0181", "C")
    (record.sizeClass, record.stratum, record.employees) = ("10+", "0181-private-10+", 40)
    record.staff = .point(staff)
    record.staffByAge = ages
    return record
  }

  private static func row(_ ssyk: String, headcount: Double, needed: Double = 0, difficulty: Double? = nil)
    -> OccupationRow
  {
    var row = OccupationRow()
    row.ssyk = ssyk
    row.headcount = .point(headcount)
    row.needed = HorizonQuantities(.point(needed), .point(needed), .point(needed))
    if let difficulty { row.difficulty = .point(difficulty) }
    return row
  }

  private static func aggregate(
    _ fixture: AggregateFixture, _ employers: [EmployerRecord], separations: SeparationRates? = nil
  ) throws -> AggregateFixture.Result {
    let weighting = try Weighting(
      groupOfStratum: ["0181-private-10+": 0], groups: [ResponseGroup(frameUnits: 6, answers: 3)])
    return try fixture.aggregate(employers, weighting: weighting, frame: frame, separations: separations)
  }

  private static let ages = [10.0, 4, 3, 2, 1].map { Quantity.point($0) }

  /// Of 10, 4, 3, 2 and 1: 2·0.555 + 1 = 2.11 within two years, times w = 4.22; low 2·0.155 + 1 = 1.31, 2.62.
  @Test("retirements are the age bands times the shares that leave") func retirements() throws {
    let all = ExitAges.Scenario.allCases.map(Indicator.retirementsFromAges)
    let employers = [Self.employer(0, ages: Self.ages, staff: 20), Self.employer(1), Self.employer(2)]
    let result = try Self.aggregate(Self.fixture(all), employers)
    #expect(isClose(result.cell(.retirementsFromAges, Domain(horizon: 2))?.estimate ?? 0, 4.22))
    #expect(isClose(result.cell(.retirementsFromAgesLow, Domain(horizon: 2))?.estimate ?? 0, 2.62))
    // Within ten: 4·0.18 + 3 + 2 + 1 = 6.72.
    #expect(isClose(result.cell(.retirementsFromAges, Domain(horizon: 10))?.estimate ?? 0, 13.44))
    // The same answer in all but one: variance (1 − 3/6)·(3/2)·4·Σ(y − ȳ)² = 3·2.11²·(4 + 1 + 1)/9 = 2·2.11².
    #expect(
      isClose(result.cell(.retirementsFromAges, Domain(horizon: 2))?.standardError ?? 0, 2.11 * 2.0.squareRoot()))
    #expect(result.cell(.retirementsFromAges, Domain(horizon: 2))?.boundLow == nil)
  }

  /// Five of twenty work in the occupation: a fourth of the retirements.
  @Test("an occupation retires as its share of the staff does") func occupations() throws {
    let indicators = ExitAges.Scenario.allCases.map(Indicator.occupationRetirementsFromAges) + [.occupationStaffByAge]
    var employers = [Self.employer(0, ages: Self.ages, staff: 20), Self.employer(1), Self.employer(2)]
    employers[0].occupations = [Self.row("2221", headcount: 5), Self.row("5321", headcount: 15)]
    let result = try Self.aggregate(Self.fixture(indicators, by: [.occupation1]), employers)
    #expect(
      isClose(result.cell(.occupationRetirementsFromAges, Domain(occupation: "2", horizon: 2))?.estimate ?? 0, 1.055))
    #expect(isClose(result.cell(.occupationRetirementsFromAges, Domain(horizon: 2))?.estimate ?? 0, 4.22))
    #expect(isClose(result.cell(.occupationStaffByAge, Domain(occupation: "2", item: "60-64"))?.estimate ?? 0, 1))
    #expect(isClose(result.cell(.occupationStaffByAge, Domain(occupation: "2"))?.estimate ?? 0, 10))
  }

  /// Nobody's ages are known: of 20 all may be 65, or none over 49. Each person counts once, so at most 20, not 5 · 20.
  @Test("ages that nobody has told are bounded by the staff, counted once") func unknownAges() throws {
    let missing = Array(repeating: Quantity.missing(.doNotKnow), count: 5)
    let employers = [Self.employer(0, ages: missing, staff: 20), Self.employer(1), Self.employer(2)]
    let result = try Self.aggregate(Self.fixture([.retirementsFromAges]), employers)
    let cell = try #require(result.cell(.retirementsFromAges, Domain(horizon: 2)))
    #expect(cell.boundLow == 0 && isClose(cell.boundHigh ?? 0, 40))
  }

  private static func rates(_ rows: [(String, Double, Double)]) throws -> SeparationRates {
    let source = ContextSource(name: .separations, path: "", vintage: "2024", source: "", isSynthetic: true)
    return try #require(
      SeparationRates(
        ContextTable(
          source: source,
          rows: rows.map {
            ContextTable.Row(
              line: 2, texts: ["occupation": $0.0, "origin": "borrowed"], numbers: ["exits": $0.1, "transfers": $0.2])
          })))
  }

  /// q = 0.05, h = 2, from 10 to 12: 2·0.05·11 + 2 = 3.1, times w = 6.2. From 10 to 8: 2·0.05·9 − 2 = −1.1, so −2.2.
  @Test("openings replace those who leave and follow the growth, with its sign", arguments: [(12.0, 6.2), (8, -2.2)])
  func openings(needed: Double, expected: Double) throws {
    var employers = (0..<3).map { Self.employer($0, staff: 10) }
    employers[0].occupations = [Self.row("2221", headcount: 10, needed: needed)]
    let rates = try Self.rates([("all", 0.01, 0.01), ("2", 0.03, 0.02)])
    let result = try Self.aggregate(
      Self.fixture([.openings], by: [.occupation1]), employers, separations: rates)
    #expect(isClose(result.cell(.openings, Domain(occupation: "2", horizon: 2))?.estimate ?? 0, expected))
    #expect(rates.borrowed == ["all", "2"])
  }

  @Test("without rates there are no openings, and without a row for all there are no rates") func noRates() throws {
    var employers = (0..<3).map { Self.employer($0, staff: 10) }
    employers[0].occupations = [Self.row("2221", headcount: 10, needed: 12)]
    let result = try Self.aggregate(Self.fixture([.openings]), employers)
    #expect(result.cell(.openings, Domain(horizon: 2))?.contributors == 0)
    let source = ContextSource(name: .separations, path: "", vintage: "", source: "", isSynthetic: true)
    #expect(SeparationRates(ContextTable(source: source, rows: [])) == nil)
  }

  /// Ten at grade 5 and thirty at grade 2: (50 + 60)/40 = 2.75. Who did not try to recruit has no say.
  @Test("the five-grade index is the mean grade, weighted by staff") func index() throws {
    var employers = (0..<3).map { Self.employer($0, staff: 40) }
    for place in 0..<2 { employers[place].triedToRecruit = .yes }
    employers[0].occupations = [Self.row("2221", headcount: 10, difficulty: 5)]
    employers[1].occupations = [Self.row("2221", headcount: 30, difficulty: 2)]
    employers[2].triedToRecruit = .no
    employers[2].occupations = [Self.row("2221", headcount: 30, difficulty: 1)]
    let result = try Self.aggregate(Self.fixture([.shortageIndex]), employers)
    let cell = try #require(result.cell(.shortageIndex, Domain()))
    #expect(isClose(cell.estimate ?? 0, 2.75))
    #expect((cell.low ?? 0) >= 1 && (cell.high ?? 6) <= 5, "limits stop at the ends of the scale")
    #expect(cell.grade == .D, "two answers say nothing")
  }

  @Test("the chain of causes: of the posts that are hard to fill, those for want of skills and the others")
  func causes() throws {
    var employers = (0..<3).map { Self.employer($0, staff: 40) }
    var row = Self.row("2221", headcount: 10)
    (row.vacancies, row.hardToFill, row.skillShortage) = (.point(7), .point(4), .point(3))
    employers[0].occupations = [row]
    let result = try Self.aggregate(
      Self.fixture([.vacancies, .hardToFill, .skillShortage, .hardToFillOtherwise]), employers)
    let chain = [Indicator.vacancies, .hardToFill, .skillShortage, .hardToFillOtherwise]
    #expect(chain.map { result.cell($0, Domain())?.estimate } == [14, 8, 6, 2])
  }
}

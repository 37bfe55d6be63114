import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// Six workplaces on the frame, three of them asked and answering, all private, in one stratum: w = 2.
@Suite("Aggregate, worked by hand")
struct WorkedByHandTests {
  private static let size = SizeClass(code: "10+", smallest: 10, largest: nil)

  private static func fixture(_ tables: [TableSpec], limits: [Assumptions.RatioLimit] = []) -> AggregateFixture {
    AggregateFixture(municipalities: ["0181"], sizeClasses: [size], tables: tables, limits: limits)
  }

  private static let frame: [FrameCellRecord] = {
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0181", "C", "10+", "0181-private-10+")
    (cell.units, cell.employees) = (6, 240)
    return [cell]
  }()

  private static func employer(_ number: Int, staff: Quantity, enterprise: String? = nil) -> EmployerRecord {
    var record = EmployerRecord()
    record.enterprise = enterprise ?? "E\(number)"
    record.establishment = "0181-\(number)"
    record.response = record.establishment
    (record.form, record.municipality, record.section) = ("long", "0181", "C")
    (record.sizeClass, record.stratum, record.employees) = ("10+", "0181-private-10+", 40)
    record.staff = staff
    return record
  }

  private static func weighting(answers: Int = 3, ineligible: Int = 0) throws -> Weighting {
    try Weighting(
      groupOfStratum: ["0181-private-10+": 0],
      groups: [ResponseGroup(frameUnits: 6, answers: answers, ineligible: ineligible)])
  }

  private static func row(_ ssyk: String, headcount: Quantity, retire: Double, toOthersHere: Double, needed: Double)
    -> OccupationRow
  {
    var row = OccupationRow()
    row.ssyk = ssyk
    row.headcount = headcount
    row.retirements = HorizonQuantities(.point(retire), .point(retire), .point(retire))
    row.leaversEmployerHere = HorizonQuantities(.point(toOthersHere), .point(toOthersHere), .point(toOthersHere))
    row.needed = HorizonQuantities(.point(needed), .point(needed), .point(needed))
    return row
  }

  /// w = 6/3 = 2: total 2·(10 + 20 + 60) = 180; variance (1 − 3/6)·(3/2)·4·Σ(y − 30)², Σ = 400 + 100 + 900 = 1400,
  /// so 0.75·4·1400 = 4200.
  @Test("a total and its standard error") func total() throws {
    let result = try Self.fixture([AggregateFixture.table([.staff], by: [])]).aggregate(
      [10, 20, 60].enumerated().map { Self.employer($0, staff: .point($1)) }, weighting: try Self.weighting(),
      frame: Self.frame)
    let cell = try #require(result.cell(.staff, Domain()))
    #expect(cell.estimate == 180)
    #expect(isClose(cell.standardError ?? 0, 4200.0.squareRoot()))
    #expect(cell.answers == 3 && cell.contributors == 3 && cell.frameUnits == 6)
    #expect(cell.boundLow == nil && cell.imputedShare == 0)
  }

  /// An ineligible unit is an answer of 0: w = 6/4 = 1.5.
  @Test("closed workplaces count as answers of nothing") func ineligible() throws {
    let result = try Self.fixture([AggregateFixture.table([.staff], by: [])]).aggregate(
      [10, 20, 60].enumerated().map { Self.employer($0, staff: .point($1)) },
      weighting: try Self.weighting(ineligible: 1), frame: Self.frame)
    #expect(result.cell(.staff, Domain())?.estimate == 135)
  }

  @Test("a study speaks of its own horizons and of no other") func horizons() throws {
    var fixture = Self.fixture([AggregateFixture.table([.postsToFill], by: [])])
    fixture.study.horizons = [.fiveYears]
    var employers = (0..<3).map { Self.employer($0, staff: .point(10)) }
    employers[0].occupations = [Self.row("2221", headcount: .point(10), retire: 3, toOthersHere: 2, needed: 12)]
    let result = try fixture.aggregate(employers, weighting: try Self.weighting(), frame: Self.frame)
    #expect(result.estimates.map(\.horizon) == [5])
    #expect(result.cell(.postsToFill, Domain(horizon: 5))?.estimate == 14)
  }

  /// Posts: 3 retire + 2 to other local employers + growth 12 − 10 = 7; the replacement need leaves out the 2.
  @Test("posts to fill count those who stay in the area, the replacement need does not") func posts() throws {
    var employers = (0..<3).map { Self.employer($0, staff: .point(10)) }
    employers[0].occupations = [Self.row("2221", headcount: .point(10), retire: 3, toOthersHere: 2, needed: 12)]
    let fixture = Self.fixture([
      AggregateFixture.table([.postsToFill, .replacementNeed, .retirementShareOfLeavers], by: [.occupation2])
    ])
    let result = try fixture.aggregate(employers, weighting: try Self.weighting(), frame: Self.frame)
    for occupation in [nil, "22"] {
      let domain = Domain(occupation: occupation, horizon: 5)
      #expect(result.cell(.postsToFill, domain)?.estimate == 14)
      #expect(result.cell(.replacementNeed, domain)?.estimate == 10)
      #expect(result.cell(.postsToFill, domain)?.staffNow == 20)
      #expect(result.cell(.retirementShareOfLeavers, domain)?.estimate == 0.6)
    }
  }

  /// Two were asked and answered: one of two names the pay, and both the hours. Who did not try has no say, and those
  /// with the short form were not asked.
  @Test("what makes it hard to recruit is a share of those that tried") func obstacles() throws {
    var employers = (0..<4).map { Self.employer($0, staff: .point(10)) }
    employers[0].recruitmentObstacles = .chosen(["pay", "hours"])
    employers[1].recruitmentObstacles = .chosen(["hours"])
    employers[2].recruitmentObstacles = .missing(.notApplicable)
    employers[3].recruitmentObstacles = .chosen(["pay"])
    employers[3].form = "short"
    let fixture = Self.fixture([AggregateFixture.table([.recruitmentObstacles], by: [])])
    let result = try fixture.aggregate(employers, weighting: try Self.weighting(answers: 4), frame: Self.frame)
    #expect(result.cell(.recruitmentObstacles, Domain(item: "pay"))?.estimate == 0.5)
    #expect(result.cell(.recruitmentObstacles, Domain(item: "hours"))?.estimate == 1)
    #expect(result.cell(.recruitmentObstacles, Domain(item: "pay"))?.answers == 3, "the long form")
  }

  /// Staff 40 of 40 and 20 of 40: the third is drawn around 30, and may be 20 to 60. w = 2.
  @Test("a don't-know is drawn around the ratio and bounded by the stated limits") func doNotKnow() throws {
    let limit = Assumptions.RatioLimit(concept: .init(.staff), sizeClass: nil, lower: 0.5, upper: 1.5)
    let result = try Self.fixture([AggregateFixture.table([.staff], by: [])], limits: [limit]).aggregate(
      [.point(40), .point(20), .missing(.doNotKnow)].enumerated().map { Self.employer($0, staff: $1) },
      weighting: try Self.weighting(), frame: Self.frame)
    let cell = try #require(result.cell(.staff, Domain()))
    let estimate = try #require(cell.estimate)
    #expect(estimate > 160 && estimate < 240)
    #expect(isClose(cell.boundLow ?? 0, 160) && isClose(cell.boundHigh ?? 0, 240))
    #expect(isClose(cell.imputedShare, (estimate - 120) / estimate))
    #expect(isClose(cell.doNotKnowShare ?? 0, 1.0 / 3))
  }

  @Test("a range is drawn between its ends, and they are its bounds") func range() throws {
    let range = Quantity.range(low: 10, best: nil, high: 20)
    let result = try Self.fixture([AggregateFixture.table([.staff], by: [])]).aggregate(
      (0..<3).map { Self.employer($0, staff: range) }, weighting: try Self.weighting(), frame: Self.frame)
    let cell = try #require(result.cell(.staff, Domain()))
    let estimate = try #require(cell.estimate)
    #expect(estimate > 75 && estimate < 105)
    #expect(isClose(cell.boundLow ?? 0, 60) && isClose(cell.boundHigh ?? 0, 120))
    #expect((cell.low ?? 99) <= 60 && (cell.high ?? 0) >= 120)
    #expect((cell.imputationStandardError ?? 0) > 0 && cell.imputedShare == 0, "they have answered")
  }

  @Test("a dominant employer stands for itself, is given no value, and has a twin without it") func dominant() throws {
    var employers = (0..<3).map { Self.employer($0, staff: .point(10)) }
    var giant = Self.employer(9, staff: .point(5000))
    giant.dominant = true
    employers.append(giant)
    var design = employers.map { employer in
      var unit = DesignRecord()
      (unit.establishment, unit.enterprise) = (employer.establishment, employer.enterprise)
      (unit.municipality, unit.section, unit.sizeClass) = ("0181", "C", "10+")
      (unit.stratum, unit.employees, unit.disposition) = ("0181-private-10+", 40, .completed)
      unit.dominant = employer.dominant
      return unit
    }
    var frame = Self.frame
    frame[0].dominantUnits = 1
    let fixture = Self.fixture([AggregateFixture.table([.staff], by: [])])
    let weighting = try Weighting(study: fixture.study, frame: frame, design: design)
    let result = try fixture.aggregate(employers, weighting: weighting, frame: frame)
    #expect(result.cell(.staff, Domain())?.estimate == 5060)
    #expect(result.cell(.staff, Domain(), excluding: true)?.estimate == 60)
    #expect(result.contributors(.staff, Domain())?.numerator.largestKey == "E9")
    #expect(result.cell(.staff, Domain())?.frameUnits == 7)
    #expect(result.cell(.staff, Domain(), excluding: true)?.frameUnits == 6)

    design[3].disposition = .refused
    let without = try Weighting(study: fixture.study, frame: frame, design: design)
    let missing = try fixture.aggregate(Array(employers.prefix(3)), weighting: without, frame: frame)
    #expect(missing.cell(.staff, Domain())?.estimate == 60)
    #expect(missing.cell(.staff, Domain())?.dominantMissing == true)
    #expect(missing.cell(.staff, Domain())?.frameUnits == 6)
  }

  @Test("establishments of one enterprise are one contributor, wherever the input is cut", arguments: 1...5)
  func enterprises(part: Int) throws {
    let employers = zip(["A", "A", "B", "C"], [10.0, 15, 40, 1]).enumerated().map {
      Self.employer($0, staff: .point($1.1), enterprise: $1.0)
    }
    let weighting = try Self.weighting(answers: 4)
    let result = try Self.fixture([AggregateFixture.table([.staff], by: [])]).aggregate(
      employers, weighting: weighting, frame: Self.frame, part: part)
    let behind = try #require(result.contributors(.staff, Domain())?.numerator)
    #expect(behind.enterprises == 3)
    #expect(behind.largestKey == "B" && behind.largest == 40)
    #expect(behind.secondKey == "A" && behind.second == 25)
    #expect(behind.total == 99)
  }

  /// All but one of the sampled say yes, in a stratum that is nearly complete: linearisation alone gives 9 of 10 a
  /// width of a few points. n* is at most m(N − 1)/(N − m) = 10·11/2 = 55, so the limits are no narrower than of 55.
  @Test("where almost all agree the limits of a share of employers stay honest") func almostAll() throws {
    let employers = (0..<10).map { number in
      var employer = Self.employer(number, staff: .point(10))
      employer.contactAboutTrainees = number == 0 ? .no : .yes
      return employer
    }
    var frame = Self.frame
    frame[0].units = 12
    let weighting = try Weighting(
      groupOfStratum: ["0181-private-10+": 0], groups: [ResponseGroup(frameUnits: 12, answers: 10)])
    let result = try Self.fixture([AggregateFixture.table([.traineeContactShare], by: [])]).aggregate(
      employers, weighting: weighting, frame: frame)
    let cell = try #require(result.cell(.traineeContactShare, Domain()))
    #expect(isClose(cell.estimate ?? 0, 0.9))
    let floor = try #require(
      proportionInterval(
        SampleEstimate(value: 0.9, variance: 0.01), method: .beta, degreesOfFreedom: 9, effectiveSize: 55))
    #expect((cell.low ?? 1) <= floor.lower + 1e-12 && (cell.high ?? 0) >= floor.upper - 1e-12)
    #expect(isClose(cell.effectiveSize ?? 0, 10), "Kish's, with equal weights the answers")
  }

  @Test("nobody, nothing and one") func edges() throws {
    let tables = [AggregateFixture.table([.staff, .vacancies, .jobVacancyRate], by: [.sizeClass])]
    let fixture = Self.fixture(tables)
    let none = try fixture.aggregate([], weighting: try Self.weighting(), frame: Self.frame)
    let empty = try #require(none.cell(.staff, Domain()))
    #expect(empty.estimate == nil && empty.grade == .D && empty.frameUnits == 6)

    let silent = (0..<3).map { Self.employer($0, staff: .missing(.blank)) }
    let missing = try fixture.aggregate(silent, weighting: try Self.weighting(), frame: Self.frame)
    #expect(missing.cell(.staff, Domain())?.grade == .D)
    #expect(missing.cell(.jobVacancyRate, Domain())?.estimate == nil, "0 of 0 is not 0")

    let one = try Weighting(
      groupOfStratum: ["0181-private-10+": 0], groups: [ResponseGroup(frameUnits: 1, answers: 1)])
    let alone = try fixture.aggregate(
      [Self.employer(1, staff: .point(12))], weighting: one, frame: Self.frame)
    #expect(alone.cell(.staff, Domain())?.estimate == 12)
    #expect(alone.cell(.staff, Domain())?.standardError == 0)
  }
}

import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// One stratum of private workplaces with the long form, made up from a seed.
struct ImputationSurvey {
  var fixture: AggregateFixture
  var employers: [EmployerRecord]
  let frameUnits: Int

  static let growth = AggregateFixture.table([.staff, .staffNeeded, .growth, .personsSought], by: [])
  static let needed = ConceptReference(.staffNeeded, .fiveYears)

  init(frameUnits: Int, answers: Int, seed: UInt64 = 1, tables: [TableSpec] = [growth]) {
    var limits = [Assumptions.RatioLimit(concept: Self.needed, sizeClass: nil, lower: 0.5, upper: 2)]
    limits.append(.init(concept: .init(.personsSought), sizeClass: nil, lower: 0, upper: 1))
    fixture = AggregateFixture(
      municipalities: ["0181"], sizeClasses: [SizeClass(code: "10+", smallest: 10, largest: nil)], tables: tables,
      limits: limits)
    self.frameUnits = frameUnits
    var generator = SeededGenerator(seed: seed)
    employers = (0..<answers).map { Self.employer($0, &generator) }
  }

  /// Needs 0.6 to 1.8 of its staff; every third has sought somebody.
  static func employer(_ number: Int, _ generator: inout SeededGenerator) -> EmployerRecord {
    var record = EmployerRecord()
    let name = String(1000 + number)
    (record.enterprise, record.establishment) = ("E" + name, "0181-" + name)
    (record.form, record.municipality, record.section) = ("long", "0181", "C")
    (record.sizeClass, record.stratum) = ("10+", "s")
    record.employees = Int.random(in: 10...60, using: &generator)
    let staff = Double(record.employees)
    record.staff = .point(staff)
    record.staffNeeded[.fiveYears] = .point((staff * Double.random(in: 0.6...1.8, using: &generator)).rounded())
    record.personsSought = .point(number % 3 == 0 ? (staff * 0.2).rounded() : 0)
    return record
  }

  mutating func miss(_ places: some Sequence<Int>, _ reason: MissingReason = .doNotKnow) {
    for place in places { employers[place].staffNeeded[.fiveYears] = .missing(reason) }
  }

  var frame: [FrameCellRecord] {
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0181", "C", "10+", "s")
    cell.units = frameUnits
    cell.dominantUnits = employers.count { $0.dominant == true }
    return [cell]
  }

  func weighting() throws -> Weighting {
    let design = employers.map { employer in
      var unit = DesignRecord()
      (unit.establishment, unit.enterprise) = (employer.establishment, employer.enterprise)
      (unit.municipality, unit.section, unit.sizeClass, unit.stratum) = ("0181", "C", "10+", "s")
      (unit.employees, unit.disposition, unit.dominant) = (employer.employees, .completed, employer.dominant)
      return unit
    }
    return try Weighting(study: fixture.study, frame: frame, design: design)
  }

  func result(part: Int = 7) throws -> AggregateFixture.Result {
    try fixture.aggregate(employers, weighting: try weighting(), frame: frame, part: part)
  }

  func cell(_ indicator: Indicator, part: Int = 7) throws -> EstimateRecord {
    let horizon = indicator.hasHorizon ? 5 : nil
    return try #require(try result(part: part).cell(indicator, Domain(horizon: horizon)))
  }
}

@Suite("Imputation")
struct ImputationTests {
  @Test("where the input is cut does not show in the draws", arguments: [1, 3, 40])
  func parts(part: Int) throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    survey.miss([0, 7, 8, 20, 39])
    for indicator in [Indicator.staffNeeded, .growth] {
      let (whole, cut) = (try survey.cell(indicator, part: 100), try survey.cell(indicator, part: part))
      #expect(isClose(whole.estimate ?? 0, cut.estimate ?? 1, relative: 1e-11))
      #expect(isClose(whole.standardError ?? 0, cut.standardError ?? 1, relative: 1e-9))
      #expect(isClose(whole.imputationStandardError ?? 0, cut.imputationStandardError ?? 1, relative: 1e-9))
    }
  }

  @Test("the number of threads does not show at all", arguments: [1, 2, 5]) func threads(threads: Int) async throws {
    var survey = ImputationSurvey(frameUnits: 120, answers: 60)
    survey.miss((0..<60).filter { $0 % 3 == 0 })
    let plain = try survey.result(part: 4).estimates
    let frame = survey.frame
    let aggregator = Aggregator(study: survey.fixture.study, weighting: try survey.weighting(), frame: frame)
    let parts = stride(from: 0, to: 60, by: 4).map { Array(survey.employers[$0..<min($0 + 4, 60)]) }
    var ratios = aggregator.noRatios
    try await orderedMap(parts, threads: threads, { try aggregator.ratios(of: $0) }, into: { ratios.merge($0) })
    let all = ratios
    var sums = aggregator.noSums
    try await orderedMap(
      parts, threads: threads, { try aggregator.updates(of: $0, ratios: all) }, into: { sums.add($0) })
    var cells: [EstimateRecord] = []
    try EstimateTables(aggregator: aggregator, sums: sums, ratios: all).forEachCell { cell, _ in cells.append(cell) }
    #expect(cells.map(\.estimate) == plain.map(\.estimate))
    #expect(cells.map(\.standardError) == plain.map(\.standardError))
    #expect(cells.contains { $0.imputationStandardError != nil })
  }

  @Test("another seed draws otherwise, the same seed the same") func seeds() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    survey.miss(0..<8)
    let first = try survey.cell(.staffNeeded)
    #expect(try survey.cell(.staffNeeded).estimate == first.estimate)
    survey.fixture.study.imputation.seed = 2
    #expect(try survey.cell(.staffNeeded).estimate != first.estimate)
  }

  /// Had the draws hung on the order of missing answers, one more of them would have moved the others.
  @Test("a complete answer is not touched by the draws of others") func untouched() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    let staff = try survey.cell(.staff)
    survey.miss(0..<10)
    let same = try survey.cell(.staff)
    #expect(same.estimate == staff.estimate && same.standardError == staff.standardError)
    #expect(same.imputationStandardError == nil && same.imputedShare == 0)
  }

  @Test("the estimate is within the bounds, and these are those of the stated limits", arguments: 0..<10)
  func bounds(seed: UInt64) throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40, seed: seed)
    let exact = survey
    survey.miss((0..<40).filter { $0 % 4 == seed % 4 })
    let (cell, truth) = (try survey.cell(.staffNeeded), try exact.cell(.staffNeeded))
    let staff = zip(0..., survey.employers).filter { $0.0 % 4 == Int(seed) % 4 }.reduce(0) { $0 + $1.1.employees }
    let (low, high) = (try #require(cell.boundLow), try #require(cell.boundHigh))
    #expect(isClose(high - low, 2 * 1.5 * Double(staff)), "w = 2, limits 0.5 and 2")
    #expect(cell.estimate.map { low <= $0 && $0 <= high } == true)
    #expect(truth.estimate.map { low <= $0 && $0 <= high } == true)
    #expect((cell.low ?? 0) <= low && (cell.high ?? 0) >= high)
  }

  @Test("missing answers make the standard error larger, and its parts add up") func larger() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    let complete = try survey.cell(.staffNeeded)
    survey.miss(0..<16)
    let cell = try survey.cell(.staffNeeded)
    let (all, sampling) = (try #require(cell.standardError), try #require(cell.samplingStandardError))
    let drawn = try #require(cell.imputationStandardError)
    #expect(isClose(all * all, sampling * sampling + drawn * drawn))
    #expect(all > (complete.standardError ?? 0))
    #expect(cell.degreesOfFreedom < complete.degreesOfFreedom)
    #expect(cell.standardError(sharedOptimism: 1).map { isClose($0, all) } == true, "nobody gave low and high")
  }

  @Test("a dominant employer is never given a value, whatever the others say") func dominant() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    survey.employers[5].dominant = true
    survey.employers[5].waiver = true
    survey.employers[5].employees = 5_000
    survey.employers[5].staff = .point(5_000)
    survey.miss([5])
    let cell = try survey.cell(.staffNeeded)
    let others = survey.employers.filter { $0.dominant != true }
    let sum = others.reduce(0) { $0 + ($1.staffNeeded[.fiveYears].best ?? 0) } * 80 / 39
    #expect(isClose(cell.estimate ?? 0, sum))
    #expect(cell.imputedShare == 0 && cell.imputationStandardError == nil && cell.dominantMissing == true)
    #expect(isClose((cell.boundHigh ?? 0) - sum, 10_000))
  }

  /// Its own answer lends nothing either: with or without it the others are drawn alike.
  @Test("a dominant employer lends nothing") func dominantLendsNothing() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    survey.miss(10..<20)
    survey.employers[5].dominant = true
    survey.employers[5].waiver = true
    let usual = try survey.cell(.staffNeeded)
    survey.employers[5].staffNeeded[.fiveYears] = .point(100_000)
    let other = try survey.cell(.staffNeeded)
    #expect(usual.imputationStandardError != nil)
    #expect(isClose(other.imputationStandardError ?? 0, usual.imputationStandardError ?? 1))
  }

  @Test("nobody's answer, one answer, and a whole population") func edges() throws {
    var silent = ImputationSurvey(frameUnits: 20, answers: 10)
    silent.miss(0..<10)
    let none = try silent.cell(.staffNeeded)
    #expect(none.estimate == 10 * 2 * 0.5 * meanStaff(silent) && none.grade == .D, "the lower limit")

    var lone = ImputationSurvey(frameUnits: 20, answers: 10)
    lone.miss(1..<10)
    let one = try lone.cell(.staffNeeded)
    #expect(one.grade == .D && one.imputedShare > 0.5, "one answer stands for the nine others")

    var census = ImputationSurvey(frameUnits: 40, answers: 40)
    census.miss(0..<4)
    let all = try census.cell(.staffNeeded)
    #expect(all.samplingStandardError == 0 && (all.standardError ?? 0) > 0)
    #expect((all.high ?? 0) > (all.estimate ?? 0), "what is missing is not known because all were asked")
  }

  private func meanStaff(_ survey: ImputationSurvey) -> Double {
    Double(survey.employers.reduce(0) { $0 + $1.employees }) / Double(survey.employers.count)
  }

  @Test("a cell that is mostly imputed is no result; the study says what mostly is") func mostlyImputed() throws {
    var survey = ImputationSurvey(frameUnits: 80, answers: 40)
    survey.miss(0..<30)
    survey.fixture.study.grades.imputedShare = 1
    let allowed = try survey.cell(.staffNeeded)
    survey.fixture.study.grades.imputedShare = 0.5
    let refused = try survey.cell(.staffNeeded)
    #expect(allowed.grade < .D && refused.grade == .D && refused.imputedShare > 0.5)
    #expect(refused.estimate == allowed.estimate)
  }

  /// Each donor's women and men are its staff, so the drawn ones are, but for the ratios' own errors.
  @Test("what one employer misses comes from one donor", arguments: 0..<10) func relations(seed: UInt64) throws {
    let tables = [AggregateFixture.table([.staff, .staffBySex], by: [])]
    var survey = ImputationSurvey(frameUnits: 120, answers: 60, seed: seed, tables: tables)
    var generator = SeededGenerator(seed: seed)
    for place in 0..<60 {
      let staff = survey.employers[place].employees
      let women = Int.random(in: 0...staff, using: &generator)
      survey.employers[place].women = place < 30 ? .missing(.blank) : .point(Double(women))
      survey.employers[place].men = place < 30 ? .missing(.blank) : .point(Double(staff - women))
    }
    let result = try survey.result()
    let staff = try #require(result.cell(.staff, Domain())?.estimate)
    let women = try #require(result.cell(.staffBySex, Domain(item: "women")))
    let both = try #require(result.cell(.staffBySex, Domain()))
    #expect(abs((both.estimate ?? 0) / staff - 1) < 0.05)
    #expect((both.imputationStandardError ?? 1) < 0.8 * (women.imputationStandardError ?? 0) * 2)
  }

  @Test("what is hard to fill is drawn within the vacancies there are") func nested() throws {
    let tables = [AggregateFixture.table([.hardToFillShare, .vacancies], by: [])]
    var survey = ImputationSurvey(frameUnits: 40, answers: 20, tables: tables)
    for place in 0..<20 {
      var row = OccupationRow()
      (row.ssyk, row.headcount) = ("2221", .point(10))
      row.vacancies = .point(place < 10 ? 0 : 4)
      row.hardToFill = place < 10 ? .missing(.doNotKnow) : .point(3)
      survey.employers[place].occupations = [row]
    }
    let cell = try #require(try survey.result().cell(.hardToFillShare, Domain()))
    #expect(cell.estimate == 0.75 && cell.boundHigh == nil, "of no vacancies none is hard to fill")
    #expect(cell.doNotKnowShare == 0.5)
  }

  @Test("the rate of don't-knows is there for choices too, and moves nothing") func choices() throws {
    let tables = [AggregateFixture.table([.recruitmentAttemptShare, .recruitmentObstacles], by: [])]
    var survey = ImputationSurvey(frameUnits: 40, answers: 20, tables: tables)
    for place in 0..<20 {
      survey.employers[place].triedToRecruit = place < 5 ? .missing(.doNotKnow) : place < 11 ? .yes : .no
      survey.employers[place].recruitmentObstacles = place < 4 ? .missing(.doNotKnow) : .chosen(["pay"])
    }
    let result = try survey.result()
    let tried = try #require(result.cell(.recruitmentAttemptShare, Domain()))
    #expect(tried.doNotKnowShare == 0.25 && tried.estimate == 0.4)
    #expect(result.cell(.recruitmentObstacles, Domain(item: "hours"))?.doNotKnowShare == 0.2)
    #expect(result.cell(.recruitmentObstacles, Domain(item: "pay"))?.estimate == 1)
  }

  @Test("an open answer is never below what was said") func open() throws {
    var survey = ImputationSurvey(frameUnits: 40, answers: 40)
    for place in 0..<40 { survey.employers[place].personsSought = .range(low: 7, best: nil, high: nil) }
    let cell = try survey.cell(.personsSought)
    #expect((cell.boundLow ?? 0) == 280 && (cell.estimate ?? 0) >= 280)
  }
}

extension Grade {
  fileprivate static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}

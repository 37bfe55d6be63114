import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// Comparisons through the stage, against the same differences taken unit by unit from the whole sample.
@Suite("Contrasts")
struct ContrastTests {
  private static let municipalities = ["0126", "0127", "0181"]
  private static let frameUnits = 150

  /// Sixty answers of each municipality's 150 workplaces, all in one stratum, private and municipal by turns.
  private static func employers() -> [EmployerRecord] {
    var generator = SeededGenerator(seed: 11)
    var all: [EmployerRecord] = []
    for (place, municipality) in municipalities.enumerated() {
      for number in 0..<60 {
        var record = EmployerRecord()
        record.enterprise = "E\(municipality)-\(100 + number)"
        record.establishment = record.enterprise
        record.form = "long"
        (record.municipality, record.section, record.sizeClass) = (municipality, "C", "10+")
        record.sector = number % 2 == 0 ? .private : .municipal
        (record.stratum, record.employees) = ("\(municipality)-10+", 20)
        let staff = Double(Int.random(in: 8...30, using: &generator))
        record.staff = .point(staff)
        let more = staff + Double(Int.random(in: -1...(1 + 2 * place), using: &generator))
        record.staffNeeded = HorizonQuantities(.point(more), .point(more), .point(more))
        record.triedToRecruit =
          Double.random(in: 0...1, using: &generator) < [0.3, 0.5, 0.8][place] ? .yes : .no
        var obstacles: Set<String> = []
        if Double.random(in: 0...1, using: &generator) < 0.7 { obstacles.insert("pay") }
        if Double.random(in: 0...1, using: &generator) < 0.3 { obstacles.insert("hours") }
        record.recruitmentObstacles = number % 7 == 0 ? .missing(.refused) : .chosen(obstacles.sorted())
        all.append(record)
      }
    }
    return all
  }

  private static func result(_ employers: [EmployerRecord], part: Int = 7) throws -> AggregateFixture.Result {
    let fixture = AggregateFixture(
      municipalities: municipalities, sizeClasses: [SizeClass(code: "10+", smallest: 10, largest: nil)],
      tables: [
        AggregateFixture.table([.growth, .recruitmentAttemptShare], by: [.municipality, .sector]),
        AggregateFixture.table([.recruitmentObstacles], by: []),
      ])
    let frame = municipalities.flatMap { municipality in
      [Sector.private, .municipal].map { sector in
        var cell = FrameCellRecord()
        (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = (
          municipality, "C", "10+", "\(municipality)-10+"
        )
        (cell.sector, cell.units, cell.employees) = (sector, frameUnits / 2, 1500)
        return cell
      }
    }
    let weighting = try Weighting(
      groupOfStratum: Dictionary(uniqueKeysWithValues: municipalities.enumerated().map { ("\($1)-10+", $0) }),
      groups: municipalities.map { _ in ResponseGroup(frameUnits: frameUnits, answers: 60) })
    return try fixture.aggregate(employers, weighting: weighting, frame: frame, part: part)
  }

  private static func sample(_ employers: [EmployerRecord]) throws -> WeightedSample {
    WeightedSample(
      try SampleDesign(
        weights: employers.map { _ in Double(frameUnits) / 60 },
        strata: Labels(employers.map(\.municipality)),
        populationSizes: employers.map { _ in Double(frameUnits) }))
  }

  private func check(_ found: ContrastRecord?, _ expected: SampleEstimate) throws {
    let found = try #require(found, "no such contrast")
    #expect(isClose(found.difference, expected.value, relative: 1e-10))
    #expect(isClose(found.standardError, expected.standardError, relative: 1e-10))
  }

  @Test("municipalities, sectors and items differ as the linearised differences of the whole sample do")
  func unitByUnit() throws {
    let employers = Self.employers()
    let (result, sample) = (try Self.result(employers), try Self.sample(employers))
    let tried = employers.map { $0.triedToRecruit == .yes ? 1.0 : 0 }
    func share(_ isIncluded: (EmployerRecord) -> Bool) throws -> LinearisedEstimate {
      try #require(sample.mean(tried, in: employers.map(isIncluded)))
    }
    try check(
      result.contrast("municipality/recruitmentAttemptShare", "municipality=0126", "municipality=0181"),
      sample.estimate(try share { $0.municipality == "0126" } - share { $0.municipality == "0181" }))
    // Sectors cut across the strata, so that their estimates hang together.
    try check(
      result.contrast("sector", "sector=private", "sector=municipal"),
      sample.estimate(try share { $0.sector == .private } - share { $0.sector == .municipal }))

    func named(_ item: String) throws -> LinearisedEstimate {
      let named = employers.map { employer -> Double in
        if case .chosen(let codes) = employer.recruitmentObstacles { return codes.contains(item) ? 1 : 0 }
        return 0
      }
      let base = employers.map { employer -> Bool in
        if case .chosen = employer.recruitmentObstacles { true } else { false }
      }
      return try #require(sample.mean(named, in: base))
    }
    try check(
      result.contrast("item/recruitmentObstacles", "item=pay", "item=hours"),
      sample.estimate(try named("pay") - named("hours")))

    func growth(_ municipality: String) throws -> LinearisedEstimate {
      let (y, x) = (
        employers.map { $0.staffNeeded[.fiveYears].middle - $0.staff.middle }, employers.map(\.staff.middle)
      )
      return try #require(sample.ratio(y, x, in: employers.map { $0.municipality == municipality }))
    }
    try check(
      result.contrast("municipality/growth/5", "municipality=0126;horizon=5", "municipality=0127;horizon=5"),
      sample.estimate(try growth("0126") - growth("0127")))
  }

  @Test("every pair once, by the study's order, and the same however the input is cut") func pairs() throws {
    let (whole, small) = (try Self.result(Self.employers(), part: 1000), try Self.result(Self.employers(), part: 3))
    #expect(whole.contrasts.count == small.contrasts.count)
    for (a, b) in zip(whole.contrasts, small.contrasts) {
      #expect(a.family == b.family && a.first == b.first && a.second == b.second)
      #expect(isClose(a.pValue, b.pValue, relative: 1e-9))
    }
    let attempts = whole.contrasts.filter { $0.family == "municipality/recruitmentAttemptShare" }
    #expect(attempts.map { "\($0.first) \($0.second)" }.count == 3)
    #expect(Set(attempts.map { "\($0.first) \($0.second)" }).count == 3)
    #expect(whole.contrasts.allSatisfy { $0.excludesDominant == nil })
  }

  @Test("a study of one municipality compares none with another") func one() throws {
    let fixture = AggregateFixture(
      municipalities: ["0126"], sizeClasses: [SizeClass(code: "10+", smallest: 10, largest: nil)],
      tables: [AggregateFixture.table([.recruitmentAttemptShare], by: [.municipality])])
    let employers = Self.employers().filter { $0.municipality == "0126" }
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0126", "C", "10+", "0126-10+")
    (cell.units, cell.employees) = (Self.frameUnits, 3000)
    let weighting = try Weighting(
      groupOfStratum: ["0126-10+": 0], groups: [ResponseGroup(frameUnits: Self.frameUnits, answers: 60)])
    let result = try fixture.aggregate(employers, weighting: weighting, frame: [cell])
    #expect(!result.contrasts.contains { $0.family.hasPrefix("municipality") })
  }
}

extension AggregateFixture.Result {
  fileprivate func contrast(_ family: String, _ first: String, _ second: String) -> ContrastRecord? {
    contrasts.first { $0.family == family && $0.first == first && $0.second == second }
  }
}

extension Quantity {
  fileprivate var middle: Double { if case .point(let value) = self { value } else { 0 } }
}

import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

/// Need 121; supply 50; a factor of 10 per cent of the need that is on: 12. Gap 83.
@Suite("Cells of the forecast")
struct ForecastCellsTests {
  private typealias F = ProtectFixture

  private let at = Domain(occupation: "2", horizon: 5)
  private let suffix = "occupation=2;horizon=5"
  private static let forecast: [Indicator] = [
    .supplyComponents, .gapByScenario, .gapWithoutFactors, .factorEffects, .gapMoveLow, .gapMoveHigh, .gapDrift,
    .countyNeed, .countyNeedShare,
  ]

  private func study() -> Study {
    F.study(tables: [
      F.table("h", [.headcount], by: [.occupation1]),
      F.table("t", [.replacementNeed, .supply, .gap, .gapPerYear, .gapPerStaff], by: [.occupation1]),
      F.table("f", Self.forecast, by: [.occupation1]),
    ])
  }

  private func gap(_ change: (inout GapRecord) -> Void = { _ in }) -> GapRecord {
    var gap = GapRecord()
    gap.occupation = "2"
    gap.horizon = 5
    gap.staffNow = 1000
    (gap.supplyLow, gap.supplyBase, gap.supplyHigh) = (21, 50, 74)
    gap.components = [
      GapSupply(component: "seekersReady", low: 11, base: 30, high: 44),
      GapSupply(component: "graduates", low: 10, base: 20, high: 30),
    ]
    (gap.gapLow, gap.gapBase, gap.gapHigh) = (26, 83, 119)
    gap.verdict = .shortageInEveryScenario
    gap.grade = .A
    gap.scenarios = [
      GapInScenario(scenario: "low", gap: 60, low: 26, high: 90, grade: .B),
      GapInScenario(scenario: "base", gap: 83, low: 50, high: 110, grade: .A),
      GapInScenario(scenario: "high", gap: 100, low: 70, high: 119, grade: .C),
    ]
    var share = GapFactor()
    (share.factor, share.tellsNeed) = ("trend", true)
    (share.low, share.base, share.high) = (6, 12, 24)
    var stated = GapFactor()
    stated.factor = "plant"
    (stated.low, stated.base, stated.high) = (-30, -20, -10)
    gap.factors = [share, stated]
    (gap.withoutFactorsLow, gap.withoutFactorsBase, gap.withoutFactorsHigh) = (14, 71, 107)
    gap.verdictWithoutFactors = .shortageInEveryScenario
    gap.gradeWithoutFactors = .A
    gap.sensitivity = [
      GapSensitivity(
        item: "seekersReady", tellsNeed: false, moveLow: 19, moveHigh: -14, verdictLow: .shortageInEveryScenario,
        verdictHigh: .undetermined),
      GapSensitivity(
        item: "trend", tellsNeed: true, moveLow: -6, moveHigh: 12, verdictLow: .likelyShortage,
        verdictHigh: .shortageInEveryScenario),
    ]
    gap.driftVerdict = .likelyShortage
    gap.countyNeed = 2420
    change(&gap)
    return gap
  }

  private func protect(
    _ gap: GapRecord?, need: Contributors = F.safe(121), grade: Grade = .A, headcount: Contributors? = F.safe(1000)
  ) throws -> Protected {
    var cells: [InputCell] = []
    if let headcount { cells.append(F.cell(.headcount, Domain(occupation: "2"), of: headcount, table: "h")) }
    cells.append(F.cell(.replacementNeed, at, of: need, grade: grade))
    return try F.protect(cells, gaps: gap.map { [$0] } ?? [], study: study())
  }

  private func cell(_ released: Protected, _ indicator: Indicator, _ item: String? = nil, table: String = "f")
    -> ReleasedCell?
  {
    released["\(table)/\(indicator.rawValue)/\(suffix)" + (item.map { ";item=\($0)" } ?? "")]
  }

  // MARK: What is stated

  @Test("known components are printed as stated, the others as not known") func components() throws {
    let released = try protect(gap())
    let seekers = try #require(cell(released, .supplyComponents, "seekersReady"))
    #expect([seekers.estimate, seekers.low, seekers.high] == [30, 10, 45] && seekers.grade == nil)
    let moves = try #require(cell(released, .supplyComponents, "netInMoves"))
    #expect(moves.status == .notAsked && moves.estimate == nil && moves.missingComponents == ["netInMoves"])
    #expect(released.cells.count { $0.indicator == .supplyComponents } == SupplyComponent.allCases.count)
  }

  @Test("a cell has one name, in whichever table") func names() throws {
    let ids = try protect(gap()).cells.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  // MARK: The gap

  /// 26, 83 and 119 are printed as 25, 85 and 120: 5, 17 and 24 a year. By 1 000 staff 0.026, 0.083 and 0.119.
  @Test("a year is a part of the printed total, and per employee a part of the headcount") func parts() throws {
    let released = try protect(gap())
    let year = try #require(cell(released, .gapPerYear, table: "t"))
    #expect([year.low, year.estimate, year.high] == [5, 17, 24])
    let staff = try #require(cell(released, .gapPerStaff, table: "t"))
    #expect([staff.low, staff.estimate, staff.high] == [0.026, 0.083, 0.119])
    #expect(year.verdict == .shortageInEveryScenario && staff.unit == "ratio")
  }

  @Test("per employee is hidden where the headcount is in no table, or is a secret") func staff() throws {
    for headcount in [nil, F.contributors([900, 100])] {
      let released = try protect(gap(), headcount: headcount)
      #expect(cell(released, .gapPerStaff, table: "t")?.status == .confidential)
      #expect(cell(released, .gap, table: "t")?.status == .shown)
    }
  }

  @Test("a scenario shows what its grade allows, and no sign alone") func scenarios() throws {
    let released = try protect(gap())
    let (low, base, high) = (
      cell(released, .gapByScenario, "low"), cell(released, .gapByScenario, "base"),
      cell(released, .gapByScenario, "high")
    )
    #expect(low?.estimate == nil && low?.low == 25 && low?.high == 90)
    #expect(base?.estimate == 85)
    #expect(high?.status == .uncertain && high?.direction == nil && high?.low == nil)
  }

  @Test("shortage is said of no gap whose sign does not survive", arguments: [Grade.A, .B, .C, .D])
  func robust(grade: Grade) throws {
    let released = try protect(
      gap {
        $0.grade = grade
        $0.verdict = .undetermined
        ($0.gapLow, $0.gapHigh) = (-10, 119)
      })
    let gap = try #require(cell(released, .gap, table: "t"))
    #expect(gap.verdict == .undetermined && gap.direction == nil)
  }

  @Test("without factors that are on there is no gap without them") func noFactors() throws {
    let released = try protect(
      gap {
        $0.factors = []
        $0.gradeWithoutFactors = nil
      })
    #expect(cell(released, .gapWithoutFactors)?.status == .cannotOccur)
  }

  // MARK: Secrecy

  @Test("with a hidden need nothing that tells of it is there, and what is stated stays") func hidden() throws {
    let released = try protect(gap(), need: F.contributors([60, 61]))
    let stated: Set<Indicator> = [.supply, .supplyComponents, .countyNeed, .headcount]
    for cell in released.cells where !stated.contains(cell.indicator) {
      let isStatedMove = cell.item == "seekersReady" || cell.item == "plant"
      #expect(cell.verdict == nil && cell.direction == nil, "\(cell.id)")
      if !isStatedMove {
        #expect(cell.status == .confidential && cell.estimate == nil && cell.low == nil, "\(cell.id)")
        #expect(cell.answers == nil)
      }
    }
    #expect(cell(released, .supplyComponents, "graduates")?.estimate == 20)
    #expect(cell(released, .gapMoveLow, "seekersReady")?.estimate == 20)
    #expect(cell(released, .factorEffects, "plant")?.estimate == -20)
    #expect(cell(released, .factorEffects, "trend")?.status == .confidential)
  }

  /// 10 per cent of the need are 12: whoever reads both has the need.
  @Test("a share of the need stands only where the need's number does", arguments: [Grade.A, .B, .C, .D])
  func shares(grade: Grade) throws {
    let released = try protect(gap(), grade: grade)
    for part in [cell(released, .factorEffects, "trend"), cell(released, .gapMoveHigh, "trend")] {
      #expect((part?.status == .shown) == (grade == .A))
      #expect((part?.estimate != nil) == (grade == .A))
    }
  }

  /// The printed need is 120 (105 to 135) of the county's 2 420.
  @Test("the share of the county's need is that of the printed need") func county() throws {
    let share = try #require(cell(try protect(gap()), .countyNeedShare))
    #expect([share.low, share.estimate, share.high] == [0.043, 0.05, 0.056])
    let wide = try #require(cell(try protect(gap(), grade: .B), .countyNeedShare))
    #expect(wide.estimate == nil && wide.low == 0.043)
    #expect(cell(try protect(gap(), grade: .C), .countyNeedShare)?.status == .uncertain)
  }

  /// The components are all printed, and so is the supply: were the gap printed too, its need would be known. So where a
  /// need is a secret, every equation that has it keeps another unknown.
  @Test("no printed number gives a hidden need back") func subtraction() throws {
    let released = try protect(gap(), need: F.contributors([60, 61]))
    let supply = try #require(cell(released, .supply, table: "t")?.estimate)
    let sum = released.cells.filter { $0.indicator == .supplyComponents }.compactMap(\.estimate).reduce(0, +)
    #expect(sum == supply)
    let printed = released.cells.filter { $0.tellsOfNeedInTest }.flatMap { [$0.estimate, $0.low, $0.high] }
    #expect(printed.allSatisfy { $0 == nil })
  }

  /// The private headcount is the only cover of the state's two employers; per employee it would be read off the gap.
  @Test("a gap per employee shows the headcount, which is then no cover") func noCover() throws {
    let domain = Domain(occupation: "2", horizon: 5)
    func released(_ indicators: [Indicator]) throws -> Protected {
      let study = F.study(tables: [
        F.table("h", [.headcount], by: [.occupation1, .sector]), F.table("t", indicators, by: [.occupation1]),
      ])
      return try F.protect(
        [
          F.cell(.headcount, Domain(occupation: "2"), of: F.safe(1050), table: "h", grade: .D),
          F.cell(.headcount, Domain(sector: "private", occupation: "2"), of: F.safe(1000), table: "h"),
          F.cell(.headcount, Domain(sector: "state", occupation: "2"), of: F.contributors([30, 20]), table: "h"),
          F.cell(.replacementNeed, domain, of: F.safe(121)),
        ], gaps: [gap()], study: study)
    }
    let privately = "h/headcount/sector=private;occupation=2"
    #expect(try released([.replacementNeed, .gap]).statuses[privately] == .shown)
    let with = try released([.replacementNeed, .gap, .gapPerStaff])
    let isCovered =
      with.statuses[privately] == .confidential || with.statuses["t/gapPerStaff/\(suffix)"] == .confidential
    #expect(isCovered)
  }
}

extension ReleasedCell {
  fileprivate var tellsOfNeedInTest: Bool {
    [.gap, .gapPerYear, .gapPerStaff, .gapByScenario, .gapWithoutFactors, .countyNeedShare].contains(indicator)
      || item == "trend"
  }
}

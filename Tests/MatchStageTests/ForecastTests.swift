import ConfidentialRecords
import Testing

@testable import MatchStage

/// Need 120 (100 to 140, standard error 10). Supply 20 + 10 + 0 − 5 − 5 = 20, 30 + 20 + 5 + 0 − 5 = 50,
/// 40 + 25 + 5 + 5 + 0 = 75, as in `MatchFixture.rows`.
@Suite("Gap by component, scenario and factor")
struct ForecastTests {
  private static let nothing = LocalizedText(sv: "", en: "")

  private func study(_ assumptions: Assumptions) -> Study {
    var study = MatchFixture.study()
    study.assumptions = assumptions
    return study
  }

  private func factor(
    _ size: ExternalFactor.Size, id: String = "plant", _ direction: ExternalFactor.Direction = .raises,
    of target: ExternalFactor.Target = .need, horizons: [Horizon] = [.fiveYears], occupations: [String] = [],
    isOn: Bool = true
  ) -> ExternalFactor {
    ExternalFactor(
      id: id, name: Self.nothing, direction: direction, target: target, size: size, horizons: horizons,
      occupations: occupations, evidence: Self.nothing, isOn: isOn)
  }

  private func range(_ low: Double, _ base: Double, _ high: Double) -> AssumedRange {
    AssumedRange(low: low, base: base, high: high)
  }

  private func gaps(
    _ needs: [EstimateRecord], _ assumptions: Assumptions = Assumptions(), _ rows: [String] = MatchFixture.rows()
  ) throws -> [GapRecord] {
    Matcher(study: study(assumptions), supply: try MatchFixture.table(rows)).gaps(of: needs)
  }

  private func gap(
    _ assumptions: Assumptions = Assumptions(), _ rows: [String] = MatchFixture.rows(),
    need: EstimateRecord = MatchFixture.need(120, 100...140)
  ) throws -> GapRecord {
    try #require(try gaps([need], assumptions, rows).first)
  }

  // MARK: Components

  @Test("known components stand one by one and add up to the supply") func components() throws {
    let gap = try gap()
    #expect(gap.components.map(\.component) == SupplyComponent.allCases.map(\.rawValue))
    #expect(gap.components.map(\.base).reduce(0, +) == gap.supplyBase)
    #expect(gap.components.map(\.low).reduce(0, +) == gap.supplyLow)
    #expect(gap.components.map(\.high).reduce(0, +) == gap.supplyHigh)
  }

  @Test("a component without data is not among them, and moves nothing", arguments: SupplyComponent.allCases)
  func missing(component: SupplyComponent) throws {
    let gap = try gap(Assumptions(), MatchFixture.rows(without: [component]))
    #expect(!gap.components.contains { $0.component == component.rawValue })
    #expect(gap.components.count == 4)
    #expect(gap.scenarios.isEmpty)
    #expect(!gap.sensitivity.contains { $0.item == component.rawValue })
    // What the other components move is known although the gap is not; what they do to the verdict is not.
    #expect(gap.sensitivity.count == 4)
    #expect(gap.sensitivity.allSatisfy { $0.verdictLow == nil && $0.verdictHigh == nil })
  }

  @Test("of several occupations a component is known when it is for all of them") func margin() throws {
    let needs = [MatchFixture.need(300, 280...320, occupation: nil), MatchFixture.need(100, 90...110, occupation: "3")]
    let rows = MatchFixture.rows() + MatchFixture.rows(occupation: "3", without: [.netInMoves])
    let all = try #require(try gaps(needs, Assumptions(), rows).first)
    #expect(all.components.map(\.component) == ["seekersReady", "graduates", "completions", "commutingChange"])
    #expect(all.components.first?.base == 60)
    #expect(all.missingComponents == ["netInMoves"])
  }

  // MARK: Scenarios

  /// Low gap 120 − 75 = 45 (25 to 65), base 70 (50 to 90), high 120 − 20 = 100 (80 to 120).
  @Test("without a set of its own a study has three scenarios") func standardScenarios() throws {
    let gap = try gap()
    #expect(gap.scenarios.map(\.scenario) == ["low", "base", "high"])
    #expect(gap.scenarios.map(\.gap) == [45, 70, 100])
    #expect(gap.scenarios.map(\.low) == [25, 50, 80])
    #expect(gap.scenarios.map(\.high) == [65, 90, 120])
    #expect(gap.gapLow == 25 && gap.gapHigh == 120)
  }

  /// With more graduates alone the gap is 65 (45 to 85); the others stay at base.
  @Test("a scenario sets what it names, the rest stays at base") func ownScenarios() throws {
    var assumptions = Assumptions()
    assumptions.supply = [.graduates: "education"]
    assumptions.scenarios = [
      Scenario(id: "base", name: Self.nothing),
      Scenario(id: "school", name: Self.nothing, values: ["education": .high, "seekersReady": .low]),
    ]
    let gap = try gap(assumptions)
    // 120 − (20 + 25 + 5 + 0 − 5) = 75
    #expect(gap.scenarios.map(\.gap) == [70, 75])
    #expect(gap.gapLow == 50 && gap.gapHigh == 95)
    #expect(gap.verdict == .shortageInEveryScenario)
  }

  /// In the scenario the need falls by 100: 120 − 100 − 50 = −30. In the base scenario the chance is near 1.
  @Test("a sign that flips in one scenario is no shortage in every one") func signFlips() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.persons(["2": range(0, 0, 100)]), id: "robots", .lowers)]
    assumptions.scenarios = [
      Scenario(id: "base", name: Self.nothing),
      Scenario(id: "robots", name: Self.nothing, values: ["robots": .high]),
    ]
    let gap = try gap(assumptions)
    #expect(gap.scenarios.map(\.gap) == [70, -30])
    #expect(gap.verdict == .likelyShortage)
    assumptions.scenarios.removeLast()
    #expect(try self.gap(assumptions).verdict == .shortageInEveryScenario)
  }

  // MARK: Factors

  @Test("factors that are off give the gap of a study without factors, and still their effect") func off() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(5, 10, 20)), isOn: false)]
    let (plain, off) = (try gap(), try gap(assumptions))
    #expect(off.gapBase == plain.gapBase && off.gapLow == plain.gapLow && off.gapHigh == plain.gapHigh)
    #expect(off.verdict == plain.verdict && off.sensitivity == plain.sensitivity && off.scenarios == plain.scenarios)
    #expect(off.factors.map(\.base) == [12] && off.withoutFactorsBase == nil)
  }

  @Test("the gap without factors is that of a study without factors") func without() throws {
    var assumptions = Assumptions()
    assumptions.factors = [
      factor(.perCent(range(5, 10, 20)), id: "a"),
      factor(.persons(["2": range(1, 2, 3)]), id: "b", .lowers, of: .supply(.graduates)),
    ]
    let (plain, gap) = (try gap(), try gap(assumptions))
    // 70 + 12 + 2
    #expect(gap.gapBase == 84)
    #expect(gap.withoutFactorsBase == plain.gapBase && gap.withoutFactorsLow == plain.gapLow)
    #expect(gap.withoutFactorsHigh == plain.gapHigh && gap.verdictWithoutFactors == plain.verdict)
    #expect(gap.gradeWithoutFactors == plain.grade)
  }

  @Test(
    "direction and target decide which way a factor moves the gap",
    arguments: [
      (ExternalFactor.Direction.raises, ExternalFactor.Target.need, 12.0), (.lowers, .need, -12),
      (.raises, .supply(.graduates), -2), (.lowers, .supply(.graduates), 2), (.raises, .supply(.commutingChange), -0.5),
    ])
  func direction(direction: ExternalFactor.Direction, target: ExternalFactor.Target, effect: Double) throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(0, 10, 10)), id: "f", direction, of: target)]
    let gap = try gap(assumptions)
    #expect(gap.factors.map(\.base) == [effect])
    #expect(gap.gapBase == 70 + effect)
    #expect(gap.factors.map(\.tellsNeed) == [target == .need])
  }

  /// 10 per cent of 120 and of |−80| is 20, although all occupations together need 300.
  @Test("of all occupations a factor moves those it speaks of") func someOccupations() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(10, 10, 10)), occupations: ["2", "3"])]
    let needs = [
      MatchFixture.need(300, 280...320, occupation: nil), MatchFixture.need(120, 100...140),
      MatchFixture.need(-80, -100 ... -60, occupation: "3"), MatchFixture.need(5, 0...9, occupation: "4"),
    ]
    #expect(try gaps(needs, assumptions).map { $0.factors.map(\.base) } == [[20], [12], [8], []])
    let thin = try gaps(needs.filter { $0.occupation != "3" }, assumptions)
    #expect(thin.map { $0.factors.map(\.base) } == [[nil], [12], []])
    #expect(thin[0].missingComponents.contains("plant") && thin[0].gapBase == nil)
  }

  @Test("a factor of some occupations does not make a verdict hang on outliers") func outliers() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(10, 10, 10)), occupations: ["2"])]
    let needs = [MatchFixture.need(120, 100...140, occupation: nil), MatchFixture.need(120, 100...140)]
    let matcher = Matcher(study: study(assumptions), supply: try MatchFixture.table(MatchFixture.rows()))
    let gaps = matcher.gaps(of: needs, withoutOutliers: [MatchFixture.need(119, 99...139, occupation: nil)])
    #expect(gaps[0].verdict == .shortageInEveryScenario && gaps[0].verdictWithoutOutliers == nil)
  }

  @Test("a factor acts at its horizons alone") func horizons() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(10, 10, 10)), horizons: [.tenYears])]
    #expect(try gap(assumptions).factors.isEmpty)
  }

  // MARK: Sensitivity

  /// Seekers 20, 30, 40 move the gap +10 and −10; graduates 10, 20, 25 +10 and −5; completions 0, 5, 5 +5 and 0;
  /// in-moves −5, 0, 5 +5 and −5; commuting −5, −5, 0 nothing and −5. Equal reaches stand by name.
  @Test("the largest move stands first, and is what one end changes") func tornado() throws {
    let moves = try gap().sensitivity
    #expect(
      moves.map(\.item) == ["graduates", "seekersReady", "commutingChange", "completions", "netInMoves"])
    #expect(moves.map(\.moveLow) == [10, 10, 0, 5, 5])
    #expect(moves.map(\.moveHigh) == [-5, -10, -5, 0, -5])
    #expect(moves.allSatisfy { !$0.tellsNeed })
  }

  /// Need 75 (60 to 90): gaps from 60 − 75 = −15; base 25, 2.5 standard errors: likely. With the factor known to be at
  /// its high end, 30 more, the least is 15: in every scenario.
  @Test("what an assumption does to the verdict") func verdicts() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.persons(["2": range(0, 0, 30)]))]
    let gap = try gap(assumptions, need: MatchFixture.need(75, 60...90))
    #expect(gap.verdict == .likelyShortage)
    let plant = try #require(gap.sensitivity.first { $0.item == "plant" })
    #expect(plant.moveLow == 0 && plant.moveHigh == 30)
    #expect(plant.verdictLow == .likelyShortage && plant.verdictHigh == .shortageInEveryScenario)
  }

  /// Bounds 110 and 135 with 10 of sampling error on either side.
  @Test("open answers move the need to its bounds, and tell of it") func openAnswers() throws {
    var need = MatchFixture.need(120, 100...145)
    (need.boundLow, need.boundHigh) = (110, 135)
    let open = try #require(try gap(need: need).sensitivity.first { $0.item == GapItem.openAnswers })
    #expect(open.moveLow == -10 && open.moveHigh == 15 && open.tellsNeed)
    #expect(try gap().sensitivity.allSatisfy { $0.item != GapItem.openAnswers })
  }

  @Test("one, none and nothing known") func edges() throws {
    #expect(try gaps([]).isEmpty)
    let none = try #require(
      Matcher(study: MatchFixture.study(), supply: SupplyTable()).gaps(of: [MatchFixture.need(10, 5...15)]).first)
    #expect(none.components.isEmpty && none.sensitivity.isEmpty && none.scenarios.isEmpty)
    let zero = SupplyComponent.allCases.map { "0181,2,5,\($0.rawValue),0,0,0,Register,2025-12-31" }
    let gap = try gap(Assumptions(), zero)
    #expect(gap.scenarios.map(\.gap) == [120, 120, 120])
    #expect(gap.sensitivity.allSatisfy { $0.moveLow == 0 && $0.moveHigh == 0 })
  }

  @Test("the order of needs changes nothing") func order() throws {
    var assumptions = Assumptions()
    assumptions.factors = [factor(.perCent(range(1, 2, 3)), occupations: ["2", "3"])]
    let needs = [
      MatchFixture.need(300, 280...320, occupation: nil), MatchFixture.need(120, 100...140),
      MatchFixture.need(80, 60...100, occupation: "3"),
    ]
    let (there, back) = (try gaps(needs, assumptions), try gaps(needs.reversed(), assumptions))
    #expect(there.map(\.sensitivity) == back.reversed().map(\.sensitivity))
    #expect(there.map(\.gapBase) == back.reversed().map(\.gapBase))
  }
}

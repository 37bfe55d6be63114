import ConfidentialRecords
import Testing

@testable import MatchStage

@Suite("Gap between need and supply")
struct MatcherTests {
  private func gap(
    _ need: EstimateRecord, _ rows: [String] = MatchFixture.rows(), study: Study = MatchFixture.study()
  ) throws -> GapRecord {
    let matcher = Matcher(study: study, supply: try MatchFixture.table(rows))
    return try #require(matcher.gaps(of: [need]).first)
  }

  /// Need 120 (100 to 140). Supply 20 + 10 + 0 − 5 − 5 = 20, 30 + 20 + 5 + 0 − 5 = 50, 40 + 25 + 5 + 5 + 0 = 75.
  /// Gap 120 − 50 = 70, from 100 − 75 = 25 to 140 − 20 = 120; 70 / 1000 staff; width 95 / 1000 = 0.095: grade B.
  @Test("agrees with the example worked by hand") func workedByHand() throws {
    let gap = try gap(MatchFixture.need(120, 100...140))
    #expect([gap.supplyLow, gap.supplyBase, gap.supplyHigh] == [20, 50, 75])
    #expect([gap.gapLow, gap.gapBase, gap.gapHigh] == [25, 70, 120])
    #expect(gap.relativeGap == 0.07)
    #expect(gap.missingComponents == [])
    #expect(gap.verdict == .shortageInEveryScenario)
    #expect(gap.grade == .B)
  }

  /// Base gap over its standard error of 10, with 40 degrees of freedom: 0.9 is passed at 1.303.
  @Test(
    "a verdict needs every scenario, or nine chances in ten",
    arguments: [
      (120.0, 80.0...140.0, Verdict.shortageInEveryScenario), (64, 40...90, .likelyShortage),
      (62, 40...90, .undetermined), (50, 30...70, .undetermined), (38, 10...60, .undetermined),
      (36, 10...60, .likelySurplus), (5, -10...19, .surplusInEveryScenario),
    ])
  func verdict(need: Double, limits: ClosedRange<Double>, expected: Verdict) throws {
    #expect(try gap(MatchFixture.need(need, limits)).verdict == expected)
  }

  @Test("a component without data leaves the gap unknown", arguments: SupplyComponent.allCases)
  func missingComponent(missing: SupplyComponent) throws {
    let gap = try gap(MatchFixture.need(1000, 900...1100), MatchFixture.rows(without: [missing]))
    #expect(gap.missingComponents == [missing.rawValue])
    #expect(gap.supplyBase != nil)
    #expect(gap.gapBase == nil && gap.gapLow == nil && gap.relativeGap == nil)
    #expect(gap.verdict == .undetermined)
    #expect(gap.grade == .D)
  }

  /// Without its outliers the need is 62 (40 to 90): undetermined, as above.
  @Test("a verdict that hangs on outliers says so, one that does not says nothing")
  func outliers() throws {
    let matcher = Matcher(study: MatchFixture.study(), supply: try MatchFixture.table(MatchFixture.rows()))
    let need = MatchFixture.need(120, 100...140)
    func verdict(_ without: [EstimateRecord]) -> Verdict? {
      matcher.gaps(of: [need], withoutOutliers: without).first?.verdictWithoutOutliers
    }
    #expect(verdict([MatchFixture.need(62, 40...90)]) == .undetermined)
    #expect(verdict([MatchFixture.need(110, 98...130)]) == nil)
    #expect(verdict([]) == nil)
    #expect(verdict([MatchFixture.need(62, 40...90, occupation: "3")]) == nil)
    // Made without dominant employers, it is held against the version of the need that is.
    var twin = need
    twin.excludesDominant = true
    let both = matcher.gaps(of: [need, twin], withoutOutliers: [MatchFixture.need(62, 40...90)])
    #expect(both.map(\.verdictWithoutOutliers) == [nil, .undetermined])
  }

  @Test("without a supply file every component is missing and supply is unknown, not 0") func noSupply() throws {
    let gap = try #require(
      Matcher(study: MatchFixture.study(), supply: SupplyTable()).gaps(of: [MatchFixture.need(10, 5...15)]).first)
    #expect(gap.missingComponents == SupplyComponent.allCases.map(\.rawValue))
    #expect(gap.supplyBase == nil)
    #expect(gap.verdict == .undetermined)
  }

  @Test("a supply that is stated as 0 is known") func zeroIsKnown() throws {
    let rows = SupplyComponent.allCases.map { "0181,2,5,\($0.rawValue),0,0,0,Register,2025-12-31" }
    let gap = try gap(MatchFixture.need(0, 0...0, standardError: 0), rows)
    #expect(gap.supplyBase == 0)
    #expect(gap.gapBase == 0)
    #expect(gap.verdict == .undetermined)
    #expect(gap.grade == .A)
  }

  @Test("a need without an estimate has no gap") func noEstimate() throws {
    let gap = try gap(MatchFixture.need(nil))
    #expect(gap.gapBase == nil)
    #expect(gap.supplyBase == 50)
    #expect(gap.grade == .D)
  }

  @Test("the total sums the occupations, and misses what one of them misses") func total() throws {
    let needs = [MatchFixture.need(300, 280...320, occupation: nil), MatchFixture.need(100, 90...110, occupation: "3")]
    func total(_ rows: [String]) throws -> GapRecord? {
      Matcher(study: MatchFixture.study(), supply: try MatchFixture.table(rows)).gaps(of: needs).first
    }
    let both = try #require(try total(MatchFixture.rows() + MatchFixture.rows(occupation: "3")))
    #expect(both.supplyBase == 100)
    #expect(both.gapBase == 200)
    let thin = try #require(
      try total(MatchFixture.rows() + MatchFixture.rows(occupation: "3", without: [.netInMoves])))
    #expect(thin.missingComponents == ["netInMoves"])
    #expect(thin.gapBase == nil)
    // Occupation 3 has a need and no row at all.
    #expect(try total(MatchFixture.rows())?.missingComponents.count == 5)
  }

  @Test("the margin of several municipalities has the supply of all") func municipalities() throws {
    let study = MatchFixture.study(municipalities: ["0181", "0127"])
    let rows = MatchFixture.rows() + MatchFixture.rows(municipality: "0127")
    let matcher = Matcher(study: study, supply: try MatchFixture.table(rows, study))
    var one = MatchFixture.need(120, 100...140)
    one.municipality = "0127"
    let gaps = matcher.gaps(of: [MatchFixture.need(240, 200...280), one])
    #expect(gaps.map(\.supplyBase) == [100, 50])
    #expect(gaps.map(\.municipality) == [nil, "0127"])
  }

  @Test("a need that leaves dominant employers out may show a shortage, never a surplus")
  func withoutDominant() throws {
    var short = MatchFixture.need(120, 100...140)
    short.excludesDominant = true
    #expect(try gap(short).verdict == .shortageInEveryScenario)
    var rich = MatchFixture.need(5, -10...19)
    rich.excludesDominant = true
    #expect(try gap(rich).verdict == .undetermined)
    rich.excludesDominant = nil
    rich.dominantMissing = true
    #expect(try gap(rich).verdict == .undetermined)
  }

  @Test("a need that the smallest employers were not asked about may show a shortage, never a surplus")
  func withoutTheSmallest() throws {
    var study = MatchFixture.study()
    study.sizeClasses = [.init(code: "1-9", smallest: 1, largest: 9), .init(code: "10+", smallest: 10, largest: nil)]
    let supply = try #require(try gap(MatchFixture.need(5, -10...19)).supplyBase)
    #expect(supply > 0)
    let verdicts = try [MatchFixture.need(120, 100...140), MatchFixture.need(5, -10...19)].map {
      try gap($0, study: study).verdict
    }
    #expect(verdicts == [.shortageInEveryScenario, .undetermined])
    study.longFormFrom = 1
    #expect(try gap(MatchFixture.need(5, -10...19), study: study).verdict == .surplusInEveryScenario)
  }

  @Test("the same need in two tables is matched once, each version apart") func twice() throws {
    var other = MatchFixture.need(120, 100...140)
    other.table = "other"
    var twin = other
    twin.excludesDominant = true
    let matcher = Matcher(study: MatchFixture.study(), supply: SupplyTable())
    #expect(matcher.gaps(of: [MatchFixture.need(120, 100...140), other, twin]).count == 2)
  }

  @Test("what supply does not know by is not matched") func otherDomains() {
    var bySector = MatchFixture.need(120, 100...140)
    bySector.sector = "private"
    let needs = [
      bySector, MatchFixture.need(1, occupation: "25"), MatchFixture.need(1, occupation: Occupation.uncoded),
      MatchFixture.need(1, occupation: Occupation.allOther), MatchFixture.need(1, horizon: 3),
    ]
    #expect(Matcher(study: MatchFixture.study(), supply: SupplyTable()).gaps(of: needs).isEmpty)
  }
}

import ConfidentialRecords
import Testing

@testable import MatchStage

/// Headcount 1 000, 30 ready seekers, supply of 50, need 120 of which growth 20: 100 leave.
@Suite("Verdict from today's balance and its drift")
struct StartStateTests {
  private func verdict(
    start: Int, need: Double = 120, error: Double = 0, growth: Double = 20, supply: Double = 50, spread: Double = 0
  ) -> DriftVerdict {
    DriftVerdict(
      start: start, headcount: 1000, seekers: AssumedRange(low: 30, base: 30, high: 30),
      supply: AssumedRange(low: supply - spread, base: supply, high: supply + spread), need: need,
      needStandardError: error, growth: growth, growthStandardError: 0)
  }

  /// Supply changes by (50 − 30 − 100) / 1 030 = −0.0777, demand by 20 / 1 000 = 0.02.
  @Test("demand that outgrows supply is one step towards shortage") func demandGrows() {
    #expect(verdict(start: 0).drift == -1)
    #expect([-1, 0, 1].map { verdict(start: $0).verdict } == [.undetermined, .likelyShortage, .likelyShortage])
  }

  /// With 250 the change is (250 − 30 − 100) / 1 030 = 0.1165.
  @Test("supply that outgrows demand is one step towards surplus") func supplyGrows() {
    #expect(verdict(start: 0, supply: 250).drift == 1)
    #expect(
      [-1, 0, 1].map { verdict(start: $0, supply: 250).verdict } == [.likelySurplus, .likelySurplus, .undetermined])
  }

  /// The difference is −0.0977; two standard errors of 51 / 1 030 are 0.099, of 50 / 1 030 are 0.0971.
  @Test("a difference within two standard errors is none", arguments: [(51.0, 0), (50, -1)])
  func within(error: Double, drift: Int) { #expect(verdict(start: 0, error: error).drift == drift) }

  @Test("a difference that changes its sign with the supply is none") func spread() {
    #expect(verdict(start: 1, supply: 150, spread: 140).drift == 0)
    #expect(verdict(start: 1, supply: 150, spread: 140).verdict == .likelyShortage)
  }

  @Test("without one of its parts there is no verdict, and none stands for surplus where somebody is left out")
  func parts() throws {
    func record(_ indicator: Indicator, _ estimate: Double, _ limits: ClosedRange<Double>, horizon: Int? = nil)
      -> EstimateRecord
    {
      var record = EstimateRecord()
      record.indicator = indicator
      record.occupation = "2"
      record.horizon = horizon
      (record.estimate, record.standardError, record.grade) = (estimate, 0, .A)
      (record.low, record.high) = (limits.lowerBound, limits.upperBound)
      return record
    }
    let all = [
      record(.shortageBalance, 0.3, 0.1...0.5), record(.headcount, 1000, 900...1100),
      record(.occupationGrowth, 20, 0...40, horizon: 5),
    ]
    let table = try MatchFixture.table(MatchFixture.rows())
    func verdict(_ today: [EstimateRecord], _ need: EstimateRecord = MatchFixture.need(120, 100...140)) -> Verdict? {
      Matcher(study: MatchFixture.study(), supply: table, start: StartState(today)).gaps(of: [need]).first?.driftVerdict
    }
    #expect(verdict(all) == .likelyShortage)
    for place in all.indices {
      var less = all
      less.remove(at: place)
      #expect(verdict(less) == nil)
    }
    var easy = all
    easy[0] = record(.shortageBalance, -0.3, -0.5 ... -0.1)
    // Fewer leave than come: 120 − 125 = −5, so that supply grows.
    easy[2] = record(.occupationGrowth, 125, 120...130, horizon: 5)
    var need = MatchFixture.need(120, 100...140)
    need.excludesDominant = true
    #expect(verdict(easy, need) != .likelySurplus)
  }
}

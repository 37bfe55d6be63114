import ConfidentialRecords
import Testing

@testable import MatchStage

@Suite("Spread of a need")
struct NeedSpreadTests {
  private func need(apart: Double?, shared: Double?) -> EstimateRecord {
    var need = MatchFixture.need(120, 100...140)
    need.samplingStandardError = apart == nil ? nil : 10
    need.outlookStandardErrorApart = apart
    need.outlookStandardErrorShared = shared
    return need
  }

  /// 10² + (1 − ρ) 300 + ρ 2 400: 400, 1 450 and 2 500.
  @Test("sampling error and shared optimism add up", arguments: [(0.0, 400.0), (0.5, 1450), (1, 2500)])
  func shared(rho: Double, variance: Double) {
    #expect(NeedSpread(need(apart: nil, shared: nil)).standardError(sharedOptimism: rho) == 10)
    let spread = NeedSpread(need(apart: 300.squareRoot(), shared: 2400.squareRoot()))
    #expect(abs(spread.standardError(sharedOptimism: rho) - variance.squareRoot()) < 1e-12 * variance)
    #expect(spread.dependsOnOptimism && !NeedSpread(need(apart: nil, shared: nil)).dependsOnOptimism)
  }

  @Test("without degrees of freedom there is no margin, but where nothing is uncertain") func margin() {
    var need = need(apart: nil, shared: nil)
    need.degreesOfFreedom = 0
    #expect(NeedSpread(need).margin(sharedOptimism: 0.5) == nil)
    need.standardError = 0
    #expect(NeedSpread(need).margin(sharedOptimism: 0.5) == 0)
  }
}

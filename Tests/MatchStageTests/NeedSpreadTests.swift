import ConfidentialRecords
import Testing

@testable import MatchStage

@Suite("Spread of a need")
struct NeedSpreadTests {
  /// 10² + (1 − ρ) 300 + ρ 2 400: 400, 1 450 and 2 500.
  @Test("sampling error and shared optimism add up", arguments: [(0.0, 20.0), (0.5, 1450.0.squareRoot()), (1, 50)])
  func shared(rho: Double, expected: Double) {
    var spread = NeedSpread(MatchFixture.need(120, 100...140))
    #expect(spread.standardError(sharedOptimism: rho) == 10)
    spread.answers = .init(independent: 300, shared: 2400)
    #expect(spread.standardError(sharedOptimism: rho) == expected)
  }
}

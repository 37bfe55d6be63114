import SurveyStatistics
import TestSupport
import Testing

@Suite("Comparisons")
struct ComparisonTests {
  private func compared(
    _ value: Double, se: Double, _ low: Double, _ high: Double, bounds: ConfidenceInterval? = nil, df: Int = 20
  ) -> ComparedEstimate {
    ComparedEstimate(
      estimate: SampleEstimate(value: value, variance: se * se), limits: ConfidenceInterval(lower: low, upper: high),
      bounds: bounds, degreesOfFreedom: df)
  }

  // MARK: Holm

  /// By hand: 4·0.005, 3·0.011, 2·0.02, 1·0.04 in rising order.
  @Test("Holm's values are those worked by hand, in the order given") func holm() {
    let adjusted = holmAdjusted([0.02, 0.005, 0.04, 0.011])
    for (got, wanted) in zip(adjusted, [0.04, 0.02, 0.04, 0.033]) { #expect(isClose(got, wanted, relative: 1e-14)) }
  }

  @Test("an adjusted value never falls below its own, nor the order turns", arguments: 0..<20 as Range<UInt64>)
  func holmGrows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<30).map { _ in Double.random(in: 0...1, using: &generator) * 0.2 }
    let adjusted = holmAdjusted(values)
    for (own, raised) in zip(values, adjusted) { #expect(raised >= own && raised <= 1) }
    for i in values.indices {
      for j in values.indices where values[i] < values[j] { #expect(adjusted[i] <= adjusted[j]) }
    }
  }

  @Test("nothing to compare, and values that are none, are no fault") func holmOfNothing() {
    #expect(holmAdjusted([]) == [])
    #expect(holmAdjusted([.nan, 0.01]) == [1, 0.02])
  }

  /// 4,000 studies without any difference, ten comparisons each: the share with a claim is at most 5 per cent, up to
  /// three standard errors of such a count.
  @Test("where nothing differs, one study in twenty at most claims something") func familyError() {
    var generator = SeededGenerator(seed: 48)
    var claims = 0
    for _ in 0..<4000 {
      let values = (0..<10).map { _ in Double.random(in: 0...1, using: &generator) }
      if holmAdjusted(values).contains(where: { $0 < 0.05 }) { claims += 1 }
    }
    #expect(Double(claims) / 4000 < 0.05 + 3 * (0.05 * 0.95 / 4000).squareRoot())
    #expect(claims > 100)
  }

  // MARK: Ranks

  @Test("ranks are one place each where all differ, and all places where none does") func ranks() {
    let decided = rankIntervals(of: 4) { $0 < $1 }
    #expect(decided.map(\.first) == [1, 2, 3, 4] && decided.allSatisfy(\.isDecided))
    #expect(rankIntervals(of: 3) { _, _ in false } == Array(repeating: RankInterval(first: 1, last: 3), count: 3))
    #expect(rankIntervals(of: 0) { _, _ in true } == [])
  }

  /// 0 is above 2 and 3; 1 above 3: 0 is 1–2, 1 is 1–3, 2 is 2–4, 3 is 3–4.
  @Test("those that are not surely apart share places") func ties() {
    let sure: Set<[Int]> = [[0, 2], [0, 3], [1, 3]]
    let ranks = rankIntervals(of: 4) { sure.contains([$0, $1]) }
    #expect(
      ranks == [
        RankInterval(first: 1, last: 2), RankInterval(first: 1, last: 3), RankInterval(first: 2, last: 4),
        RankInterval(first: 3, last: 4),
      ])
  }

  // MARK: Contrast

  /// By hand: d = 0.5, the one side e_a = 0.1, e_b = 0.15, so that s·t = √(0.01 + 0.0225) = 0.180277…
  @Test("a share of 100 per cent is compared by its limit, not by the spread it does not show") func exactShare() throws
  {
    let (all, half) = (compared(1, se: 0, 0.9, 1), compared(0.5, se: 0.05, 0.35, 0.65))
    let contrast = try #require(compareEstimates(all, half, covariance: 0))
    #expect(isClose(contrast.limits.lower, 0.5 - 0.0325.squareRoot(), relative: 1e-12))
    let t = try #require(StudentT(degreesOfFreedom: 20))
    let wanted = 2 * t.tails(at: t.quantile(0.975) * 0.5 / 0.0325.squareRoot()).upper
    #expect(isClose(contrast.pValue, wanted, relative: 1e-12))
  }

  @Test("uncertain answers shrink a difference before it is judged, and undo one they may turn") func bounds() throws {
    let (a, b) = (compared(0.7, se: 0.05, 0.6, 0.8), compared(0.4, se: 0.05, 0.3, 0.5))
    let plain = try #require(compareEstimates(a, b, covariance: 0))
    let shrunk = try #require(
      compareEstimates(compared(0.7, se: 0.05, 0.6, 0.8, bounds: .init(lower: 0.6, upper: 0.7)), b, covariance: 0))
    let turned = try #require(
      compareEstimates(compared(0.7, se: 0.05, 0.6, 0.8, bounds: .init(lower: 0.35, upper: 0.7)), b, covariance: 0))
    #expect(plain.pValue < shrunk.pValue && shrunk.pValue < turned.pValue)
    #expect(turned.pValue == 1)
    #expect(
      isClose(plain.limits.lower - shrunk.limits.lower, 0.1, relative: 1e-12)
        && plain.limits.upper == shrunk.limits.upper)
  }

  @Test("p is under five per cent just where the limits leave out no difference", arguments: 0..<200 as Range<UInt64>)
  func limitsAndP(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func any() -> ComparedEstimate {
      let value = Double.random(in: 0...1, using: &generator)
      let se = Double.random(in: 0...0.1, using: &generator)
      let (below, above) = (
        Double.random(in: 0...0.2, using: &generator), Double.random(in: 0...0.2, using: &generator)
      )
      return compared(
        value, se: se, value - below, value + above, bounds: .init(lower: value - below / 3, upper: value + above / 4))
    }
    let (a, b) = (any(), any())
    let contrast = try #require(
      compareEstimates(a, b, covariance: -0.1 * a.estimate.variance.squareRoot() * b.estimate.variance.squareRoot()))
    #expect((contrast.pValue < 0.05) == !contrast.limits.contains(0))
    let other = try #require(
      compareEstimates(
        b, a, covariance: -0.1 * a.estimate.variance.squareRoot() * b.estimate.variance.squareRoot()))
    #expect(isClose(contrast.pValue, other.pValue, relative: 1e-12))
  }

  @Test("figures without error differ surely or not at all; without degrees of freedom nothing is said") func edges()
    throws
  {
    let one = compared(0.4, se: 0, 0.4, 0.4, df: 0)
    #expect(compareEstimates(one, compared(0.4, se: 0, 0.4, 0.4, df: 0), covariance: 0)?.pValue == 1)
    #expect(compareEstimates(one, compared(0.3, se: 0, 0.3, 0.3, df: 0), covariance: 0)?.pValue == 0)
    #expect(compareEstimates(one, compared(0.3, se: 0.1, 0, 1, df: 0), covariance: 0) == nil)
  }
}

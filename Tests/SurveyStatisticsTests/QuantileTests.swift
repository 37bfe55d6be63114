import SurveyStatistics
import Testing

@Suite("Quantiles")
struct QuantileTests {
  private let values = [7.0, 1, 3, 5]
  private let weights = [1.0, 1, 1, 1]

  /// Equal weights: Hyndman and Fan's definitions. n = 4: h = np, np + ½, (n+1)p, (n−1)p + 1, (n+⅓)p + ⅓.
  @Test(
    "of equal weights are those of Hyndman and Fan",
    arguments: [
      (QuantileRule.math, 0.5, 3.0), (.math, 0.51, 5), (.math, 0, 1), (.math, 1, 7), (.school, 0.5, 4),
      (.school, 0.6, 5),
      (.hf4, 0.3, 1.4), (.hf5, 0.3, 2.4), (.hf6, 0.3, 2), (.hf7, 0.3, 2.8),
      (.hf8, 0.3, 1 + 2 * (0.3 * 13 / 3 + 1.0 / 3 - 1)),
      (.hf4, 0.1, 1), (.hf6, 0.99, 7),
    ])
  func hyndmanFan(rule: QuantileRule, p: Double, expected: Double) throws {
    #expect(abs(try #require(quantile(p, of: values, weights: weights, rule: rule)) - expected) < 1e-12)
  }

  @Test("a weight counts as so many units") func weighted() {
    #expect(quantile(0.5, of: [1, 2, 3], weights: [1, 1, 5]) == 3)
    #expect(quantile(0.5, of: [1, 2, 3], weights: [1, 0, 5]) == 3)
    #expect(quantile(2.0 / 7, of: [1, 2, 3], weights: [1, 1, 5], rule: .school) == 2.5)
  }

  @Test("nothing comes of nothing", arguments: QuantileRule.allCases) func empty(rule: QuantileRule) {
    #expect(quantile(0.5, of: [], weights: [], rule: rule) == nil)
    #expect(quantile(0.5, of: [4], weights: [0], rule: rule) == nil)
    #expect(quantile(0.5, of: [4], weights: [2], rule: rule) == 4)
    #expect(quantile(1.5, of: [4], weights: [2], rule: rule) == nil)
  }

  @Test("an interval of the share that leaves 0 to 1 has no limit there") func open() throws {
    let sample = WeightedSample(try SampleDesign(weights: [1, 1, 1, 1, 1]))
    let estimate = try #require(try quantileEstimate(0.9, of: [1, 2, 3, 4, 5], sample: sample, method: .wald))
    #expect(estimate.value == 5)
    #expect(estimate.upper == nil && estimate.standardError == nil)
  }
}

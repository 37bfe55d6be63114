import ConfidentialRecords

/// How far the need may lie from its estimate: by the sample, and by answers that gave low, best and high (F20).
///
///     Var = se² + (1 − ρ) V₀ + ρ V₁
///
/// - Unit: persons.
struct NeedSpread: Sendable {
  /// Variance of the low-best-high answers were optimism every employer's own (V₀), or shared by all (V₁).
  struct Answers: Sendable {
    var independent: Double
    var shared: Double
  }

  var standardError: Double
  var degreesOfFreedom: Int
  /// Nil where no answer has three values, or the estimate does not say: then the sample alone counts.
  var answers: Answers?

  init(_ need: EstimateRecord) {
    standardError = need.standardError ?? 0
    degreesOfFreedom = need.degreesOfFreedom
  }

  /// - Parameter rho: how far optimism is shared, 0 to 1.
  func standardError(sharedOptimism rho: Double) -> Double {
    guard let answers else { return standardError }
    return (standardError * standardError + (1 - rho) * answers.independent + rho * answers.shared).squareRoot()
  }
}

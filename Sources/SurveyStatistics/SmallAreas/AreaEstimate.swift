/// What the survey alone says of one area, and what else is known of it.
package struct AreaEstimate: Hashable, Sendable {
  /// ŷ_m
  package var direct: Double
  /// ψ_m: its sampling variance, taken as known; 0 where everybody of the area answered.
  package var variance: Double
  /// What the areas are told apart by, without the intercept; the same columns for every area.
  package var covariates: [Double]

  package init(direct: Double, variance: Double, covariates: [Double] = []) {
    self.direct = direct
    self.variance = variance
    self.covariates = covariates
  }
}

/// Why areas cannot be put together at all. Areas are named by their place in the input.
package enum AreaError: Error, Hashable, Sendable {
  /// Not a number, infinite, or a negative variance.
  case impossibleNumber(area: Int)
  case wrongLength(area: Int, expected: Int, got: Int)
  /// The covariate is constant, or made up of those before it: its coefficient is anybody's guess.
  case collinear(covariate: Int)
}

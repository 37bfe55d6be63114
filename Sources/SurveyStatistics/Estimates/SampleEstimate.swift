/// An estimate with its sampling variance, as every estimator here returns it.
package struct SampleEstimate: Hashable, Sendable {
  package var value: Double
  /// In the square of the estimate's unit. Never negative.
  package var variance: Double

  package init(value: Double, variance: Double) {
    self.value = value
    self.variance = variance
  }

  package var standardError: Double { variance.squareRoot() }
  /// Standard error over estimate, with the sign of the estimate; `nil` for an estimate of 0.
  package var relativeStandardError: Double? { value == 0 ? nil : standardError / value }
}

import Glibc

/// A lower and an upper limit with their two-sided level.
package struct ConfidenceInterval: Hashable, Sendable {
  package var lower: Double
  package var upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  package var width: Double { upper - lower }

  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The smallest interval that holds both: how bounds under stated limits widen a sampling interval.
  package func joined(with other: ConfidenceInterval) -> ConfidenceInterval {
    ConfidenceInterval(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}

extension SampleEstimate {
  /// estimate ± t · standard error, with the t distribution of the design's degrees of freedom.
  ///
  /// - Unit: that of the estimate.
  /// - Returns: `nil` with 0 degrees of freedom, unless the standard error is 0 because all units are observed.
  package func interval(degreesOfFreedom: Int, level: Double = 0.95) -> ConfidenceInterval? {
    guard variance > 0 else { return ConfidenceInterval(lower: value, upper: value) }
    guard let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + level) / 2) else { return nil }
    return interval(multiplier: t)
  }

  /// estimate ± multiplier · standard error, for a multiplier computed once for many cells.
  package func interval(multiplier: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: value - multiplier * standardError, upper: value + multiplier * standardError)
  }

  /// estimate · exp(∓ multiplier · standard error / estimate): for sums that cannot be negative.
  ///
  /// The sampling distribution of a sum over few and very different employers leans to the right: too small an estimate
  /// comes with too small a standard error, and estimate ± t·se then lies below the truth much oftener than above it.
  ///
  /// - Source: the delta method on the logarithm. How it does beside estimate ± t·se stands in Documentation/coverage.md.
  /// - Returns: as `interval(multiplier:)` for an estimate that is not above 0.
  package func logInterval(multiplier: Double) -> ConfidenceInterval {
    guard value > 0 else { return interval(multiplier: multiplier) }
    let relative = multiplier * standardError / value
    return ConfidenceInterval(lower: value * exp(-relative), upper: value * exp(relative))
  }
}

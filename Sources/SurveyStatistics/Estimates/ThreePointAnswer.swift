/// An answer given as low, best and high, read as a distribution with the best as its mode (F20).
///
///     triangular   mean (a + m + b)/3      variance (a² + m² + b² − ab − am − bm)/18
///     PERT         mean (a + 4m + b)/6     variance ((b − a)/6)²
///
/// - Unit: that of the answer. A best outside low and high is moved to the nearer end.
/// - Source: triangular distribution, Johnson, Kotz & Balakrishnan (1995), *Continuous Univariate Distributions* 2,
///   ch. 26.9; PERT's approximation, Malcolm et al. (1959), *Operations Research* 7. Checked against values worked
///   outside this project in `ThreePointAnswerTests`.
package struct ThreePointAnswer: Hashable, Sendable {
  package enum Shape: Hashable, Sendable, CaseIterable { case triangular, pert }

  package let low: Double
  package let best: Double
  package let high: Double

  /// - Returns: nil unless low <= high, both finite.
  package init?(low: Double, best: Double, high: Double) {
    guard low <= high, low.isFinite, high.isFinite, !best.isNaN else { return nil }
    self.low = low
    self.best = min(max(best, low), high)
    self.high = high
  }

  package func mean(_ shape: Shape) -> Double {
    switch shape {
    case .triangular: (low + best + high) / 3
    case .pert: (low + 4 * best + high) / 6
    }
  }

  package func variance(_ shape: Shape) -> Double {
    switch shape {
    case .triangular:
      // (a² + m² + b² − ab − am − bm)/18 as a sum of squares, so that large ends with a small spread lose nothing.
      ((high - low) * (high - low) + (best - low) * (best - low) + (high - best) * (high - best)) / 36
    case .pert: (high - low) * (high - low) / 36
    }
  }
}

import Glibc

/// How the factor g = w'/w grows with the linear score u of a unit.
///
///     linear    g = 1 + u
///     raking    g = eᵘ
///     logit     g = (L(U − 1) + U(1 − L)e^{Au}) / (U − 1 + (1 − L)e^{Au}),  A = (U − L) / ((1 − L)(U − 1))
///
/// Bounds cut linear and raking off at L and U; logit stays between them by itself and needs them.
///
/// - Source: Deville & Särndal (1992), *JASA* 87, cases 1, 2, 6 and 7.
package enum CalibrationDistance: Hashable, Sendable {
  case linear, raking, logit

  func factor(_ u: Double, bounds: ClosedRange<Double>) -> (g: Double, slope: Double) {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    switch self {
    case .linear: return cut(1 + u, slope: 1, bounds)
    case .raking: return cut(exp(u), slope: exp(u), bounds)
    case .logit:
      let a = (high - low) / ((1 - low) * (high - 1))
      // Divided through by the larger exponential, so that neither end overflows.
      let (x, y) = u > 0 ? ((high - 1) * exp(-a * u), 1 - low) : (high - 1, (1 - low) * exp(a * u))
      let share = y / (x + y)
      return (low + (high - low) * share, (high - low) * a * share * (1 - share))
    }
  }

  private func cut(_ g: Double, slope: Double, _ bounds: ClosedRange<Double>) -> (g: Double, slope: Double) {
    if g < bounds.lowerBound { return (bounds.lowerBound, 0) }
    if g > bounds.upperBound { return (bounds.upperBound, 0) }
    return (g, slope)
  }
}

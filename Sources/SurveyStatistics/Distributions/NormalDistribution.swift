import Glibc

/// The standard normal distribution, to the precision of the C library's `erfc`.
package enum NormalDistribution {
  package static func tails(at z: Double) -> TailProbabilities {
    TailProbabilities(lower: erfc(-z / 2.0.squareRoot()) / 2, upper: erfc(z / 2.0.squareRoot()) / 2)
  }

  package static func density(at z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// z with P(Z ≤ z) = p. ∓∞ at 0 and 1, not a number outside.
  ///
  /// - Source: the starting value is Abramowitz & Stegun 26.2.23, improved by Halley's steps.
  package static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p == 0.5 { return 0 }
    // 1 − p is exact above a half.
    if p > 0.5 { return -quantile(1 - p) }
    let r = (-2 * log(p)).squareRoot()
    var z =
      (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308))) - r
    for _ in 0..<8 {
      let step = (tails(at: z).lower - p) / density(at: z)
      let next = z - step / (1 + z * step / 2)
      guard next.isFinite else { return z }
      if (next - z).magnitude <= 0x1p-52 * z.magnitude { return next }
      z = next
    }
    return z
  }
}

import Glibc

/// Student's t distribution with any number of degrees of freedom above 0, fractions and ∞ included.
///
/// - Source: tails by the incomplete beta function, DLMF 8.17; quantiles by its inverse, and from 100,000 degrees
///   of freedom by the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5), exact there to double precision.
/// - Refuses: 0 degrees of freedom: `nil`, since a sample that cannot tell its spread has no interval.
package struct StudentT: Hashable, Sendable {
  package let degreesOfFreedom: Double

  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0 else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  package init?(degreesOfFreedom: Int) { self.init(degreesOfFreedom: Double(degreesOfFreedom)) }

  package func tails(at t: Double) -> TailProbabilities {
    guard let beta, t.isFinite else { return NormalDistribution.tails(at: t) }
    let total = degreesOfFreedom + t * t
    let outside = total.isFinite ? beta.tails(x: degreesOfFreedom / total, complement: t * t / total).lower : 0
    let tails = TailProbabilities(upper: outside / 2)
    return t < 0 ? tails.mirrored : tails
  }

  /// t with P(T ≤ t) = p. ∓∞ at 0 and 1, not a number outside.
  package func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p == 0.5 { return 0 }
    if p > 0.5 { return -quantile(1 - p) }
    guard degreesOfFreedom < 100_000, let beta else { return expansion(NormalDistribution.quantile(p)) }
    let (x, y) = beta.quantile(of: TailProbabilities(lower: 2 * p))
    return -(degreesOfFreedom * y / x).squareRoot()
  }

  private var beta: BetaDistribution? { BetaDistribution(a: degreesOfFreedom / 2, b: 0.5) }

  private func expansion(_ z: Double) -> Double {
    let s = z * z
    let g1 = (s + 1) * z / 4
    let g2 = ((5 * s + 16) * s + 3) * z / 96
    let g3 = (((3 * s + 19) * s + 17) * s - 15) * z / 384
    let g4 = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) * z / 92_160
    let v = 1 / degreesOfFreedom
    return z + v * (g1 + v * (g2 + v * (g3 + v * g4)))
  }
}

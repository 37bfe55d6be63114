import Glibc

/// The beta distribution: tails to about 1e−14 (relative) and quantiles to 1e−13.
///
/// - Source: regularised incomplete beta function by the continued fraction of Didonato & Morris (1992), *ACM
///   Transactions on Mathematical Software* 18; the factor before it after Loader (2000). Both are written so that
///   large parameters cost no precision.
/// - Refuses: parameters that are not above 0 and finite: `nil`.
package struct BetaDistribution: Hashable, Sendable {
  package let a: Double
  package let b: Double

  package init?(a: Double, b: Double) {
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    self.a = a
    self.b = b
  }

  package func tails(at x: Double) -> TailProbabilities { tails(x: x, complement: 1 - x) }

  /// The tails at x, with 1 − x given too, since near 1 it cannot be had from x.
  func tails(x: Double, complement y: Double) -> TailProbabilities {
    guard x > 0 else { return x.isNaN ? TailProbabilities(lower: .nan, upper: .nan) : .allAbove }
    guard y > 0 else { return .allBelow }
    return distanceFromMean(x, y) >= 0
      ? belowMean(x: x, complement: y) : swapped.belowMean(x: y, complement: x).mirrored
  }

  /// x with P(X ≤ x) = p, and 1 − x with a precision of its own.
  package func quantile(_ p: Double) -> Double { quantile(of: TailProbabilities(lower: p)).x }

  func quantile(of wanted: TailProbabilities) -> (x: Double, complement: Double) {
    guard wanted.lower >= 0, wanted.upper >= 0 else { return (.nan, .nan) }
    if wanted.lower == 0 { return (0, 1) }
    if wanted.upper == 0 { return (1, 0) }
    let atHalf = tails(x: 0.5, complement: 0.5)
    let isBelowHalf = wanted.lower <= wanted.upper ? atHalf.lower >= wanted.lower : atHalf.upper <= wanted.upper
    guard isBelowHalf else {
      let (y, x) = swapped.belowHalf(wanted.mirrored)
      return (x, y)
    }
    return belowHalf(wanted)
  }

  private var swapped: BetaDistribution { BetaDistribution(unchecked: b, a) }

  private init(unchecked a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  private func belowHalf(_ wanted: TailProbabilities) -> (x: Double, complement: Double) {
    let u = quantileOnLogScale(of: wanted, from: log(min(0.5, a / (a + b))), in: -1e4...log(0.5)) { u in
      let x = exp(u)
      guard x > 0 else { return (.allAbove, 0) }
      return (tails(x: x, complement: 1 - x), scale(x: x, complement: 1 - x) / (1 - x))
    }
    return (exp(u), -expm1(u))
  }

  /// xᵃ(1 − x)ᵇ / B(a, b)
  private func scale(x: Double, complement y: Double) -> Double {
    let n = a + b
    let error =
      LogDensityTerms.stirlingError(n) - LogDensityTerms.stirlingError(a) - LogDensityTerms.stirlingError(b)
    let distance = distanceFromMean(x, y)
    let deviance =
      LogDensityTerms.deviance(a, mean: n * x, difference: distance)
      + LogDensityTerms.deviance(b, mean: n * y, difference: -distance)
    return (a / n * b / (2 * .pi)).squareRoot() * exp(error - deviance)
  }

  /// λ = a − (a + b)x, without the rounding of that difference when x is near 1.
  private func distanceFromMean(_ x: Double, _ y: Double) -> Double { a * y - b * x }

  /// The continued fraction at or below the mean, where its first term cannot cancel.
  private func belowMean(x: Double, complement y: Double) -> TailProbabilities {
    let lambda = distanceFromMean(x, y)
    var fraction = a / (a + 1) * (lambda + 1)
    var (c, d) = (fraction, 0.0)
    var n = 1.0
    while n < 1_000_000 {
      let odd = a + 2 * n - 1
      let numerator = (a + n - 1) / odd * ((a + b + n - 1) / odd) * n * (b - n) * x * x
      let denominator = n + n * (b - n) * x / odd + (a + n) / (odd + 2) * (lambda + 1 + n * (1 + y))
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      fraction *= c * d
      if (c * d - 1).magnitude < 0x1p-52 { break }
      n += 1
    }
    return TailProbabilities(lower: min(1, scale(x: x, complement: y) / fraction))
  }
}

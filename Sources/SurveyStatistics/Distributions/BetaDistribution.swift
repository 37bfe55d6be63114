import Glibc

/// The beta distribution: tails to about 1e−14 (relative) and quantiles to 1e−13.
///
/// - Source: regularised incomplete beta function by its continued fraction, DLMF 8.17.22; the factor before it
///   after Loader (2000), so that large parameters cost no precision.
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
    if x > (a + 1) / (a + b + 2) { return swapped.smallerTail(x: y, complement: x).mirrored }
    return smallerTail(x: x, complement: y)
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
    let deviance = LogDensityTerms.deviance(a, mean: n * x) + LogDensityTerms.deviance(b, mean: n * y)
    return (a / n * b / (2 * .pi)).squareRoot() * exp(error - deviance)
  }

  /// Where the continued fraction converges fast: x at or below about the mean.
  private func smallerTail(x: Double, complement y: Double) -> TailProbabilities {
    let tiny = 1e-300
    let n = a + b
    var c = 1.0
    var d = 1 - n * x / (a + 1)
    d = 1 / (d.magnitude < tiny ? tiny : d)
    var fraction = d
    var m = 1.0
    while m < 1_000_000 {
      func step(_ coefficient: Double) -> Double {
        d = 1 + coefficient * d
        d = 1 / (d.magnitude < tiny ? tiny : d)
        c = 1 + coefficient / c
        if c.magnitude < tiny { c = tiny }
        fraction *= d * c
        return d * c
      }
      _ = step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)))
      let last = step(-(a + m) * (n + m) * x / ((a + 2 * m) * (a + 2 * m + 1)))
      if (last - 1).magnitude < 0x1p-52 { break }
      m += 1
    }
    return TailProbabilities(lower: min(1, scale(x: x, complement: y) * fraction / a))
  }
}

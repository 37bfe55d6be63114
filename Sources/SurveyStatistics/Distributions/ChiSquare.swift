import Glibc

/// The chi-square distribution; degrees of freedom need not be whole.
///
/// - Source: regularised incomplete gamma function by its series and its continued fraction, DLMF 8.11.4 and 8.9.2;
///   the factor before them after Loader (2000).
/// - Refuses: degrees of freedom that are not above 0 and finite: `nil`.
package struct ChiSquare: Hashable, Sendable {
  package let degreesOfFreedom: Double
  private var shape: Double { degreesOfFreedom / 2 }

  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  package func tails(at value: Double) -> TailProbabilities {
    guard value > 0 else { return value.isNaN ? TailProbabilities(lower: .nan) : .allAbove }
    guard value < .infinity else { return .allBelow }
    let x = value / 2
    return x < shape + 1
      ? TailProbabilities(lower: min(1, scale(x) * series(x)))
      : TailProbabilities(upper: min(1, scale(x) * fraction(x)))
  }

  package func quantile(_ p: Double) -> Double {
    let wanted = TailProbabilities(lower: p)
    guard wanted.lower >= 0, wanted.upper >= 0 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let u = quantileOnLogScale(of: wanted, from: log(shape), in: -1e4...700) { u in
      let x = exp(u)
      guard x > 0 else { return (.allAbove, 0) }
      return (tails(at: 2 * x), scale(x))
    }
    return 2 * exp(u)
  }

  /// xˢ e⁻ˣ / Γ(s)
  private func scale(_ x: Double) -> Double {
    (shape / (2 * .pi)).squareRoot()
      * exp(-LogDensityTerms.stirlingError(shape) - LogDensityTerms.deviance(shape, mean: x))
  }

  private func series(_ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var n = shape
    while term > sum * 0x1p-54 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum
  }

  private func fraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var value = d
    var n = 1.0
    while n < 1_000_000 {
      let a = n * (shape - n)
      b += 2
      d = 1 / (b + a * d)
      c = b + a / c
      value *= c * d
      if (c * d - 1).magnitude < 0x1p-52 { break }
      n += 1
    }
    return value
  }
}

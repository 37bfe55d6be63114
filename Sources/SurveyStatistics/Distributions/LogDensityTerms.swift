import Glibc

/// The two terms that let densities with large parameters be computed without subtracting large logarithms.
///
/// - Source: Loader (2000), *Fast and accurate computation of binomial probabilities*.
enum LogDensityTerms {
  /// δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π, the error of Stirling's formula, for n > 0.
  static func stirlingError(_ n: Double) -> Double {
    var n = n
    var sum = 0.0
    // δ(n) − δ(n + 1) = (n + ½) ln(1 + 1/n) − 1, up to where the series has full precision.
    while n < 16 {
      sum += (n + 0.5) * log1p(1 / n) - 1
      n += 1
    }
    let s = 1 / (n * n)
    let series =
      1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * 691.0 / 360_360))))
    return sum + series / n
  }

  /// D(x, m) = x ln(x/m) + m − x for x, m > 0: never negative, 0 at x = m. The difference x − m is given by
  /// callers who can have it without the rounding of m.
  static func deviance(_ x: Double, mean m: Double, difference given: Double? = nil) -> Double {
    let difference = given ?? x - m
    guard difference.magnitude < 0.1 * (x + m) else { return x * log(x / m) - difference }
    // With v = (x − m)/(x + m), ln(x/m) = 2(v + v³/3 + v⁵/5 + …).
    let v = difference / (x + m)
    var term = 2 * x * v
    var sum = difference * v
    var odd = 3.0
    while true {
      term *= v * v
      let next = sum + term / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }
}

import Glibc

/// Both sides of a distribution at a point: each keeps its own relative precision, however small.
package struct TailProbabilities: Hashable, Sendable {
  package var lower: Double
  package var upper: Double

  static let allAbove = TailProbabilities(lower: 0, upper: 1)
  static let allBelow = TailProbabilities(lower: 1, upper: 0)

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  init(lower: Double) { self.init(lower: lower, upper: 1 - lower) }
  init(upper: Double) { self.init(lower: 1 - upper, upper: upper) }

  var mirrored: TailProbabilities { TailProbabilities(lower: upper, upper: lower) }
}

/// Finds u where a distribution over x = eᵘ has the given tails, by Newton's steps on the logarithm of the smaller
/// tail, kept inside a bracket that bisection narrows.
///
/// - Parameter at: the tails at u and the density there, d(lower)/du.
func quantileOnLogScale(
  of wanted: TailProbabilities, from start: Double, in bracket: ClosedRange<Double>,
  at: (Double) -> (tails: TailProbabilities, density: Double)
) -> Double {
  let useLower = wanted.lower <= wanted.upper
  let target = log(useLower ? wanted.lower : wanted.upper)
  var (low, high) = (bracket.lowerBound, bracket.upperBound)
  var u = min(max(start, low), high)
  for _ in 0..<200 {
    let (tails, density) = at(u)
    let tail = useLower ? tails.lower : tails.upper
    let excess = log(tail) - target
    let isTooHigh = useLower ? excess > 0 : excess < 0
    if excess == 0 { return u }
    if isTooHigh { high = u } else { low = u }
    var next = u - (useLower ? excess : -excess) * tail / density
    if !(next > low && next < high) { next = low + (high - low) / 2 }
    if (next - u).magnitude <= 0x1p-53 * max(1, u.magnitude) || next == low || next == high { return next }
    u = next
  }
  return u
}

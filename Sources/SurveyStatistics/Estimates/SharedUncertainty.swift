/// What the uncertainty of the answers themselves adds to a variance when optimism is partly shared (F20).
///
///     Var = (1 − ρ)·Σ w v + ρ·(Σ w √v)²
///
/// The total speaks of N units, each with an uncertain future of its own: an answer with variance v stands for w such
/// units. Were they uncertain each by itself (ρ = 0), the units' own variances add up over the population, Σ_U v, and
/// Σ w v estimates that: not Σ w² v, which would let all units behind one answer err as one. If all err together
/// (ρ = 1), it is (Σ_U √v)². Every pair of units has correlation ρ; a unit with itself has 1, which leaves 1 − ρ with
/// the first term.
///
/// - Unit: that of the measure, squared.
/// - Source: variance of a sum with one common correlation; the reading of w is this project's.
package struct SharedUncertainty: Hashable, Sendable {
  /// Standard error at ρ = 0.
  package let apart: Double
  /// Standard error at ρ = 1.
  package let together: Double

  package static let none = SharedUncertainty(apart: 0, together: 0)

  package init(apart: Double, together: Double) {
    self.apart = apart
    self.together = together
  }

  package func variance(sharedOptimism rho: Double) -> Double {
    (1 - rho) * apart * apart + rho * together * together
  }
}

/// The sums behind `SharedUncertainty`, of a pair of values (y, x).
///
/// - Parameters of `add`: √v of y and of x, each with the sign in which optimism moves it; what offsets within one unit
///   or between units does so here.
package struct SharedUncertaintySums: Sendable {
  private var yy = CompensatedSum()
  private var xx = CompensatedSum()
  private var xy = CompensatedSum()
  private var y = CompensatedSum()
  private var x = CompensatedSum()

  package init() {}

  package mutating func add(y deviationY: Double, x deviationX: Double, weight: Double) {
    yy += weight * deviationY * deviationY
    xx += weight * deviationX * deviationX
    xy += weight * deviationX * deviationY
    y += weight * deviationY
    x += weight * deviationX
  }

  package var ofTotal: SharedUncertainty {
    SharedUncertainty(apart: max(0, yy.value).squareRoot(), together: y.value.magnitude)
  }

  /// Of y/x, linearised: the same sums of (y − R·x)/X.
  package func ofRatio(_ ratio: RatioEstimate) -> SharedUncertainty {
    let (r, total) = (ratio.ratio.value, ratio.denominator.magnitude)
    guard total > 0 else { return .none }
    let apart = max(0, yy.value - 2 * r * xy.value + r * r * xx.value)
    return SharedUncertainty(apart: apart.squareRoot() / total, together: (y.value - r * x.value).magnitude / total)
  }
}

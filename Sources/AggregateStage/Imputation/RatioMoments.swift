/// A ratio of answers to their base, with its sampling variance, gathered in one pass.
///
///     r    = Σ w y / Σ w x
///     v(r) = n/(n − 1) · Σ w²(y − r x)² / (Σ w x)²
///
/// - Unit: that of y per unit of x. No finite population correction: the ratio is used for units that are not among
///   the n.
/// - Source: linearised variance of a ratio, Särndal, Swensson & Wretman (1992), ch. 5.6.
struct RatioMoments: Sendable {
  private(set) var count = 0
  private var wy = 0.0
  private var wx = 0.0
  private var wwyy = 0.0
  private var wwxy = 0.0
  private var wwxx = 0.0
  /// Σ w √v over answers given as low, best and high (F20).
  private var deviations = 0.0

  mutating func add(y: Double, x: Double, weight: Double, deviation: Double) {
    let (wy, wx) = (weight * y, weight * x)
    count += 1
    self.wy += wy
    self.wx += wx
    wwyy += wy * wy
    wwxy += wx * wy
    wwxx += wx * wx
    deviations += weight * deviation
  }

  mutating func merge(_ later: RatioMoments) {
    count += later.count
    wy += later.wy
    wx += later.wx
    wwyy += later.wwyy
    wwxy += later.wwxy
    wwxx += later.wwxx
    deviations += later.deviations
  }

  var hasBase: Bool { wx > 0 }
  var ratio: Double { wx > 0 ? wy / wx : 0 }
  /// √v of an answer per unit of its base.
  var deviation: Double { wx > 0 ? deviations / wx : 0 }

  /// v(r), as a share of r²; 0 where the ratio is 0 or rests on one answer.
  var relativeVariance: Double {
    guard count > 1, wx > 0, wy > 0 else { return 0 }
    let r = ratio
    let n = Double(count)
    return n / (n - 1) * max(0, wwyy - 2 * r * wwxy + r * r * wwxx) / (wy * wy)
  }
}

/// A ratio of two totals, with the totals themselves.
package struct RatioEstimate: Hashable, Sendable {
  package var ratio: SampleEstimate
  package var numerator: Double
  package var denominator: Double
}

/// Estimates the ratio of two totals of a domain from response groups (F3). A share or a mean is the ratio whose
/// x is 1 for every unit of the domain.
///
///     R̂    = Ŷ / X̂ = Σ w y / Σ w x
///     v(R̂) = Σ_g (1 − a_g/N_g) · a_g/(a_g − 1) · Σ_k (z_k − z̄_g)²,   z_k = w_g·(y_k − R̂·x_k) / X̂
///
/// - Unit: that of y per unit of x.
/// - Domain: by zeroing, as in `domainTotal`.
/// - Source: Särndal, Swensson & Wretman (1992), ch. 5.6 and 10. Checked against R's survey in `ReferenceValues`.
/// - Returns: `nil` where X̂ is 0: the ratio is undefined, which is not the same as 0.
/// - Throws: as `domainTotal`.
/// - Complexity: O(groups of the cell), no second pass over the answers.
package func domainRatio(
  _ cell: CellMoments, design: ResponseDesign
) throws(DesignError) -> RatioEstimate? {
  var y = CompensatedSum()
  var x = CompensatedSum()
  for (group, moments) in cell.met {
    _ = try design.complete(moments, group: group)
    y += design.weights[group] * moments.sumY
    x += design.weights[group] * moments.sumX
  }
  guard x.value != 0 else { return nil }
  let ratio = y.value / x.value
  var variance = CompensatedSum()
  for (group, moments) in cell.met {
    let all = try design.complete(moments, group: group)
    variance += design.varianceFactors[group] * all.residualSquares(ratio: ratio)
  }
  return RatioEstimate(
    ratio: SampleEstimate(value: ratio, variance: variance.value / (x.value * x.value)),
    numerator: y.value, denominator: x.value)
}

extension GroupMoments {
  /// Σ (e − ē)² for e = y − R·x. What is smaller than the rounding of its own terms is 0, as it is where y is
  /// proportional to x.
  func residualSquares(ratio: Double) -> Double {
    let squares = centredYY + ratio * ratio * centredXX
    let value = squares - 2 * ratio * centredXY
    return value > squares * 0x1p-48 ? value : 0
  }
}

/// One of two estimates that are compared, as it stands in its table.
package struct ComparedEstimate: Hashable, Sendable {
  package var estimate: SampleEstimate
  /// Its 95 % limits, bounds for uncertain answers left out.
  package var limits: ConfidenceInterval
  /// Where uncertain answers may put the estimate; nil where none is uncertain.
  package var bounds: ConfidenceInterval?
  package var degreesOfFreedom: Int

  package init(
    estimate: SampleEstimate, limits: ConfidenceInterval, bounds: ConfidenceInterval? = nil, degreesOfFreedom: Int
  ) {
    self.estimate = estimate
    self.limits = limits
    self.bounds = bounds
    self.degreesOfFreedom = degreesOfFreedom
  }

  fileprivate var isExact: Bool { estimate.variance == 0 && limits.width == 0 }
}

/// The difference of two estimates and how far it is from none (F48).
package struct EstimateContrast: Hashable, Sendable {
  /// a − b, with the linearised variance.
  package var difference: SampleEstimate
  /// 95 % limits of this difference alone, widened by the bounds for uncertain answers.
  package var limits: ConfidenceInterval
  /// Two-sided, at the place inside the bounds that is nearest to no difference; not adjusted for other comparisons.
  package var pValue: Double
}

/// Compares two estimates made from one sample.
///
///     t = |d| / s,   s = max(s_lin, s_own)
///     s_lin² = v_a + v_b − 2·c
///     s_own² = (e_a² + e_b² − 2·r·e_a·e_b) / t₀.₉₇₅²,   r = c / √(v_a·v_b)
///
/// with d the difference at the place inside the bounds that is nearest to 0, c the covariance of the two, and e the
/// distance from each estimate to that of its own limits which lies towards the other. The second form knows what the
/// first does not: that a share of 100 per cent from thirty answers has a limit, though they show no spread.
///
/// - Unit: that of the estimates; p is a probability. Student's t has the smaller of the two degrees of freedom.
/// - Source: linearised difference, Särndal, Swensson & Wretman (1992), ch. 5.5; limits of a difference from those of
///   its parts, Zou & Donner (2008), *Statistics in Medicine* 27. Taking the larger of the two is a rule of this project.
/// - Returns: nil where neither has degrees of freedom to tell its spread by. Two figures without any error differ
///   surely or not at all.
package func compareEstimates(_ a: ComparedEstimate, _ b: ComparedEstimate, covariance: Double) -> EstimateContrast? {
  let difference = difference(a.estimate, b.estimate, covariance: covariance)
  let (aBounds, bBounds) = (a.bounds ?? point(a), b.bounds ?? point(b))
  let bounds = ConfidenceInterval(
    lower: min(difference.value, aBounds.lower - bBounds.upper),
    upper: max(difference.value, aBounds.upper - bBounds.lower))
  let nearest = bounds.contains(0) ? 0 : bounds.lower > 0 ? bounds.lower : bounds.upper
  if a.isExact && b.isExact {
    return EstimateContrast(difference: difference, limits: bounds, pValue: nearest == 0 ? 1 : 0)
  }
  let degreesOfFreedom = [a, b].filter { !$0.isExact }.map(\.degreesOfFreedom).min() ?? 0
  guard let distribution = StudentT(degreesOfFreedom: degreesOfFreedom) else { return nil }
  let t = distribution.quantile(0.975)
  let product = (a.estimate.variance * b.estimate.variance).squareRoot()
  let correlation = product > 0 ? max(-1, min(1, covariance / product)) : 0
  /// The half-width on one side of the difference: towards less, a may be smaller and b larger.
  func margin(isLower: Bool) -> Double {
    let ofA = isLower ? a.estimate.value - a.limits.lower : a.limits.upper - a.estimate.value
    let ofB = isLower ? b.limits.upper - b.estimate.value : b.estimate.value - b.limits.lower
    let own = (max(0, ofA * ofA + ofB * ofB - 2 * correlation * ofA * ofB)).squareRoot()
    return max(own, t * difference.standardError)
  }
  let limits = ConfidenceInterval(
    lower: bounds.lower - margin(isLower: true), upper: bounds.upper + margin(isLower: false))
  guard nearest != 0 else { return EstimateContrast(difference: difference, limits: limits, pValue: 1) }
  let statistic = t * abs(nearest) / margin(isLower: nearest > 0)
  return EstimateContrast(
    difference: difference, limits: limits, pValue: min(1, 2 * distribution.tails(at: statistic).upper))
}

private func point(_ compared: ComparedEstimate) -> ConfidenceInterval {
  ConfidenceInterval(lower: compared.estimate.value, upper: compared.estimate.value)
}

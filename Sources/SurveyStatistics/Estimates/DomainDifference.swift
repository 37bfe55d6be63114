/// The covariance of the estimates of two domains that share no unit, as two municipalities or two sectors.
///
///     cov = Σ_g (1 − a_g/N_g) · a_g/(a_g − 1) · Σ_k (z_k − z̄_g)(z'_k − z̄'_g),   where z_k·z'_k = 0 for all k
///         = −Σ_g (1 − a_g/N_g) / (a_g − 1) · Σ z_k · Σ z'_k
///
/// with z as in `domainTotal`, or as in `domainRatio` for ratios.
///
/// - Unit: the product of the units of the two estimates.
/// - Source: F3 with two scores; Särndal, Swensson & Wretman (1992), ch. 5.5.
/// - Refuses: domains that overlap; the caller answers for that. Throws as `domainTotal`.
package func covarianceOfDisjointDomains(
  _ a: CellMoments, _ b: CellMoments, ratios: (a: RatioEstimate, b: RatioEstimate)? = nil, design: ResponseDesign
) throws(DesignError) -> Double {
  var covariance = CompensatedSum()
  var other = b.met.makeIterator()
  var next = other.next()
  for (group, moments) in a.met {
    while let candidate = next, candidate.group < group { next = other.next() }
    guard let candidate = next, candidate.group == group else { continue }
    _ = try design.complete(moments, group: group)
    _ = try design.complete(candidate.moments, group: group)
    let za = moments.scoreSum(ratios?.a)
    let zb = candidate.moments.scoreSum(ratios?.b)
    covariance += -design.varianceFactors[group] / Double(design.groups[group].observed) * za * zb
  }
  return covariance.value
}

/// The difference a − b of two estimates, given their covariance.
package func difference(_ a: SampleEstimate, _ b: SampleEstimate, covariance: Double) -> SampleEstimate {
  SampleEstimate(value: a.value - b.value, variance: max(0, a.variance + b.variance - 2 * covariance))
}

extension GroupMoments {
  fileprivate func scoreSum(_ ratio: RatioEstimate?) -> Double {
    guard let ratio else { return sumY }
    return (sumY - ratio.ratio.value * sumX) / ratio.denominator
  }
}

/// A quantile with its interval. A limit is `nil` where the interval of the share leaves 0 to 1.
package struct QuantileEstimate: Hashable, Sendable {
  package var value: Double
  package var lower: Double?
  package var upper: Double?
  /// (upper − lower) / 2t
  package var standardError: Double?
}

/// A quantile of a domain with Woodruff's interval: the interval of the share at or below the quantile, read back
/// through the same rule.
///
/// - Unit: that of the values.
/// - Parameter method: the interval of the share; `.wald`, `.logit`, `.beta` or `.arcsine`.
/// - Source: Woodruff (1952), *JASA* 47; as in R's `svyquantile`.
/// - Returns: `nil` for an empty domain.
/// - Throws: `DesignError` as the variance of a share.
package func quantileEstimate(
  _ p: Double, of y: [Double], sample: WeightedSample, domain: [Bool]? = nil, rule: QuantileRule = .math,
  method: ProportionMethod = .wald, level: Double = 0.95
) throws(DesignError) -> QuantileEstimate? {
  guard let shares = CumulatedShares(values: y, weights: sample.weights, domain: domain),
    let value = shares.quantile(p, rule), let below = sample.mean(y.map { $0 <= value ? 1 : 0 }, in: domain)
  else { return nil }
  let share = try sample.estimate(below)
  let degreesOfFreedom = domain.map(sample.design.degreesOfFreedom(in:)) ?? sample.design.degreesOfFreedom
  let size = effectiveSize(
    ofShare: share, answers: shares.values.count, frameUnits: nil, degreesOfFreedom: degreesOfFreedom, kish: nil,
    level: level)
  var result = QuantileEstimate(value: value)
  guard
    let interval = proportionInterval(
      share, method: method, degreesOfFreedom: degreesOfFreedom, effectiveSize: size, level: level)
  else { return result }
  result.lower = shares.quantile(interval.lower, rule)
  result.upper = shares.quantile(interval.upper, rule)
  if let lower = result.lower, let upper = result.upper,
    let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + level) / 2)
  {
    result.standardError = (upper - lower) / (2 * t)
  }
  return result
}

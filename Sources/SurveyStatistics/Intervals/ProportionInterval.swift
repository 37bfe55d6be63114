import Glibc

/// Ways to put limits around an estimated share p̂ that respect 0 and 1 better than p̂ ± t·se, which is `wald`.
package enum ProportionMethod: Hashable, Sendable, CaseIterable {
  case wald, logit, arcsine, beta, wilson
}

/// Confidence interval of a share.
///
///     wald      p̂ ± t·se
///     logit     L⁻¹(L(p̂) ± t·se / (p̂(1 − p̂))),  L(p) = ln(p / (1 − p))
///     arcsine   sin²(arcsin √p̂ ± t·se / (2√(p̂(1 − p̂)))), the angle kept within [0, π/2]
///     beta      Korn–Graubard: Clopper–Pearson's limits with x = n*·p̂ of n* answers
///     wilson    (p̂ + z²/2n* ± z√(p̂(1 − p̂)/n* + z²/4n*²)) / (1 + z²/n*)
///
/// - Unit: fractions. t has `degreesOfFreedom`, those of the domain; n* is `effectiveSize`, which already carries
///   t, so that Wilson's z is normal.
/// - Source: Korn & Graubard (1998), *Survey Methodology* 24; Wilson (1927); logit and arcsine by linearisation.
///   Checked against R's `svyciprop` in `ReferenceValues`.
/// - Returns: `nil` for a share of 0 or 1 (see `exactLimit`), without degrees of freedom, or without an effective
///   size where the method needs one.
package func proportionInterval(
  _ share: SampleEstimate, method: ProportionMethod, degreesOfFreedom: Int, effectiveSize: Double? = nil,
  level: Double = 0.95
) -> ConfidenceInterval? {
  let p = share.value
  guard p > 0, p < 1, let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + level) / 2) else {
    return nil
  }
  let margin = t * share.standardError
  switch method {
  case .wald:
    return share.interval(multiplier: t)
  case .logit:
    let middle = log(p / (1 - p))
    let half = margin / (p * (1 - p))
    return ConfidenceInterval(lower: inverseLogit(middle - half), upper: inverseLogit(middle + half))
  case .arcsine:
    let angle = asin(p.squareRoot())
    let half = margin / (2 * (p * (1 - p)).squareRoot())
    let (low, high) = (sin(max(0, angle - half)), sin(min(.pi / 2, angle + half)))
    return ConfidenceInterval(lower: low * low, upper: high * high)
  case .beta:
    return effectiveSize.flatMap { clopperPearson(share: p, size: $0, level: level) }
  case .wilson:
    guard let n = effectiveSize, n > 0 else { return nil }
    let z = NormalDistribution.quantile((1 + level) / 2)
    let middle = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return ConfidenceInterval(lower: max(0, (middle - half) / scale), upper: min(1, (middle + half) / scale))
  }
}

/// The one-sided limit of a share of which none, or all, of n* answers were seen: pᵤ with (1 − pᵤ)ⁿ = 1 − level.
///
/// - Source: Clopper & Pearson (1934), all of the error on the one open side.
/// - Returns: `nil` for any other share, or for an effective size that is not above 0.
package func exactLimit(share: Double, effectiveSize: Double, level: Double = 0.95) -> ConfidenceInterval? {
  guard effectiveSize > 0, share == 0 || share == 1 else { return nil }
  let limit = -expm1(log1p(-level) / effectiveSize)
  return share == 0 ? ConfidenceInterval(lower: 0, upper: limit) : ConfidenceInterval(lower: 1 - limit, upper: 1)
}

private func clopperPearson(share p: Double, size n: Double, level: Double) -> ConfidenceInterval? {
  guard let lower = BetaDistribution(a: n * p, b: n * (1 - p) + 1),
    let upper = BetaDistribution(a: n * p + 1, b: n * (1 - p))
  else { return nil }
  return ConfidenceInterval(lower: lower.quantile((1 - level) / 2), upper: upper.quantile((1 + level) / 2))
}

private func inverseLogit(_ x: Double) -> Double { x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)) }

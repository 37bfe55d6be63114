import Glibc

/// Limits of a share by its scaled likelihood: where the deviance from p̂ reaches what t allows.
///
///     p̂ ln(p̂/θ) + (1 − p̂) ln((1 − p̂)/(1 − θ)) = t² · v(p̂) · n/(n − 1) / (2 p̂(1 − p̂))
///
/// - Unit: fractions. n answers; t with the degrees of freedom of the domain.
/// - Source: Rao & Scott (1984), *Annals of Statistics* 12, scaled likelihood ratio; n/(n − 1) is the dispersion that
///   R's `svyciprop(method = "likelihood")` has by way of a quasibinomial model.
/// - Returns: `nil` for a share of 0 or 1, fewer than two answers, or without degrees of freedom.
package func likelihoodInterval(
  _ share: SampleEstimate, answers: Int, degreesOfFreedom: Int, level: Double = 0.95
) -> ConfidenceInterval? {
  let p = share.value
  guard p > 0, p < 1, answers > 1,
    let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + level) / 2)
  else { return nil }
  let n = Double(answers)
  let allowed = t * t * share.variance * n / (n - 1) / (2 * p * (1 - p))
  func limit(towards end: Double) -> Double {
    var (inside, outside) = (p, end)
    for _ in 0..<200 {
      let middle = inside + (outside - inside) / 2
      if middle == inside || middle == outside { break }
      let deviance = p * log(p / middle) + (1 - p) * log((1 - p) / (1 - middle))
      if deviance < allowed { inside = middle } else { outside = middle }
    }
    return inside
  }
  return ConfidenceInterval(lower: limit(towards: 0), upper: limit(towards: 1))
}

/// n*: how many answers of a simple random sample tell as much about a share as these do (F4).
///
///     n* = p̂(1 − p̂) / v(p̂) · (t_{m−1} / t_df)²,   at most m(N − 1)/(N − m)
///
/// For a share of 0 or 1 the variance says nothing: n* is Kish's effective size, with the same ceiling.
///
/// - Unit: answers.
/// - Parameters:
///   - answers: m, in the base of the share.
///   - frameUnits: N, of that base; `nil` where unknown: no ceiling.
///   - degreesOfFreedom: those of the base.
/// - Source: Korn & Graubard (1998), as in R's `svyciprop(method = "beta")`; the ceiling is a rule of this project,
///   the effective size of a simple random sample without replacement.
/// - Returns: ∞ when all N units answered: there is no sampling error and no interval. `nil` when the spread cannot be
///   told (m < 2 or no degrees of freedom, and a share inside 0 and 1).
package func effectiveSize(
  ofShare share: SampleEstimate, answers: Int, frameUnits: Int?, degreesOfFreedom: Int, kish: KishEffectiveSize?,
  level: Double = 0.95
) -> Double? {
  var ceiling = Double.infinity
  if let frameUnits {
    if answers >= frameUnits { return .infinity }
    ceiling = Double(answers) * Double(frameUnits - 1) / Double(frameUnits - answers)
  }
  let p = share.value
  guard p > 0, p < 1 else { return kish.map { min($0.effectiveSize, ceiling) } }
  guard let simple = StudentT(degreesOfFreedom: answers - 1)?.quantile((1 + level) / 2),
    let design = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + level) / 2)
  else { return nil }
  let loss = simple / design
  return min(p * (1 - p) / share.variance * loss * loss, ceiling)
}

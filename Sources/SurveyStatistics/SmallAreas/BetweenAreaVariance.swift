import Glibc

/// σ²_u of F39: how much areas differ beyond what their covariates and chance explain, by restricted maximum likelihood.
///
///     ℓ(σ²)  = −½·[Σ ln(σ² + ψ_m) + ln |X′WX| + Σ w_m·r_m²],   w_m = 1/(σ² + ψ_m)
///     2ℓ′(σ²) = Σ w_m²·r_m² − Σ w_m·(1 − h_m)
///
/// r the residuals of the weighted line, h its leverages. REML and not maximum likelihood, which with eight areas and two
/// coefficients takes a quarter of σ² away; and not the moment estimator of Prasad and Rao or Fay and Herriot's
/// iteration, which are less sure where ψ_m differ much, as they do between a small and a large municipality, and come out
/// at 0 more often than they need.
///
/// With residuals turned so that they are independent, ℓ is a sum of terms −½·[ln(σ² + λ_i) + z_i²/(σ² + λ_i)], each of
/// which falls beyond z_i² − λ_i. No maximum can then lie above Σ z_i², the unweighted sum of squares. Everything up to
/// there is searched, for ℓ may have more than one peak; the highest counts.
///
/// - Unit: the mean of ψ, which is 1 in what is given here.
/// - Source: Patterson & Thompson (1971), *Biometrika* 58; Rao & Molina (2015), *Small Area Estimation*, ch. 6.1.2.
struct BetweenAreaVariance {
  let direct: [Double]
  let variances: [Double]
  /// Orthonormal.
  let columns: [[Double]]

  /// Below a thousand-millionth of the mean ψ it is 0: no area's estimate would show the difference.
  private static let floor = 1e-9
  private static let steps = 240

  /// The highest peak of ℓ; nil where that is at 0.
  func estimate() -> Double? {
    let floor = Self.floor
    let squares = OrthonormalBasis(columns: columns, weights: direct.map { _ in 1 }).residual(direct).map { $0 * $0 }
    let ceiling = squares.compensatedSum() * (1 + 1e-9)
    guard ceiling > floor else { return nil }
    var below = line(floor)
    var best = below.score > 0 ? nil : (variance: 0.0, likelihood: below.likelihood)
    for step in 1...Self.steps {
      let part = Double(step) / Double(Self.steps)
      let above = line(step == Self.steps ? ceiling : floor * pow(ceiling / floor, part))
      if below.score > 0, above.score <= 0 {
        let peak = line(root(between: below.betweenVariance, and: above.betweenVariance))
        if peak.likelihood > best?.likelihood ?? -.infinity { best = (peak.betweenVariance, peak.likelihood) }
      }
      below = above
    }
    return best.flatMap { $0.variance > floor ? $0.variance : nil }
  }

  func line(_ variance: Double) -> AreaLine {
    AreaLine(direct: direct, variances: variances, columns: columns, betweenVariance: variance)
  }

  /// Halved until no number lies between.
  private func root(between low: Double, and high: Double) -> Double {
    var (low, high) = (low, high)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if line(middle).score > 0 { low = middle } else { high = middle }
    }
  }
}

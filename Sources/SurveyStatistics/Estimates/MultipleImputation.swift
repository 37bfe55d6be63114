/// An estimate from m sets of data in which missing answers are drawn, by Rubin's rules (F21).
///
///     Q̄ = Σ Q_d / m      Ū = Σ U_d / m      B = Σ (Q_d − Q̄)² / (m − 1)
///     T = Ū + (1 + 1/m)·B
///     λ = (1 + 1/m)·B / T          ν_old = (m − 1) / λ²
///     ν_obs = (ν_com + 1)/(ν_com + 3) · ν_com · (1 − λ)          ν = 1 / (1/ν_old + 1/ν_obs)
///
/// - Unit: that of the estimates; variances are that unit squared.
/// - Where nothing was drawn (B = 0) the degrees of freedom are those of the design, ν_com. Where the whole population
///   is observed (Ū = 0) they are ν_old: the design then has no sampling error whose spread must be told. ν is never
///   below 1.
/// - Source: Rubin (1987), *Multiple Imputation for Nonresponse in Surveys*, ch. 3; Barnard & Rubin (1999),
///   *Biometrika* 86. Checked against values worked outside this project in `MultipleImputationTests`.
package struct MultipleImputation: Hashable, Sendable {
  /// Q̄.
  package let estimate: Double
  /// Ū: what the sample itself leaves open, had every answer been given.
  package let within: Double
  /// (1 + 1/m)·B: what the missing answers add.
  package let imputation: Double
  package let draws: Int

  /// - Parameter within: Ū.
  /// - Returns: nil for fewer than two draws: their spread cannot be told.
  package init?(draws estimates: [Double], within: Double) {
    guard estimates.count > 1 else { return nil }
    let m = Double(estimates.count)
    let mean = estimates.compensatedSum() / m
    let squares = estimates.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
    estimate = mean
    self.within = within
    imputation = (1 + 1 / m) * squares / (m - 1)
    draws = estimates.count
  }

  /// T.
  package var variance: Double { within + imputation }

  /// λ: how much of the variance is there because answers are missing, 0 to 1.
  package var missingShare: Double { variance > 0 ? imputation / variance : 0 }

  /// ν. - Parameter complete: ν_com, those of the design.
  package func degreesOfFreedom(complete: Int) -> Double {
    guard imputation > 0 else { return Double(complete) }
    let lambda = missingShare
    let old = Double(draws - 1) / (lambda * lambda)
    guard within > 0 else { return max(1, old) }
    let design = Double(complete)
    let observed = (design + 1) / (design + 3) * design * (1 - lambda)
    return observed > 0 ? max(1, 1 / (1 / old + 1 / observed)) : 1
  }
}

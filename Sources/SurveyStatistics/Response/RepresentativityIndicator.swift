/// One stratum of a sample with its response, as the R-indicator sees it.
package struct ResponseStratum: Hashable, Sendable {
  /// N_h: units of the frame that could have been asked.
  package var population: Int
  /// n_h: units approached that could answer.
  package var approached: Int
  /// r_h: those of them that did.
  package var responded: Int

  package init(population: Int, approached: Int, responded: Int) {
    self.population = population
    self.approached = approached
    self.responded = responded
  }
}

/// How evenly a population answers: 1 when every stratum responds alike, 0 when one half of it does and the other does
/// not.
package struct Representativity: Hashable, Sendable {
  /// R with the bias of small strata taken out; at most 1.
  package var indicator: Double
  /// R as the definition has it; chance alone makes it smaller than it should be.
  package var unadjusted: Double
  /// S² less its bias: unbiased, and so below 0 at times where chance alone explains the differences.
  package var spreadSquared: Double
  /// Of the adjusted R; nil where the spread is no larger than chance makes it, for then it has no linear part.
  package var standardError: Double?
  /// ρ̄: the mean propensity over the population.
  package var meanPropensity: Double
}

/// The R-indicator of response by stratum (F43).
///
///     R    = 1 − 2·S(ρ̂)        S²(ρ̂) = N/(N − 1) · Σ_h W_h·(ρ̂_h − ρ̄)²,   ρ̂_h = r_h/n_h,   W_h = N_h/N,   ρ̄ = Σ_h W_h·ρ̂_h
///     bias of S²                = N/(N − 1) · Σ_h W_h·(1 − W_h)·v_h,   v_h = ρ̂_h·(1 − ρ̂_h)/(n_h − 1)
///     Var(S²)                   ≈ 4·Σ_h a_h²·v_h + 2·Σ_h Σ_k A_hk²·v_h·v_k,   A = N/(N − 1)·(diag W − W·Wᵀ),   a = A·ρ̂
///     s.e.(R)                   = √Var(S²) / S
///
/// - Unit: none; 0 to 1.
/// - Model: units of a stratum respond independently with the same chance, whichever were drawn. v_h is then unbiased
///   for Var(ρ̂_h), and S² less its bias unbiased for the spread of the true chances; below 0 it counts as 0. A stratum
///   of one approached unit tells no variance of its own and is given ρ̄·(1 − ρ̄).
/// - Domain: strata of which nobody was approached say nothing and are left out.
/// - Source: Schouten, Cobben & Bethlehem (2009), *Survey Methodology* 35, for R; that its plain estimate is biased
///   downwards, and why, Shlomo, Skinner & Schouten (2012), *Journal of Statistical Planning and Inference* 142. The
///   correction for strata follows from the variance of a binomial share and is checked by counting out every outcome.
/// - Returns: nil when nobody was approached.
/// - Throws: `DesignError` when a stratum has more answers than approached units, or a negative count.
/// - Complexity: O(strata²) for the standard error.
package func representativity(_ strata: [ResponseStratum]) throws(DesignError) -> Representativity? {
  for (number, stratum) in strata.enumerated() {
    if min(stratum.population, stratum.approached, stratum.responded) < 0 { throw .negativeCount(group: number) }
    if stratum.responded > stratum.approached {
      throw .moreAnswersThanUnits(group: number, answers: stratum.responded, units: stratum.approached)
    }
  }
  let asked = strata.filter { $0.approached > 0 && $0.population > 0 }
  let population = asked.reduce(0) { $0 + $1.population }
  guard population > 0 else { return nil }
  let shares = asked.map { Double($0.population) / Double(population) }
  let propensities = asked.map { Double($0.responded) / Double($0.approached) }
  let mean = min(1, zip(shares, propensities).map { $0 * $1 }.compensatedSum())
  let finite = population > 1 ? Double(population) / Double(population - 1) : 1
  let variances = zip(asked, propensities).map { stratum, propensity in
    stratum.approached > 1 ? propensity * (1 - propensity) / Double(stratum.approached - 1) : mean * (1 - mean)
  }
  // The terms Σ_k A_hk·ρ̂_k = W_h·(ρ̂_h − ρ̄), A_hh = W_h·(1 − W_h) and A_hk = −W_h·W_k, times N/(N − 1).
  let slopes = zip(shares, propensities).map { finite * $0 * ($1 - mean) }
  let squares = zip(slopes, propensities).map { $0 * ($1 - mean) }.compensatedSum()
  let bias = zip(shares, variances).map { finite * $0 * (1 - $0) * $1 }.compensatedSum()
  let linear = zip(slopes, variances).map { 4 * $0 * $0 * $1 }.compensatedSum()
  let weighted = zip(shares, variances).map { $0 * $0 * $1 }
  let all = weighted.compensatedSum()
  let crossed = shares.indices.map { h in
    let diagonal = shares[h] * (1 - shares[h]) * variances[h]
    return diagonal * diagonal + weighted[h] * (all - weighted[h])
  }.compensatedSum()
  let adjusted = squares - bias
  let variance = linear + 2 * finite * finite * crossed
  return Representativity(
    indicator: 1 - 2 * max(0, adjusted).squareRoot(), unadjusted: 1 - 2 * squares.squareRoot(), spreadSquared: adjusted,
    standardError: adjusted > 0 ? (variance / adjusted).squareRoot() : nil, meanPropensity: mean)
}

extension SampleDesign {
  /// The variance of estimates whose scores are given.
  ///
  ///     z_j  = scores of the sampled unit j of stratum h, summed over its units; 0 outside the domain
  ///     cov  = Σ_h (1 − n_h/N_h) · n_h/(n_h − 1) · Σ_j (z_j − z̄_h)(z'_j − z̄'_h)
  ///
  /// - Unit: the product of the units of the scores.
  /// - Domain: n_h counts all sampled units of the stratum; a stratum without a unit in the domain adds nothing, and
  ///   is not met. A stratum sampled in full adds nothing.
  /// - Source: Woodruff (1971), *JASA* 66; Särndal, Swensson & Wretman (1992), ch. 5.5. The rules for lone units are
  ///   those of R's survey.
  /// - Throws: `DesignError` for a lone unit under `fail`, and when `average` has nothing to average.
  package func variance(ofScores scores: [Double], domain: [Bool]? = nil) throws(DesignError) -> Double {
    try covariance(ofScores: [scores], domain: domain)[0][0]
  }

  package func covariance(ofScores scores: [[Double]], domain: [Bool]? = nil) throws(DesignError) -> [[Double]] {
    for column in [domain?.count].compactMap({ $0 }) + scores.map(\.count) where column != unitCount {
      throw .wrongLength(expected: unitCount, got: column)
    }
    let treatments = try treatments(in: domain)
    let totals = scores.map { column in
      var sums = Array(repeating: 0.0, count: stratumOfCluster.count)
      for (unit, cluster) in clusterOfUnit.enumerated() where domain?[unit] ?? true { sums[cluster] += column[unit] }
      return sums
    }
    let means = totals.map { sums in
      var means = Array(repeating: 0.0, count: clustersInStratum.count)
      for (cluster, stratum) in stratumOfCluster.enumerated() { means[stratum] += sums[cluster] }
      for stratum in means.indices {
        means[stratum] = treatments.isCentred[stratum] ? means[stratum] / Double(clustersInStratum[stratum]) : 0
      }
      return means
    }
    var result = Array(repeating: Array(repeating: 0.0, count: scores.count), count: scores.count)
    for a in scores.indices {
      for b in 0...a {
        var sum = CompensatedSum()
        for (cluster, stratum) in stratumOfCluster.enumerated() where treatments.factor[stratum] > 0 {
          let product = (totals[a][cluster] - means[a][stratum]) * (totals[b][cluster] - means[b][stratum])
          sum += treatments.factor[stratum] * product
        }
        result[a][b] = sum.value * treatments.scale
        result[b][a] = result[a][b]
      }
    }
    return result
  }

  /// How each stratum enters: the factor before its sum of squares, and whether the scores are centred.
  private func treatments(
    in domain: [Bool]?
  ) throws(DesignError) -> (factor: [Double], isCentred: [Bool], scale: Double) {
    let met = clustersMet(in: domain)
    var factor = Array(repeating: 0.0, count: met.count)
    var isCentred = Array(repeating: true, count: met.count)
    var (strataMet, loneMet) = (0, 0)
    for stratum in met.indices where met[stratum] > 0 {
      strataMet += 1
      let n = Double(clustersInStratum[stratum])
      let share = n == populationOfStratum[stratum] ? 0 : 1 - n / populationOfStratum[stratum]
      // Sampled in full: nothing to add, and never lone.
      if share == 0 { continue }
      if n > 1 { factor[stratum] = share * n / (n - 1) }
      guard n == 1 || (countsLoneInDomains && met[stratum] == 1) else { continue }
      switch loneUnits {
      case .fail:
        if n == 1 { throw .loneUnit(stratum: stratum) }
      case .certainty, .remove: break
      case .adjust:
        if n == 1 { factor[stratum] = share }
        isCentred[stratum] = false
      case .average:
        factor[stratum] = 0
        loneMet += 1
      }
    }
    guard loneMet < strataMet || loneMet == 0 else { throw .onlyLoneUnits }
    return (factor, isCentred, loneMet == 0 ? 1 : Double(strataMet) / Double(strataMet - loneMet))
  }
}

/// How units came into a sample: their weights, strata and clusters, and the sizes drawn from.
///
/// One-stage: the sampled unit is the cluster, or the unit itself where there are no clusters. The variance is
/// that between sampled units within strata. Without population sizes it is as if drawn with replacement.
///
/// - Throws: `DesignError` for no units, columns of unequal length, weights that are not finite or are negative, a
///   population size that varies within a stratum or is below the number of its sampled units, and a cluster that
///   lies in two strata.
package struct SampleDesign: Sendable {
  package let weights: [Double]
  package let loneUnits: LoneUnitRule
  /// Whether `adjust` and `average` also apply to a stratum with several sampled units of which one is in the domain.
  package let countsLoneInDomains: Bool

  let stratumOfCluster: [Int]
  let clusterOfUnit: [Int]
  /// n_h
  let clustersInStratum: [Int]
  /// N_h, ∞ without population sizes.
  let populationOfStratum: [Double]

  package init(
    weights: [Double], strata: Labels? = nil, clusters: Labels? = nil, populationSizes: [Double]? = nil,
    loneUnits: LoneUnitRule = .fail, countsLoneInDomains: Bool = false
  ) throws(DesignError) {
    guard !weights.isEmpty else { throw .noUnits }
    let strata = strata ?? Labels(one: weights.count)
    let clusters = clusters ?? Labels(each: weights.count)
    for length in [strata.codes.count, clusters.codes.count, populationSizes?.count ?? weights.count] {
      guard length == weights.count else { throw .wrongLength(expected: weights.count, got: length) }
    }
    if let unit = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .impossibleWeight(unit: unit) }

    var stratumOfCluster = Array(repeating: -1, count: clusters.count)
    var population = Array(repeating: Double.nan, count: strata.count)
    for unit in weights.indices {
      let (stratum, cluster) = (strata.codes[unit], clusters.codes[unit])
      let size = populationSizes?[unit] ?? .infinity
      if population[stratum].isNaN { population[stratum] = size }
      guard population[stratum] == size else { throw .impossiblePopulation(stratum: stratum) }
      if stratumOfCluster[cluster] < 0 { stratumOfCluster[cluster] = stratum }
      guard stratumOfCluster[cluster] == stratum else { throw .clusterInTwoStrata(cluster: cluster) }
    }
    var clustersInStratum = Array(repeating: 0, count: strata.count)
    for stratum in stratumOfCluster { clustersInStratum[stratum] += 1 }
    for (stratum, size) in population.enumerated() where !(size >= Double(clustersInStratum[stratum])) {
      throw .impossiblePopulation(stratum: stratum)
    }

    self.weights = weights
    self.loneUnits = loneUnits
    self.countsLoneInDomains = countsLoneInDomains
    self.stratumOfCluster = stratumOfCluster
    self.clusterOfUnit = clusters.codes
    self.clustersInStratum = clustersInStratum
    self.populationOfStratum = population
  }

  package var unitCount: Int { weights.count }

  /// Sampled units minus strata.
  package var degreesOfFreedom: Int { stratumOfCluster.count - clustersInStratum.count }

  /// Sampled units minus strata, of those met in the domain.
  package func degreesOfFreedom(in domain: [Bool]) -> Int {
    let met = clustersMet(in: domain)
    return met.reduce(0, +) - met.count { $0 > 0 }
  }

  /// Of each stratum, the sampled units with a unit in the domain.
  func clustersMet(in domain: [Bool]?) -> [Int] {
    guard let domain else { return clustersInStratum }
    var isMet = Array(repeating: false, count: stratumOfCluster.count)
    for (unit, cluster) in clusterOfUnit.enumerated() where domain[unit] { isMet[cluster] = true }
    var counts = Array(repeating: 0, count: clustersInStratum.count)
    for (cluster, stratum) in stratumOfCluster.enumerated() where isMet[cluster] { counts[stratum] += 1 }
    return counts
  }
}

/// Variance by leaving out one sampled unit at a time: JK1 without strata, JKn with.
///
///     weights of replicate j of stratum h:  0 for j,  w · n_h/(n_h − 1) for the rest of h,  w elsewhere
///     v = Σ_h (1 − n_h/N_h) · (n_h − 1)/n_h · Σ_j (θ_hj − θ₀)²
///
/// θ₀ is the mean of all replicates, or the estimate itself (`.estimate`, which cannot be smaller).
///
/// - Unit: the square of the statistic's.
/// - Source: Rust & Rao (1996), *Statistical Methods in Medical Research* 5; as in R's `as.svrepdesign`.
/// - Throws: `DesignError` for a stratum with a lone unit unless the rule takes it as certain or removes it. A stratum
///   sampled in full has no replicates.
/// - Returns: `nil` when the statistic is undefined for the sample or for a replicate.
/// - Complexity: as many computations of the statistic as there are sampled units.
package struct Jackknife: Sendable {
  package enum Centre: Hashable, Sendable {
    case replicateMean, estimate
  }

  package let design: SampleDesign
  package let centre: Centre

  package init(_ design: SampleDesign, centre: Centre = .replicateMean) {
    self.design = design
    self.centre = centre
  }

  package func estimate(_ statistic: ([Double]) -> Double?) throws(DesignError) -> SampleEstimate? {
    guard let estimate = statistic(design.weights) else { return nil }
    var unitsOfStratum = Array(repeating: [Int](), count: design.clustersInStratum.count)
    for (unit, cluster) in design.clusterOfUnit.enumerated() {
      unitsOfStratum[design.stratumOfCluster[cluster]].append(unit)
    }
    var replicates: [(value: Double, scale: Double)] = []
    var weights = design.weights
    for (cluster, stratum) in design.stratumOfCluster.enumerated() {
      let n = Double(design.clustersInStratum[stratum])
      let population = design.populationOfStratum[stratum]
      if n == population { continue }
      guard n > 1 else {
        if design.loneUnits == .certainty || design.loneUnits == .remove { continue }
        throw .loneUnit(stratum: stratum)
      }
      for unit in unitsOfStratum[stratum] {
        weights[unit] = design.clusterOfUnit[unit] == cluster ? 0 : design.weights[unit] * (n / (n - 1))
      }
      guard let value = statistic(weights) else { return nil }
      replicates.append((value, (1 - n / population) * (n - 1) / n))
      for unit in unitsOfStratum[stratum] { weights[unit] = design.weights[unit] }
    }
    let mean = replicates.lazy.map(\.value).compensatedSum() / Double(max(1, replicates.count))
    let middle = centre == .estimate ? estimate : mean
    let variance = replicates.lazy.map { $0.scale * ($0.value - middle) * ($0.value - middle) }.compensatedSum()
    return SampleEstimate(value: estimate, variance: variance)
  }

  /// The rank of the domain's replicate weights less 1, as R counts them: sampled units met, less one for each stratum
  /// but the first that is met in full, less 1.
  package func degreesOfFreedom(in domain: [Bool]) -> Int {
    let met = design.clustersMet(in: domain)
    let complete = zip(met, design.clustersInStratum).count { $0 == $1 }
    return met.reduce(0, +) - max(0, complete - 1) - 1
  }
}

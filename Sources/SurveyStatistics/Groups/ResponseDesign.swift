/// The response groups of a study with their weights: checked once, then used by every cell.
///
/// - Throws: `DesignError` of the first group, in the order given, that cannot carry an estimate: no answer, more
///   answers than units, or one answer that stands for several units.
package struct ResponseDesign: Sendable {
  package let groups: [ResponseGroup]
  /// F1, one per group.
  package let weights: [Double]
  /// (1 − a_g/N_g) · a_g/(a_g − 1) · w_g²: what a group's centred sum of squares of answers is multiplied by.
  /// 0 for a complete group.
  package let varianceFactors: [Double]
  /// Σ (a_g − 1) over all groups.
  package let degreesOfFreedom: Int

  package init(_ groups: [ResponseGroup]) throws(DesignError) {
    var weights: [Double] = []
    var factors: [Double] = []
    weights.reserveCapacity(groups.count)
    factors.reserveCapacity(groups.count)
    var degreesOfFreedom = 0
    for (number, group) in groups.enumerated() {
      let weight = try designWeight(of: group, number: number)
      if group.observed == 1 && !group.isComplete {
        throw .loneAnswer(group: number, frameUnits: group.frameUnits)
      }
      weights.append(weight)
      factors.append(varianceFactor(group, weight: weight))
      degreesOfFreedom += max(0, group.observed - 1)
    }
    self.groups = groups
    self.weights = weights
    self.varianceFactors = factors
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// The factor of one group; its weight is F1.
private func varianceFactor(_ group: ResponseGroup, weight: Double) -> Double {
  guard !group.isComplete else { return 0 }
  let observed = Double(group.observed)
  return (1 - observed / Double(group.frameUnits)) * (observed / (observed - 1)) * (weight * weight)
}

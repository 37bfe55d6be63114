/// Estimates the total of a domain from response groups (F3).
///
///     Ŷ    = Σ_g w_g · Σ y_k
///     v(Ŷ) = Σ_g (1 − a_g/N_g) · a_g/(a_g − 1) · Σ_k (z_k − z̄_g)²,   z_k = w_g·y_k
///
/// - Unit: that of the answers (employees, vacancies); the variance is that unit squared.
/// - Domain: a unit of the group outside the domain, or found ineligible, keeps its place with the answer 0. A
///   complete group (a_g = N_g) adds nothing to the variance, nor does one without a unit in the domain.
/// - Source: Cochran (1977), *Sampling Techniques*, ch. 5; for domains, Särndal, Swensson & Wretman (1992),
///   ch. 10. Checked against R's survey in `ReferenceValues`.
/// - Throws: `DesignError` when the cell names a group that the design does not have, or holds more answers of a
///   group than answered. An empty cell is no error: 0 with variance 0.
/// - Complexity: O(groups of the cell).
package func domainTotal(
  _ cell: CellMoments, design: ResponseDesign
) throws(DesignError) -> SampleEstimate {
  var total = CompensatedSum()
  var variance = CompensatedSum()
  for (group, moments) in cell.met {
    let all = try design.complete(moments, group: group)
    total += design.weights[group] * moments.sumY
    variance += design.varianceFactors[group] * all.centredYY
  }
  return SampleEstimate(value: total.value, variance: variance.value)
}

extension ResponseDesign {
  /// The moments over all observed units of the group, zeros outside the domain included.
  func complete(_ moments: GroupMoments, group: Int) throws(DesignError) -> GroupMoments {
    guard groups.indices.contains(group) else { throw .unknownGroup(group, groups: groups.count) }
    guard moments.count <= groups[group].answers else {
      throw .moreAnswersThanUnits(group: group, answers: moments.count, units: groups[group].answers)
    }
    return moments.withZeros(upTo: groups[group].observed)
  }
}

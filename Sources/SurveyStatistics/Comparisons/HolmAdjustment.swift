/// Adjusts the p-values of a family of comparisons, so that a study with no difference at all claims one with at most
/// the stated probability, however many comparisons the family holds.
///
///     p₍₁₎ ≤ … ≤ p₍ₘ₎      p̃₍ᵢ₎ = min(1, max_{j ≤ i} (m − j + 1)·p₍ⱼ₎)
///
/// - Unit: probability. A comparison stands at the level α when its adjusted value is under α.
/// - Family: all that is compared and could have been stated, decided before the values are looked at.
/// - Source: Holm (1979), *Scandinavian Journal of Statistics* 6; as R's `p.adjust(method = "holm")`.
/// - Refuses: a value that is none (NaN) counts as 1.
/// - Complexity: O(*m* log *m*).
package func holmAdjusted(_ pValues: [Double]) -> [Double] {
  let known = pValues.map { $0.isNaN ? 1 : min(max($0, 0), 1) }
  let order = known.indices.sorted { (known[$0], $0) < (known[$1], $1) }
  var adjusted = known
  var largest = 0.0
  for (rank, place) in order.enumerated() {
    largest = max(largest, Double(known.count - rank) * known[place])
    adjusted[place] = min(1, largest)
  }
  return adjusted
}

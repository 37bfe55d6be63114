/// The moments of y_a − y_b over the same x: what the difference of two shares of one base is estimated from, such as
/// two items that the same employers may both have named.
///
///     R̂_a − R̂_b = Σ w (y_a − y_b) / Σ w x,      so `domainRatio` of the result is the linearised difference
///
/// - Parameter products: Σ y_a·y_b over the answers of a group.
/// - Refuses: cells with different bases; the caller answers for x being the same for every unit.
/// - Source: F3 with the score of a difference; checked against R's survey in `ComparisonReferenceTests`.
package func differenceOfSharedBase(
  _ a: CellMoments, _ b: CellMoments, products: (Int) -> Double
) -> CellMoments {
  var difference = CellMoments()
  var other = b.met.makeIterator()
  var next = other.next()
  for (group, moments) in a.met {
    while let candidate = next, candidate.group < group { next = other.next() }
    guard let candidate = next, candidate.group == group else { continue }
    difference.merge(moments.minus(candidate.moments, product: products(group)), group: group)
  }
  return difference
}

/// Weights moved so that each class of units has its known size.
///
///     w' = w · T_c / Σ_{j∈c} w_j                       z = w' · (u − ū_c),  ū_c = Σ_{j∈c} w u / Σ_{j∈c} w
///
/// - Unit: units of the population.
/// - Source: Holt & Smith (1979), *JRSS A* 142; Särndal, Swensson & Wretman (1992), ch. 7.6. The mean of the class
///   is taken with the original weights, as in R's `postStratify`.
/// - Throws: `AdjustmentError` for a total that is not possible, and for a class with a total but without a unit.
package struct PostStratification: WeightAdjustment {
  package let weights: [Double]
  private let original: [Double]
  private let classes: [Int]
  private let classSizes: [Double]

  /// - Parameters:
  ///   - classes: for each unit, the place of its class among the totals.
  ///   - totals: T_c.
  package init(weights: [Double], classes: [Int], totals: [Double]) throws(AdjustmentError) {
    let sizes = try classTotals(weights, classes: classes, known: totals, margin: 0)
    original = weights
    self.classes = classes
    classSizes = sizes
    self.weights = weights.indices.map {
      sizes[classes[$0]] > 0 ? weights[$0] * (totals[classes[$0]] / sizes[classes[$0]]) : 0
    }
  }

  package func scores(ofInfluence influence: [Double]) -> [Double] {
    var sums = Array(repeating: CompensatedSum(), count: classSizes.count)
    for unit in influence.indices { sums[classes[unit]] += original[unit] * influence[unit] }
    let means = zip(sums, classSizes).map { $1 > 0 ? $0.value / $1 : 0 }
    return influence.indices.map { weights[$0] * (influence[$0] - means[classes[$0]]) }
  }
}

/// Σ w of each class, checked against what is known of the classes.
func classTotals(
  _ weights: [Double], classes: [Int], known totals: [Double], margin: Int
) throws(AdjustmentError) -> [Double] {
  guard classes.count == weights.count else { throw .wrongLength(expected: weights.count, got: classes.count) }
  if let place = totals.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .impossibleTotal(place: place) }
  var sums = Array(repeating: CompensatedSum(), count: totals.count)
  for (unit, place) in classes.enumerated() {
    guard totals.indices.contains(place) else { throw .impossibleTotal(place: place) }
    sums[place] += weights[unit]
  }
  for (place, sum) in sums.enumerated() where totals[place] > 0 && !(sum.value > 0) {
    throw .emptyClass(margin: margin, class: place)
  }
  return sums.map(\.value)
}

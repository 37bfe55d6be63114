/// What unequal weights cost: the design effect of weighting and the effective number of answers (F2).
///
///     deff_w = n · Σw² / (Σw)²        n_eff = (Σw)² / Σw²
///
/// - Unit: answers.
/// - Source: Kish (1965), *Survey Sampling*, ch. 11.7.
/// - Refuses: nothing; without answers, or with weights that are all 0, there is nothing to be effective: `nil`.
package struct KishEffectiveSize: Hashable, Sendable {
  package var designEffect: Double
  package var effectiveSize: Double

  package init?(weights: some Sequence<Double>) {
    self.init(weights.lazy.map { (weight: $0, count: 1) })
  }

  /// Of the answers of a cell, all of a group having the same weight.
  package init?(_ cell: CellMoments, design: ResponseDesign) {
    self.init(cell.met.lazy.map { (weight: design.weights[$0.group], count: $0.moments.count) })
  }

  /// Of the denominator of a ratio: how many units of equal size carry it.
  ///
  ///     n_eff = (Σ w·x)² / Σ (w·x)²
  package init?(ofDenominator cell: CellMoments, design: ResponseDesign) {
    var count = 0
    var sum = CompensatedSum()
    var squares = CompensatedSum()
    for (group, moments) in cell.met {
      let weight = design.weights[group]
      count += moments.count
      sum += weight * moments.sumX
      squares += weight * weight * (moments.centredXX + moments.sumX * moments.sumX / Double(moments.count))
    }
    guard squares.value > 0 else { return nil }
    effectiveSize = sum.value * sum.value / squares.value
    designEffect = Double(count) / effectiveSize
  }

  private init?(_ weighted: some Sequence<(weight: Double, count: Int)>) {
    var count = 0
    var sum = CompensatedSum()
    var squares = CompensatedSum()
    for (weight, times) in weighted {
      count += times
      sum += weight * Double(times)
      squares += weight * weight * Double(times)
    }
    guard squares.value > 0 else { return nil }
    effectiveSize = sum.value * sum.value / squares.value
    designEffect = Double(count) / effectiveSize
  }
}

/// Weights moved as little as possible so that the totals of the model's columns come out as known.
///
///     w' = w · g(x·λ),  Σ w' x = T                      z = w' · e
///
/// with e the residual of the regression on the columns, weighted with the original weights. Linear distance without
/// bounds is the generalised regression estimator.
///
/// - Unit: units of the population.
/// - Source: Deville & Särndal (1992), *JASA* 87; solved by Newton's steps in a basis where the first is the answer to
///   the linear case, halved until the misses shrink.
/// - Throws: `AdjustmentError` for bounds that do not hold 1, totals that contradict each other, and totals that were
///   not reached to 10⁻¹² of their size: the weights that come out are proved.
package struct Calibration: WeightAdjustment {
  package let weights: [Double]
  private let basis: OrthonormalBasis

  /// - Parameters:
  ///   - columns: the model, one column of a value per unit each; columns that others span may be there.
  ///   - totals: T, one per column.
  ///   - bounds: L and U, the least and greatest w'/w.
  package init(
    weights: [Double], columns: [[Double]], totals: [Double], distance: CalibrationDistance = .linear,
    bounds: ClosedRange<Double>? = nil
  ) throws(AdjustmentError) {
    guard columns.count == totals.count else { throw .wrongLength(expected: columns.count, got: totals.count) }
    for column in columns where column.count != weights.count {
      throw .wrongLength(expected: weights.count, got: column.count)
    }
    if let place = totals.firstIndex(where: { !$0.isFinite }) { throw .impossibleTotal(place: place) }
    if let bounds, !(bounds.lowerBound < 1 && bounds.upperBound > 1) { throw .impossibleBounds }
    if distance == .logit && bounds == nil { throw .impossibleBounds }
    basis = OrthonormalBasis(columns: columns, weights: weights)
    let solver = CalibrationSolver(
      weights: weights, basis: basis, columns: columns, totals: totals, distance: distance,
      bounds: bounds ?? -Double.infinity...Double.infinity)
    self.weights = try solver.calibratedWeights()
  }

  package func scores(ofInfluence influence: [Double]) -> [Double] {
    zip(weights, basis.residual(influence)).map { $0 * $1 }
  }
}

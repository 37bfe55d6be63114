/// Why weights cannot be moved to the known totals. Classes, margins and columns are named by their place.
package enum AdjustmentError: Error, Hashable, Sendable {
  case wrongLength(expected: Int, got: Int)
  /// A class without a total, or a total that is negative or not finite.
  case impossibleTotal(place: Int)
  /// Nobody in the sample to carry a total that is not 0.
  case emptyClass(margin: Int, class: Int)
  /// The margins add up to different totals, or a column's total contradicts those of the others.
  case contradictingTotals(place: Int)
  /// The limits do not hold 1 between them.
  case impossibleBounds
  /// The totals were not reached: no weights within the bounds reach them, or the steps were used up.
  case notConverged(largestRelativeError: Double)
}

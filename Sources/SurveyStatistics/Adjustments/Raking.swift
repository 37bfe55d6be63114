/// A margin to rake to: the class of each unit, and the known size of each class.
package struct Margin: Hashable, Sendable {
  package var classes: [Int]
  package var totals: [Double]

  package init(classes: [Int], totals: [Double]) {
    self.classes = classes
    self.totals = totals
  }
}

/// Weights moved to one margin after the other until all come out right (F2).
///
///     repeat  w ← w · T_c / Σ_{j∈c} w_j  over the margins, until every class is within 10⁻¹² of its total
///
/// The variance is that of calibration to the margins: z = w'·e with e the residual of the weighted regression on
/// the classes of all margins.
///
/// - Unit: units of the population.
/// - Source: Deming & Stephan (1940), *Annals of Mathematical Statistics* 11; variance after Deville, Särndal &
///   Sautory (1993), *JASA* 88.
/// - Throws: `AdjustmentError` for margins with different sums, a class that nobody is in, and margins that cannot be
///   met together.
package struct Raking: WeightAdjustment {
  package enum Stopping: Hashable, Sendable {
    case converged
    /// As R's `rake` by default: when no cell of the cross table moves by 1 or more in a cycle, or after 10 cycles.
    case asR
  }

  package enum Variance: Hashable, Sendable {
    case ofCalibration
    /// As R's `rake`: unweighted means of the classes are swept out of the influences, margin after margin, ten times.
    case asR
  }

  package let weights: [Double]
  private let margins: [Margin]
  private let variance: Variance
  /// The weights as they were after each margin of the last cycle.
  private let weightsAfterMargin: [[Double]]
  private let basis: OrthonormalBasis

  package init(
    weights: [Double], margins: [Margin], stopping: Stopping = .converged, variance: Variance = .ofCalibration
  ) throws(AdjustmentError) {
    try Self.check(margins)
    var current = weights
    var after = Array(repeating: weights, count: margins.count)
    let cells = Labels(weights.indices.map { unit in margins.map { unit < $0.classes.count ? $0.classes[unit] : -1 } })
    var isDone = margins.isEmpty
    var cycle = 0
    while !isDone {
      let before = current
      for (number, margin) in margins.enumerated() {
        current = try Self.met(current, margin, number: number)
        after[number] = current
      }
      cycle += 1
      switch stopping {
      case .asR: isDone = cycle == 10 || Self.largestMove(before, current, cells: cells) < 1
      case .converged:
        let error = try Self.largestError(current, margins)
        isDone = error < 1e-12
        if !isDone && cycle == 10_000 { throw .notConverged(largestRelativeError: error) }
      }
    }
    self.weights = current
    self.margins = margins
    self.variance = variance
    weightsAfterMargin = after
    let columns = margins.flatMap { margin in
      margin.totals.indices.map { place in margin.classes.map { $0 == place ? 1.0 : 0 } }
    }
    basis = OrthonormalBasis(columns: variance == .ofCalibration ? columns : [], weights: weights)
  }

  package func scores(ofInfluence influence: [Double]) -> [Double] {
    guard variance == .asR else { return zip(weights, basis.residual(influence)).map { $0 * $1 } }
    var scores = zip(weights, influence).map { $0 * $1 }
    for _ in 0..<10 {
      for (margin, after) in zip(margins, weightsAfterMargin) {
        var sums = Array(repeating: 0.0, count: margin.totals.count)
        var counts = Array(repeating: 0.0, count: margin.totals.count)
        for unit in scores.indices where after[unit] > 0 {
          sums[margin.classes[unit]] += scores[unit] / after[unit]
          counts[margin.classes[unit]] += 1
        }
        for unit in scores.indices where after[unit] > 0 {
          scores[unit] -= after[unit] * sums[margin.classes[unit]] / counts[margin.classes[unit]]
        }
      }
    }
    return scores
  }

  private static func check(_ margins: [Margin]) throws(AdjustmentError) {
    let sums = margins.map { $0.totals.compensatedSum() }
    for (place, sum) in sums.enumerated() where (sum - sums[0]).magnitude > 1e-9 * sums[0].magnitude {
      throw .contradictingTotals(place: place)
    }
  }

  /// The weights with one margin met.
  private static func met(_ weights: [Double], _ margin: Margin, number: Int) throws(AdjustmentError) -> [Double] {
    let sums = try classTotals(weights, classes: margin.classes, known: margin.totals, margin: number)
    return weights.indices.map { unit in
      let place = margin.classes[unit]
      return sums[place] > 0 ? weights[unit] * (margin.totals[place] / sums[place]) : 0
    }
  }

  private static func largestMove(_ before: [Double], _ after: [Double], cells: Labels) -> Double {
    var moves = Array(repeating: 0.0, count: cells.count)
    for unit in before.indices { moves[cells.codes[unit]] += after[unit] - before[unit] }
    return moves.reduce(0) { max($0, $1.magnitude) }
  }

  private static func largestError(_ weights: [Double], _ margins: [Margin]) throws(AdjustmentError) -> Double {
    var largest = 0.0
    for (number, margin) in margins.enumerated() {
      let sums = try classTotals(weights, classes: margin.classes, known: margin.totals, margin: number)
      for (sum, total) in zip(sums, margin.totals) where total > 0 {
        largest = max(largest, (sum / total - 1).magnitude)
      }
    }
    return largest
  }
}

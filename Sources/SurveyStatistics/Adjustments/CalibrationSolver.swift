/// Finds the weights of `Calibration`: Newton's steps for λ, until the totals are proved.
struct CalibrationSolver {
  private let weights: [Double]
  /// The columns of the basis, and their totals as the known ones imply them.
  private let model: [[Double]]
  private let targets: [Double]
  private let columns: [[Double]]
  private let totals: [Double]
  private let distance: CalibrationDistance
  private let bounds: ClosedRange<Double>

  /// The state at a λ: the weights, and what is missing to the targets.
  private struct Point {
    var lambda: [Double]
    var weights: [Double] = []
    var slopes: [Double] = []
    var missing: [Double] = []
    var miss: Double { missing.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  init(
    weights: [Double], basis: OrthonormalBasis, columns: [[Double]], totals: [Double],
    distance: CalibrationDistance, bounds: ClosedRange<Double>
  ) {
    self.weights = weights
    (self.columns, self.totals, self.distance, self.bounds) = (columns, totals, distance, bounds)
    model = basis.vectors.indices.map(basis.column)
    var targets: [Double] = []
    for (number, parts) in basis.coefficients.enumerated() where basis.columns.contains(number) {
      let known = zip(parts, targets).map { $0 * $1 }.compensatedSum()
      targets.append((totals[number] - known) / parts[targets.count])
    }
    self.targets = targets
  }

  func calibratedWeights() throws(AdjustmentError) -> [Double] {
    var point = evaluate(Array(repeating: 0, count: targets.count))
    var error = relativeError(point.weights)
    for _ in 0..<500 where error.value > 1e-13 {
      guard let next = step(from: point) else { break }
      let nextError = relativeError(next.weights)
      // At the end of what doubles can tell, a step no longer helps.
      if error.value < 1e-12 && nextError.value >= error.value { break }
      (point, error) = (next, nextError)
    }
    guard error.value < 1e-12 else {
      if point.miss <= 1e-9 * (targets.reduce(0) { $0 + $1 * $1 }).squareRoot() {
        throw .contradictingTotals(place: error.place)
      }
      throw .notConverged(largestRelativeError: error.value)
    }
    return point.weights
  }

  private func evaluate(_ lambda: [Double]) -> Point {
    var point = Point(lambda: lambda)
    point.weights.reserveCapacity(weights.count)
    point.slopes.reserveCapacity(weights.count)
    for unit in weights.indices {
      var u = 0.0
      for (k, column) in model.enumerated() { u += column[unit] * lambda[k] }
      let (g, slope) = distance.factor(u, bounds: bounds)
      point.weights.append(weights[unit] * g)
      point.slopes.append(weights[unit] * slope)
    }
    point.missing = zip(model, targets).map { $1 - total(point.weights, $0) }
    return point
  }

  /// One of Newton's steps, halved until the misses shrink; `nil` when no step shrinks them.
  private func step(from point: Point) -> Point? {
    var slopes = Array(repeating: Array(repeating: 0.0, count: targets.count), count: targets.count)
    for a in targets.indices {
      for b in 0...a {
        var sum = 0.0
        for unit in weights.indices { sum += point.slopes[unit] * model[a][unit] * model[b][unit] }
        slopes[a][b] = sum
        slopes[b][a] = sum
      }
      // Where all units are at their bounds the slope is 0; this keeps the direction finite.
      slopes[a][a] += 1e-14
    }
    guard let direction = solve(slopes, point.missing) else { return nil }
    var size = 1.0
    for _ in 0..<60 {
      let next = evaluate(zip(point.lambda, direction).map { $0 + size * $1 })
      if next.miss < point.miss { return next }
      size /= 2
    }
    return nil
  }

  /// The largest miss of a column's total, over the size of that total or of its terms.
  private func relativeError(_ weights: [Double]) -> (value: Double, place: Int) {
    var largest = (value: 0.0, place: 0)
    for (place, column) in columns.enumerated() {
      let size = max(totals[place].magnitude, zip(weights, column).lazy.map { ($0 * $1).magnitude }.compensatedSum())
      guard size > 0 else { continue }
      let error = (total(weights, column) - totals[place]).magnitude / size
      if error > largest.value { largest = (error, place) }
    }
    return largest
  }

  private func total(_ weights: [Double], _ column: [Double]) -> Double {
    zip(weights, column).lazy.map { $0 * $1 }.compensatedSum()
  }
}

/// How a quantile is read from a weighted sample. C_k is the weight cumulated to the k-th smallest value, C_n all.
package enum QuantileRule: Hashable, Sendable, CaseIterable {
  /// The smallest value whose cumulated share C_k/C_n is at least p.
  case math
  /// As `math`, but the mean of the two neighbours where a cumulated share is exactly p.
  case school
  /// Linear between points (share, value), flat outside them. The shares, after Hyndman and Fan's definitions 4 to 8:
  /// C_k/C_n;  (C_k − w_k/2)/C_n;  C_k/(C_n + w_n);  C_{k−1}/C_{n−1};  (C_{k−1} + 2C_k)/3 / (C_n + w_n/3).
  case hf4, hf5, hf6, hf7, hf8
}

/// A quantile of the weighted distribution of values.
///
/// - Unit: that of the values.
/// - Source: Hyndman & Fan (1996), *The American Statistician* 50, with weights as in R's `svyquantile`. Where R's
///   version 4.1-1 returns the second smallest value for a p below the first share, this returns the smallest.
/// - Returns: `nil` without a unit of positive weight, or for a p outside 0 to 1.
package func quantile(_ p: Double, of values: [Double], weights: [Double], rule: QuantileRule = .math) -> Double? {
  CumulatedShares(values: values, weights: weights)?.quantile(p, rule)
}

/// Values in order with their cumulated weights; units of equal value in the order given.
struct CumulatedShares: Sendable {
  let values: [Double]
  let weights: [Double]
  /// C_k
  let cumulated: [Double]

  init?(values: [Double], weights: [Double], domain: [Bool]? = nil) {
    let units = values.indices.filter { weights[$0] > 0 && (domain?[$0] ?? true) }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    guard !units.isEmpty else { return nil }
    self.values = units.map { values[$0] }
    self.weights = units.map { weights[$0] }
    var sum = CompensatedSum()
    cumulated = self.weights.map { weight in
      sum += weight
      return sum.value
    }
  }

  func quantile(_ p: Double, _ rule: QuantileRule) -> Double? {
    guard p >= 0, p <= 1, let all = cumulated.last, let lastWeight = weights.last else { return nil }
    let n = values.count
    switch rule {
    case .math: return values[first(atLeast: p * all)]
    case .school:
      let k = first(atLeast: p * all)
      let isExact = (cumulated[k] - p * all).magnitude <= 1e-12 * all
      return isExact && k + 1 < n ? (values[k] + values[k + 1]) / 2 : values[k]
    case .hf4: return interpolated(p) { cumulated[$0] / all }
    case .hf5: return interpolated(p) { (cumulated[$0] - weights[$0] / 2) / all }
    case .hf6: return interpolated(p) { cumulated[$0] / (all + lastWeight) }
    case .hf7: return n == 1 ? values[0] : interpolated(p) { before($0) / cumulated[n - 2] }
    case .hf8: return interpolated(p) { (before($0) + 2 * cumulated[$0]) / 3 / (all + lastWeight / 3) }
    }
  }

  private func before(_ k: Int) -> Double { k == 0 ? 0 : cumulated[k - 1] }

  /// The first place whose cumulated weight reaches a goal, rounding forgiven.
  private func first(atLeast goal: Double) -> Int {
    let allowed = goal - 1e-12 * (cumulated.last ?? 0)
    return firstPlace { cumulated[$0] >= allowed } ?? cumulated.count - 1
  }

  private func interpolated(_ p: Double, _ point: (Int) -> Double) -> Double {
    guard let k = firstPlace(where: { point($0) >= p }) else { return values[values.count - 1] }
    guard k > 0 else { return values[0] }
    let (low, high) = (point(k - 1), point(k))
    return values[k - 1] + (values[k] - values[k - 1]) * ((p - low) / (high - low))
  }

  /// By halving; the condition holds from some place on.
  private func firstPlace(where holds: (Int) -> Bool) -> Int? {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low < values.count ? low : nil
  }
}

/// Which ratios lie far from those of the others (F41).
///
///     r = y / x      s = 1 − med(r)/r where r < med(r), else r/med(r) − 1      E = s · max(y, x)^½
///     an outlier     E < med(E) − C·d₁ or E > med(E) + C·d₃,  d = max(quartile distance, 0.05·|med(E)|)
///
/// - Where most ratios are the same (no growth) a quartile is the median itself, and d would be 0: then d is the median
///   distance of those on that side that differ, and of the other side's where there are fewer than four.
/// - Below `leastRatios` nothing is an outlier: there is nothing to hold an answer against.
/// - Source: Hidiroglou & Berthelot (1986), *Statistical editing and imputation for periodic business surveys*; the way
///   out for equal quartiles is a rule of this project.
struct HidiroglouBerthelot {
  static let leastRatios = 20

  let medianRatio: Double
  let lowest: Double
  let highest: Double

  /// - Returns: nil where there are too few ratios, or no two that differ.
  init?(_ counts: [CountRatios.Ratio: Int], reach: Double) {
    guard counts.values.reduce(0, +) >= Self.leastRatios,
      let medianRatio = Self.quantile(counts.map { ($0.key.value / $0.key.per, $0.value) }, 0.5)
    else { return nil }
    self.medianRatio = medianRatio
    let effects = counts.map { (Self.effect($0.key, medianRatio), $0.value) }
    guard let median = Self.quantile(effects, 0.5), let first = Self.quantile(effects, 0.25),
      let third = Self.quantile(effects, 0.75)
    else { return nil }
    let below = Self.distance(median - first, median, effects.filter { $0.0 < median })
    let above = Self.distance(third - median, median, effects.filter { $0.0 > median })
    guard let lower = below ?? above, let upper = above ?? below else { return nil }
    lowest = median - reach * lower
    highest = median + reach * upper
  }

  func isOutlier(_ ratio: CountRatios.Ratio) -> Bool {
    let effect = Self.effect(ratio, medianRatio)
    return effect < lowest || effect > highest
  }

  private static func effect(_ ratio: CountRatios.Ratio, _ median: Double) -> Double {
    let r = ratio.value / ratio.per
    let s = r < median ? 1 - median / r : r / median - 1
    return s * max(ratio.value, ratio.per).squareRoot()
  }

  private static func distance(_ quartile: Double, _ median: Double, _ side: [(Double, Int)]) -> Double? {
    let own = max(quartile, 0.05 * abs(median))
    if own > 0 { return own }
    guard side.reduce(0, { $0 + $1.1 }) >= 4 else { return nil }
    return quantile(side.map { (abs($0.0 - median), $0.1) }, 0.5)
  }

  /// The value below which a share of the numbers lies; between two of them their middle.
  private static func quantile(_ numbers: [(value: Double, count: Int)], _ share: Double) -> Double? {
    let sorted = numbers.sorted { $0.value < $1.value }
    let wanted = share * Double(sorted.reduce(0) { $0 + $1.count })
    var passed = 0.0
    for (place, number) in sorted.enumerated() {
      passed += Double(number.count)
      if passed > wanted { return number.value }
      if passed == wanted {
        return place + 1 < sorted.count ? (number.value + sorted[place + 1].value) / 2 : number.value
      }
    }
    return sorted.last?.value
  }
}

import SurveyModel

/// Low, best and high as one quantity.
///
/// - An end that was not given is that of the best estimate. Without a best estimate the two ends are a range, and one
///   alone leaves the other side open.
/// - A best estimate that is itself a range (`35–44`, `högst 125`) is narrowed to what the ends allow, and the middle of
///   that is the best.
/// - An approximate best (`ca 30`) gives way to an end within a tenth of it: with 31 as the least it is 31.
/// - Numbers in the wrong order are not sorted, since nobody knows which of them was meant: a hard rule of the study
///   takes the wrong end out beforehand. Where a study has no such rule, the ends are left out and the best is kept; two
///   ends that contradict each other without a best are `implausible`.
enum LowBestHigh {
  static func merged(
    low: Quantity, best: Quantity, high: Quantity, bestIsAbout: Bool = false
  ) -> (quantity: Quantity, isDisordered: Bool) {
    if low.missingReason != nil, high.missingReason != nil { return (best, false) }
    let (lowest, highest) = (low.low, high.missingReason == nil ? high.high : nil)
    var best = best
    if bestIsAbout, case .point(let value) = best {
      let within = min(max(value, lowest ?? value), highest ?? value)
      if abs(within - value) <= (value / 10).rounded(.up) { best = .point(within) }
    }
    guard let leastBest = best.low else {
      guard let lowest else { return (range(0, nil, highest), false) }
      guard lowest <= highest ?? .infinity else { return (.missing(.implausible), true) }
      return (range(lowest, nil, highest), false)
    }
    let center = (
      low: max(leastBest, lowest ?? -.infinity), high: min(best.high ?? .infinity, highest ?? .infinity)
    )
    guard center.low <= center.high else { return (best, true) }
    let likeliest = center.high.isFinite ? (center.low + center.high) / 2 : nil
    // `minst 50` as the highest number sets no limit.
    let isOpen = high.missingReason == nil && high.high == nil
    return (range(lowest ?? leastBest, likeliest, isOpen ? nil : highest ?? best.high), false)
  }

  private static func range(_ low: Double, _ best: Double?, _ high: Double?) -> Quantity {
    low == high ? .point(low) : .range(low: low, best: best, high: high)
  }
}

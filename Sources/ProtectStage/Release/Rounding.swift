import ConfidentialRecords

/// What a reader gets of a number: persons to the study's base, employers to whole ones, shares to three decimals.
/// Limits are rounded outwards, so that they still hold what they held.
struct Rounding: Sendable {
  private let step: Double
  private let range: ClosedRange<Double>

  init(_ indicator: Indicator, study: Study) {
    switch indicator.unit {
    case "share":
      step = 0.001
      range = 0...1
    case "balance":
      step = 0.001
      range = -1...1
    case "grade":
      step = 0.01
      range = 1...5
    case "ratio":
      step = 0.001
      range = -.infinity ... .infinity
    case "employers":
      step = 1
      range = -.infinity ... .infinity
    default:
      step = Double(max(1, study.protection.rounding))
      range = -.infinity ... .infinity
    }
  }

  func nearest(_ value: Double?) -> Double? { round(value, .toNearestOrAwayFromZero) }
  func down(_ value: Double?) -> Double? { round(value, .down) }
  func up(_ value: Double?) -> Double? { round(value, .up) }

  private func round(_ value: Double?, _ rule: FloatingPointRoundingRule) -> Double? {
    guard let value, value.isFinite else { return nil }
    // A value that differs from a multiple by the error of its sum is that multiple.
    let steps = value / step
    let whole = steps.rounded(.toNearestOrAwayFromZero)
    let rounded = abs(steps - whole) < 1e-6 ? whole : steps.rounded(rule)
    let result = step < 1 ? rounded / (1 / step) : rounded * step
    // No negative zero.
    return min(max(result, range.lowerBound), range.upperBound) + 0
  }
}

import ConfidentialRecords
import SurveyStatistics

/// How far a ratio may lie from what is reckoned with, its missing answers being within stated limits (F21).
struct RatioBounds {
  let value: Double
  let limits: ConfidenceInterval

  /// Writes them into the record, where there is anything to bound.
  func fill(_ record: inout EstimateRecord) {
    guard limits.lower < value || limits.upper > value else { return }
    record.boundLow = limits.lower
    record.boundHigh = limits.upper
  }
}

extension EstimateBuilder {
  /// Each end of the numerator over the end of the denominator that makes most of it.
  ///
  /// Wider than need be, since the two are not independent; never narrower. Where the denominator may be 0, nothing but
  /// the range is known.
  func boundsOfRatio(_ ratio: RatioEstimate, _ sums: CellSums, within range: ClosedRange<Double>) -> RatioBounds {
    let (least, most) = (ratio.numerator - sums.yBelow.value, ratio.numerator + sums.yAbove.value)
    let (fewest, all) = (ratio.denominator - sums.xBelow.value, ratio.denominator + sums.xAbove.value)
    let value = ratio.ratio.value
    let isExact = least == most && fewest == all
    let low = isExact ? value : least >= 0 ? least / all : fewest > 0 ? least / fewest : range.lowerBound
    let high = isExact ? value : most <= 0 ? most / all : fewest > 0 ? most / fewest : range.upperBound
    return RatioBounds(
      value: value,
      limits: ConfidenceInterval(
        lower: max(range.lowerBound, min(low, value)), upper: min(range.upperBound, max(high, value))))
  }
}

import ConfidentialRecords
import SurveyStatistics

import Glibc
let experimental = getenv("XBETA") != nil
/// Shares and balances: ratios whose limits keep within their range.
extension EstimateBuilder {
  func fillShare(
    _ record: inout EstimateRecord, _ sums: CellSums, base: CellMoments
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    // Where nothing varies: how many the answers of the base are worth.
    let varies = ratio.ratio.variance > 0
    let degrees = varies ? try degrees(of: sums.moments, ratio: ratio.ratio.value) : base.degreesOfFreedom
    let unsure = CellUncertainty(ratio, sums, degreesOfFreedom: degrees, sharedOptimism: sharedOptimism)
    let share = SampleEstimate(value: ratio.ratio.value, variance: unsure.ofAnswers)
    record.estimate = share.value
    unsure.fill(&record)
    func size(variance: Double) -> Double? {
      effectiveSize(
        ofShare: SampleEstimate(value: share.value, variance: variance), answers: record.answers,
        frameUnits: record.frameUnits, degreesOfFreedom: degrees,
        kish: KishEffectiveSize(ofDenominator: sums.moments, design: design))
    }
    let n = size(variance: unsure.ofAnswers)
    let gradeSize = unsure.imputation > 0 ? size(variance: unsure.variance) : n
    // Bounds: each end of the numerator over the end of the denominator that makes most of it, within 0 and 1.
    let (least, most) = (ratio.numerator - sums.yBelow.value, ratio.numerator + sums.yAbove.value)
    let (fewest, all) = (ratio.denominator - sums.xBelow.value, ratio.denominator + sums.xAbove.value)
    let low = all > 0 ? max(0, min(least / all, share.value)) : share.value
    let high = fewest > 0 ? min(1, max(most / fewest, share.value)) : 1
    if low < share.value || high > share.value {
      record.boundLow = low
      record.boundHigh = high
    }
    var limits =
      n == .infinity && unsure.outlook == .none
      ? ConfidenceInterval(lower: share.value, upper: share.value)
      : limitsOfShare(share, record.indicator, n: n, degreesOfFreedom: degrees)
    if let sampling = limits {
      // The sampling margin on each side, laid outside the bounds.
      limits = ConfidenceInterval(
        lower: max(0, sampling.lower - (share.value - (record.boundLow ?? share.value))),
        upper: min(1, sampling.upper + ((record.boundHigh ?? share.value) - share.value)))
    }
    if let margin = drawnMargin(unsure) {
      let drawn = ConfidenceInterval(lower: max(0, share.value - margin), upper: min(1, share.value + margin))
      limits = limits?.joined(with: drawn) ?? drawn
    }
    record.low = limits?.lower
    record.high = limits?.upper
    record.grade = Grade(
      .ofShare(
        share.value, limits: limits, effectiveSize: gradeSize, degreesOfFreedom: degrees,
        cutOffs: cutOffs.share))
  }

  private func limitsOfShare(
    _ share: SampleEstimate, _ indicator: Indicator, n: Double?, degreesOfFreedom: Int
  ) -> ConfidenceInterval? {
    if share.value <= 0 || share.value >= 1 {
      return n.flatMap { exactLimit(share: share.value, effectiveSize: $0) }
    } else if indicator.isShareOfEmployers || experimental {
      // Where almost all agree the variance says too little; n* and its ceiling keep the limits honest (Korn–Graubard).
      return proportionInterval(share, method: .beta, degreesOfFreedom: degreesOfFreedom, effectiveSize: n)
    } else if share.variance == 0 {
      return ConfidenceInterval(lower: share.value, upper: share.value)
    }
    return proportionInterval(share, method: .logit, degreesOfFreedom: degreesOfFreedom)
  }

  /// A balance runs from −1 to 1; it is graded as a signed measure whose staff is 1: by width, else by its sign.
  func fillBalance(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let balance = ratio.ratio.value
    let degrees = try degrees(of: sums.moments, ratio: balance)
    let unsure = CellUncertainty(ratio, sums, degreesOfFreedom: degrees, sharedOptimism: sharedOptimism)
    record.estimate = balance
    unsure.fill(&record)
    record.staffNow = ratio.denominator
    let bounds = boundsOfBalance(ratio, sums)
    if bounds.lower < balance || bounds.upper > balance {
      record.boundLow = bounds.lower
      record.boundHigh = bounds.upper
    }
    let kish = KishEffectiveSize(ofDenominator: sums.moments, design: design)
    guard let sampling = limitsOfBalance(ratio.ratio, kish: kish, degreesOfFreedom: degrees) else { return }
    // The sampling margin on each side, laid outside the bounds.
    var limits = ConfidenceInterval(
      lower: max(-1, bounds.lower - (balance - sampling.lower)),
      upper: min(1, bounds.upper + (sampling.upper - balance)))
    if let margin = drawnMargin(unsure) {
      limits = limits.joined(with: ConfidenceInterval(lower: max(-1, balance - margin), upper: min(1, balance + margin)))
    }
    record.low = limits.lower
    record.high = limits.upper
    record.grade = gradeOfBalance(limits, contributors: record.contributors)
  }

  /// Each end of the numerator over the end of the denominator that makes most of it, within −1 and 1.
  private func boundsOfBalance(_ balance: RatioEstimate, _ sums: CellSums) -> ConfidenceInterval {
    let (least, most) = (balance.numerator - sums.yBelow.value, balance.numerator + sums.yAbove.value)
    let (fewest, all) = (balance.denominator - sums.xBelow.value, balance.denominator + sums.xAbove.value)
    let low = least >= 0 ? least / all : fewest > 0 ? least / fewest : -1
    let high = most <= 0 ? most / all : fewest > 0 ? most / fewest : 1
    return ConfidenceInterval(
      lower: max(-1, min(low, balance.ratio.value)), upper: min(1, max(high, balance.ratio.value)))
  }

  /// As a share: (B + 1) / 2 runs from 0 to 1. Where all say the same there is no spread to see, and the limit is the exact
  /// one of a share of 100 per cent.
  private func limitsOfBalance(
    _ balance: SampleEstimate, kish: KishEffectiveSize?, degreesOfFreedom: Int
  ) -> ConfidenceInterval? {
    let share = SampleEstimate(value: (balance.value + 1) / 2, variance: balance.variance / 4)
    let limits: ConfidenceInterval?
    if abs(balance.value) == 1 {
      limits = kish.flatMap { exactLimit(share: share.value, effectiveSize: $0.effectiveSize) }
    } else if balance.variance == 0 {
      limits = ConfidenceInterval(lower: share.value, upper: share.value)
    } else {
      limits = proportionInterval(share, method: .logit, degreesOfFreedom: degreesOfFreedom)
    }
    return limits.map { ConfidenceInterval(lower: 2 * $0.lower - 1, upper: 2 * $0.upper - 1) }
  }

  /// The cut-offs of a share, the width halved: a balance is twice as wide as a share.
  private func gradeOfBalance(_ limits: ConfidenceInterval, contributors: Int) -> Grade {
    let width = limits.width / 2
    if Double(contributors) >= cutOffs.share.effectiveSizeA && width < cutOffs.share.widthA { return .A }
    if Double(contributors) >= cutOffs.share.effectiveSizeB && width < cutOffs.share.widthB { return .B }
    return limits.contains(0) ? .D : .C
  }
}

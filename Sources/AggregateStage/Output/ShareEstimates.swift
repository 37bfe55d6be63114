import ConfidentialRecords
import SurveyStatistics

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
    let bounds = boundsOfRatio(ratio, sums, within: 0...1)
    bounds.fill(&record)
    let isExact = unsure.outlook == .none && (n == .infinity || !varies && isObservedInFull(base))
    // Among few who happen to say the same there is no spread to see, and so no interval.
    let isBlind = !varies && share.value > 0 && share.value < 1
    var limits =
      isExact
      ? ConfidenceInterval(lower: share.value, upper: share.value)
      : isBlind ? nil : limitsOfShare(share, record.indicator, n: n, degreesOfFreedom: degrees)
    if let sampling = limits {
      // The sampling margin on each side, laid outside the bounds.
      limits = ConfidenceInterval(
        lower: max(0, bounds.limits.lower - (share.value - sampling.lower)),
        upper: min(1, bounds.limits.upper + (sampling.upper - share.value)))
    }
    if let margin = drawnMargin(unsure) {
      let drawn = ConfidenceInterval(lower: max(0, share.value - margin), upper: min(1, share.value + margin))
      limits = limits?.joined(with: drawn)
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
    } else if indicator.isShareOfEmployers {
      // Where almost all agree the variance says too little; n* and its ceiling keep the limits honest (Korn–Graubard).
      return proportionInterval(share, method: .beta, degreesOfFreedom: degreesOfFreedom, effectiveSize: n)
    }
    return proportionInterval(share, method: .logit, degreesOfFreedom: degreesOfFreedom)
  }

  /// A balance runs from −1 to 1; it is graded as a signed measure whose staff is 1: by width, else by its sign.
  func fillBalance(
    _ record: inout EstimateRecord, _ sums: CellSums, base: CellMoments
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let balance = ratio.ratio.value
    let degrees = try degrees(of: sums.moments, ratio: balance)
    let unsure = CellUncertainty(ratio, sums, degreesOfFreedom: degrees, sharedOptimism: sharedOptimism)
    record.estimate = balance
    unsure.fill(&record)
    record.staffNow = ratio.denominator
    let bounds = boundsOfRatio(ratio, sums, within: -1...1)
    bounds.fill(&record)
    let kish = KishEffectiveSize(ofDenominator: sums.moments, design: design)
    let exact = isObservedInFull(base) ? ConfidenceInterval(lower: balance, upper: balance) : nil
    guard let sampling = exact ?? limitsOfBalance(ratio.ratio, kish: kish, degreesOfFreedom: degrees) else { return }
    // The sampling margin on each side, laid outside the bounds.
    var limits = ConfidenceInterval(
      lower: max(-1, bounds.limits.lower - (balance - sampling.lower)),
      upper: min(1, bounds.limits.upper + (sampling.upper - balance)))
    if let margin = drawnMargin(unsure) {
      limits = limits.joined(
        with: ConfidenceInterval(lower: max(-1, balance - margin), upper: min(1, balance + margin)))
    }
    record.low = limits.lower
    record.high = limits.upper
    record.grade = gradeOfBalance(limits, contributors: record.contributors)
  }

  /// As a share: (B + 1) / 2 runs from 0 to 1. Where all say the same there is no spread to see, and the limit is the exact
  /// one of a share of 100 per cent; nil where few happen to add up to a balance without spread.
  private func limitsOfBalance(
    _ balance: SampleEstimate, kish: KishEffectiveSize?, degreesOfFreedom: Int
  ) -> ConfidenceInterval? {
    let share = SampleEstimate(value: (balance.value + 1) / 2, variance: balance.variance / 4)
    let limits: ConfidenceInterval?
    if abs(balance.value) == 1 {
      limits = kish.flatMap { exactLimit(share: share.value, effectiveSize: $0.effectiveSize) }
    } else {
      limits =
        balance.variance > 0 ? proportionInterval(share, method: .logit, degreesOfFreedom: degreesOfFreedom) : nil
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

import ConfidentialRecords
import SurveyStatistics

/// Shares and balances: ratios whose limits keep within their range.
extension EstimateBuilder {
  func fillShare(
    _ record: inout EstimateRecord, _ sums: CellSums, base: CellMoments, kish: KishEffectiveSize?
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let unsure = CellUncertainty(
      ratio, sums, degreesOfFreedom: base.degreesOfFreedom, sharedOptimism: sharedOptimism)
    let share = SampleEstimate(value: ratio.ratio.value, variance: unsure.ofAnswers)
    record.estimate = share.value
    unsure.fill(&record)
    func size(variance: Double) -> Double? {
      effectiveSize(
        ofShare: SampleEstimate(value: share.value, variance: variance), answers: record.answers,
        frameUnits: record.frameUnits, degreesOfFreedom: base.degreesOfFreedom, kish: kish)
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
      : limitsOfShare(share, record.indicator, n: n, degreesOfFreedom: base.degreesOfFreedom)
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
        share.value, limits: limits, effectiveSize: gradeSize, degreesOfFreedom: base.degreesOfFreedom,
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
    } else if share.variance == 0 {
      return ConfidenceInterval(lower: share.value, upper: share.value)
    }
    return proportionInterval(share, method: .logit, degreesOfFreedom: degreesOfFreedom)
  }

  /// A balance runs from −1 to 1; it is graded as a signed measure whose staff is 1: by width, else by its sign.
  func fillBalance(
    _ record: inout EstimateRecord, _ sums: CellSums, kish: KishEffectiveSize?
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let unsure = CellUncertainty(
      ratio, sums, degreesOfFreedom: design.degreesOfFreedom, sharedOptimism: sharedOptimism)
    record.estimate = ratio.ratio.value
    unsure.fill(&record)
    record.staffNow = ratio.denominator
    let margin = drawnMargin(unsure)
    guard let limits = limitsOfBalance(ratio.ratio, kish: kish, drawnMargin: margin) else { return }
    record.low = limits.lower
    record.high = limits.upper
    record.grade = gradeOfBalance(limits, contributors: record.contributors)
  }

  /// Where all say the same there is no spread to see: the exact limit of a share of 100 per cent, as a balance.
  private func limitsOfBalance(
    _ balance: SampleEstimate, kish: KishEffectiveSize?, drawnMargin: Double?
  ) -> ConfidenceInterval? {
    if abs(balance.value) == 1 {
      let share = kish.flatMap { exactLimit(share: 1, effectiveSize: $0.effectiveSize) }
      let limits = share.map { ConfidenceInterval(lower: 2 * $0.lower - 1, upper: 1) }
      return balance.value > 0 ? limits : limits.map { ConfidenceInterval(lower: -1, upper: -$0.lower) }
    }
    guard let t = balance.variance > 0 ? totalT : 0 else { return nil }
    let margin = max(t * balance.standardError, drawnMargin ?? 0)
    return ConfidenceInterval(lower: max(-1, balance.value - margin), upper: min(1, balance.value + margin))
  }

  /// The cut-offs of a share, the width halved: a balance is twice as wide as a share.
  private func gradeOfBalance(_ limits: ConfidenceInterval, contributors: Int) -> Grade {
    let width = limits.width / 2
    if Double(contributors) >= cutOffs.share.effectiveSizeA && width < cutOffs.share.widthA { return .A }
    if Double(contributors) >= cutOffs.share.effectiveSizeB && width < cutOffs.share.widthB { return .B }
    return limits.contains(0) ? .D : .C
  }
}

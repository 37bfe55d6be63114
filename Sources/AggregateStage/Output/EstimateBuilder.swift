import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Makes the records of a cell from its sums: estimate, standard error, limits, bounds and grade.
struct EstimateBuilder {
  let aggregator: Aggregator
  let cutOffs: GradeCutOffs
  /// Of the whole design: what the limits of totals are made with (F3).
  let totalT: Double?

  init(aggregator: Aggregator) {
    self.aggregator = aggregator
    cutOffs = GradeCutOffs(aggregator.study.grades)
    totalT = StudentT(degreesOfFreedom: aggregator.weighting.design.degreesOfFreedom)?.quantile(0.975)
  }

  var design: ResponseDesign { aggregator.weighting.design }

  /// - Parameter sums: nil for a domain of the frame in which nobody gave anything.
  func estimate(_ key: CellKey, domain: Domain, sums: CellSums?, bases: BaseCounts) throws(StageFailure)
    -> EstimateRecord
  {
    let indicator = aggregator.plan.slots.slots[key.slot].indicator
    let base = bases.answers(of: key, longFormOnly: indicator.needsLongForm)
    var record = EstimateRecord()
    record.indicator = indicator
    record.formula = indicator.formula
    record.domain = domain
    record.answers = base.answers
    let dominant = base.met.count { aggregator.weighting.dominantGroups.contains($0.group) }
    record.frameUnits = aggregator.frame.units(of: key, longFormOnly: indicator.needsLongForm) + dominant
    let kish = KishEffectiveSize(base, design: design)
    record.effectiveSize = kish?.effectiveSize
    guard base.answers > 0 else { return record }

    let sums = sums ?? CellSums()
    record.contributors = sums.moments.contributors
    record.dominantMissing = sums.isDominantMissing ? true : nil
    let behind = sums.numerator.contributors
    let absolute = behind.total + behind.unprotectedTotal
    if absolute > 0 { record.imputedShare = min(1, sums.imputed.value / absolute) }
    if sums.given > 0 { record.doNotKnowShare = Double(sums.doNotKnow) / Double(sums.given) }
    do {
      switch indicator.kind {
      case .total: try fillTotal(&record, sums)
      case .signedTotal: try fillSigned(&record, sums)
      case .share: try fillShare(&record, sums, base: base, kish: kish)
      case .balance: try fillBalance(&record, sums, kish: kish)
      case .grade: try fillMeanGrade(&record, sums)
      }
      if !isCovered(record, base: base) { record.grade = .D }
    } catch {
      throw StageFailure(.ourFault, [Problem(.error, "a cell of \(indicator.rawValue) does not fit the design")])
    }
    return record
  }

  /// The answers stand for about as many units as the frame has in the domain. Where they do not (a rare branch whose
  /// small workplaces were not drawn), the standard error sees only those that were, and nothing may be said.
  ///
  /// - Source: rule of this project, beside F4.
  private func isCovered(_ record: EstimateRecord, base: CellMoments) -> Bool {
    let represented = base.met.reduce(0) { $0 + design.weights[$1.group] * Double($1.moments.count) }
    let ratio = represented / Double(max(1, record.frameUnits))
    return ratio >= 0.6 && ratio <= 1 / 0.6
  }

  /// A sum that cannot be negative: its lower limit stops at 0.
  private func fillTotal(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    let total = try domainTotal(sums.moments, design: design)
    var limits = fill(&record, total, below: sums.yBelow.value, above: sums.yAbove.value)
    if let all = limits { limits = ConfidenceInterval(lower: max(0, all.lower), upper: all.upper) }
    record.low = limits?.lower
    record.high = limits?.upper
    record.grade = Grade(
      .ofTotal(total.value, limits: limits, contributors: record.contributors, cutOffs: cutOffs.total))
  }

  private func fillSigned(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    let total = try domainTotal(sums.moments, design: design)
    let limits = fill(&record, total, below: sums.yBelow.value, above: sums.yAbove.value)
    if let perStaff = try domainRatio(sums.moments, design: design) {
      record.staffNow = perStaff.denominator
      record.perStaff = perStaff.ratio.value
      record.perStaffStandardError = perStaff.ratio.standardError
    }
    let grade = Grade(.ofSigned(limits: limits, staff: record.staffNow ?? 0, cutOffs: cutOffs.signed))
    // A narrow interval from a handful of answers is luck: a number needs as many answers as a total does.
    let isThin = record.answers < cutOffs.total.contributors && record.answers < record.frameUnits
    record.grade = isThin && (grade == .A || grade == .B) ? ((limits?.contains(0) ?? true) ? .D : .C) : grade
  }

  /// The limits of a total, widened by its bounds: bound ∓ t·se. Nil without degrees of freedom.
  private func fill(
    _ record: inout EstimateRecord, _ total: SampleEstimate, below: Double, above: Double
  ) -> ConfidenceInterval? {
    record.estimate = total.value
    record.standardError = total.standardError
    record.degreesOfFreedom = design.degreesOfFreedom
    if below > 0 || above > 0 {
      record.boundLow = total.value - below
      record.boundHigh = total.value + above
    }
    guard let t = total.variance > 0 ? totalT : 0 else { return nil }
    let margin = t * total.standardError
    let limits = ConfidenceInterval(
      lower: (record.boundLow ?? total.value) - margin, upper: (record.boundHigh ?? total.value) + margin)
    record.low = limits.lower
    record.high = limits.upper
    return limits
  }

  private func fillShare(
    _ record: inout EstimateRecord, _ sums: CellSums, base: CellMoments, kish: KishEffectiveSize?
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let share = ratio.ratio
    record.estimate = share.value
    record.standardError = share.standardError
    record.degreesOfFreedom = base.degreesOfFreedom
    let n = effectiveSize(
      ofShare: share, answers: record.answers, frameUnits: record.frameUnits,
      degreesOfFreedom: base.degreesOfFreedom, kish: kish)
    // Bounds: each end of the numerator over the end of the denominator that makes most of it, within 0 and 1.
    let (least, most) = (ratio.numerator - sums.yBelow.value, ratio.numerator + sums.yAbove.value)
    let (fewest, all) = (ratio.denominator - sums.xBelow.value, ratio.denominator + sums.xAbove.value)
    let low = all > 0 ? max(0, min(least / all, share.value)) : share.value
    let high = fewest > 0 ? min(1, max(most / fewest, share.value)) : 1
    if low < share.value || high > share.value {
      record.boundLow = low
      record.boundHigh = high
    }
    var limits: ConfidenceInterval?
    if n == .infinity {
      limits = ConfidenceInterval(lower: share.value, upper: share.value)
    } else if share.value <= 0 || share.value >= 1 {
      limits = n.flatMap { exactLimit(share: share.value, effectiveSize: $0) }
    } else if record.indicator.isShareOfEmployers {
      // Where almost all agree the variance says too little; n* and its ceiling keep the limits honest (Korn–Graubard).
      limits = proportionInterval(
        share, method: .beta, degreesOfFreedom: base.degreesOfFreedom, effectiveSize: n)
    } else if share.variance == 0 {
      limits = ConfidenceInterval(lower: share.value, upper: share.value)
    } else {
      limits = proportionInterval(share, method: .logit, degreesOfFreedom: base.degreesOfFreedom)
    }
    if let sampling = limits {
      // The sampling margin on each side, laid outside the bounds.
      limits = ConfidenceInterval(
        lower: max(0, sampling.lower - (share.value - (record.boundLow ?? share.value))),
        upper: min(1, sampling.upper + ((record.boundHigh ?? share.value) - share.value)))
    }
    record.low = limits?.lower
    record.high = limits?.upper
    record.grade = Grade(
      .ofShare(
        share.value, limits: limits, effectiveSize: n, degreesOfFreedom: base.degreesOfFreedom,
        cutOffs: cutOffs.share))
  }

  /// A balance runs from −1 to 1; it is graded as a signed measure whose staff is 1: by width, else by its sign.
  private func fillBalance(
    _ record: inout EstimateRecord, _ sums: CellSums, kish: KishEffectiveSize?
  ) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    record.estimate = ratio.ratio.value
    record.standardError = ratio.ratio.standardError
    record.degreesOfFreedom = design.degreesOfFreedom
    record.staffNow = ratio.denominator
    guard let limits = limitsOfBalance(ratio.ratio, kish: kish) else { return }
    record.low = limits.lower
    record.high = limits.upper
    record.grade = gradeOfBalance(limits, contributors: record.contributors)
  }

  /// Where all say the same there is no spread to see: the exact limit of a share of 100 per cent, as a balance.
  private func limitsOfBalance(_ balance: SampleEstimate, kish: KishEffectiveSize?) -> ConfidenceInterval? {
    if abs(balance.value) == 1 {
      let share = kish.flatMap { exactLimit(share: 1, effectiveSize: $0.effectiveSize) }
      let limits = share.map { ConfidenceInterval(lower: 2 * $0.lower - 1, upper: 1) }
      return balance.value > 0 ? limits : limits.map { ConfidenceInterval(lower: -1, upper: -$0.lower) }
    }
    guard let t = balance.variance > 0 ? totalT : 0 else { return nil }
    return ConfidenceInterval(
      lower: max(-1, balance.value - t * balance.standardError),
      upper: min(1, balance.value + t * balance.standardError))
  }

  /// The cut-offs of a share, the width halved: a balance is twice as wide as a share.
  private func gradeOfBalance(_ limits: ConfidenceInterval, contributors: Int) -> Grade {
    let width = limits.width / 2
    if Double(contributors) >= cutOffs.share.effectiveSizeA && width < cutOffs.share.widthA { return .A }
    if Double(contributors) >= cutOffs.share.effectiveSizeB && width < cutOffs.share.widthB { return .B }
    return limits.contains(0) ? .D : .C
  }
}

extension Grade {
  init(_ grade: ReliabilityGrade) {
    switch grade {
    case .a: self = .A
    case .b: self = .B
    case .c: self = .C
    case .d: self = .D
    }
  }
}

extension GradeCutOffs {
  init(_ limits: GradeLimits) {
    self = .standard
    share.effectiveSizeA = limits.share.effectiveA
    share.effectiveSizeB = limits.share.effectiveB
    share.degreesOfFreedomA = Int(limits.share.degreesA)
    share.narrowWidthA = limits.share.narrowWidthA
    share.widthA = limits.share.widthA
    share.relativeWidthA = limits.share.relativeWidthA
    share.widthB = limits.share.widthB
    total.contributors = limits.total.contributors
    total.relativeWidthA = limits.total.relativeWidthA
    total.relativeWidthB = limits.total.relativeWidthB
    signed.widthPerStaffA = limits.signed.widthA
    signed.widthPerStaffB = limits.signed.widthB
  }
}

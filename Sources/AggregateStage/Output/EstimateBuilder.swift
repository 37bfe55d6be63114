import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Makes the records of a cell from its sums: estimate, standard error, limits, bounds and grade.
struct EstimateBuilder {
  let aggregator: Aggregator
  let cutOffs: GradeCutOffs
  /// Of the whole design: what the limits of totals are made with (F3).
  private let degreesOfFreedom: Int
  let totalT: Double?

  /// - Parameter degreesOfFreedom: those that a design still to come would have; by default those of the design.
  init(aggregator: Aggregator, degreesOfFreedom: Int? = nil) {
    self.aggregator = aggregator
    cutOffs = GradeCutOffs(aggregator.study.grades)
    self.degreesOfFreedom = degreesOfFreedom ?? aggregator.weighting.design.degreesOfFreedom
    totalT = StudentT(degreesOfFreedom: self.degreesOfFreedom)?.quantile(0.975)
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
      // Made by match, from need and supply.
      case .signedShare: break
      case .share: try fillShare(&record, sums, base: base, kish: kish)
      case .balance: try fillBalance(&record, sums, kish: kish)
      case .grade: try fillMeanGrade(&record, sums)
      }
      if !isCovered(record, base: base) || isMostlyImputed(record) { record.grade = .D }
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

  /// What rests mostly on imputed values is no result of the survey (EDT-07).
  private func isMostlyImputed(_ record: EstimateRecord) -> Bool {
    record.imputedShare > aggregator.study.grades.imputedShare
  }

  var sharedOptimism: Double { aggregator.study.assumptions.sharedOptimism }

  /// A sum that cannot be negative: its lower limit stops at 0.
  private func fillTotal(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    let total = try domainTotal(sums.moments, design: design)
    finishTotal(&record, total, uncertainty(of: total, sums), Leeway(sums))
  }

  private func uncertainty(of total: SampleEstimate, _ sums: CellSums) -> CellUncertainty {
    CellUncertainty(total, sums, degreesOfFreedom: design.degreesOfFreedom, sharedOptimism: sharedOptimism)
  }

  private func finishTotal(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) {
    var limits = fill(&record, total, unsure, leeway)
    if let all = limits { limits = ConfidenceInterval(lower: max(0, all.lower), upper: all.upper) }
    record.low = limits?.lower
    record.high = limits?.upper
    record.grade = Grade(
      .ofTotal(total.value, limits: limits, contributors: record.contributors, cutOffs: cutOffs.total))
  }

  private func fillSigned(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    let total = try domainTotal(sums.moments, design: design)
    if let perStaff = try domainRatio(sums.moments, design: design) {
      record.staffNow = perStaff.denominator
      record.perStaff = perStaff.ratio.value
      record.perStaffStandardError = CellUncertainty(
        perStaff, sums, degreesOfFreedom: design.degreesOfFreedom, sharedOptimism: sharedOptimism
      ).variance.squareRoot()
    }
    finishSigned(&record, total, uncertainty(of: total, sums), Leeway(sums))
  }

  private func finishSigned(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) {
    let limits = fill(&record, total, unsure, leeway)
    let grade = Grade(.ofSigned(limits: limits, staff: record.staffNow ?? 0, cutOffs: cutOffs.signed))
    // A narrow interval from a handful of answers is luck: a number needs as many answers as a total does.
    let isThin = record.answers < cutOffs.total.contributors && record.answers < record.frameUnits
    record.grade = isThin && (grade == .A || grade == .B) ? ((limits?.contains(0) ?? true) ? .D : .C) : grade
  }

  /// What a sum would be printed as, were it another or known less or more surely: its limits, bounds and grade follow.
  ///
  /// - Parameters:
  ///   - record: a sum, with the answers and contributors that it would have.
  ///   - below: how far uncertain answers may lie below what is reckoned with, in all; `above` likewise.
  func revised(_ record: EstimateRecord, total: SampleEstimate, below: Double, above: Double) -> EstimateRecord {
    var revised = record
    (revised.low, revised.high, revised.boundLow, revised.boundHigh) = (nil, nil, nil, nil)
    let leeway = Leeway(below: below, above: above)
    let unsure = CellUncertainty(total, as: record, isImputed: below > 0 || above > 0, sharedOptimism: sharedOptimism)
    switch record.indicator.kind {
    case .total: finishTotal(&revised, total, unsure, leeway)
    case .signedTotal: finishSigned(&revised, total, unsure, leeway)
    case .share, .balance, .grade, .signedShare: break
    }
    return revised
  }

  /// How far a sum may lie from what is reckoned with: for want of answers, and by the respondents' own views.
  private struct Leeway {
    var below: Double
    var above: Double
    var outlookBelow = 0.0
    var outlookAbove = 0.0

    init(below: Double, above: Double) {
      self.below = below
      self.above = above
    }

    init(_ sums: CellSums) {
      self.init(below: sums.yBelow.value, above: sums.yAbove.value)
      outlookBelow = sums.outlookBelow.value
      outlookAbove = sums.outlookAbove.value
    }

    var isNone: Bool { below <= 0 && above <= 0 && outlookBelow <= 0 && outlookAbove <= 0 }
  }

  /// The limits of a total. What is missing is bounded: the sampling error lies outside its bounds, bound ∓ t·se; and the
  /// limits hold the interval of the draws too. Nil without degrees of freedom.
  private func fill(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) -> ConfidenceInterval? {
    record.estimate = total.value
    unsure.fill(&record)
    if !leeway.isNone {
      record.boundLow = total.value - leeway.below - leeway.outlookBelow
      record.boundHigh = total.value + leeway.above + leeway.outlookAbove
    }
    guard let t = unsure.variance > 0 ? totalT : 0 else { return nil }
    let margin = t * unsure.ofAnswers.squareRoot()
    var limits = ConfidenceInterval(
      lower: total.value - leeway.below - margin, upper: total.value + leeway.above + margin)
    if let drawn = drawnMargin(unsure) {
      limits = limits.joined(with: ConfidenceInterval(lower: total.value - drawn, upper: total.value + drawn))
    }
    record.low = limits.lower
    record.high = limits.upper
    return limits
  }

  /// t·√T with the degrees of freedom of the draws; nil where nothing is drawn.
  func drawnMargin(_ unsure: CellUncertainty) -> Double? {
    guard unsure.imputation > 0 else { return nil }
    return StudentT(degreesOfFreedom: unsure.degreesOfFreedom).map {
      $0.quantile(0.975) * unsure.variance.squareRoot()
    }
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

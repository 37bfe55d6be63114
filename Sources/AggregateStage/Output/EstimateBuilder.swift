import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Makes the records of a cell from its sums: estimate, standard error, limits, bounds and grade.
struct EstimateBuilder {
  let aggregator: Aggregator
  let cutOffs: GradeCutOffs
  /// Of the whole design, or of one still to come.
  private let degreesOfFreedom: Int
  /// t of 95 per cent for 1, 2, … degrees of freedom.
  private let t: [Double]

  /// - Parameter degreesOfFreedom: those that a design still to come would have; by default those of the design.
  init(aggregator: Aggregator, degreesOfFreedom: Int? = nil) {
    self.aggregator = aggregator
    cutOffs = GradeCutOffs(aggregator.study.grades)
    self.degreesOfFreedom = degreesOfFreedom ?? aggregator.weighting.design.degreesOfFreedom
    t = (1...256).compactMap { StudentT(degreesOfFreedom: $0)?.quantile(0.975) }
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
      case .share: try fillShare(&record, sums, base: base)
      case .balance: try fillBalance(&record, sums, base: base)
      case .grade: try fillMeanGrade(&record, sums)
      }
      if isUnseen(record, base: base) {
        (record.low, record.high) = (nil, nil)
        record.grade = .D
      }
      if !isCovered(record, base: base) || isMostlyImputed(record) { record.grade = .D }
    } catch {
      throw StageFailure(.ourFault, [Problem(.error, "a cell of \(indicator.rawValue) does not fit the design")])
    }
    return record
  }

  /// Nothing was seen of it, in a sample: a 0 that was never seen to vary is no proof that there is none.
  private func isUnseen(_ record: EstimateRecord, base: CellMoments) -> Bool {
    let isSum = record.indicator.kind == .total || record.indicator.kind == .signedTotal
    return isSum && record.estimate == 0 && record.standardError == 0 && !isObservedInFull(base)
  }

  /// Every unit of every group that the base reaches was observed: there is no sampling error.
  func isObservedInFull(_ base: CellMoments) -> Bool {
    base.met.allSatisfy { design.varianceFactors[$0.group] == 0 }
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
    finishTotal(&record, total, try uncertainty(of: total, sums), Leeway(sums))
  }

  private func uncertainty(of total: SampleEstimate, _ sums: CellSums) throws(DesignError) -> CellUncertainty {
    CellUncertainty(
      total, sums, degreesOfFreedom: try degrees(of: sums.moments), sharedOptimism: sharedOptimism)
  }

  /// Of the cell's own variance, to the nearest whole number, at least 1; those of the design where nothing varies.
  func degrees(of cell: CellMoments, ratio: Double? = nil) throws(DesignError) -> Int {
    guard let effective = try effectiveDegrees(cell, design: design, ratio: ratio) else {
      return design.degreesOfFreedom
    }
    // A half rounds up, also where it is one only but for the rounding of sums.
    return max(1, Int(effective + 0.5 + 1e-6))
  }

  /// Nil without degrees of freedom.
  func multiplier(degreesOfFreedom: Int) -> Double? {
    t.indices.contains(degreesOfFreedom - 1)
      ? t[degreesOfFreedom - 1] : StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile(0.975)
  }

  private func finishTotal(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) {
    var limits = fill(&record, total, unsure, leeway)
    if let all = limits { limits = ConfidenceInterval(lower: max(0, all.lower), upper: all.upper) }
    record.low = limits?.lower
    record.high = limits?.upper
    let grade = Grade(
      .ofTotal(total.value, limits: limits, contributors: record.contributors, cutOffs: cutOffs.total))
    // On the logarithm no limit reaches 0: whether there is anything at all, the plain margin must say.
    let margin = (multiplier(degreesOfFreedom: unsure.degreesOfSample) ?? 0) * unsure.ofAnswers.squareRoot()
    record.grade = grade == .C && total.value - leeway.below <= margin ? .D : grade
  }

  private func fillSigned(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    let total = try domainTotal(sums.moments, design: design)
    if let perStaff = try domainRatio(sums.moments, design: design) {
      record.staffNow = perStaff.denominator
      record.perStaff = perStaff.ratio.value
      record.perStaffStandardError = CellUncertainty(
        perStaff, sums, degreesOfFreedom: try degrees(of: sums.moments), sharedOptimism: sharedOptimism
      ).variance.squareRoot()
    }
    finishSigned(&record, total, try uncertainty(of: total, sums), Leeway(sums))
  }

  private func finishSigned(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) {
    let limits = fill(&record, total, unsure, leeway)
    let grade = Grade(.ofSigned(limits: limits, staff: record.staffNow ?? 0, cutOffs: cutOffs.signed))
    // A narrow interval from a handful of answers is luck: a number needs as many answers as a total does.
    // Of an occupation only those can tell that have somebody in it.
    let told = record.occupation == nil ? record.answers : record.contributors
    let isThin = told < cutOffs.total.contributors && record.answers < record.frameUnits
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
    // A design still to come has more degrees of freedom in all, and so the cell in proportion.
    let degrees = Double(record.degreesOfFreedom) * Double(degreesOfFreedom) / Double(max(1, design.degreesOfFreedom))
    let unsure = CellUncertainty(
      total, as: record, degreesOfFreedom: Int(degrees), isImputed: below > 0 || above > 0,
      sharedOptimism: sharedOptimism)
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
  /// limits hold the interval of the draws too. Of a sum that cannot be negative both are made on the logarithm. Nil
  /// without degrees of freedom.
  private func fill(
    _ record: inout EstimateRecord, _ total: SampleEstimate, _ unsure: CellUncertainty, _ leeway: Leeway
  ) -> ConfidenceInterval? {
    record.estimate = total.value
    unsure.fill(&record)
    if !leeway.isNone {
      record.boundLow = total.value - leeway.below - leeway.outlookBelow
      record.boundHigh = total.value + leeway.above + leeway.outlookAbove
    }
    func interval(variance: Double, _ multiplier: Double) -> ConfidenceInterval {
      let estimate = SampleEstimate(value: total.value, variance: variance)
      return record.indicator.kind == .total
        ? estimate.logInterval(multiplier: multiplier) : estimate.interval(multiplier: multiplier)
    }
    guard let t = unsure.variance > 0 ? multiplier(degreesOfFreedom: unsure.degreesOfSample) : 0 else { return nil }
    let answered = interval(variance: unsure.ofAnswers, t)
    var limits = ConfidenceInterval(lower: answered.lower - leeway.below, upper: answered.upper + leeway.above)
    if let drawn = drawnMultiplier(unsure) { limits = limits.joined(with: interval(variance: unsure.variance, drawn)) }
    record.low = limits.lower
    record.high = limits.upper
    return limits
  }

  /// t with the degrees of freedom of the draws; nil where nothing is drawn.
  private func drawnMultiplier(_ unsure: CellUncertainty) -> Double? {
    guard unsure.imputation > 0 else { return nil }
    return StudentT(degreesOfFreedom: unsure.degreesOfFreedom)?.quantile(0.975)
  }

  /// t·√T with the degrees of freedom of the draws; nil where nothing is drawn.
  func drawnMargin(_ unsure: CellUncertainty) -> Double? {
    drawnMultiplier(unsure).map { $0 * unsure.variance.squareRoot() }
  }
}

import ConfidentialRecords
import SurveyStatistics

/// Why a cell has its grade: every criterion of F4 with the cell's own number beside the study's cut-off.
struct GradeReasons {
  struct Criterion: Hashable {
    /// What is asked for.
    var grade: Grade
    var text: String
    var isMet: Bool
  }

  /// All that the grade asks for; a grade is given where every criterion of it is met.
  private(set) var criteria: [Criterion] = []
  /// Rules that lower a grade whatever the criteria say.
  private(set) var limits: [String] = []
  /// What the criteria give by themselves.
  private(set) var byCriteria = Grade.D
  private let estimate: EstimateRecord
  private let cutOffs: GradeLimits

  init(_ estimate: EstimateRecord, cutOffs: GradeLimits) {
    self.estimate = estimate
    self.cutOffs = cutOffs
    guard let low = estimate.low, let high = estimate.high, let value = estimate.estimate else {
      criteria = [Criterion(grade: .C, text: "there is an interval", isMet: false)]
      return
    }
    let limits = ConfidenceInterval(lower: low, upper: high)
    switch estimate.indicator.kind {
    case .share: addShare(value, limits)
    case .total: addTotal(value, limits)
    case .signedTotal, .signedShare: addSigned(limits, staff: estimate.staffNow ?? 0)
    case .balance: addBalance(limits)
    case .grade: addMeanGrade(limits)
    }
    byCriteria =
      Grade.allCases.first { grade in
        grade == .D || criteria.contains { $0.grade == grade } && criteria.allSatisfy { $0.grade != grade || $0.isMet }
      } ?? .D
    addLimits(limits)
  }

  /// The grade of a gap, whose width is judged as that of other signed measures.
  init(gap: GapRecord, cutOffs: GradeLimits) {
    var estimate = EstimateRecord()
    estimate.indicator = .gap
    (estimate.low, estimate.estimate, estimate.high) = (gap.gapLow, gap.gapBase, gap.gapHigh)
    estimate.staffNow = gap.staffNow
    estimate.grade = gap.grade
    estimate.answers = .max
    self.init(estimate, cutOffs: cutOffs)
  }

  // MARK: Criteria

  private mutating func add(_ grade: Grade, _ what: String, _ value: Double, atLeast cutOff: Double) {
    criteria.append(
      Criterion(grade: grade, text: "\(what) \(number(value)), at least \(number(cutOff))", isMet: value >= cutOff))
  }

  private mutating func add(_ grade: Grade, _ what: String, _ value: Double, atMost cutOff: Double) {
    criteria.append(
      Criterion(grade: grade, text: "\(what) \(number(value)), at most \(number(cutOff))", isMet: value <= cutOff))
  }

  private mutating func add(_ grade: Grade, _ what: String, _ value: Double, under cutOff: Double) {
    criteria.append(
      Criterion(grade: grade, text: "\(what) \(number(value)), under \(number(cutOff))", isMet: value < cutOff))
  }

  private mutating func addOutside(_ value: Double, _ limits: ConfidenceInterval) {
    // Not the ends: the report rounds those that it has.
    criteria.append(
      Criterion(grade: .C, text: "the interval leaves out \(number(value))", isMet: !limits.contains(value)))
  }

  private mutating func addShare(_ share: Double, _ limits: ConfidenceInterval) {
    let own = cutOffs.share
    guard let n = effectiveSize(share) else {
      criteria.append(Criterion(grade: .C, text: "n* can be told", isMet: false))
      return
    }
    add(.A, "n*", n, atLeast: own.effectiveA)
    if n != .infinity { add(.A, "degrees of freedom", Double(estimate.degreesOfFreedom), atLeast: own.degreesA) }
    if limits.width > own.narrowWidthA {
      add(.A, "width", limits.width, under: own.widthA)
      add(.A, "width per share", share > 0 ? limits.width / share : .infinity, atMost: own.relativeWidthA)
    } else {
      add(.A, "width", limits.width, atMost: own.narrowWidthA)
    }
    add(.B, "n*", n, atLeast: own.effectiveB)
    add(.B, "width", limits.width, under: own.widthB)
    addOutside(0.5, limits)
  }

  private mutating func addTotal(_ total: Double, _ limits: ConfidenceInterval) {
    for (grade, width) in [(Grade.A, cutOffs.total.relativeWidthA), (.B, cutOffs.total.relativeWidthB)] {
      add(grade, "contributors", Double(estimate.contributors), atLeast: Double(cutOffs.total.contributors))
      add(grade, "width per estimate", ratio(limits.width, total), atMost: width)
    }
    addOutside(0, limits)
  }

  private mutating func addSigned(_ limits: ConfidenceInterval, staff: Double) {
    for (grade, width) in [(Grade.A, cutOffs.signed.widthA), (.B, cutOffs.signed.widthB)] {
      add(grade, "width per staff now", staff > 0 ? limits.width / staff : .infinity, atMost: width)
    }
    addOutside(0, limits)
  }

  private mutating func addBalance(_ limits: ConfidenceInterval) {
    let own = cutOffs.share
    for (grade, size, width) in [(Grade.A, own.effectiveA, own.widthA), (.B, own.effectiveB, own.widthB)] {
      add(grade, "contributors", Double(estimate.contributors), atLeast: size)
      add(grade, "half the width", limits.width / 2, under: width)
    }
    addOutside(0, limits)
  }

  /// A mean of the grades 1 to 5, its width taken as a part of the scale.
  private mutating func addMeanGrade(_ limits: ConfidenceInterval) {
    let own = cutOffs.share
    for (grade, size, width) in [(Grade.A, own.effectiveA, own.widthA), (.B, own.effectiveB, own.widthB)] {
      add(grade, "contributors", Double(estimate.contributors), atLeast: size)
      add(grade, "width as a part of the scale", limits.width / 4, under: width)
    }
    let isDecided = ShortageClass(index: limits.lower) > .balance || ShortageClass(index: limits.upper) < .balance
    criteria.append(Criterion(grade: .C, text: "the interval lies on one side of balance", isMet: isDecided))
  }

  // MARK: What lowers a grade

  private mutating func addLimits(_ own: ConfidenceInterval) {
    let isThin =
      estimate.indicator.kind == .signedTotal && estimate.answers < cutOffs.total.contributors
      && estimate.answers < estimate.frameUnits
    if isThin && (byCriteria == .A || byCriteria == .B) {
      limits.append(
        "\(estimate.answers) answers, at least \(cutOffs.total.contributors) for a number or an interval: C at best")
    }
    if estimate.imputedShare > cutOffs.imputedShare {
      limits.append(
        "imputed share \(number(estimate.imputedShare)), at most \(number(cutOffs.imputedShare)): else D")
    }
    let expected = limits.isEmpty ? byCriteria : isThin && !own.contains(0) && limits.count == 1 ? .C : .D
    if expected != estimate.grade {
      limits.append(
        "the answers stand for fewer than 0.6, or more than 1.67, of the domain's frame units: D (coverage)")
    }
  }

  /// n* of F4: as many answers of a simple random sample would tell as much.
  private func effectiveSize(_ share: Double) -> Double? {
    let (m, all) = (Double(estimate.answers), Double(estimate.frameUnits))
    if estimate.answers >= estimate.frameUnits { return .infinity }
    if share <= 0 || share >= 1 {
      return estimate.effectiveSize.map { min($0, m * (all - 1) / (all - m)) }
    }
    let error = estimate.standardError ?? 0
    return SurveyStatistics.effectiveSize(
      ofShare: SampleEstimate(value: share, variance: error * error), answers: estimate.answers,
      frameUnits: estimate.frameUnits, degreesOfFreedom: estimate.degreesOfFreedom, kish: nil)
  }

  private func ratio(_ width: Double, _ estimate: Double) -> Double {
    width <= 0 ? 0 : estimate > 0 ? width / estimate : .infinity
  }

  private func number(_ value: Double) -> String { TraceText.number(value) }

  // MARK: In words

  var lines: [String] {
    var lines = criteria.map { "\($0.isMet ? "met    " : "not met")  \($0.grade.rawValue): \($0.text)" }
    lines += limits.map { "lowered  \($0)" }
    return lines
  }
}

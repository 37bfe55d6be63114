import ConfidentialRecords
import ReleasedRecords

/// Makes a printed cell of an estimate: what its grade allows, and nothing else (F4).
///
///     A   number, interval, bounds      B   interval      C   direction      D   nothing
struct CellRelease {
  let study: Study

  /// Why the number cannot be shown although it is no secret; nil when it can.
  func reason(_ cell: InputCell) -> HidingReason? {
    let estimate = cell.estimate
    // Where only a dominant employer is left out or missing there is somebody, of whom nothing is said.
    let lacksDominant = estimate.excludesDominant == true || estimate.dominantMissing == true
    if estimate.frameUnits == 0 && estimate.answers == 0 { return lacksDominant ? .noAnswers : .cannotOccur }
    guard estimate.estimate != nil else { return .noAnswers }
    if isNothing(cell) { return .nothingThere }
    return estimate.grade == .D ? .tooUncertain : nil
  }

  /// Nobody who answered has any, and enough answered for that to say something: all of them, or as many as a share
  /// needs to be shown.
  private func isNothing(_ cell: InputCell) -> Bool {
    let (estimate, behind) = (cell.estimate, cell.contributors.numerator)
    guard cell.indicator.kind == .total, behind.enterprises == 0, behind.unprotectedEnterprises == 0,
      (estimate.boundHigh ?? 0) <= 0
    else { return false }
    return estimate.answers >= estimate.frameUnits || (estimate.effectiveSize ?? 0) >= study.grades.share.effectiveB
  }

  func release(_ cell: InputCell, reason: HidingReason?) -> ReleasedCell {
    let estimate = cell.estimate
    var released = ReleasedCell()
    released.id = cell.id
    released.table = estimate.table
    released.indicator = estimate.indicator
    released.formula = estimate.formula
    released.feature = estimate.feature
    released.unit = estimate.indicator.unit
    released.domain = estimate.domain
    released.excludesDominant = estimate.excludesDominant
    released.dominantMissing = estimate.dominantMissing
    released.status = Self.status(reason)
    if released.status != .confidential { released.answers = estimate.answers }
    guard reason == nil else { return released }

    let rounding = Rounding(estimate.indicator, study: study)
    released.grade = estimate.grade
    if estimate.grade == .A {
      released.estimate = rounding.nearest(estimate.estimate)
      released.boundLow = rounding.down(estimate.boundLow)
      released.boundHigh = rounding.up(estimate.boundHigh)
    }
    if estimate.grade == .A || estimate.grade == .B {
      released.low = rounding.down(estimate.low)
      released.high = rounding.up(estimate.high)
    } else {
      released.direction = Self.direction(estimate)
    }
    released.effectiveSize = estimate.effectiveSize.map { $0.rounded() }
    released.imputedShare = Self.share(estimate.imputedShare)
    released.doNotKnowShare = estimate.doNotKnowShare.map(Self.share)
    return released
  }

  static func status(_ reason: HidingReason?) -> ReleasedCell.Status {
    switch reason {
    case nil: .shown
    case .nothingThere: .zero
    case .cannotOccur: .cannotOccur
    case .notAsked: .notAsked
    case .tooUncertain, .noAnswers: .uncertain
    default: .confidential
    }
  }

  /// The sign; of a share, whether it is more than a half or less; of a mean of grades, which side of the middle.
  private static func direction(_ estimate: EstimateRecord) -> ReleasedCell.Direction? {
    let middle = estimate.indicator.kind == .share ? 0.5 : estimate.indicator.kind == .grade ? 3 : 0
    return estimate.estimate.map { $0 > middle ? .positive : .negative }
  }

  private static func share(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

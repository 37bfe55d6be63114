import ConfidentialRecords
import SurveyStatistics

/// All that one cell needs, gathered in one pass and merged in the order of the input.
struct CellSums: Sendable {
  private(set) var moments = CellMoments()
  /// Weighted sums of the ends of uncertain answers.
  private(set) var yLow = CompensatedSum()
  private(set) var yHigh = CompensatedSum()
  private(set) var xLow = CompensatedSum()
  private(set) var xHigh = CompensatedSum()
  private(set) var imputed = CompensatedSum()
  private(set) var absolute = CompensatedSum()
  private(set) var doNotKnow = 0
  private(set) var given = 0
  private(set) var isDominantMissing = false
  private(set) var numerator: EnterpriseTally
  private(set) var denominator: EnterpriseTally

  init(partOfInput: Bool) {
    numerator = EnterpriseTally(partOfInput: partOfInput)
    denominator = EnterpriseTally(partOfInput: partOfInput)
  }

  mutating func add(
    y: Contribution, x: Contribution, group: Int, weight: Double, enterprise: String, isProtected: Bool
  ) {
    moments.add(group: group, y: y.value, x: x.value)
    yLow += weight * y.low
    yHigh += weight * y.high
    xLow += weight * x.low
    xHigh += weight * x.high
    imputed += weight * y.imputed
    absolute += weight * abs(y.value)
    given += 1
    if y.isDoNotKnow || x.isDoNotKnow { doNotKnow += 1 }
    if y.isDominantMissing || x.isDominantMissing { isDominantMissing = true }
    numerator.add(
      .init(
        enterprise: enterprise, isProtected: isProtected, value: abs(y.value), weighted: weight * abs(y.value)))
    denominator.add(
      .init(
        enterprise: enterprise, isProtected: isProtected, value: abs(x.value), weighted: weight * abs(x.value)))
  }

  mutating func merge(_ later: CellSums) {
    moments.merge(later.moments)
    yLow += later.yLow.value
    yHigh += later.yHigh.value
    xLow += later.xLow.value
    xHigh += later.xHigh.value
    imputed += later.imputed.value
    absolute += later.absolute.value
    doNotKnow += later.doNotKnow
    given += later.given
    isDominantMissing = isDominantMissing || later.isDominantMissing
    numerator.merge(later.numerator)
    denominator.merge(later.denominator)
  }
}

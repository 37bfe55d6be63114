import ConfidentialRecords
import SurveyStatistics

/// All that one cell needs, gathered in one pass in the order of the input.
struct CellSums: Sendable {
  private(set) var moments = CellMoments()
  /// Weighted sums of how far uncertain answers may lie below and above what is reckoned with.
  private(set) var yBelow = CompensatedSum()
  private(set) var yAbove = CompensatedSum()
  private(set) var xBelow = CompensatedSum()
  private(set) var xAbove = CompensatedSum()
  private(set) var imputed = CompensatedSum()
  private(set) var doNotKnow = 0
  /// Employers with something in the cell, be it a don't-know.
  private(set) var given = 0
  private(set) var isDominantMissing = false
  private(set) var numerator = EnterpriseTally()
  private(set) var denominator = EnterpriseTally()

  init() {}

  mutating func add(y: Contribution, x: Contribution, of employer: EmployerUpdate) {
    let weight = employer.weight
    moments.add(group: employer.group, y: y.value, x: x.value)
    if y.low != y.value { yBelow += weight * (y.value - y.low) }
    if y.high != y.value { yAbove += weight * (y.high - y.value) }
    if x.low != x.value { xBelow += weight * (x.value - x.low) }
    if x.high != x.value { xAbove += weight * (x.high - x.value) }
    if y.imputed != 0 { imputed += weight * y.imputed }
    given += 1
    if y.isDoNotKnow || x.isDoNotKnow { doNotKnow += 1 }
    if y.isDominantMissing || x.isDominantMissing { isDominantMissing = true }
    numerator.add(y.value, weight: weight, enterprise: employer.enterprise, isProtected: employer.isProtected)
    if x.value != 0 {
      denominator.add(x.value, weight: weight, enterprise: employer.enterprise, isProtected: employer.isProtected)
    }
  }
}

import ConfidentialRecords
import SurveyStatistics

/// All that one cell needs, gathered in one pass in the order of the input.
struct CellSums: Sendable {
  /// Of the values reckoned with, the mean over the draws where there are any; the spread of the draws is in the sums of
  /// squares.
  private(set) var moments = CellMoments()
  /// Weighted sums of how far each draw lies from the mean of all, y and x by turns; empty where nothing is drawn.
  private(set) var draws: [Double] = []
  /// Weighted sums of how far uncertain answers may lie below and above what is reckoned with.
  private(set) var yBelow = CompensatedSum()
  private(set) var yAbove = CompensatedSum()
  private(set) var xBelow = CompensatedSum()
  private(set) var xAbove = CompensatedSum()
  /// The respondents' own views of the future (F20), and how far those of y reach below and above its mean.
  private(set) var outlook = SharedUncertaintySums()
  private(set) var outlookBelow = CompensatedSum()
  private(set) var outlookAbove = CompensatedSum()
  private(set) var imputed = CompensatedSum()
  private(set) var doNotKnow = 0
  /// Employers with something in the cell, be it a don't-know.
  private(set) var given = 0
  private(set) var isDominantMissing = false
  private(set) var numerator = EnterpriseTally()
  private(set) var denominator = EnterpriseTally()

  init() {}

  /// - Parameter draws: y and x of every draw, by turns; nil where all are alike.
  mutating func add(y: Contribution, x: Contribution, draws: [Double]? = nil, of employer: EmployerUpdate) {
    let weight = employer.weight
    var (y, x) = (y, x)
    if let draws { add(draws, y: &y, x: &x, of: employer) }
    moments.add(group: employer.group, y: y.value, x: x.value)
    if y.low != y.value { yBelow += weight * (y.value - y.low) }
    if y.high != y.value { yAbove += weight * (y.high - y.value) }
    if x.low != x.value { xBelow += weight * (x.value - x.low) }
    if x.high != x.value { xAbove += weight * (x.high - x.value) }
    if y.outlook != .none || x.outlook != .none {
      outlook.add(y: y.outlook.deviation, x: x.outlook.deviation, weight: weight)
      outlookBelow += weight * y.outlook.below
      outlookAbove += weight * y.outlook.above
    }
    if y.imputed != 0 { imputed += weight * y.imputed }
    given += 1
    if y.isDoNotKnow || x.isDoNotKnow { doNotKnow += 1 }
    if y.isDominantMissing || x.isDominantMissing { isDominantMissing = true }
    numerator.add(y.value, weight: weight, enterprise: employer.enterprise, isProtected: employer.isProtected)
    if x.value != 0 {
      denominator.add(x.value, weight: weight, enterprise: employer.enterprise, isProtected: employer.isProtected)
    }
  }

  /// Reckons with the mean of the draws, and keeps how far each lies from it.
  private mutating func add(
    _ drawn: [Double], y: inout Contribution, x: inout Contribution, of employer: EmployerUpdate
  ) {
    let m = Double(drawn.count / 2)
    var (sumY, sumX) = (0.0, 0.0)
    for place in stride(from: 0, to: drawn.count, by: 2) {
      sumY += drawn[place]
      sumX += drawn[place + 1]
    }
    (y.value, x.value) = (sumY / m, sumX / m)
    (y.low, y.high) = (min(y.low, y.value), max(y.high, y.value))
    (x.low, x.high) = (min(x.low, x.value), max(x.high, x.value))
    if draws.isEmpty { draws = Array(repeating: 0, count: drawn.count) }
    var (yy, xx, xy) = (0.0, 0.0, 0.0)
    for place in stride(from: 0, to: drawn.count, by: 2) {
      let (dy, dx) = (drawn[place] - y.value, drawn[place + 1] - x.value)
      draws[place] += employer.weight * dy
      draws[place + 1] += employer.weight * dx
      yy += dy * dy
      xx += dx * dx
      xy += dx * dy
    }
    moments.widen(group: employer.group, yy: yy / m, xx: xx / m, xy: xy / m)
  }
}

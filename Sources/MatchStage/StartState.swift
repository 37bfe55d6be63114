import ConfidentialRecords

/// How hard it is to recruit today, and how many are employed: where the drift of need and supply starts from (F19).
package struct StartState: Sendable {
  private struct Key: Hashable {
    var indicator: Indicator
    var domain: Domain
    var leavesDominantOut: Bool
  }

  private var estimates: [Key: EstimateRecord] = [:]

  /// - Parameter estimates: those that are wanted; the first of each stands.
  package init(_ estimates: [EstimateRecord] = []) {
    for estimate in estimates where Self.isWanted(estimate) {
      let key = Key(
        indicator: estimate.indicator, domain: estimate.domain, leavesDominantOut: estimate.excludesDominant == true)
      if self.estimates[key] == nil { self.estimates[key] = estimate }
    }
  }

  /// Shortage balance, headcount or growth of the domains that needs are matched in.
  package static func isWanted(_ estimate: EstimateRecord) -> Bool {
    let isMeant = [.shortageBalance, .headcount, .occupationGrowth].contains(estimate.indicator)
    return isMeant && estimate.sector == nil && estimate.section == nil && estimate.sizeClass == nil
      && estimate.item == nil
      && (estimate.occupation.map { $0.utf8.count == 1 } ?? true)
  }

  /// What has happened by the horizon of a need; nil when a part of it is not known.
  func drift(of need: EstimateRecord, supply: [SupplyComponent: AssumedRange]) -> DriftVerdict? {
    var start = need.domain
    start.horizon = nil
    guard let balance = find(.shortageBalance, start, need), balance.grade != .D, let low = balance.low,
      let high = balance.high,
      let headcount = find(.headcount, start, need)?.estimate, headcount > 0,
      let growth = find(.occupationGrowth, need.domain, need), let change = growth.estimate,
      let estimate = need.estimate, let seekers = supply[.seekersReady],
      supply.count == SupplyComponent.allCases.count
    else { return nil }
    let whole = SupplyComponent.allCases.compactMap { supply[$0] }.reduce(.zero, +)
    return DriftVerdict(
      start: low > 0 ? 1 : high < 0 ? -1 : 0, headcount: headcount, seekers: seekers, supply: whole, need: estimate,
      needStandardError: need.standardError ?? 0, growth: change, growthStandardError: growth.standardError ?? 0)
  }

  /// The version that leaves out whom the need leaves out; a cell they have no part in stands once.
  private func find(_ indicator: Indicator, _ domain: Domain, _ need: EstimateRecord) -> EstimateRecord? {
    let leavesOut = need.excludesDominant == true
    return estimates[Key(indicator: indicator, domain: domain, leavesDominantOut: leavesOut)]
      ?? estimates[Key(indicator: indicator, domain: domain, leavesDominantOut: false)]
  }
}

/// The verdict of today, shifted by how supply and demand grow (F19).
///
///     Δsupply/supply = (A − ready seekers − leavers) / (headcount + ready seekers)      leavers = N − ΔE
///     Δdemand/demand = ΔE / headcount
///     verdict(h)     = today's verdict, one step towards surplus when the difference is above 2 s.e., one towards
///                      shortage when it is below −2 s.e.
///
/// - The difference must lie on one side at the low, base and high supply. Its standard error is at most
///   (s.e. N + s.e. ΔE) / supply + s.e. ΔE / demand, which is taken: the covariance is not known.
/// - Today's verdict is the sign of the shortage balance (F10) when its interval excludes 0; else in balance.
/// - Never stronger than likely: no scenario stands behind it.
/// - Source: the rule is Region Stockholm's; the threshold is this project's.
struct DriftVerdict: Hashable, Sendable {
  /// +1 shortage, 0 balance, −1 surplus.
  var start: Int
  var headcount: Double
  var seekers: AssumedRange
  var supply: AssumedRange
  var need: Double
  var needStandardError: Double
  var growth: Double
  var growthStandardError: Double

  /// +1 when supply surely outgrows demand, −1 when demand outgrows supply, else 0.
  var drift: Int {
    let sides = AssumptionEnd.allCases.map { end -> Int in
      let stock = headcount + seekers[end]
      let change = (supply[end] - seekers[end] - (need - growth)) / stock
      let difference = change - growth / headcount
      let error = (needStandardError + growthStandardError) / stock + growthStandardError / headcount
      return difference > 2 * error ? 1 : difference < -2 * error ? -1 : 0
    }
    return sides.allSatisfy { $0 == sides[0] } ? sides[0] : 0
  }

  var verdict: Verdict {
    switch start - drift {
    case 1...: .likelyShortage
    case ..<0: .likelySurplus
    default: .undetermined
    }
  }
}

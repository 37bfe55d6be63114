import ConfidentialRecords

/// Headcount, leavers, growth, posts to fill and replacement need, per occupation (F13).
///
///     posts to fill     P(h) = all leavers(h) + ΔE(h)
///     replacement need  N(h) = retirement + leaving work + leaving the occupation or the area + ΔE(h)
///
/// - Unit: persons, cumulative from the base date. P may be summed over occupations and is never compared with
///   supply: people who move between local employers fill and empty a post. Only N enters the gap.
/// - Base: employers with the long form. Leavers to an unknown place count in P, not in N.
enum NeedIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [
    .headcount, .headcountNeeded, .retirements, .otherLeavers, .occupationGrowth, .postsToFill, .replacementNeed,
    .retirementShareOfLeavers,
  ]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    for row in employer.rows {
      out.add(.headcount, occupation: row.code, y: row.headcount)
      for horizon in Horizon.allCases {
        let retirements = row.leavers(to: .retirement, horizon)
        var others = Contribution.zero
        var leavingOccupation = retirements
        for destination in Destination.allCases where destination != .retirement {
          let leavers = row.leavers(to: destination, horizon)
          others += leavers
          if destination.leavesTheOccupation { leavingOccupation += leavers }
        }
        let growth = row.growth(horizon)
        let leavers = retirements + others
        out.add(.headcountNeeded, horizon, occupation: row.code, y: row.needed(horizon))
        out.add(.retirements, horizon, occupation: row.code, y: retirements)
        out.add(.otherLeavers, horizon, occupation: row.code, y: others)
        out.add(.retirementShareOfLeavers, horizon, occupation: row.code, y: retirements, x: leavers)
        out.add(.occupationGrowth, horizon, occupation: row.code, y: growth, x: row.headcount)
        out.add(.postsToFill, horizon, occupation: row.code, y: leavers + growth, x: row.headcount)
        out.add(.replacementNeed, horizon, occupation: row.code, y: leavingOccupation + growth, x: row.headcount)
      }
    }
  }
}

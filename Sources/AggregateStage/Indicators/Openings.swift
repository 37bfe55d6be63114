import ConfidentialRecords

/// Openings by the separations method, where the study brings rates (F15, F16).
///
///     S(t+1) = S(t)·(1 − q) + hires(t)             q = exits + transfers in a year
///     O(h)   = Σ_t hires(t) = h·q·(E + E(h))/2 + E(h) − E
///
/// A rate that does not depend on age takes as many from a stock however it is made up, so the cohort step adds up over
/// the ages; between two points that were asked the staff is taken at their mean, and no figure in between is printed.
///
/// - Unit: persons, cumulative from the base date, with its sign: where staff falls by more than leave there is none.
/// - Base: employers with the long form. Not added to posts to fill (F13): another estimate of the same thing.
/// - Source: separations method of the U.S. Bureau of Labor Statistics; checked by hand in `OpeningsTests`.
enum Openings: IndicatorFamily {
  static let indicators: Set<Indicator> = [.openings]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard let rates = out.parameters.separations else { return }
    for row in employer.rows {
      for horizon in Horizon.allCases {
        let half = Double(horizon.years) * rates.yearly(row.code) / 2
        out.add(
          .openings, horizon, occupation: row.code,
          y: row.needed(horizon).times(1 + half) - row.headcount.times(1 - half), x: row.headcount)
      }
    }
  }
}

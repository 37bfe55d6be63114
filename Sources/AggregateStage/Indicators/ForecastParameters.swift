import ConfidentialRecords

/// What indicators are reckoned with beside the answers: chances of retiring and rates of separation, worked out once.
package struct ForecastParameters: Sendable {
  struct Retirement: Sendable {
    var scenario: ExitAges.Scenario
    var horizon: Horizon
    /// By age band.
    var shares: [Double]
  }

  /// Every scenario at every horizon; empty where the study assumes nothing of ages of exit.
  let retirements: [Retirement]
  let separations: SeparationRates?

  package init(study: Study, separations: SeparationRates?) {
    self.separations = separations
    retirements =
      study.assumptions.exitAges.map { ages in
        ExitAges.Scenario.allCases.flatMap { scenario in
          study.horizons.map { horizon in
            Retirement(scenario: scenario, horizon: horizon, shares: ages.shares(within: horizon, scenario))
          }
        }
      } ?? []
  }
}

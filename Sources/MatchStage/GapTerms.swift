import ConfidentialRecords
import SurveyStatistics

/// Everything that one gap is made of, so that it can be reckoned again with other values of what is assumed (F17, F18).
///
///     G_s = N + Σ e_f(s) − Σ A_c(s)      for each scenario s
///     G_L, G_U = min, max over s of (limits of need + Σ e_f(s) − Σ A_c(s))
///
/// - Unit: persons, cumulative from the base date.
struct GapTerms: Sendable {
  struct Factor: Sendable {
    var id: String
    var isOn: Bool
    /// On the gap: plus widens it.
    var effect: AssumedRange
  }

  var need: Double
  /// bound ∓ t·se; nil without degrees of freedom.
  var limits: ConfidenceInterval?
  /// Bounds under stated limits; nil where no answer was open.
  var bounds: (low: Double, high: Double)?
  var spread: NeedSpread
  /// Every component.
  var supply: [SupplyComponent: AssumedRange]
  var factors: [Factor]
  /// The need leaves somebody out who draws on the same supply: no surplus can be claimed.
  var leavesOut: Bool
  var assumptions: Assumptions

  /// The gap with what is pinned at one end in every scenario, and without some factors.
  func outcome(pinned: [Lever: AssumptionEnd] = [:], without off: Set<String> = []) -> GapOutcome {
    let rho = sharedOptimism(pinned[.sharedOptimism])
    let open = need(pinned[.openAnswers], sharedOptimism: rho)
    let scenarios = assumptions.scenarioSet.map { scenario in
      let shift = shift(scenario, pinned, off)
      return GapOutcome.InScenario(
        id: scenario.id, gap: open.need + shift,
        limits: open.limits.map { ConfidenceInterval(lower: $0.lower + shift, upper: $0.upper + shift) })
    }
    let base = open.need + shift(Scenario(id: Scenario.baseID, name: LocalizedText(sv: "", en: "")), pinned, off)
    let limits = scenarios.compactMap(\.limits)
    guard open.limits != nil, let lower = limits.map(\.lower).min(), let upper = limits.map(\.upper).max() else {
      return GapOutcome(base: base, limits: nil, verdict: .undetermined, scenarios: scenarios)
    }
    let all = ConfidenceInterval(lower: lower, upper: upper)
    let verdict = Verdict(
      limits: all, base: base, standardError: spread.standardError(sharedOptimism: rho),
      degreesOfFreedom: spread.degreesOfFreedom)
    return GapOutcome(
      base: base, limits: all, verdict: leavesOut && verdict.claimsSurplus ? .undetermined : verdict,
      scenarios: scenarios)
  }

  /// What a scenario adds to the need: factors that are on, less supply.
  private func shift(_ scenario: Scenario, _ pinned: [Lever: AssumptionEnd], _ off: Set<String>) -> Double {
    var shift = 0.0
    for factor in factors where factor.isOn && !off.contains(factor.id) {
      shift += factor.effect[pinned[.factor(factor.id)] ?? scenario.values[factor.id] ?? .base]
    }
    for component in SupplyComponent.allCases {
      guard let amount = supply[component] else { continue }
      shift -= amount[pinned[.component(component)] ?? scenario.values[assumptions.id(of: component)] ?? .base]
    }
    return shift
  }

  /// ρ of F20; its ends are 0 and 1.
  private func sharedOptimism(_ end: AssumptionEnd?) -> Double {
    switch end {
    case .low: 0
    case .high: 1
    case .base, nil: assumptions.sharedOptimism
    }
  }

  /// The need with every open answer at one end of its limits, and with its limits as wide as shared optimism makes them.
  private func need(
    _ end: AssumptionEnd?, sharedOptimism rho: Double
  ) -> (need: Double, limits: ConfidenceInterval?) {
    if let bounds, let end, end != .base {
      let need = end == .low ? bounds.low : bounds.high
      return (
        need, spread.margin(sharedOptimism: rho).map { ConfidenceInterval(lower: need - $0, upper: need + $0) }
      )
    }
    guard rho != assumptions.sharedOptimism, let limits, let margin = spread.margin(sharedOptimism: rho),
      let usual = spread.margin(sharedOptimism: assumptions.sharedOptimism)
    else { return (need, limits) }
    let wider = margin - usual
    return (need, ConfidenceInterval(lower: limits.lower - wider, upper: limits.upper + wider))
  }
}

/// A gap over all scenarios.
struct GapOutcome: Sendable {
  struct InScenario: Sendable {
    var id: String
    var gap: Double
    var limits: ConfidenceInterval?
  }

  /// In the base scenario.
  var base: Double
  /// G_L and G_U.
  var limits: ConfidenceInterval?
  var verdict: Verdict
  var scenarios: [InScenario]
}

extension Assumptions {
  /// The scenarios that a verdict must survive (F18). A study that states none gets three: every assumption at its base
  /// value, and all of them at the end that makes the gap small, or large.
  package var scenarioSet: [Scenario] {
    guard scenarios.isEmpty else { return scenarios }
    return [
      Scenario(id: "low", name: LocalizedText(sv: "Litet gap", en: "Small gap"), values: ends(makingGap: .low)),
      Scenario(id: Scenario.baseID, name: LocalizedText(sv: "Bas", en: "Base")),
      Scenario(id: "high", name: LocalizedText(sv: "Stort gap", en: "Large gap"), values: ends(makingGap: .high)),
    ]
  }

  /// What stands for a component in scenarios: its assumption, or its own name where the study has none for it.
  package func id(of component: SupplyComponent) -> String { supply[component] ?? component.rawValue }

  private func ends(makingGap end: AssumptionEnd) -> [String: AssumptionEnd] {
    let other: AssumptionEnd = end == .low ? .high : .low
    var values: [String: AssumptionEnd] = [:]
    for component in SupplyComponent.allCases { values[id(of: component)] = other }
    for factor in factors { values[factor.id] = factor.signInGap > 0 ? end : other }
    return values
  }
}

import Diagnostics
import SurveyModel

extension YAMLKeys {
  /// The parts of `assumptions.yaml` that the forecast alone reads: components of supply, factors and scenarios, and
  /// whether they fit together.
  func readForecast(into assumptions: inout Assumptions, supply: [(component: SupplyComponent, id: String)]) {
    let factors = optional("factors", .list(of: .factor, unique: "factor") { $0.entry.id }, default: [])
    let scenarios = optional("scenarios", .list(of: .scenario, unique: "scenario") { $0.id }, default: [])
    for (place, item) in supply.enumerated() {
      if supply[..<place].contains(where: { $0.component == item.component }) {
        faults.add(
          "supply of \(item.component.rawValue) stands in two assumptions", at: location(of: "assumptions"),
          hint: "keep one of them")
      }
      assumptions.supply[item.component] = item.id
    }
    for factor in factors where assumptions.entries.contains(where: { $0.id == factor.entry.id }) {
      faults.add("factor \(factor.entry.id) has the id of an assumption", at: location(of: "factors"))
    }
    assumptions.entries += factors.map(\.entry)
    assumptions.factors = factors.map(\.factor)
    assumptions.scenarios = scenarios
    check(scenarios, against: assumptions)
  }

  private func check(_ scenarios: [Scenario], against assumptions: Assumptions) {
    guard !scenarios.isEmpty else { return }
    let place = location(of: "scenarios")
    if scenarios.first(where: { $0.id == Scenario.baseID })?.values.isEmpty != true {
      faults.add(
        "there is no scenario of base values", at: place, expected: "a scenario \(Scenario.baseID) without values")
    }
    let known = SupplyComponent.allCases.map { assumptions.id(of: $0) } + assumptions.factors.map(\.id)
    for scenario in scenarios {
      for id in scenario.values.keys.sorted() where !known.contains(id) {
        faults.add(
          "scenario \(scenario.id) speaks of \(id), which has no low and high value", at: place,
          expected: known.joined(separator: ", "))
      }
    }
  }
}

extension YAMLType where Value == Scenario {
  /// `{id: low, name: {…}, values: {seekers-ready: high, battery-plant: low}}`; an assumption left out is at base.
  fileprivate static var scenario: YAMLType {
    .mapping("a scenario: id, name, values") { keys in
      let id = keys.required("id", .identifier)
      let name = keys.required("name", .localized)
      let values = keys.optional(
        "values", .dictionary(of: .one(of: AssumptionEnd.allCases, what: "end of an assumption")), default: [])
      guard let id, let name else { return nil }
      return Scenario(id: id, name: name, values: Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first })
    }
  }
}

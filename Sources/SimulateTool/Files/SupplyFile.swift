import SurveyModel

/// `supply.csv`: what is supplied, made from the true need so that some occupations come out short and some not.
enum SupplyFile {
  static func text(_ plan: SimulationPlan, _ truth: Truth) -> String {
    var file = DelimitedText(heading: [
      "municipality", "occupation", "horizon", "component", "low", "base", "high", "source", "date",
    ])
    for (occupation, shares) in plan.supply.components {
      let need = truth.rows.first {
        $0.indicator == .replacementNeed && $0.domain == "all" && $0.occupation == occupation
          && $0.horizon == .tenYears
      }
      guard let need else { continue }
      for horizon in Horizon.allCases {
        for (component, share) in shares {
          // Those who are ready are ready at the base date; the rest come with the years.
          let grown = component == "seekersReady" ? 1 : plan.supply.growthAfter[horizon.index]
          var stream = RandomStream(seed: plan.seed, "supply \(occupation) \(component)", "base")
          let base = tens(need.value * share * grown * (1 + 0.1 * stream.around()))
          let width = abs(base) * plan.supply.spread
          file.append([
            plan.municipality, occupation, String(horizon.years), component, TruthFile.number(tens(base - width)),
            TruthFile.number(base), TruthFile.number(tens(base + width)), plan.supply.source,
            plan.dates.base.description,
          ])
        }
      }
    }
    return file.text
  }

  private static func tens(_ value: Double) -> Double { (value / 10).rounded(.toNearestOrAwayFromZero) * 10 }
}

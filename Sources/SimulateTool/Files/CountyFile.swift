import SurveyModel

/// `context/county.csv`: a made-up county around the municipality, from the true headcount and need: so many times as
/// large, by occupation, and a little apart.
///
/// The municipality's own employed are there too, counted as the county's are.
enum CountyFile {
  static let path = "context/county.csv"
  /// How many times as large as the municipality the county is.
  private static let scale = 22.0

  static func text(_ plan: SimulationPlan, _ truth: Truth) -> String {
    var file = DelimitedText(heading: ["area", "occupation", "horizon", "employed", "need"])
    let county = String(plan.municipality.prefix(2))
    for occupation in ["all"] + (1...9).map(String.init) {
      let code = occupation == "all" ? "" : occupation
      guard let headcount = value(.headcount, code, nil, truth) else { continue }
      var stream = RandomStream(seed: plan.seed, "county \(occupation)", "scale")
      let times = scale * (1 + 0.3 * stream.around())
      var own = RandomStream(seed: plan.seed, "county \(occupation)", "need")
      let apart = 1 + 0.2 * own.around()
      for horizon in Horizon.allCases {
        guard let need = value(.replacementNeed, code, horizon, truth) else { continue }
        let years = String(horizon.years)
        file.append([
          county, occupation, years, TruthFile.number(hundreds(headcount * times)),
          TruthFile.number(hundreds(need * times * apart)),
        ])
        file.append([plan.municipality, occupation, years, TruthFile.number(hundreds(headcount)), ""])
      }
    }
    return file.text
  }

  private static func value(_ indicator: Indicator, _ code: String, _ horizon: Horizon?, _ truth: Truth) -> Double? {
    truth.rows.first {
      $0.indicator == indicator && $0.domain == "all" && $0.occupation == code && $0.horizon == horizon
    }?.value
  }

  private static func hundreds(_ value: Double) -> Double { (value / 100).rounded(.toNearestOrAwayFromZero) * 100 }
}

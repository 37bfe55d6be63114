import SurveyModel

/// `frame.csv`, `sample.csv` and `decisions/waivers.csv`.
enum FrameFiles {
  static func frame(_ workplaces: [Workplace]) -> String {
    var file = DelimitedText(heading: [
      "establishment", "enterprise", "holding", "municipality", "sector", "sni", "employees",
    ])
    for workplace in workplaces {
      file.append([
        workplace.id, workplace.enterprise, workplace.holding ?? "", workplace.municipality, workplace.sector.rawValue,
        workplace.sni, String(workplace.staff),
      ])
    }
    return file.text
  }

  static func sample(_ approaches: [Approach]) -> String {
    var file = DelimitedText(heading: ["establishment", "disposition", "joined_to", "mode", "sent", "closed"])
    for approach in approaches {
      file.append([
        approach.workplace.id, approach.disposition.rawValue, approach.joinedTo ?? "", approach.mode?.rawValue ?? "",
        approach.sent.description, approach.closed.description,
      ])
    }
    return file.text
  }

  static func waivers(_ plan: SimulationPlan) -> String {
    var file = DelimitedText(heading: ["enterprise", "scope", "expires"])
    for employer in plan.frame.named {
      guard let waiver = employer.waiver else { continue }
      file.append([employer.enterprise, waiver.scope, waiver.expires.description])
    }
    return file.text
  }
}

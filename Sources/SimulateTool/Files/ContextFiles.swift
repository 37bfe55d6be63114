import SurveyModel

/// Tables from outside the survey, made up with known values (ING-09).
enum ContextFiles {
  /// `context/employment.csv`: the register's count of employed persons, off by a stated share in each sector.
  static func employment(_ plan: SimulationPlan, _ frame: [Workplace]) -> String {
    var file = DelimitedText(heading: ["municipality", "sector", "employed"])
    var all = 0
    for sector in Sector.allCases {
      let staff = frame.filter { $0.sector == sector }.reduce(0) { $0 + $1.staff }
      let off = Double(staff) * (1 + (plan.context.registerOff[sector] ?? 0))
      let employed = Int(off.rounded(.toNearestOrAwayFromZero))
      all += employed
      file.append([plan.municipality, sector.rawValue, String(employed)])
    }
    file.append([plan.municipality, "all", String(all)])
    return file.text
  }

  /// `context/separations.csv`: yearly rates by major group, none of them the municipality's own.
  static func separations(_ plan: SimulationPlan) -> String {
    var file = DelimitedText(heading: ["occupation", "exits", "transfers", "origin"])
    for rate in plan.context.separations {
      file.append([rate.occupation, thousandths(rate.exits), thousandths(rate.transfers), "borrowed"])
    }
    return file.text
  }

  private static func thousandths(_ share: Double) -> String { TruthFile.number((share * 1000).rounded() / 1000) }

  /// `context/outlook.csv`: occupations that another source expects to lose or gain jobs.
  static func outlook(_ plan: SimulationPlan) -> String {
    var file = DelimitedText(heading: ["occupation", "change", "source"])
    for (occupation, change) in plan.context.outlook { file.append([occupation, change, plan.context.source]) }
    return file.text
  }
}

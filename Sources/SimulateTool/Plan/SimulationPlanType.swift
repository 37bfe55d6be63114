import Diagnostics
import StudyFiles
import SurveyModel

extension SimulationPlan {
  /// Reads `simulation.yaml`.
  /// - Throws: everything that is wrong with it, at once.
  package static func load(_ path: String) throws(StageFailure) -> SimulationPlan {
    try YAMLFile.load(path, as: .simulation)
  }
}

extension YAMLType where Value == SimulationPlan {
  static var simulation: YAMLType {
    .mapping("the simulation") { keys in
      let seed = keys.required("seed", YAMLType<Int>.integer(in: 0...Int.max))
      let municipality = keys.required("municipality", .identifier)
      let dates = keys.required("dates", .dates)
      let frame = FrameParts(keys)
      let ages = keys.required("ages", .named(.list(of: .number(in: 0...100), count: 5)))
      let staffing = keys.required("staffing", .named(.staffing))
      let occupations = keys.required("occupations", .named(.occupation(ages: ages ?? [:])))
      let change = ChangePlan(keys)
      let fieldwork = FieldworkPlan(keys)
      let writing = WritingPlan(keys)
      let oddities = keys.required(
        "oddities", YAMLType<[Oddity: Int]>.keyed(by: "oddity", YAMLType<Int>.integer(in: 0...1000)))
      let decisions = keys.required("decisions", .decisions)
      let texts = TextPlan(keys)
      let supply = keys.required("supply", .supply)
      let context = keys.required("context", .context)
      let bench = keys.required("bench", .bench)
      guard let seed, let municipality, let dates, let frame = frame.plan, let staffing, let occupations, let change,
        let fieldwork, let writing, let oddities, let decisions, let texts, let supply, let context, let bench
      else { return nil }
      let plan = SimulationPlan(
        seed: UInt64(seed), municipality: municipality, dates: dates, frame: frame, staffing: staffing,
        occupations: Dictionary(
          occupations.map { code, occupation in
            var occupation = occupation
            occupation.code = code
            return (code, occupation)
          }, uniquingKeysWith: { first, _ in first }), change: change, fieldwork: fieldwork, writing: writing,
        oddities: oddities, decisions: decisions, texts: texts, supply: supply, context: context,
        benchMunicipalities: bench)
      noteUnknownNames(plan, keys)
      return plan
    }
  }
}

/// Notes every staffing that no list describes, and every occupation of a staffing that is not described.
private func noteUnknownNames(_ plan: SimulationPlan, _ keys: YAMLKeys) {
  let named = plan.frame.named.flatMap(\.workplaces).map(\.staffing)
  let used = plan.frame.industries.map(\.staffing) + named + [plan.frame.office.workplace.staffing]
  for staffing in Set(used).sorted() where plan.staffing[staffing] == nil {
    keys.faults.add("\(staffing) is not a known staffing", at: keys.location(of: "staffing"))
  }
  let codes = Set(plan.staffing.values.flatMap { $0.map(\.code) })
  for code in codes.sorted() where plan.occupations[code] == nil {
    keys.faults.add("\(code) is not among the occupations", at: keys.location(of: "occupations"))
  }
}

extension YAMLType where Value == SimulationPlan.Dates {
  fileprivate static var dates: YAMLType {
    .mapping("the dates") { keys in
      let base = keys.required("base", .day)
      let frame = keys.required("frame", .identifier)
      let firstDay = keys.required("first-day", .day)
      let lastDay = keys.required("last-day", .day)
      let asOf = keys.required("as-of", .day)
      guard let base, let frame, let firstDay, let lastDay, let asOf else { return nil }
      return SimulationPlan.Dates(base: base, firstDay: firstDay, lastDay: lastDay, asOf: asOf, frame: frame)
    }
    .that("fieldwork of at least ten days that ends before as-of") {
      $0.firstDay + 10 <= $0.lastDay && $0.lastDay <= $0.asOf
    }
  }
}

extension YAMLType where Value == [SimulationPlan.OccupationWeight] {
  fileprivate static var staffing: YAMLType {
    YAMLType<[(key: String, value: Double)]>.dictionary(of: .number(in: 0...1000))
      .map { pairs in pairs.map { SimulationPlan.OccupationWeight(code: $0.key, weight: $0.value) } }
      .that("at least one occupation") { !$0.isEmpty }
  }
}

extension YAMLType where Value == SimulationPlan.DecisionPlan {
  fileprivate static var decisions: YAMLType {
    .mapping("how many decisions of each kind") { keys in
      let codedTitles = keys.required("coded-titles", .integer(in: 0...1000))
      let alsoCoded = keys.required(
        "also-coded", YAMLType<[(key: String, value: String)]>.dictionary(of: .identifier))
      let corrections = keys.required("corrections", .integer(in: 0...1000))
      let withdrawn = keys.required("withdrawn", .integer(in: 0...1000))
      guard let codedTitles, let alsoCoded, let corrections, let withdrawn else { return nil }
      return SimulationPlan.DecisionPlan(
        codedTitles: codedTitles, alsoCoded: alsoCoded.map { ($0.key, $0.value) }, corrections: corrections,
        withdrawn: withdrawn)
    }
  }
}

extension YAMLType where Value == [String] {
  fileprivate static var bench: YAMLType {
    .mapping("large data: municipalities") { keys in
      keys.required("municipalities", .list(of: .identifier, atLeast: 1))
    }
  }
}

extension YAMLType where Value == SupplyPlan {
  fileprivate static var supply: YAMLType {
    let shares = YAMLType<[(key: String, value: Double)]>.dictionary(of: .perCent(in: -1000...1000))
    return .mapping("what is supplied") { keys in
      let source = keys.required("source", .text)
      let after = keys.required("after", .list(of: .share, count: 3))
      let spread = keys.required("spread", .share)
      let components = keys.required(
        "components", YAMLType<[(key: String, value: [(key: String, value: Double)])]>.dictionary(of: shares))
      guard let source, let after, let spread, let components else { return nil }
      return SupplyPlan(
        source: source, growthAfter: after, spread: spread,
        components: components.map { ($0.key, $0.value.map { ($0.key, $0.value) }) })
    }
  }
}

import StudyFiles
import SurveyModel

extension YAMLType where Value == OccupationPlan {
  /// The code is the key it stands under.
  static func occupation(ages structures: [String: [Double]]) -> YAMLType {
    .mapping("an occupation") { keys in
      let titles = keys.required("titles", .list(of: .text, atLeast: 1))
      let women = keys.required("women", .perCent())
      let ages = keys.required("ages", .name(among: structures.keys.sorted(), what: "age structure"))
      let growth = keys.required("growth", .perCent(in: -100...1000))
      let difficulty = keys.required("hard", .number(in: 1...5))
      let mobility = keys.required("moves", .number(in: 0...5))
      let lacks = keys.required(
        "lacks", .list(of: .one(of: CompetenceCode.allCases, what: "competence"), atLeast: 1))
      guard let titles, let women, let ages, let growth, let difficulty, let mobility, let lacks else { return nil }
      let bands = structures[ages] ?? []
      let sum = bands.reduce(0, +)
      return OccupationPlan(
        code: "", titles: titles, women: women, ages: bands.map { $0 / sum }, growth: growth, difficulty: difficulty,
        mobility: mobility, lacks: lacks.map(\.rawValue))
    }
  }
}

extension ChangePlan {
  init?(_ keys: YAMLKeys) {
    let retiring = keys.required("retiring", .retiring)
    let leaving = keys.required("leaving", .leaving)
    let growth = keys.required("growth", .growth)
    let sectorGrowth = keys.required("sector-growth", .bySector(.number(in: -1...1)))
    let vacancies = keys.required("vacancies", .perDifficulty)
    let notProficient = keys.required("not-proficient", .perDifficulty)
    let tried = keys.required("tried-to-recruit", .named(.share))
    guard let retiring, let leaving, let growth, let sectorGrowth, let vacancies, let notProficient, let tried
    else { return nil }
    self.init(
      retiring: retiring, leaving: leaving, growthAfter: growth.after, employerSpread: growth.employerSpread,
      rowSpread: growth.rowSpread, sectorGrowth: sectorGrowth, vacancies: vacancies, notProficient: notProficient,
      triedToRecruit: tried)
  }
}

extension YAMLType where Value == [[Double]] {
  /// Per horizon; who is gone within two years is gone within five.
  fileprivate static var retiring: YAMLType {
    .mapping("shares that retire within 2, 5 and 10 years") { keys in
      let horizons = Horizon.allCases.map { keys.required("within-\($0.years)", .list(of: .share, count: 5)) }
      let shares = horizons.compactMap(\.self)
      return shares.count == horizons.count ? shares : nil
    }
    .that("shares that do not fall with the horizon") { shares in
      zip(shares, shares.dropFirst()).allSatisfy { zip($0, $1).allSatisfy { $0 <= $1 } }
    }
  }
}

extension YAMLType where Value == [Double] {
  fileprivate static var leaving: YAMLType {
    .mapping("yearly shares that leave, by destination") { keys in
      let names = ["out-of-work", "employer-here", "employer-elsewhere", "other-occupation", "unknown"]
      let shares = names.map { keys.required($0, .share) }
      let known = shares.compactMap(\.self)
      return known.count == names.count ? known : nil
    }
  }
}

private struct GrowthPlan: Sendable {
  var after: [Double]
  var employerSpread: Double
  var rowSpread: Double
}

extension YAMLType where Value == GrowthPlan {
  fileprivate static var growth: YAMLType {
    .mapping("growth: after, employer-spread, row-spread") { keys in
      let after = keys.required("after", .list(of: .share, count: 3))
      let employerSpread = keys.required("employer-spread", .share)
      let rowSpread = keys.required("row-spread", .share)
      guard let after, let employerSpread, let rowSpread else { return nil }
      return GrowthPlan(after: after, employerSpread: employerSpread, rowSpread: rowSpread)
    }
  }
}

extension YAMLType where Value == ChangePlan.PerDifficulty {
  fileprivate static var perDifficulty: YAMLType {
    .mapping("a base and a step") { keys in
      let base = keys.required("base", .share)
      let step = keys.required("step", .share)
      guard let base, let step else { return nil }
      return ChangePlan.PerDifficulty(base: base, step: step)
    }
  }
}

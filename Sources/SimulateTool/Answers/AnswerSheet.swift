import ConfidentialRecords
import SurveyModel

/// What a perfect respondent answers, under the names of concepts: numbers still numbers.
struct AnswerSheet {
  var employer: Employer
  var single: FormScope = [:]
  var occupations: [FormScope] = []
  var vanishing: [FormScope] = []
  var emerging: [FormScope] = []

  init(_ employer: Employer) {
    self.employer = employer
    answerAboutStaff()
    answerAboutRecruiting()
    guard employer.hasLongForm else { return }
    occupations = employer.rows().map(Self.row)
    vanishing = employer.vanishing.map {
      ["vanishingTitle": .written($0.title), "vanishingHorizon": .written(String($0.horizon))]
    }
    emerging = employer.emerging.map {
      [
        "emergingTitle": .written($0.title), "emergingHorizon": .written(String($0.horizon)),
        "emergingCompetences": .codes($0.needs),
      ]
    }
  }

  private mutating func answerAboutStaff() {
    single["unit"] = .written(employer.id)
    single["establishmentsCovered"] = .count(employer.establishments)
    single["staff"] = .count(employer.staff)
    single["women"] = .count(employer.women)
    single["men"] = .count(employer.staff - employer.women)
    for (band, key) in Self.ageKeys.enumerated() { single[key] = .count(employer.staff(inAgeBand: band)) }
    for horizon in Horizon.allCases {
      single["staffNeeded(\(horizon.years))"] = .count(employer.needed(horizon.index))
      guard employer.hasLongForm else { continue }
      single["staffNeededLow(\(horizon.years))"] = .count(employer.neededLow[horizon.index])
      single["staffNeededHigh(\(horizon.years))"] = .count(employer.neededHigh[horizon.index])
    }
  }

  private mutating func answerAboutRecruiting() {
    single["triedToRecruit"] = .written(employer.triedToRecruit ? "yes" : "no")
    if employer.triedToRecruit {
      single["personsSought"] = .count(employer.personsSought)
      single["personsNotFound"] = .count(employer.personsNotFound)
    }
    if employer.hasLongForm {
      for (key, left) in zip(Self.lastYearKeys, employer.leftLastYear) { single[key] = .count(left) }
      single["recruitmentObstacles"] = .codes(employer.obstacles)
    }
    single["hiringSupports"] = .codes(employer.supports)
    single["contactAboutTrainees"] = .written(employer.welcomesTrainees ? "yes" : "no")
    if let comment = employer.comment { single["comment"] = .written(comment) }
    single["quotePermission"] = .written(employer.mayBeQuoted ? "yes" : "")
  }

  private static func row(_ group: OccupationGroup) -> FormScope {
    var row: FormScope = [
      "occupationTitle": .written(group.code), "headcount": .count(group.headcount),
      "recruitmentDifficulty": .written(String(group.difficulty)), "vacancies": .count(group.vacancies),
      "hardToFill": .count(group.hardToFill), "skillShortage": .count(group.skillShortage),
      "notProficient": .count(group.notProficient), "competencesLacking": .codes(group.lacks),
    ]
    for horizon in Horizon.allCases {
      row["headcountNeeded(\(horizon.years))"] = .count(group.needed[horizon.index])
      for (key, destination) in zip(leaverKeys, Destination.allCases) {
        row["\(key)(\(horizon.years))"] = .count(group.leaving(to: destination, within: horizon))
      }
    }
    return row
  }

  static let ageKeys = ["staffUnder50", "staff50to54", "staff55to59", "staff60to64", "staff65plus"]
  static let leaverKeys = [
    "retirements", "leaversOutOfWork", "leaversEmployerHere", "leaversEmployerElsewhere", "leaversOtherOccupation",
    "leaversUnknown",
  ]
  static let lastYearKeys = [
    "retiredLastYear", "outOfWorkLastYear", "toEmployerHereLastYear", "toEmployerElsewhereLastYear",
    "toOtherOccupationLastYear", "leftUnknownLastYear",
  ]
}

/// One employer's cleaned answers, by concept. `2-cleaned/employers`, sorted by enterprise and establishment.
///
/// Units: persons in every count. What was not asked is left out of the file.
package struct EmployerRecord: Record, Hashable {
  package static let schema = RecordSchema(name: "employer", version: 3)

  package var enterprise = ""
  package var establishment = ""
  package var response = ""
  package var path = ""
  package var mode = Mode.web
  /// Form code of the questionnaire, `short` or `long`.
  package var form = ""
  package var answered = ""

  // From the frame
  package var municipality = ""
  package var sector = Sector.private
  package var section = ""
  package var sizeClass = ""
  package var stratum = ""
  package var employees = 0
  package var dominant: Bool?
  /// A signed consent to show figures that point at this enterprise (DIS-15).
  package var waiver: Bool?

  // All employers
  package var establishmentsCovered = Quantity.notAsked
  package var staff = Quantity.notAsked
  package var women = Quantity.notAsked
  package var men = Quantity.notAsked
  /// Under 50, 50–54, 55–59, 60–64, 65 and over; empty when not asked.
  package var staffByAge: [Quantity] = []
  /// Low, best and high in one quantity per horizon.
  package var staffNeeded = HorizonQuantities()
  package var triedToRecruit = YesNoValue()
  package var personsSought = Quantity.notAsked
  package var personsNotFound = Quantity.notAsked
  package var hiringSupports = ChoicesValue()
  package var contactAboutTrainees = YesNoValue()

  // The long form
  /// By `Destination.allCases`; empty when not asked.
  package var leaversLastYear: [Quantity] = []
  /// What makes it hard to recruit, in the employer's view.
  package var recruitmentObstacles = ChoicesValue()
  package var occupations: [OccupationRow] = []
  package var vanishingJobs: [JobChange] = []
  package var emergingJobs: [JobChange] = []

  /// Only where the respondent permits quotation.
  package var quotableComment: String?
  /// Answers to questions that measure no concept.
  package var otherAnswers: [String: ChoicesValue] = [:]

  /// Counts that editing has changed, as they were before (EDT-11).
  package var edited: [EditedCount]?
  /// Counts far out of proportion to those of the other employers; they stand as they are (EDT-05).
  package var outliers: [OutlyingCount]?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("enterprise", &enterprise)
    try v.field("establishment", &establishment)
    try v.field("response", &response)
    try v.field("path", &path)
    try v.field("mode", &mode)
    try v.field("form", &form)
    try v.field("answered", &answered)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("section", &section)
    try v.field("sizeClass", &sizeClass)
    try v.field("stratum", &stratum)
    try v.field("employees", &employees)
    try v.field("dominant", &dominant)
    try v.field("waiver", &waiver)
    try v.field("establishmentsCovered", &establishmentsCovered)
    try v.field("staff", &staff)
    try v.field("women", &women)
    try v.field("men", &men)
    try v.field("staffByAge", &staffByAge)
    try v.field("staffNeeded", &staffNeeded)
    try v.field("triedToRecruit", &triedToRecruit)
    try v.field("personsSought", &personsSought)
    try v.field("personsNotFound", &personsNotFound)
    try v.field("hiringSupports", &hiringSupports)
    try v.field("contactAboutTrainees", &contactAboutTrainees)
    try v.field("leaversLastYear", &leaversLastYear)
    try v.field("recruitmentObstacles", &recruitmentObstacles)
    try v.field("occupations", &occupations)
    try v.field("vanishingJobs", &vanishingJobs)
    try v.field("emergingJobs", &emergingJobs)
    try v.field("quotableComment", &quotableComment)
    try v.field("otherAnswers", &otherAnswers)
    try v.field("edited", &edited)
    try v.field("outliers", &outliers)
  }
}

/// Where those who leave go (F13), in the order of every array of destinations.
package enum Destination: String, JSONEnumeration, Hashable {
  case retirement, outOfWork, employerHere, employerElsewhere, otherOccupation, unknown

  /// Leaves the occupation, the area or work, so that the leaver is no supply here (replacement need of F13).
  package var leavesTheOccupation: Bool { self != .employerHere && self != .unknown }
}

/// One occupation at one employer.
package struct OccupationRow: JSONObject, Hashable {
  /// SSYK 2012, four digits or three, `all-other` or `uncoded`.
  package var ssyk = ""
  /// How the code was found: `exact`, `synonym`, `similar`, `decision`, `none`.
  package var coding = ""
  package var headcount = Quantity.notAsked
  package var retirements = HorizonQuantities()
  package var leaversOutOfWork = HorizonQuantities()
  package var leaversEmployerHere = HorizonQuantities()
  package var leaversEmployerElsewhere = HorizonQuantities()
  package var leaversOtherOccupation = HorizonQuantities()
  package var leaversUnknown = HorizonQuantities()
  package var needed = HorizonQuantities()
  /// 1 very easy to 5 very hard.
  package var difficulty = Quantity.notAsked
  package var vacancies = Quantity.notAsked
  package var hardToFill = Quantity.notAsked
  package var skillShortage = Quantity.notAsked
  package var notProficient = Quantity.notAsked
  package var competencesLacking = ChoicesValue()

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("ssyk", &ssyk)
    try v.field("coding", &coding)
    try v.field("headcount", &headcount)
    try v.field("retirements", &retirements)
    try v.field("leaversOutOfWork", &leaversOutOfWork)
    try v.field("leaversEmployerHere", &leaversEmployerHere)
    try v.field("leaversEmployerElsewhere", &leaversEmployerElsewhere)
    try v.field("leaversOtherOccupation", &leaversOtherOccupation)
    try v.field("leaversUnknown", &leaversUnknown)
    try v.field("needed", &needed)
    try v.field("difficulty", &difficulty)
    try v.field("vacancies", &vacancies)
    try v.field("hardToFill", &hardToFill)
    try v.field("skillShortage", &skillShortage)
    try v.field("notProficient", &notProficient)
    try v.field("competencesLacking", &competencesLacking)
  }

  /// Expected leavers to one destination.
  package subscript(destination: Destination) -> HorizonQuantities {
    get {
      switch destination {
      case .retirement: retirements
      case .outOfWork: leaversOutOfWork
      case .employerHere: leaversEmployerHere
      case .employerElsewhere: leaversEmployerElsewhere
      case .otherOccupation: leaversOtherOccupation
      case .unknown: leaversUnknown
      }
    }
    set {
      switch destination {
      case .retirement: retirements = newValue
      case .outOfWork: leaversOutOfWork = newValue
      case .employerHere: leaversEmployerHere = newValue
      case .employerElsewhere: leaversEmployerElsewhere = newValue
      case .otherOccupation: leaversOtherOccupation = newValue
      case .unknown: leaversUnknown = newValue
      }
    }
  }
}

/// A job that one employer expects to vanish or to appear (COD-07).
package struct JobChange: JSONObject, Hashable {
  /// SSYK 2012, four digits or three, or `uncoded`.
  package var ssyk = ""
  /// Years from the base date, one of the horizons; nil when not said.
  package var years: Int?
  package var competences = ChoicesValue()

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("ssyk", &ssyk)
    try v.field("years", &years)
    try v.field("competences", &competences)
  }
}

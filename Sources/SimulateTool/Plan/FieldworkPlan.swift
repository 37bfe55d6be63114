import SurveyModel

/// Who is approached, who answers and how.
package struct FieldworkPlan: Sendable {
  /// How many are approached per sector and size class below the classes where everyone is.
  package var sample: [Sector: [String: Int]]
  /// From this frame staff on, everyone is approached.
  package var takeAllFrom = 20
  package var closedDown: Double
  package var answeringBySize: [String: Double]
  package var answeringBySector: [Sector: Double]
  package var byTelephone: [String: Double]
  package var partial: Double
  package var refused: Double
  package var unknown: Double
  /// Answers that others took in; the first that may takes an answer.
  package var collections: [Collection]

  /// Some of the answers of one sector, and of some size classes.
  package struct Collection: Sendable {
    package var collector: Collector
    package var sector: Sector
    /// Empty: all.
    package var sizes: [String]
    package var share: Double
  }
}

/// Through whose hands an answer came, which decides what file it stands in.
package enum Collector: String, CaseIterable, Sendable {
  /// The study's own web form, one saved page per answer, or its own interviewers.
  case own
  /// A survey of the public employers' own, in LimeSurvey.
  case limeSurvey = "limesurvey"
  /// A firm that interviewed by telephone, and delivers a table on a page.
  case interviewFirm = "interview-firm"

  var mode: Mode? {
    switch self {
    case .own: nil
    case .limeSurvey: .web
    case .interviewFirm: .telephone
    }
  }
}

/// How careful respondents are, and what they write instead of a plain number.
package struct WritingPlan: Sendable {
  /// Shares of careful, ordinary and careless respondents.
  package var respondents: [Double]
  /// Chance per number, for the three kinds of respondent.
  package var numbers: [NumberStyle: [Double]]
  package var titles: Titles
  package var decimalComma: Double
  package var commentShare: Double
  package var quoteShare: Double

  /// Chances per title.
  package struct Titles: Sendable {
    package var plural: Double
    package var definite: Double
    package var capital: Double
    package var typo: Double
    package var inCapitals: Double
  }
}

/// What stands in a field where a number is asked for.
package enum NumberStyle: String, CaseIterable, Sendable {
  case about
  case range
  case atLeast = "at-least"
  case atMost = "at-most"
  case inWords = "in-words"
  case withUnit = "with-unit"
  case doNotKnow = "do-not-know"
  case blank
  case refused
  case notApplicable = "not-applicable"
  case unreadable

  /// Leaves no number behind.
  var isMissing: Bool {
    switch self {
    case .doNotKnow, .blank, .refused, .notApplicable, .unreadable: true
    default: false
    }
  }

  /// Whoever reads it does not get the number that was meant.
  var changesNumber: Bool { self != .inWords && self != .withUnit }
}

/// What can be wrong with a whole answer. An answer has at most one of them.
package enum Oddity: String, CaseIterable, Sendable {
  case injection
  case windows1252 = "windows-1252"
  case wrongCharset = "wrong-charset"
  case cutOff = "cut-off"
  case noQuestionnaire = "no-questionnaire"
  case telephoneAndWeb = "telephone-and-web"
  case sentTwice = "sent-twice"
  case impossibleRetirements = "impossible-retirements"
  case partsAboveStaff = "parts-above-staff"
  case hardToFillAboveVacancies = "hard-to-fill-above-vacancies"
  case otherMake = "other-make"

  /// Happens to saved pages only.
  package var needsWeb: Bool {
    switch self {
    case .impossibleRetirements, .partsAboveStaff, .hardToFillAboveVacancies: false
    default: true
    }
  }

  /// Happens in the rows per occupation, or is to be seen among many fields.
  package var needsLongForm: Bool {
    switch self {
    case .otherMake, .noQuestionnaire, .telephoneAndWeb, .sentTwice: false
    default: true
    }
  }
}

/// What respondents write in words, and who they are.
package struct TextPlan: Sendable {
  /// For everyone, and for one sector.
  package var comments: [String]
  package var sectorComments: [Sector: [String]]
  /// By SSYK major group.
  package var vanishing: [String: [String]]
  package var emerging: [String: [EmergingJob]]
  package var names: [String]
  package var familyNames: [String]
  package var mailDomain: String
  package var telephones: [TelephoneSeries]

  package struct EmergingJob: Sendable {
    package var title: String
    package var needs: [String]
  }
  package struct TelephoneSeries: Sendable {
    package var starts: String
    package var numbers: ClosedRange<Int>
  }
}

/// What is supplied, as shares of the replacement need in ten years.
package struct SupplyPlan: Sendable {
  package var source: String
  package var growthAfter: [Double]
  package var spread: Double
  /// By SSYK major group; components in the order of the file.
  package var components: [(occupation: String, shares: [(component: String, share: Double)])]
}

/// What a question measures. A closed list: estimators see concepts, never questions.
///
/// A concept has a type, a unit, horizons or none, and the group of rows it repeats in. It is referred to in study
/// files by its raw value, with the horizon in brackets where it has one: `headcount`, `retirements(10)`.
package enum Concept: String, CaseIterable, Hashable, Sendable {
  // The employer
  case establishmentsCovered
  case staff, women, men
  case staffUnder50, staff50to54, staff55to59, staff60to64, staff65plus
  case staffNeededLow, staffNeeded, staffNeededHigh
  case triedToRecruit, personsSought, personsNotFound, recruitmentObstacles
  case retiredLastYear, outOfWorkLastYear, toEmployerHereLastYear, toEmployerElsewhereLastYear
  case toOtherOccupationLastYear, leftUnknownLastYear
  case hiringSupports, contactAboutTrainees, comment, quotePermission

  // Per occupation
  case occupationTitle, headcount
  case retirements, leaversOutOfWork, leaversEmployerHere, leaversEmployerElsewhere
  case leaversOtherOccupation, leaversUnknown
  case headcountNeeded, recruitmentDifficulty
  case vacancies, hardToFill, skillShortage, notProficient, competencesLacking

  // Jobs that vanish or appear
  case vanishingTitle, vanishingHorizon
  case emergingTitle, emergingHorizon, emergingCompetences

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case count
    /// Per cent, 0 to 100.
    case share
    /// SEK.
    case money
    /// A calendar year.
    case year
    /// A day, a month or a week.
    case date
    case scale, yesNo, choice, choices, text
  }

  /// The rows a concept repeats in; `employer` is the response itself.
  package enum Repeat: String, CaseIterable, Hashable, Sendable {
    case employer, occupations, vanishingJobs, emergingJobs
  }

  package var kind: Kind {
    switch self {
    case .triedToRecruit, .contactAboutTrainees, .quotePermission: .yesNo
    case .recruitmentObstacles, .hiringSupports, .competencesLacking, .emergingCompetences: .choices
    case .comment, .occupationTitle, .vanishingTitle, .emergingTitle: .text
    case .vanishingHorizon, .emergingHorizon: .choice
    case .recruitmentDifficulty: .scale
    default: .count
    }
  }

  package var hasHorizon: Bool {
    switch self {
    case .staffNeededLow, .staffNeeded, .staffNeededHigh, .retirements, .leaversOutOfWork, .leaversEmployerHere,
      .leaversEmployerElsewhere, .leaversOtherOccupation, .leaversUnknown, .headcountNeeded:
      true
    default: false
    }
  }

  package var repeats: Repeat {
    switch self {
    case .occupationTitle, .headcount, .retirements, .leaversOutOfWork, .leaversEmployerHere,
      .leaversEmployerElsewhere, .leaversOtherOccupation, .leaversUnknown, .headcountNeeded, .recruitmentDifficulty,
      .vacancies, .hardToFill, .skillShortage, .notProficient, .competencesLacking:
      .occupations
    case .vanishingTitle, .vanishingHorizon: .vanishingJobs
    case .emergingTitle, .emergingHorizon, .emergingCompetences: .emergingJobs
    default: .employer
    }
  }

  /// Persons for every count; the scale runs from 1 (very easy) to 5 (very hard).
  package var unit: String? {
    switch kind {
    case .count: self == .establishmentsCovered ? "establishments" : "persons"
    case .scale: "grade 1–5"
    default: nil
    }
  }
}

/// A concept at a horizon, as study files and rules write it: `staff`, `retirements(10)`.
package struct ConceptReference: Hashable, Sendable, CustomStringConvertible {
  package var concept: Concept
  package var horizon: Horizon?

  package init(_ concept: Concept, _ horizon: Horizon? = nil) {
    self.concept = concept
    self.horizon = horizon
  }

  /// Nil unless the text names a concept, with a horizon exactly where the concept has horizons.
  package init?(_ text: String) {
    guard let open = text.firstIndex(of: "(") else {
      guard let concept = Concept(rawValue: text), !concept.hasHorizon else { return nil }
      self.init(concept)
      return
    }
    guard text.last == ")", let concept = Concept(rawValue: String(text[..<open])), concept.hasHorizon,
      let years = Int(text[text.index(after: open)...].dropLast()), let horizon = Horizon(rawValue: years)
    else { return nil }
    self.init(concept, horizon)
  }

  package var description: String { horizon.map { "\(concept.rawValue)(\($0.years))" } ?? concept.rawValue }
}

import ConfidentialRecords

/// Which field of a cleaned record holds which concept: the one table by which answers go in and are counted.
enum ConceptFields {
  typealias EmployerQuantity = WritableKeyPath<EmployerRecord, Quantity> & Sendable
  typealias RowQuantity = WritableKeyPath<OccupationRow, Quantity> & Sendable
  typealias RowHorizons = WritableKeyPath<OccupationRow, HorizonQuantities> & Sendable

  static let employer: [(concept: Concept, field: EmployerQuantity)] = [
    (.establishmentsCovered, \.establishmentsCovered), (.staff, \.staff), (.women, \.women), (.men, \.men),
    (.personsSought, \.personsSought), (.personsNotFound, \.personsNotFound),
  ]

  /// In the order of `EmployerRecord.staffByAge`.
  static let ages: [Concept] = [.staffUnder50, .staff50to54, .staff55to59, .staff60to64, .staff65plus]

  /// In the order of `Destination.allCases`.
  static let leaversLastYear: [Concept] = Destination.allCases.map { destination in
    switch destination {
    case .retirement: .retiredLastYear
    case .outOfWork: .outOfWorkLastYear
    case .employerHere: .toEmployerHereLastYear
    case .employerElsewhere: .toEmployerElsewhereLastYear
    case .otherOccupation: .toOtherOccupationLastYear
    case .unknown: .leftUnknownLastYear
    }
  }

  static let row: [(concept: Concept, field: RowQuantity)] = [
    (.headcount, \.headcount), (.recruitmentDifficulty, \.difficulty), (.vacancies, \.vacancies),
    (.hardToFill, \.hardToFill), (.skillShortage, \.skillShortage), (.notProficient, \.notProficient),
  ]

  static let rowByHorizon: [(concept: Concept, field: RowHorizons)] = [
    (.retirements, \.retirements), (.leaversOutOfWork, \.leaversOutOfWork),
    (.leaversEmployerHere, \.leaversEmployerHere), (.leaversEmployerElsewhere, \.leaversEmployerElsewhere),
    (.leaversOtherOccupation, \.leaversOtherOccupation), (.leaversUnknown, \.leaversUnknown),
    (.headcountNeeded, \.needed),
  ]

  /// What a concept is called at each horizon.
  fileprivate static let atHorizons: [Concept: [String]] = Dictionary(
    uniqueKeysWithValues: ([.staffNeeded] + rowByHorizon.map(\.concept)).map { concept in
      (concept, Horizon.allCases.map { ConceptReference(concept, $0).description })
    })
}

extension EmployerRecord {
  /// Hands over every answer that a table can be made of: what it measures, and why it is missing (nil: a value). Of
  /// what was not asked some is left out.
  func forEachAnswer(_ body: (_ subject: String, _ missing: MissingReason?) -> Void) {
    func hand(_ quantity: Quantity, _ concept: Concept) { body(concept.rawValue, quantity.missingReason) }
    func hand(_ quantities: HorizonQuantities, _ concept: Concept) {
      guard !quantities.isAbsent, let subjects = ConceptFields.atHorizons[concept] else { return }
      for (horizon, subject) in zip(Horizon.allCases, subjects) { body(subject, quantities[horizon].missingReason) }
    }
    for (concept, field) in ConceptFields.employer { hand(self[keyPath: field], concept) }
    for (concept, quantity) in zip(ConceptFields.ages, staffByAge) { hand(quantity, concept) }
    hand(staffNeeded, .staffNeeded)
    body(Concept.triedToRecruit.rawValue, triedToRecruit.missingReason)
    body(Concept.recruitmentObstacles.rawValue, recruitmentObstacles.missingReason)
    body(Concept.hiringSupports.rawValue, hiringSupports.missingReason)
    body(Concept.contactAboutTrainees.rawValue, contactAboutTrainees.missingReason)
    for (concept, quantity) in zip(ConceptFields.leaversLastYear, leaversLastYear) { hand(quantity, concept) }
    for occupation in occupations {
      for (concept, field) in ConceptFields.row { hand(occupation[keyPath: field], concept) }
      for (concept, field) in ConceptFields.rowByHorizon { hand(occupation[keyPath: field], concept) }
      body(Concept.competencesLacking.rawValue, occupation.competencesLacking.missingReason)
    }
    for job in emergingJobs { body(Concept.emergingCompetences.rawValue, job.competences.missingReason) }
    for question in otherAnswers.keys.sorted() { body(question, otherAnswers[question]?.missingReason) }
  }

  /// How many answers have a value.
  var answersGiven: Int {
    var count = 0
    forEachAnswer { _, missing in if missing == nil { count += 1 } }
    return count
  }

  /// The key questions are answered: staff now, and the need at one horizon at least. Else the answer is partial.
  var isComplete: Bool {
    staff.missingReason == nil && Horizon.allCases.contains { staffNeeded[$0].missingReason == nil }
  }
}

extension ChoicesValue {
  var missingReason: MissingReason? { if case .missing(let reason) = self { reason } else { nil } }
}

extension YesNoValue {
  var missingReason: MissingReason? { if case .missing(let reason) = self { reason } else { nil } }
}

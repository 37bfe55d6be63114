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

  /// What each answer of a record measures, in the order in which `forEachAnswer` comes to them.
  static let subjects: [String] =
    employer.map(\.concept.rawValue) + ages.map(\.rawValue) + atHorizons(.staffNeeded)
    + [Concept.triedToRecruit, .recruitmentObstacles, .hiringSupports, .contactAboutTrainees].map(\.rawValue)
    + leaversLastYear.map(\.rawValue) + row.map(\.concept.rawValue) + rowByHorizon.flatMap { atHorizons($0.concept) }
    + [Concept.competencesLacking.rawValue, Concept.emergingCompetences.rawValue]

  private static func atHorizons(_ concept: Concept) -> [String] {
    Horizon.allCases.map { ConceptReference(concept, $0).description }
  }

  /// Where the answers to a questionnaire have what the fields of a record hold; in the order of the tables above.
  struct Places: Sendable {
    let employer: [Int?]
    let ages: [Int?]
    let leaversLastYear: [Int?]
    let row: [Int?]
    /// Each at every horizon.
    let rowByHorizon: [[Int?]]

    /// - Parameter place: of a concept among the answers.
    init(_ place: (ConceptReference) -> Int?) {
      employer = ConceptFields.employer.map { place(ConceptReference($0.concept)) }
      ages = ConceptFields.ages.map { place(ConceptReference($0)) }
      leaversLastYear = ConceptFields.leaversLastYear.map { place(ConceptReference($0)) }
      row = ConceptFields.row.map { place(ConceptReference($0.concept)) }
      rowByHorizon = ConceptFields.rowByHorizon.map { field in
        Horizon.allCases.map { place(ConceptReference(field.concept, $0)) }
      }
    }
  }
}

extension EmployerRecord {
  /// Hands over every answer that a table can be made of: its place among `ConceptFields.subjects`, and why it is missing
  /// (nil: a value). Answers to questions that measure no concept are not among them.
  func forEachAnswer(_ body: (_ subject: Int, _ missing: MissingReason?) -> Void) {
    var subject = 0
    func hand(_ missing: MissingReason?) {
      body(subject, missing)
      subject += 1
    }
    func hand(_ quantities: [Quantity], of concepts: [Concept]) {
      for place in concepts.indices { hand(place < quantities.count ? quantities[place].missingReason : .notAsked) }
    }
    func hand(_ quantities: HorizonQuantities) {
      hand(quantities.twoYears.missingReason)
      hand(quantities.fiveYears.missingReason)
      hand(quantities.tenYears.missingReason)
    }
    for (_, field) in ConceptFields.employer { hand(self[keyPath: field].missingReason) }
    hand(staffByAge, of: ConceptFields.ages)
    hand(staffNeeded)
    hand(triedToRecruit.missingReason)
    hand(recruitmentObstacles.missingReason)
    hand(hiringSupports.missingReason)
    hand(contactAboutTrainees.missingReason)
    hand(leaversLastYear, of: ConceptFields.leaversLastYear)
    let firstOfRow = subject
    let (fields, byHorizon) = (ConceptFields.row, ConceptFields.rowByHorizon)
    for row in occupations.indices {
      subject = firstOfRow
      for (_, field) in fields { hand(occupations[row][keyPath: field].missingReason) }
      for (_, field) in byHorizon { hand(occupations[row][keyPath: field]) }
      hand(occupations[row].competencesLacking.missingReason)
    }
    for job in emergingJobs { body(ConceptFields.subjects.count - 1, job.competences.missingReason) }
  }

  /// How many answers have a value.
  var answersGiven: Int {
    var count = 0
    forEachAnswer { _, missing in if missing == nil { count += 1 } }
    return count + otherAnswers.values.count { $0.missingReason == nil }
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

/// A count of an employer as it was before it was edited.
package struct EditedCount: JSONObject, Hashable {
  /// `staff`, `retirements(5)`.
  package var subject = ""
  /// Place among `EmployerRecord.occupations`, from 0; nil for the employer's own.
  package var row: Int?
  package var before = Quantity.notAsked
  /// The rule or step that changed it.
  package var rule = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("subject", &subject)
    try v.field("row", &row)
    try v.field("before", &before)
    try v.field("rule", &rule)
  }
}

/// A count that an outlier rule has marked.
package struct OutlyingCount: JSONObject, Hashable {
  package var subject = ""
  /// As in `EditedCount`.
  package var row: Int?
  package var rule = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("subject", &subject)
    try v.field("row", &row)
    try v.field("rule", &rule)
  }
}

extension EmployerRecord {
  /// A count by what it measures, in a row of `occupations` (from 0) or of the employer; `notAsked` where the record has
  /// no place for it.
  package subscript(count reference: ConceptReference, row: Int?) -> Quantity {
    get {
      guard let row else { return ownCount(reference) }
      return occupations.indices.contains(row) ? occupations[row][reference] : .notAsked
    }
    set {
      guard let row else { return setOwnCount(reference, newValue) }
      if occupations.indices.contains(row) { occupations[row][reference] = newValue }
    }
  }

  private func ownCount(_ count: ConceptReference) -> Quantity {
    switch count.concept {
    case .establishmentsCovered: establishmentsCovered
    case .staff: staff
    case .women: women
    case .men: men
    case .personsSought: personsSought
    case .personsNotFound: personsNotFound
    case .staffNeeded: count.horizon.map { staffNeeded[$0] } ?? .notAsked
    default:
      if let place = Self.ages.firstIndex(of: count.concept), place < staffByAge.count {
        staffByAge[place]
      } else if let place = Self.leavers.firstIndex(of: count.concept), place < leaversLastYear.count {
        leaversLastYear[place]
      } else {
        .notAsked
      }
    }
  }

  private mutating func setOwnCount(_ count: ConceptReference, _ value: Quantity) {
    switch count.concept {
    case .establishmentsCovered: establishmentsCovered = value
    case .staff: staff = value
    case .women: women = value
    case .men: men = value
    case .personsSought: personsSought = value
    case .personsNotFound: personsNotFound = value
    case .staffNeeded: if let horizon = count.horizon { staffNeeded[horizon] = value }
    default:
      if let place = Self.ages.firstIndex(of: count.concept), place < staffByAge.count { staffByAge[place] = value }
      if let place = Self.leavers.firstIndex(of: count.concept), place < leaversLastYear.count {
        leaversLastYear[place] = value
      }
    }
  }

  private static let ages: [Concept] = [.staffUnder50, .staff50to54, .staff55to59, .staff60to64, .staff65plus]
  /// In the order of `Destination.allCases`.
  private static let leavers: [Concept] = [
    .retiredLastYear, .outOfWorkLastYear, .toEmployerHereLastYear, .toEmployerElsewhereLastYear,
    .toOtherOccupationLastYear, .leftUnknownLastYear,
  ]

  /// Every count that the subscript gives, of the employer and of a row.
  package static let ownCounts: [ConceptReference] =
    [.establishmentsCovered, .staff, .women, .men, .personsSought, .personsNotFound].map { ConceptReference($0) }
    + (ages + leavers).map { ConceptReference($0) } + Horizon.allCases.map { ConceptReference(.staffNeeded, $0) }
  package static let rowCounts: [ConceptReference] =
    [.headcount, .recruitmentDifficulty, .vacancies, .hardToFill, .skillShortage, .notProficient]
    .map { ConceptReference($0) }
    + [
      Concept.retirements, .leaversOutOfWork, .leaversEmployerHere, .leaversEmployerElsewhere,
      .leaversOtherOccupation, .leaversUnknown, .headcountNeeded,
    ].flatMap { concept in Horizon.allCases.map { ConceptReference(concept, $0) } }
}

extension OccupationRow {
  fileprivate subscript(count: ConceptReference) -> Quantity {
    get {
      switch count.concept {
      case .headcount: headcount
      case .recruitmentDifficulty: difficulty
      case .vacancies: vacancies
      case .hardToFill: hardToFill
      case .skillShortage: skillShortage
      case .notProficient: notProficient
      default:
        if let field = Self.byHorizon(count.concept), let horizon = count.horizon {
          self[keyPath: field][horizon]
        } else {
          .notAsked
        }
      }
    }
    set {
      switch count.concept {
      case .headcount: headcount = newValue
      case .recruitmentDifficulty: difficulty = newValue
      case .vacancies: vacancies = newValue
      case .hardToFill: hardToFill = newValue
      case .skillShortage: skillShortage = newValue
      case .notProficient: notProficient = newValue
      default:
        if let field = Self.byHorizon(count.concept), let horizon = count.horizon {
          self[keyPath: field][horizon] = newValue
        }
      }
    }
  }

  private typealias Field = WritableKeyPath<OccupationRow, HorizonQuantities> & Sendable

  private static func byHorizon(_ concept: Concept) -> Field? {
    let field: Field
    switch concept {
    case .retirements: field = \.retirements
    case .leaversOutOfWork: field = \.leaversOutOfWork
    case .leaversEmployerHere: field = \.leaversEmployerHere
    case .leaversEmployerElsewhere: field = \.leaversEmployerElsewhere
    case .leaversOtherOccupation: field = \.leaversOtherOccupation
    case .leaversUnknown: field = \.leaversUnknown
    case .headcountNeeded: field = \.needed
    default: return nil
    }
    return field
  }
}

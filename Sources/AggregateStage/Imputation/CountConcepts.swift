import ConfidentialRecords

/// The concepts with counts, in a fixed order, and where each stands in the cleaned record.
///
/// A missing count is reckoned from staff (employer) or from the occupation's headcount (row).
enum CountConcepts {
  static let ofEmployer: [ConceptReference] =
    [.init(.staff), .init(.women), .init(.men)]
    + [.staffUnder50, .staff50to54, .staff55to59, .staff60to64, .staff65plus].map { ConceptReference($0) }
    + Horizon.allCases.map { ConceptReference(.staffNeeded, $0) }
    + [.init(.personsSought), .init(.personsNotFound)]
    + [
      .retiredLastYear, .outOfWorkLastYear, .toEmployerHereLastYear, .toEmployerElsewhereLastYear,
      .toOtherOccupationLastYear, .leftUnknownLastYear,
    ].map { ConceptReference($0) }

  static let ofRow: [ConceptReference] =
    [.init(.headcount)]
    + [
      Concept.retirements, .leaversOutOfWork, .leaversEmployerHere, .leaversEmployerElsewhere,
      .leaversOtherOccupation, .leaversUnknown, .headcountNeeded,
    ].flatMap { concept in Horizon.allCases.map { ConceptReference(concept, $0) } }
    + [.init(.vacancies), .init(.hardToFill), .init(.skillShortage), .init(.notProficient)]

  static let all = ofEmployer + ofRow
  static let isExpectation = all.map(\.concept.hasHorizon)
  static let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

  /// The employer's own counts, in the order of `ofEmployer`.
  static func values(of employer: EmployerRecord) -> [Quantity] {
    var values = [employer.staff, employer.women, employer.men]
    values += padded(employer.staffByAge, to: 5)
    values += Horizon.allCases.map { employer.staffNeeded[$0] }
    values += [employer.personsSought, employer.personsNotFound]
    values += padded(employer.leaversLastYear, to: Destination.allCases.count)
    return values
  }

  /// A row's counts, in the order of `ofRow`.
  static func values(of row: OccupationRow) -> [Quantity] {
    var values = [row.headcount]
    values.reserveCapacity(ofRow.count)
    for destination in Destination.allCases {
      let expected = row[destination]
      for horizon in Horizon.allCases { values.append(expected[horizon]) }
    }
    for horizon in Horizon.allCases { values.append(row.needed[horizon]) }
    values.append(row.vacancies)
    values.append(row.hardToFill)
    values.append(row.skillShortage)
    values.append(row.notProficient)
    return values
  }

  private static func padded(_ values: [Quantity], to count: Int) -> [Quantity] {
    values + repeatElement(.notAsked, count: max(0, count - values.count))
  }
}

import ConfidentialRecords

/// One employer's answers as contributions: what the indicators are made of.
package struct ResolvedEmployer {
  let record: EmployerRecord
  /// The form asks about occupations and causes.
  let hasLongForm: Bool
  let staff: Contribution
  let women: Contribution
  let men: Contribution
  let staffByAge: [Contribution]
  /// By horizon.
  let staffNeeded: [Contribution]
  let personsSought: Contribution
  let personsNotFound: Contribution
  /// By destination.
  let leaversLastYear: [Contribution]
  let rows: [ResolvedRow]

  /// Some answer is not known for sure: the indicators must be made once for each draw.
  let isDrawn: Bool

  init(_ record: EmployerRecord, hasLongForm: Bool, at place: AnswerResolver.Place, resolver: AnswerResolver) {
    self.record = record
    self.hasLongForm = hasLongForm
    let values = CountConcepts.values(of: record)
    let staff = resolver.resolve(values[0], concept: 0, base: Double(record.employees), at: place)
    let counts = values.indices.map { index in
      index == 0 ? staff : resolver.resolve(values[index], concept: index, base: staff.value, at: place)
    }
    self.staff = staff
    women = counts[1]
    men = counts[2]
    staffByAge = Array(counts[3..<8])
    staffNeeded = Array(counts[8..<11])
    personsSought = counts[11]
    personsNotFound = counts[12].within(personsSought)
    leaversLastYear = Array(counts[13...])
    rows =
      !hasLongForm
      ? []
      : record.occupations.enumerated().map {
        ResolvedRow($1, staff: staff.value, at: place.row($0), resolver: resolver)
      }
    isDrawn = !place.isDominant && (values.contains(where: \.isDrawn) || rows.contains(where: \.isDrawn))
  }
}

/// One occupation of one employer, as contributions.
struct ResolvedRow {
  let record: OccupationRow
  let code: OccupationCode
  let headcount: Contribution
  /// By destination, then horizon.
  private let leavers: [Contribution]
  private let neededByHorizon: [Contribution]
  let vacancies: Contribution
  let hardToFill: Contribution
  let skillShortage: Contribution
  let notProficient: Contribution

  let isDrawn: Bool

  init(_ record: OccupationRow, staff: Double, at place: AnswerResolver.Place, resolver: AnswerResolver) {
    self.record = record
    code = OccupationCode(record.ssyk)
    let offset = CountConcepts.ofEmployer.count
    let values = CountConcepts.values(of: record)
    let headcount = resolver.resolve(values[0], concept: offset, base: staff, at: place)
    let counts = values.indices.map { index in
      index == 0
        ? headcount
        : resolver.resolve(values[index], concept: offset + index, base: headcount.value, at: place)
    }
    isDrawn = values.contains(where: \.isDrawn)
    self.headcount = headcount
    leavers = Array(counts[1..<19])
    neededByHorizon = Array(counts[19..<22])
    vacancies = counts[22]
    // Skill-shortage vacancies are hard to fill, and those are vacancies (F7).
    hardToFill = counts[23].within(vacancies)
    skillShortage = counts[24].within(hardToFill)
    notProficient = counts[25]
  }

  func leavers(to destination: Destination, _ horizon: Horizon) -> Contribution {
    leavers[destination.index * 3 + horizon.index]
  }

  func needed(_ horizon: Horizon) -> Contribution { neededByHorizon[horizon.index] }

  /// ΔE(h): persons needed then less persons now.
  func growth(_ horizon: Horizon) -> Contribution { needed(horizon) - headcount }
}

extension Destination {
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

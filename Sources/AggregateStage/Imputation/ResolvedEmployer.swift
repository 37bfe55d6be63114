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

  init(_ record: EmployerRecord, hasLongForm: Bool, sizeClass: Int, resolver: AnswerResolver) {
    self.record = record
    self.hasLongForm = hasLongForm
    let isDominant = record.dominant == true
    let values = CountConcepts.values(of: record)
    let staff = resolver.resolve(
      values[0], concept: 0, sizeClass: sizeClass, base: Double(record.employees), isDominant: isDominant)
    let counts = values.indices.map { index in
      index == 0
        ? staff
        : resolver.resolve(
          values[index], concept: index, sizeClass: sizeClass, base: staff.value, isDominant: isDominant)
    }
    self.staff = staff
    women = counts[1]
    men = counts[2]
    staffByAge = Array(counts[3..<8])
    staffNeeded = Array(counts[8..<11])
    personsSought = counts[11]
    personsNotFound = counts[12]
    leaversLastYear = Array(counts[13...])
    rows =
      !hasLongForm
      ? []
      : record.occupations.map {
        ResolvedRow($0, staff: staff.value, sizeClass: sizeClass, isDominant: isDominant, resolver: resolver)
      }
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

  init(_ record: OccupationRow, staff: Double, sizeClass: Int, isDominant: Bool, resolver: AnswerResolver) {
    self.record = record
    code = OccupationCode(record.ssyk)
    let offset = CountConcepts.ofEmployer.count
    let values = CountConcepts.values(of: record)
    let headcount = resolver.resolve(
      values[0], concept: offset, sizeClass: sizeClass, base: staff, isDominant: isDominant)
    let counts = values.indices.map { index in
      index == 0
        ? headcount
        : resolver.resolve(
          values[index], concept: offset + index, sizeClass: sizeClass, base: headcount.value,
          isDominant: isDominant)
    }
    self.headcount = headcount
    leavers = Array(counts[1..<19])
    neededByHorizon = Array(counts[19..<22])
    vacancies = counts[22]
    hardToFill = counts[23]
    skillShortage = counts[24]
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

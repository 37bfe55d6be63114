import ConfidentialRecords

/// What people say who do not know exactly: of each count some say nothing, some give a range, some "at least so many".
/// The exact answer always lies in what they say, and, where they say nothing, in the limits that the study states as
/// far as the exact answer does.
struct UncertainAnswers {
  var doNotKnow = 0.05
  var blank = 0.02
  var range = 0.06
  var atLeast = 0.02
  /// Of what is expected: low, best and high instead of one number.
  var threePoints = 0.15

  func record(_ exact: EmployerRecord, _ chance: inout Chance) -> EmployerRecord {
    var record = exact
    // Staff is asked first and nobody leaves it out, but some round.
    record.staff = ranged(exact.staff, &chance)
    for horizon in Horizon.allCases { record.staffNeeded[horizon] = expected(exact.staffNeeded[horizon], &chance) }
    if exact.triedToRecruit == .yes {
      record.personsSought = said(exact.personsSought, &chance)
      record.personsNotFound = said(exact.personsNotFound, &chance)
    }
    record.occupations = exact.occupations.map { row($0, &chance) }
    return record
  }

  private func row(_ exact: OccupationRow, _ chance: inout Chance) -> OccupationRow {
    var row = exact
    row.headcount = chance.happens(0.01) ? .missing(.doNotKnow) : ranged(exact.headcount, &chance)
    for horizon in Horizon.allCases {
      row.needed[horizon] = expected(exact.needed[horizon], &chance)
      for destination in Destination.allCases {
        row[destination][horizon] = said(exact[destination][horizon], &chance)
      }
    }
    row.vacancies = said(exact.vacancies, &chance)
    row.hardToFill = said(exact.hardToFill, &chance)
    row.skillShortage = said(exact.skillShortage, &chance)
    row.notProficient = said(exact.notProficient, &chance)
    return row
  }

  private func expected(_ exact: Quantity, _ chance: inout Chance) -> Quantity {
    guard let value = exact.best, chance.happens(threePoints) else { return said(exact, &chance) }
    let low = max(0, value - (value * chance.between(0, 0.25)).rounded())
    let high = value + (value * chance.between(0, 0.25)).rounded() + 1
    return .range(low: low, best: Double(chance.whole(Int(low.rounded(.up))...Int(high))), high: high)
  }

  private func said(_ exact: Quantity, _ chance: inout Chance) -> Quantity {
    guard let value = exact.best else { return exact }
    let draw = chance.unit()
    if draw < doNotKnow { return .missing(.doNotKnow) }
    if draw < doNotKnow + blank { return .missing(.blank) }
    if draw < doNotKnow + blank + atLeast {
      return .range(low: (value * chance.unit()).rounded(.down), best: nil, high: nil)
    }
    return ranged(exact, &chance)
  }

  private func ranged(_ exact: Quantity, _ chance: inout Chance) -> Quantity {
    guard let value = exact.best, chance.happens(range) else { return exact }
    let width = max(2, (value * 0.4).rounded())
    let low = max(0, value - Double(chance.whole(0...Int(width))))
    return .range(low: low, best: nil, high: max(low, value) + Double(chance.whole(0...Int(width))))
  }
}

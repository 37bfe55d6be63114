import ConfidentialRecords
import Glibc

/// What a workplace would answer if it knew everything: each count lies inside the limits that the study states for an
/// answer that is not known, or, with a given chance, outside.
struct ExactAnswers {
  let study: Study
  /// Share of the counts with stated limits that are drawn outside them.
  var outside = 0.0

  private struct Employer {
    var sizeClass: String
    var staff: Int
    /// How much it grows in ten years, in logarithm; how easily it loses and lacks people.
    var trend: Double
    var unrest: Double
    var age: Double
  }

  func record(
    _ establishment: String, in stratum: Municipality.Stratum, employees: Int, _ chance: inout Chance
  ) -> EmployerRecord {
    var record = EmployerRecord()
    record.enterprise = establishment
    record.establishment = establishment
    record.municipality = Municipality.code
    record.sector = stratum.sector
    record.section = stratum.sector == .private ? "C" : "Q"
    record.sizeClass = stratum.sizeClass
    record.stratum = stratum.name
    record.employees = employees
    let isLong = stratum.employees.lowerBound >= study.longFormFrom
    record.form = isLong ? "long" : "short"

    // The register is some months old.
    let staff = max(1, chance.rounded(Double(employees) * exp(0.12 * chance.normal())))
    let spread = stratum.employees.lowerBound < 10 ? 0.45 : stratum.employees.lowerBound < 50 ? 0.3 : 0.18
    let employer = Employer(
      sizeClass: stratum.sizeClass, staff: staff,
      trend: (stratum.sector == .private ? 0.08 : 0.02) + spread * chance.normal(),
      unrest: exp(0.5 * chance.normal()), age: chance.between(0.1, 0.36))
    record.staff = .point(Double(staff))
    for horizon in Horizon.allCases {
      record.staffNeeded[horizon] = count(
        of: Double(staff) * exp(employer.trend * Self.share(of: horizon)), .staffNeeded, horizon, per: staff, employer,
        &chance)
    }
    recruit(&record, employer, &chance)
    if isLong {
      let occupations = Self.occupations[stratum.sector == .private ? 0 : 1]
      record.occupations = Self.parts(staff, weights: occupations.map(\.weight), &chance).compactMap { place, persons in
        row(occupations[place], persons: persons, employer, &chance)
      }
    }
    return record
  }

  private func recruit(_ record: inout EmployerRecord, _ employer: Employer, _ chance: inout Chance) {
    let tries = chance.happens(min(0.9, 0.18 + 0.13 * log(Double(employer.staff) + 1)))
    record.triedToRecruit = tries ? .yes : .no
    guard tries else {
      record.personsSought = .missing(.notApplicable)
      record.personsNotFound = .missing(.notApplicable)
      return
    }
    let sought = count(
      of: 1 + Double(employer.staff) * 0.08 * employer.unrest, .personsSought, nil, per: employer.staff, employer,
      &chance)
    record.personsSought = sought
    let most = Int(sought.best ?? 0)
    record.personsNotFound = .point(Double(chance.binomial(most, 0.3)))
  }

  // MARK: Occupations

  private struct Occupation {
    var code: String
    var weight: Double
    /// How hard it is to find people, 0 to 1, and how fast the occupation grows.
    var shortage: Double
    var growth: Double
  }

  private static let occupations: [[Occupation]] = [
    [
      Occupation(code: "1321", weight: 0.06, shortage: 0.3, growth: 0),
      Occupation(code: "2512", weight: 0.12, shortage: 0.7, growth: 0.25),
      Occupation(code: "3115", weight: 0.12, shortage: 0.6, growth: 0.05),
      Occupation(code: "4110", weight: 0.1, shortage: 0.1, growth: -0.3),
      Occupation(code: "5223", weight: 0.15, shortage: 0.2, growth: -0.05),
      Occupation(code: "7231", weight: 0.15, shortage: 0.7, growth: 0.05),
      Occupation(code: "8160", weight: 0.2, shortage: 0.4, growth: -0.15),
      Occupation(code: "9110", weight: 0.1, shortage: 0.15, growth: 0),
    ],
    [
      Occupation(code: "1412", weight: 0.05, shortage: 0.5, growth: 0),
      Occupation(code: "2221", weight: 0.2, shortage: 0.8, growth: 0.15),
      Occupation(code: "2341", weight: 0.25, shortage: 0.6, growth: 0.02),
      Occupation(code: "4110", weight: 0.1, shortage: 0.1, growth: -0.2),
      Occupation(code: "5330", weight: 0.3, shortage: 0.5, growth: 0.15),
      Occupation(code: "9110", weight: 0.1, shortage: 0.2, growth: 0),
    ],
  ]

  /// An employer has some of the occupations, in shares of its own.
  private static func parts(_ staff: Int, weights: [Double], _ chance: inout Chance) -> [(place: Int, persons: Int)] {
    let own = weights.map { chance.happens(0.45) ? $0 * exp(0.6 * chance.normal()) : 0 }
    guard own.contains(where: { $0 > 0 }) else { return [(chance.place(inWeights: weights), staff)] }
    var left = staff
    var sum = own.reduce(0, +)
    return own.enumerated().compactMap { place, weight in
      guard weight > 0, left > 0 else { return nil }
      let persons = sum <= weight ? left : min(left, chance.rounded(Double(left) * weight / sum))
      sum -= weight
      left -= persons
      return persons > 0 ? (place, persons) : nil
    }
  }

  private func row(
    _ occupation: Occupation, persons: Int, _ employer: Employer, _ chance: inout Chance
  ) -> OccupationRow {
    func count(_ value: Double, _ concept: Concept, _ horizon: Horizon? = nil) -> Quantity {
      self.count(of: value, concept, horizon, per: persons, employer, &chance)
    }
    let headcount = Double(persons)
    var row = OccupationRow()
    row.ssyk = occupation.code
    row.coding = "exact"
    row.headcount = .point(headcount)
    let leaving: [(Destination, Concept, Double)] = [
      (.outOfWork, .leaversOutOfWork, 0.03), (.employerHere, .leaversEmployerHere, 0.05),
      (.employerElsewhere, .leaversEmployerElsewhere, 0.06), (.otherOccupation, .leaversOtherOccupation, 0.03),
      (.unknown, .leaversUnknown, 0.01),
    ]
    for horizon in Horizon.allCases {
      let time = Self.share(of: horizon)
      row.needed[horizon] = count(
        headcount * exp((employer.trend + occupation.growth) * time), .headcountNeeded, horizon)
      row.retirements[horizon] = count(headcount * employer.age * time, .retirements, horizon)
      for (destination, concept, rate) in leaving {
        row[destination][horizon] = count(headcount * rate * employer.unrest * 3 * time, concept, horizon)
      }
    }
    row.difficulty = .point(Double(min(5, max(1, Int((1 + 4 * occupation.shortage + chance.normal()).rounded())))))
    row.vacancies = count(headcount * 0.035 * employer.unrest, .vacancies)
    let vacancies = Int(row.vacancies.best ?? 0)
    let hard = chance.binomial(vacancies, occupation.shortage)
    row.hardToFill = .point(Double(hard))
    row.skillShortage = .point(Double(chance.binomial(hard, 0.6)))
    row.notProficient = count(headcount * 0.06 * employer.unrest, .notProficient)
    return row
  }

  /// How much of ten years' change has come about.
  private static func share(of horizon: Horizon) -> Double { pow(Double(horizon.years) / 10, 0.8) }

  // MARK: Limits

  /// A whole number about `value`, inside the limits of the concept per person of the base, or outside by chance.
  private func count(
    of value: Double, _ concept: Concept, _ horizon: Horizon?, per base: Int, _ employer: Employer,
    _ chance: inout Chance
  ) -> Quantity {
    let limit = study.assumptions.limit(for: ConceptReference(concept, horizon), sizeClass: employer.sizeClass)
    let (low, high) = (Double(base) * (limit?.lower ?? 0), Double(base) * (limit?.upper ?? 1))
    if outside > 0, chance.happens(outside) {
      let isBelow = low >= 1 && chance.happens(0.5)
      return .point(
        isBelow ? (low * chance.between(0.5, 1)).rounded(.down) : (high * chance.between(1, 1.5)).rounded(.up) + 1)
    }
    let (least, most) = (low.rounded(.up), high.rounded(.down))
    // Of few people no whole number may keep the limits.
    guard least <= most else { return .point((low + high) / 2) }
    // Now and then an employer is like no other.
    if chance.happens(0.02) { return .point(Double(chance.whole(Int(least)...Int(most)))) }
    return .point(min(most, max(least, Double(chance.rounded(value)))))
  }
}

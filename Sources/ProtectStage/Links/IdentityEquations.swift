import ConfidentialRecords

/// Relations between different measures of one domain (F13, and the questionnaire's own sums).
///
/// Where one term is in no table and cannot be negative it is still known to be 0 or more: headcount needed, say, makes
/// growth at least −headcount (F26).
extension LinkedSystem {
  mutating func addIdentities(_ linked: LinkedTotals, study: Study) {
    for identity in Identity.all {
      for domain in identity.domains(in: linked) { add(identity, at: domain, linked) }
    }
    addStaffOfOccupations(linked, study: study)
  }

  private mutating func add(_ identity: Identity, at domain: Domain, _ linked: LinkedTotals) {
    var terms: [(total: Int, coefficient: Double)] = []
    var missing: [Measure] = []
    for term in identity.terms {
      if let place = linked[term.measure, term.place(domain)] {
        terms.append((place, term.coefficient))
      } else {
        missing.append(term.measure)
      }
    }
    if missing.isEmpty {
      relate(terms)
    } else if terms.count > 1, missing == [identity.slack].compactMap(\.self) {
      relate(terms, slack: "\(missing[0].name)/\(domain.key)")
    }
  }

  /// Staff of employers that are asked for their occupations is the headcount of all occupations; so with growth.
  private mutating func addStaffOfOccupations(_ linked: LinkedTotals, study: Study) {
    let classes = study.sizeClasses.filter { $0.smallest >= study.longFormFrom }.map(\.code)
    for (place, total) in linked.totals.enumerated() {
      guard let whole = Self.ofStaff[total.key.measure], total.key.domain.occupation == nil else { continue }
      var domain = total.key.domain
      if let sizeClass = domain.sizeClass {
        guard classes.contains(sizeClass), let staff = linked[whole, domain] else { continue }
        relate([(place, -1), (staff, 1)])
      } else {
        let parts = classes.compactMap { code in
          domain.sizeClass = code
          return linked[whole, domain]
        }
        if !parts.isEmpty { relate([(place, -1)] + parts.map { ($0, 1) }) }
      }
    }
  }

  private static let ofStaff: [Measure: Measure] = [
    .total(.headcount): .total(.staff), .total(.headcountNeeded): .total(.staffNeeded),
    .total(.occupationGrowth): .total(.growth),
  ]
}

/// Σ coefficient·measure = 0 in every domain, or is at least 0 where one measure is in no table.
private struct Identity {
  struct Term {
    var measure: Measure
    var coefficient: Double
    /// The measure has the identity's horizon; else it stands at the base date.
    var hasHorizon = true

    func place(_ domain: Domain) -> Domain {
      var domain = domain
      if !hasHorizon { domain.horizon = nil }
      return domain
    }
  }

  var terms: [Term]
  /// The one that may be missing; its coefficient is −1.
  var slack: Measure?

  /// Domains in which a term with the identity's horizon stands, in order.
  func domains(in linked: LinkedTotals) -> [Domain] {
    let measures = Set(terms.filter(\.hasHorizon).map(\.measure))
    var met: Set<Domain> = []
    return linked.totals.compactMap { total in
      measures.contains(total.key.measure) && met.insert(total.key.domain).inserted ? total.key.domain : nil
    }
  }

  private static func sum(
    _ whole: Measure, of parts: [Indicator], atBaseDate: [Indicator] = [], slack: Measure? = nil
  ) -> Identity {
    Identity(
      terms: [Term(measure: whole, coefficient: -1)]
        + parts.map { Term(measure: .total($0), coefficient: 1) }
        + atBaseDate.map { Term(measure: .total($0), coefficient: 1, hasHorizon: false) },
      slack: slack)
  }

  private static let leaversWhoStay = Measure(name: "leaversWhoStay")
  private static let othersWhoLeave = Measure(name: "othersWhoLeave")
  private static let easyVacancies = Measure(name: "easyVacancies")
  private static let postsAtLeast = Measure(name: "postsAndHeadcount")
  private static let needAtLeast = Measure(name: "needAndHeadcount")

  static let all: [Identity] = [
    sum(.total(.postsToFill), of: [.retirements, .otherLeavers, .occupationGrowth]),
    sum(.total(.headcountNeeded), of: [.occupationGrowth], atBaseDate: [.headcount], slack: .total(.headcountNeeded)),
    sum(.total(.staffNeeded), of: [.growth], atBaseDate: [.staff], slack: .total(.staffNeeded)),
    sum(.leavers, of: [.retirements, .otherLeavers]),
    sum(.vacanciesAndHeadcount, of: [.vacancies, .headcount]),
    sum(.total(.hardToFill), of: [.skillShortage, .hardToFillOtherwise]),
    // Vacancies that are not hard to fill cannot be fewer than none.
    Identity(
      terms: [
        Term(measure: .total(.vacancies), coefficient: 1), Term(measure: .total(.hardToFill), coefficient: -1),
        Term(measure: easyVacancies, coefficient: -1),
      ], slack: easyVacancies),
    sum(.total(.staffByAge), of: [.staff]),
    sum(.total(.occupationStaffByAge), of: [.headcount]),
    sum(.total(.staffBySex), of: [.staff]),
    // Neither leavers who stay in the occupation, nor those who leave it without retiring, can be fewer than none.
    Identity(
      terms: [
        Term(measure: .total(.postsToFill), coefficient: 1), Term(measure: .total(.replacementNeed), coefficient: -1),
        Term(measure: leaversWhoStay, coefficient: -1),
      ], slack: leaversWhoStay),
    Identity(
      terms: [
        Term(measure: .total(.replacementNeed), coefficient: 1), Term(measure: .total(.retirements), coefficient: -1),
        Term(measure: .total(.occupationGrowth), coefficient: -1), Term(measure: othersWhoLeave, coefficient: -1),
      ], slack: othersWhoLeave),
    // No more posts can go than there are.
    sum(postsAtLeast, of: [.postsToFill], atBaseDate: [.headcount], slack: postsAtLeast),
    sum(needAtLeast, of: [.replacementNeed], atBaseDate: [.headcount], slack: needAtLeast),
  ]
}

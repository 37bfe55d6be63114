import ConfidentialRecords

/// Which totals may not be shown for their own sake, and how far off a reader must stay who reckons them back (F25).
struct PrimaryRules: Sendable {
  struct Primary: Hashable, Sendable {
    var reason: HidingReason
    /// U of F25 and F26, in the unit of the total.
    var level: Double
  }

  private let enterprises: EnterpriseRules
  private let persons: PersonRules

  init(_ study: Study) {
    enterprises = EnterpriseRules(study)
    persons = PersonRules(study)
  }

  /// By place in the list of totals.
  func primaries(of linked: LinkedTotals, cells: [InputCell]) -> [Int: Primary] {
    var found: [Int: Primary] = [:]
    for (place, total) in linked.totals.enumerated() { found[place] = primary(total) }
    for (place, total) in linked.totals.enumerated() where found[place] == nil && isZero(total) {
      guard let base = total.zeroBase.flatMap(linked.place), found[base] != nil else { continue }
      found[place] = Primary(reason: .zeroOfFew, level: smallest(total))
    }
    for place in wholeGroups(linked, cells) where found[place] == nil {
      found[place] = Primary(reason: .allOfGroup, level: persons.threshold)
    }
    return found
  }

  /// Totals that are all of their group, and the zeros beside them: the whole group is of one kind.
  private func wholeGroups(_ linked: LinkedTotals, _ cells: [InputCell]) -> Set<Int> {
    var places: Set<Int> = []
    var groups: Set<LinkedTotal.Key> = []
    for (place, total) in linked.totals.enumerated() where total.key.measure.countsPersons {
      guard total.key.domain.item != nil, let group = total.zeroBase, let whole = linked.place(of: group),
        persons.isWholeGroup(total.contributors, of: linked.totals[whole].contributors)
      else { continue }
      places.insert(place)
      groups.insert(group)
    }
    for (place, total) in linked.totals.enumerated() where total.key.domain.item != nil && isZero(total) {
      if let group = total.zeroBase, groups.contains(group) { places.insert(place) }
    }
    for (place, cell) in cells.enumerated()
    where cell.indicator.kind == .share && cell.indicator.numerator.countsPersons {
      guard let base = cell.contributors.denominator,
        persons.isWholeGroup(cell.contributors.numerator, of: base)
      else { continue }
      places.insert(linked.ofCell[place][0])
    }
    return places
  }

  private func primary(_ total: LinkedTotal) -> Primary? {
    // How many employers there are is known from the frame, which holds nobody's answer.
    if total.key.measure == .total(.employers) { return nil }
    if let reason = enterprises.reason(toHide: total.contributors) {
      return Primary(reason: reason, level: max(enterprises.level(total.contributors), smallest(total)))
    }
    if total.key.measure.countsPersons, persons.isTooFew(total.contributors) {
      return Primary(reason: .tooFewPersons, level: persons.threshold)
    }
    if let base = total.shareBase, enterprises.reason(toHide: base) != nil {
      return Primary(reason: .baseOfFew, level: smallest(total))
    }
    return nil
  }

  private func isZero(_ total: LinkedTotal) -> Bool {
    total.contributors.enterprises == 0 && total.contributors.unprotectedEnterprises == 0
  }

  /// The least doubt that is one: another employer, a group of persons, or nothing beyond the level itself.
  private func smallest(_ total: LinkedTotal) -> Double {
    total.key.measure.countsEmployers ? 1 : total.key.measure.countsPersons && isZero(total) ? persons.threshold : 0
  }
}

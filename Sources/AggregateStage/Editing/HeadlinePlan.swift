import ConfidentialRecords

/// The figures of which the report says what editing and outliers did to them: sums that lead its sections, in all and by
/// municipality; and the need of each major group, on which the verdict on a gap rests.
package struct HeadlinePlan: Sendable {
  /// In the order of the report.
  static let indicators: [Indicator] = [
    .staff, .growth, .retirements, .occupationGrowth, .postsToFill, .replacementNeed, .vacancies,
  ]

  let domains: DomainPlan
  /// By slot of the whole plan: the slot here.
  private let slots: [Int?]
  /// By slot here: the slot of the whole plan.
  private let wholeSlots: [Int]

  init(study: Study, whole: DomainPlan) {
    var reduced = study
    reduced.tables = study.tables.compactMap { table in
      var table = table
      table.indicators = table.indicators.filter { Self.indicators.contains($0) }
      let keepsOccupation = table.indicators.contains(.replacementNeed)
      table.by = table.by.filter { $0 == .municipality || $0 == .occupation1 && keepsOccupation }
      return table.indicators.isEmpty ? nil : table
    }
    let domains = DomainPlan(study: reduced)
    let order = Dictionary(
      domains.slots.slots.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let slots = whole.slots.slots.map { order[$0] }
    var wholeSlots = Array(repeating: 0, count: domains.slots.slots.count)
    for (place, slot) in slots.enumerated() { if let slot { wholeSlots[slot] = place } }
    self.domains = domains
    self.slots = slots
    self.wholeSlots = wholeSlots
  }

  /// What an employer adds to these figures alone.
  func reduced(_ update: EmployerUpdate) -> EmployerUpdate {
    var added = update.added
    added.entries = added.entries.compactMap { entry in
      guard let slot = slots[entry.slot] else { return nil }
      var entry = entry
      entry.slot = slot
      return entry
    }
    return update.with(added)
  }

  /// The same cell in the whole plan.
  func whole(_ key: CellKey) -> CellKey { key.with(slot: wholeSlots[key.slot]) }
}

extension EmployerUpdate {
  func with(_ added: EmployerEntries) -> EmployerUpdate {
    EmployerUpdate(
      place: place, group: group, weight: weight, enterprise: enterprise, isProtected: isProtected,
      hasLongForm: hasLongForm, mode: mode, added: added)
  }
}

import ConfidentialRecords

/// How far each headline moves when one answer moves by one person.
///
/// Found by asking the indicator families themselves: an employer whose counts are all alike, and the same employer with
/// one count raised by one. The headlines are sums of counts, so the effect is the same wherever it is measured. What
/// a new number of staff would do to the missing answers that are reckoned from it is left out.
struct HeadlineEffects: Sendable {
  struct Effect: Hashable, Sendable {
    var slot: Int
    var factor: Double
  }

  private let effects: [ConceptReference: [Effect]]
  /// By slot: the counts it is made of, in the order of `CountConcepts.all`.
  let parts: [[(count: ConceptReference, factor: Double)]]

  init(study: Study, slots: SlotTable) {
    let probe = Probe(study: study, slots: slots)
    let before = probe.values(of: Self.employer)
    var effects: [ConceptReference: [Effect]] = [:]
    var parts: [[(ConceptReference, Double)]] = Array(repeating: [], count: slots.slots.count)
    for count in CountConcepts.all {
      var raised = Self.employer
      raised[count: count, count.concept.repeats == .employer ? nil : 0] = .point(Self.level + 1)
      for (slot, value) in probe.values(of: raised).enumerated() where abs(value - before[slot]) > 1e-9 {
        effects[count, default: []].append(Effect(slot: slot, factor: value - before[slot]))
        parts[slot].append((count, value - before[slot]))
      }
    }
    self.effects = effects
    self.parts = parts
  }

  subscript(count: ConceptReference) -> [Effect] { effects[count] ?? [] }

  private static let level = 10.0

  private static let employer: EmployerRecord = {
    var row = OccupationRow()
    row.ssyk = Occupation.uncoded
    var record = EmployerRecord()
    record.occupations = [row]
    record.staffByAge = Array(repeating: .point(level), count: 5)
    record.leaversLastYear = Array(repeating: .point(level), count: Destination.allCases.count)
    for count in CountConcepts.ofEmployer { record[count: count, nil] = .point(level) }
    for count in CountConcepts.ofRow { record[count: count, 0] = .point(level) }
    return record
  }()

  private struct Probe {
    let resolver: AnswerResolver
    let slots: SlotTable
    /// No headline is reckoned from rates of separation.
    let parameters: ForecastParameters

    init(study: Study, slots: SlotTable) {
      parameters = ForecastParameters(study: study, separations: nil)
      resolver = AnswerResolver(study: study, ratios: ItemRatios(study: study))
      self.slots = slots
    }

    /// By slot.
    func values(of employer: EmployerRecord) -> [Double] {
      var contributions = EmployerContributions(slots: slots, parameters: parameters)
      let place = resolver.place(of: employer, sizeClass: 0, group: 0, draw: nil)
      let resolved = ResolvedEmployer(employer, hasLongForm: true, at: place, resolver: resolver)
      for family in IndicatorFamilies.all { family.add(resolved, to: &contributions) }
      var values = Array(repeating: 0.0, count: slots.slots.count)
      for entry in contributions.entries { values[entry.slot] += entry.y.value }
      return values
    }
  }
}

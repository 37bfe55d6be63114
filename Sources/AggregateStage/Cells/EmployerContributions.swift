import ConfidentialRecords

/// What one employer adds, slot by slot: of its own, and per occupation.
///
/// `y` is the numerator or the total; `x` the denominator of a share, or staff now for a signed total.
package struct EmployerContributions {
  struct Entry: Sendable {
    var slot: Int
    var occupation: OccupationCode?
    var y: Contribution
    var x: Contribution
    /// Where the entry's draws begin among the employer's; −1 where they are all alike.
    var drawn: Int32 = -1
  }

  let slots: SlotTable
  let parameters: ForecastParameters
  private(set) var entries: [Entry] = []

  init(slots: SlotTable, parameters: ForecastParameters) {
    self.slots = slots
    self.parameters = parameters
  }

  /// Starts on the next employer without giving the memory back.
  mutating func clear() { entries.removeAll(keepingCapacity: true) }

  /// What every family that is asked for makes of an employer.
  mutating func gather(_ employer: ResolvedEmployer) {
    clear()
    for family in slots.families { family.add(employer, to: &self) }
  }

  mutating func add(
    _ indicator: Indicator, _ horizon: Horizon? = nil, item: String? = nil, occupation: OccupationCode? = nil,
    y: Contribution, x: Contribution = .zero
  ) {
    guard let slot = slots.index(indicator, horizon, item: item), !(y.isZero && x.isZero) else { return }
    entries.append(Entry(slot: slot, occupation: occupation, y: y, x: x))
  }

  /// A choice of several: 1 for each item named and 0 for each other; a don't-know is counted and nothing else is.
  mutating func add(_ indicator: Indicator, chosen: ChoicesValue, occupation: OccupationCode? = nil) {
    for item in slots.items(of: indicator) {
      switch chosen {
      case .chosen(let codes):
        add(
          indicator, item: item, occupation: occupation, y: Contribution(codes.contains(item) ? 1 : 0),
          x: Contribution(1))
      case .missing(.doNotKnow): add(indicator, item: item, occupation: occupation, y: .doNotKnow)
      case .missing: return
      }
    }
  }

  /// By occupation, those of no occupation first; then by slot: a cell is then reached once per employer.
  var ordered: [Entry] {
    entries.sorted { ($0.occupation?.number ?? -1, $0.slot) < ($1.occupation?.number ?? -1, $1.slot) }
  }
}

import ConfidentialRecords

/// The values an employer can add to: one slot for each indicator, horizon and item that the study's tables ask for.
package struct SlotTable: Sendable {
  package struct Slot: Hashable, Sendable {
    package var indicator: Indicator
    package var horizon: Horizon?
    package var item: String?
  }

  package let slots: [Slot]
  /// Those that a table asks something of.
  let families: [any IndicatorFamily.Type]
  private let first: [Indicator: Int]
  private let items: [Indicator: [String]]
  /// By `Horizon.index`; nil: the study does not ask of it, so nothing is known, and least of all 0.
  private let placeOfHorizon: [Int?]

  package init(study: Study) {
    var slots: [Slot] = []
    var first: [Indicator: Int] = [:]
    var items: [Indicator: [String]] = [:]
    let asked = Set(study.tables.flatMap(\.indicators))
    for indicator in Indicator.allCases where asked.contains(indicator) && !indicator.isFromSupply {
      first[indicator] = slots.count
      items[indicator] = Self.items(of: indicator, study: study)
      if indicator.hasHorizon {
        slots += study.horizons.map { Slot(indicator: indicator, horizon: $0) }
      } else if indicator.hasItems {
        slots += (items[indicator] ?? []).map { Slot(indicator: indicator, item: $0) }
        if indicator.itemsAddUp { slots.append(Slot(indicator: indicator)) }
      } else {
        slots.append(Slot(indicator: indicator))
      }
    }
    self.slots = slots
    families = IndicatorFamilies.all.filter { !$0.indicators.isDisjoint(with: asked) }
    self.first = first
    self.items = items
    placeOfHorizon = Horizon.allCases.map { study.horizons.firstIndex(of: $0) }
  }

  func isAsked(_ indicator: Indicator) -> Bool { first[indicator] != nil }

  /// Nil when no table asks for the indicator, or the study lacks the horizon or the list the item.
  func index(_ indicator: Indicator, _ horizon: Horizon? = nil, item: String? = nil) -> Int? {
    guard let start = first[indicator] else { return nil }
    if let horizon { return placeOfHorizon[horizon.index].map { start + $0 } }
    guard indicator.hasItems else { return start }
    guard let item else { return indicator.itemsAddUp ? start + (items[indicator]?.count ?? 0) : nil }
    return items[indicator]?.firstIndex(of: item).map { start + $0 }
  }

  func items(of indicator: Indicator) -> [String] { items[indicator] ?? [] }

  static let ageBands = ExitAges.bands

  private static func items(of indicator: Indicator, study: Study) -> [String] {
    switch indicator {
    case .staffByAge, .occupationStaffByAge: ageBands
    case .staffBySex: ["women", "men"]
    case .leaversLastYear: Destination.allCases.map(\.rawValue)
    default: indicator.itemConcept.flatMap { study.codeList(measuring: $0) }?.codes.map(\.code) ?? []
    }
  }
}

import ConfidentialRecords

/// Which cells there are: every indicator of every table, broken down by the table's dimensions and by each subset of
/// them, so that every margin is a cell of its own.
package struct DomainPlan: Sendable {
  /// A way to break an indicator down; the empty one is the whole study.
  struct Grouping: Hashable, Sendable {
    var dimensions: Set<Dimension>
    /// SSYK digits when occupation is among them.
    var digits: Int? { dimensions.compactMap(\.occupationDigits).first }

    /// In the order of `Dimension.allCases`, so that equal groupings sort equally.
    var order: [Int] { Dimension.allCases.indices.filter { dimensions.contains(Dimension.allCases[$0]) } }
  }

  let groupings: [Grouping]
  /// One grouping for each set of dimensions without occupation: the bases that cells speak of.
  let baseGroupings: [Int]
  /// By slot: places in `groupings`.
  let groupingsOfSlot: [[Int]]
  /// By grouping: the slots it breaks down.
  let slotsOfGrouping: [[Int]]
  /// By grouping, then slot: the slot's place in the grouping's block; −1 where it has none.
  private let offsets: [[Int]]
  private let groupingOfDimensions: [Set<Dimension>: Int]
  let slots: SlotTable

  private let municipalities: [String: Int]
  private let sections: [String: Int]
  private let sizeClasses: [String: Int]
  let municipalityCodes: [String]
  let sectionLetters: [String]
  let sizeClassCodes: [String]

  package init(study: Study) {
    let slots = SlotTable(study: study)
    var wanted: [Indicator: Set<Grouping>] = [:]
    for table in study.tables {
      let dimensions = table.by.filter { $0 != .horizon && $0 != .item }
      for subset in Self.subsets(of: dimensions) where subset.filter({ $0.occupationDigits != nil }).count <= 1 {
        for indicator in table.indicators { wanted[indicator, default: []].insert(Grouping(dimensions: subset)) }
      }
    }
    let all = Set(wanted.values.joined()).sorted { $0.order.lexicographicallyPrecedes($1.order) }
    let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    groupings = all
    var met: Set<Set<Dimension>> = []
    baseGroupings = all.indices.filter { index in
      met.insert(all[index].dimensions.filter { $0.occupationDigits == nil }).inserted
    }
    groupingsOfSlot = slots.slots.map { slot in (wanted[slot.indicator] ?? []).compactMap { place[$0] }.sorted() }
    let groupingsOfSlot = groupingsOfSlot
    let slotsOfGrouping = all.indices.map { grouping in
      slots.slots.indices.filter { groupingsOfSlot[$0].contains(grouping) }
    }
    self.slotsOfGrouping = slotsOfGrouping
    offsets = slotsOfGrouping.map { own in
      var offsets = Array(repeating: -1, count: slots.slots.count)
      for (offset, slot) in own.enumerated() { offsets[slot] = offset }
      return offsets
    }
    groupingOfDimensions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.dimensions, $0) })
    self.slots = slots
    municipalityCodes = study.municipalities
    sectionLetters = study.classifications.sections.map(\.letter)
    sizeClassCodes = study.sizeClasses.map(\.code)
    municipalities = Self.places(municipalityCodes)
    sections = Self.places(sectionLetters)
    sizeClasses = Self.places(sizeClassCodes)
  }

  /// Where an employer stands in every dimension but occupation.
  struct Place: Hashable, Sendable {
    var municipality: Int
    var sector: Int
    var section: Int
    var sizeClass: Int
  }

  /// Nil when a code is not the study's: the stage before broke its contract.
  func place(municipality: String, sector: Sector, section: String, sizeClass: String) -> Place? {
    guard let m = municipalities[municipality], let section = sections[section], let size = sizeClasses[sizeClass],
      let sector = Sector.allCases.firstIndex(of: sector)
    else { return nil }
    return Place(municipality: m, sector: sector, section: section, sizeClass: size)
  }

  /// Nil when the grouping does not break the slot down.
  func offset(ofSlot slot: Int, in grouping: Int) -> Int? {
    let offset = offsets[grouping][slot]
    return offset < 0 ? nil : offset
  }

  /// The grouping that a cell belongs to.
  func grouping(of key: CellKey) -> Int? { groupingOfDimensions[key.dimensions] }

  /// The cell of a grouping that a place and an occupation fall into.
  func key(slot: Int, grouping: Int, place: Place, occupation: OccupationCode?) -> CellKey {
    let grouping = groupings[grouping]
    let has = grouping.dimensions.contains
    return CellKey(
      slot: slot, municipality: has(.municipality) ? place.municipality : nil,
      sector: has(.sector) ? place.sector : nil, section: has(.section) ? place.section : nil,
      sizeClass: has(.sizeClass) ? place.sizeClass : nil,
      occupation: grouping.digits.flatMap { digits in occupation.map { ($0.group(digits: digits), digits) } })
  }

  func domain(of key: CellKey) -> Domain {
    let slot = slots.slots[key.slot]
    return Domain(
      municipality: key.municipality.map { municipalityCodes[$0] },
      sector: key.sector.map { Sector.allCases[$0].rawValue }, section: key.section.map { sectionLetters[$0] },
      sizeClass: key.sizeClass.map { sizeClassCodes[$0] },
      occupation: key.occupation.map { OccupationCode.text(group: $0.group, digits: $0.digits) },
      horizon: slot.horizon?.years, item: slot.item)
  }

  private static func places(_ codes: [String]) -> [String: Int] {
    Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func subsets(of dimensions: [Dimension]) -> [Set<Dimension>] {
    dimensions.reduce(into: [[]]) { sets, dimension in sets += sets.map { $0.union([dimension]) } }
  }
}

/// One cell, as small numbers in one word: fast to look up, and sorted slot by slot, margins first.
struct CellKey: Hashable, Comparable, Sendable {
  private let packed: UInt64

  init(
    slot: Int, municipality: Int?, sector: Int?, section: Int?, sizeClass: Int?,
    occupation: (group: Int, digits: Int)?
  ) {
    func part(_ value: Int?) -> UInt64 { value.map { UInt64($0 + 1) } ?? 0 }
    packed =
      UInt64(slot) << 46 | part(municipality) << 35 | part(sector) << 31 | part(section) << 25 | part(sizeClass) << 20
      | UInt64(occupation?.digits ?? 0) << 17 | part(occupation?.group)
  }

  /// The same domain at another slot.
  func with(slot: Int) -> CellKey { CellKey(packed: packed & (1 << 46 - 1) | UInt64(slot) << 46) }

  private init(packed: UInt64) { self.packed = packed }

  private func part(_ shift: Int, bits: Int) -> Int? {
    let value = Int(packed >> shift & (1 << bits - 1))
    return value == 0 ? nil : value - 1
  }

  var slot: Int { Int(packed >> 46) }
  var municipality: Int? { part(35, bits: 11) }
  var sector: Int? { part(31, bits: 4) }
  var section: Int? { part(25, bits: 6) }
  var sizeClass: Int? { part(20, bits: 5) }
  /// Group number of `OccupationCode`, and the level it is of.
  var occupation: (group: Int, digits: Int)? {
    part(0, bits: 17).map { ($0, Int(packed >> 17 & 0b111)) }
  }

  static func < (a: CellKey, b: CellKey) -> Bool { a.packed < b.packed }
}

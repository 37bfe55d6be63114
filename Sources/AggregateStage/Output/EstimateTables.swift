import ConfidentialRecords
import Diagnostics

/// The estimates and contributors of every table of the study, in table order: indicator, then domain, margins first.
package struct EstimateTables {
  let aggregator: Aggregator
  let builder: EstimateBuilder
  let without: AggregateSums
  let full: AggregateSums
  /// Cells in order, by slot and grouping.
  private let cells: [CellKey]

  package init(aggregator: Aggregator, sums: AggregateSums, ratios: ItemRatios) throws(StageFailure) {
    self.aggregator = aggregator
    builder = EstimateBuilder(aggregator: aggregator)
    without = sums
    full = try aggregator.full(sums, ratios: ratios)
    // A domain of the frame without an answer is shown, not left out.
    var all = Set(full.cells.keys)
    let plan = aggregator.plan
    for slot in plan.slots.slots.indices {
      let needsLongForm = plan.slots.slots[slot].indicator.needsLongForm
      for base in aggregator.frame.bases(longFormOnly: needsLongForm)
      where plan.groupingsOfSlot[slot].contains(where: { plan.groupings[$0].dimensions == base.dimensions }) {
        all.insert(
          CellKey(
            slot: slot, municipality: base.municipality, sector: base.sector, section: base.section,
            sizeClass: base.sizeClass, occupation: nil))
      }
    }
    cells = all.sorted()
  }

  /// Hands over each estimate with its contributors; where a dominant employer without a waiver contributes, the
  /// twin without such employers follows.
  package func forEachCell(_ body: (EstimateRecord, ContributorRecord) throws -> Void) throws {
    let plan = aggregator.plan
    for table in aggregator.study.tables {
      let dimensions = Set(table.by.filter { $0 != .horizon && $0 != .item })
      for key in cells {
        let slot = plan.slots.slots[key.slot]
        guard table.indicators.contains(slot.indicator), key.dimensions.isSubset(of: dimensions) else { continue }
        let domain = plan.domain(of: key)
        try hand(key, domain, table: table, sums: full, excluding: false, to: body)
        if touchesAside(key) { try hand(key, domain, table: table, sums: without, excluding: true, to: body) }
      }
    }
  }

  private func hand(
    _ key: CellKey, _ domain: Domain, table: TableSpec, sums: AggregateSums, excluding: Bool,
    to body: (EstimateRecord, ContributorRecord) throws -> Void
  ) throws {
    let cell = sums.cells[key]
    var estimate = try builder.estimate(key, domain: domain, sums: cell, bases: sums.bases)
    estimate.table = table.id
    estimate.feature = table.feature
    estimate.excludesDominant = excluding ? true : nil
    if missesDominant(key) { estimate.dominantMissing = true }
    var contributors = ContributorRecord()
    contributors.table = table.id
    contributors.indicator = estimate.indicator
    contributors.domain = domain.key
    contributors.excludesDominant = estimate.excludesDominant
    contributors.numerator = cell?.numerator.contributors ?? Contributors()
    if estimate.indicator.isRatio {
      contributors.denominator = cell?.denominator.contributors ?? Contributors()
    }
    try body(estimate, contributors)
  }

  /// The cell has something from a dominant employer that is set aside.
  private func touchesAside(_ key: CellKey) -> Bool {
    guard let cell = full.cells[key] else { return false }
    return cell.given != (without.cells[key]?.given ?? 0)
  }

  /// A dominant employer of the domain has not answered at all.
  private func missesDominant(_ key: CellKey) -> Bool {
    aggregator.weighting.missingDominant.contains { unit in
      guard
        let place = aggregator.plan.place(
          municipality: unit.municipality, sector: unit.sector, section: unit.section, sizeClass: unit.sizeClass)
      else { return false }
      return (key.municipality ?? place.municipality) == place.municipality
        && (key.sector ?? place.sector) == place.sector && (key.section ?? place.section) == place.section
        && (key.sizeClass ?? place.sizeClass) == place.sizeClass
    }
  }
}

extension CellKey {
  /// What the cell is broken down by; all else is at its margin.
  var dimensions: Set<Dimension> {
    var set: Set<Dimension> = []
    if municipality != nil { set.insert(.municipality) }
    if sector != nil { set.insert(.sector) }
    if section != nil { set.insert(.section) }
    if sizeClass != nil { set.insert(.sizeClass) }
    switch occupation?.digits {
    case 1: set.insert(.occupation1)
    case 2: set.insert(.occupation2)
    case 3: set.insert(.occupation3)
    default: break
    }
    return set
  }
}

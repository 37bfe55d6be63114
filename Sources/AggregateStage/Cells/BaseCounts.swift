import ConfidentialRecords
import SurveyStatistics

/// Who a cell speaks of, whether or not they have the occupation: answers of the base by response group.
struct BaseCounts: Sendable {
  struct Key: Hashable, Sendable {
    var cell: CellKey
    var longFormOnly: Bool
  }

  private var counts: [Key: CellMoments] = [:]

  mutating func add(_ employer: DomainPlan.Place, group: Int, hasLongForm: Bool, plan: DomainPlan) {
    for grouping in plan.baseGroupings {
      let cell = plan.key(slot: 0, grouping: grouping, place: employer, occupation: nil)
      counts[Key(cell: cell, longFormOnly: false), default: CellMoments()].add(group: group, y: 1)
      if hasLongForm { counts[Key(cell: cell, longFormOnly: true), default: CellMoments()].add(group: group, y: 1) }
    }
  }

  /// Answers of the base of a cell; empty when nobody answered.
  func answers(of cell: CellKey, longFormOnly: Bool) -> CellMoments {
    counts[Key(cell: Self.base(of: cell), longFormOnly: longFormOnly)] ?? CellMoments()
  }

  /// The cell without its slot and its occupation.
  static func base(of cell: CellKey) -> CellKey {
    CellKey(
      slot: 0, municipality: cell.municipality, sector: cell.sector, section: cell.section,
      sizeClass: cell.sizeClass, occupation: nil)
  }
}

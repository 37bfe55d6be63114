import ConfidentialRecords

/// How many frame units the base of a cell has, dominant employers aside: each of those counts where it has answered and
/// is not left out, which only the answers can say.
struct FrameCounts: Sendable {
  private var all: [CellKey: Int] = [:]
  private var long: [CellKey: Int] = [:]

  init(study: Study, frame: [FrameCellRecord], plan: DomainPlan) {
    for cell in frame where cell.units + cell.dominantUnits > 0 {
      guard
        let place = plan.place(
          municipality: cell.municipality, sector: cell.sector, section: cell.section, sizeClass: cell.sizeClass)
      else { continue }
      let size = study.sizeClasses.first { $0.code == cell.sizeClass }
      let getsLongForm = (size?.smallest ?? 0) >= study.longFormFrom
      for grouping in plan.baseGroupings {
        let key = plan.key(slot: 0, grouping: grouping, place: place, occupation: nil)
        all[key, default: 0] += cell.units
        if getsLongForm { long[key, default: 0] += cell.units }
      }
    }
  }

  func units(of cell: CellKey, longFormOnly: Bool) -> Int {
    (longFormOnly ? long : all)[BaseCounts.base(of: cell)] ?? 0
  }

  /// The bases that exist on the frame, in order: a domain without an answer is shown, not left out.
  func bases(longFormOnly: Bool) -> [CellKey] { (longFormOnly ? long : all).keys.sorted() }
}

import ConfidentialRecords
import Diagnostics
import Glibc
import ReleasedRecords

/// Decides what of the estimates and gaps may be shown, over all tables at once. The only way to the report.
package struct Protector: Sendable {
  private let study: Study
  private let outlook: JobOutlook

  /// - Parameter outlook: what sources outside the survey say of jobs; where there is none, the ladder ends below.
  package init(study: Study, outlook: JobOutlook = JobOutlook(nil)) {
    self.study = study
    self.outlook = outlook
  }

  /// - Throws: `StageFailure` `.disclosureRefused` when a secret cannot be kept.
  package func protect(cells: [InputCell], gaps: [GapRecord]) throws(StageFailure) -> Protected {
    let versions = DominantVersions(cells, rules: EnterpriseRules(study))
    let (printed, replaced) = versions.choose(cells)
    let gapCells = GapCells(gaps, study: study)
    let linked = LinkedTotals(printed)
    let primaries = PrimaryRules(study).primaries(of: linked, cells: printed)

    let system = system(linked, primaries, printed, gapCells)
    let outcome = try SecondarySuppression.apply(to: system)
    let hiding = Hiding(
      linked: linked, cellIDs: printed.map(\.id), primaries: primaries, secondary: outcome.hidden)
    return Protected(
      study: study, printed: printed, replaced: replaced, hiding: hiding, gapCells: gapCells, outlook: outlook)
  }

  /// The totals as a reader sees them before anything is hidden for another's sake, and their relations.
  private func system(
    _ linked: LinkedTotals, _ primaries: [Int: PrimaryRules.Primary], _ cells: [InputCell], _ gapCells: GapCells
  ) -> LinkedSystem {
    let release = CellRelease(study: study)
    var known: Set<Int> = []
    var signs: [Int: ReleasedCell.Direction] = [:]
    for (place, cell) in cells.enumerated() {
      let parts = linked.ofCell[place]
      guard parts.allSatisfy({ primaries[$0] == nil }) else { continue }
      let reason = release.reason(cell)
      let isShown = reason == nil && cell.estimate.grade != .C
      if isShown || reason == .nothingThere || gapCells.shows(cell) {
        known.formUnion(parts)
        if gapCells.showsStaff(cell), let staff = linked.staff(of: cell), primaries[staff] == nil {
          known.insert(staff)
        }
      } else if reason == nil, let total = parts.first, let value = cell.estimate.estimate,
        cell.indicator.kind == .signedTotal || cell.indicator.kind == .balance
      {
        signs[total] = value > 0 ? .positive : .negative
      }
    }
    var system = LinkedSystem(
      totals: linked.totals.enumerated().map { place, total in
        // Where nobody answered, everyone can see that nothing was added.
        let isEmpty = total.cells.allSatisfy { cells[$0].estimate.answers == 0 }
        let canBeNegative = total.key.measure.canBeNegative
        return LinkedSystem.Total(
          id: total.id, value: total.value,
          least: !canBeNegative || signs[place] == .positive ? min(0, total.value) : nil,
          most: signs[place] == .negative ? max(0, total.value) : nil,
          isKnown: known.contains(place) || isEmpty,
          canBeHidden: !isEmpty && total.key.measure != .total(.employers),
          // Small totals first, and those that take few cells with them.
          price: Double(total.cells.count) * (1 + log10(1 + abs(total.value))), level: primaries[place]?.level)
      })
    system.addMargins(linked)
    system.addIdentities(linked, study: study)
    return system
  }
}

extension LinkedTotals {
  /// The headcount of a need's domain, where a table has it.
  func staff(of need: InputCell) -> Int? {
    var domain = need.estimate.domain
    domain.horizon = nil
    return self[.total(.headcount), domain]
  }
}

/// Which totals are hidden, and what that means for the cells.
struct Hiding: Sendable {
  let linked: LinkedTotals
  let cellIDs: [String]
  let primaries: [Int: PrimaryRules.Primary]
  /// By total: the secret it protects.
  let secondary: [Int: Int]

  /// Why a cell is confidential; nil when it is not.
  func reason(ofCell place: Int) -> HidingReason? {
    let parts = linked.ofCell[place]
    if let own = parts.first, let primary = primaries[own] { return primary.reason }
    if parts.contains(where: { primaries[$0] != nil }) { return .hiddenPart }
    if let own = parts.first, secondary[own] != nil { return .secondary }
    return parts.contains { secondary[$0] != nil } ? .hiddenPart : nil
  }

  /// The headcount of a need's domain stands in a table, and may be reckoned with.
  func showsStaff(of need: InputCell) -> Bool {
    guard let staff = linked.staff(of: need) else { return false }
    return primaries[staff] == nil && secondary[staff] == nil
  }

  /// The secret that a cell is hidden for, by name.
  func secret(ofCell place: Int) -> String? {
    linked.ofCell[place].compactMap { secondary[$0] }.first.map { linked.totals[$0].id }
  }
}

import ConfidentialRecords
import ReleasedRecords

/// The outcome of the protection: the printed cells, and for authorised eyes why each is as it is.
package struct Protected: Sendable {
  /// One cell with what the steward may know of it.
  struct Entry: Sendable {
    var cell: ReleasedCell
    var reason: HidingReason?
    /// Who stands behind it; nil for what is made from a need, and for what was not asked.
    var contributors: ContributorRecord?
    /// The secret it is hidden for.
    var secret: String?
  }

  /// As estimated, each gap after its need; then the tables that match alone has made, in table order.
  let entries: [Entry]
  /// Cells whose other version is printed.
  let replaced: [InputCell]
  let hiding: Hiding
  package let statements: [Statement]
  let withheldRemarks: Int

  package var cells: [ReleasedCell] { entries.map(\.cell) }

  init(
    study: Study, printed: [InputCell], replaced: [InputCell], hiding: Hiding, gapCells: GapCells,
    outlook: JobOutlook
  ) {
    let release = CellRelease(study: study)
    var entries: [Entry] = []
    let notAsked = NotAskedCells(study: study, printed: printed)
    var needs: [(cell: InputCell, secrecy: GapCells.Secrecy)] = []
    for (place, cell) in printed.enumerated() {
      let hidden = hiding.reason(ofCell: place)
      let reason = hidden ?? release.reason(cell)
      let released = release.release(cell, reason: reason)
      entries.append(
        Entry(
          cell: released, reason: reason, contributors: cell.contributors,
          secret: hiding.secret(ofCell: place)))
      if cell.indicator == .replacementNeed {
        let secrecy = GapCells.Secrecy(
          needIsHidden: hidden != nil, staffIsOpen: hiding.showsStaff(of: cell), need: released)
        needs.append((cell, secrecy))
        entries += gapCells.cells(beside: cell, secrecy).map { Entry(cell: $0.cell, reason: $0.reason) }
      }
      let isLast = place + 1 == printed.count || printed[place + 1].estimate.table != cell.estimate.table
      if isLast {
        entries += notAsked.cells(ofTable: cell.estimate.table).map { Entry(cell: $0, reason: .notAsked) }
      }
    }
    entries += gapCells.tables(of: needs).map { Entry(cell: $0.cell, reason: $0.reason) }
    let jobs = JobStatements(study: study, outlook: outlook).statements(printed) { hiding.reason(ofCell: $0) != nil }
    self.entries = entries
    self.replaced = replaced
    self.hiding = hiding
    statements = jobs.statements + DominantStatements(study: study).statements(replaced)
    withheldRemarks = jobs.withheld
  }
}

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

  /// In table order; within a table as estimated, each gap after its need.
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
    for (place, cell) in printed.enumerated() {
      let hidden = hiding.reason(ofCell: place)
      let reason = hidden ?? release.reason(cell)
      entries.append(
        Entry(
          cell: release.release(cell, reason: reason), reason: reason, contributors: cell.contributors,
          secret: hiding.secret(ofCell: place)))
      for (gap, reason) in gapCells.cells(beside: cell, needIsHidden: hidden != nil) {
        entries.append(Entry(cell: gap, reason: reason))
      }
      let isLast = place + 1 == printed.count || printed[place + 1].estimate.table != cell.estimate.table
      if isLast {
        entries += notAsked.cells(ofTable: cell.estimate.table).map { Entry(cell: $0, reason: .notAsked) }
      }
    }
    let jobs = JobStatements(study: study, outlook: outlook).statements(printed) { hiding.reason(ofCell: $0) != nil }
    self.entries = entries
    self.replaced = replaced
    self.hiding = hiding
    statements = jobs.statements + DominantStatements(study: study).statements(replaced)
    withheldRemarks = jobs.withheld
  }
}

import ConfidentialRecords
import Foundation
import MatchStage

@testable import ProtectStage

/// Needs of a page held against its supply, and the cells that would be printed of them (F17 to F19).
struct GapExample {
  private let study: Study
  private let cells: [WorkedExample.Cell]
  private let gaps: [GapRecord]

  /// - Parameter supply: the lines of supply.csv, without source and date.
  init(supply: PageTable, county: PageTable?, cells: [WorkedExample.Cell], study: Study) throws {
    self.study = study
    self.cells = cells
    let columns = ["municipality", "occupation", "horizon", "component", "low", "base", "high", "source", "date"]
    let fixed = ["municipality": study.municipalities[0], "source": "example", "date": "2025-12-31"]
    let lines = supply.rows.map { row in
      columns.map { (row[$0] ?? fixed[$0] ?? "").replacingOccurrences(of: "−", with: "-") }.joined(separator: ",")
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("supply-\(UUID().uuidString).csv")
    try ([columns.joined(separator: ",")] + lines).joined(separator: "\n").appending("\n")
      .write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let table = try SupplyReader.read(path: file.path, study: study)
    let estimates = cells.map(\.estimate)
    let matcher = Matcher(
      study: study, supply: table, start: StartState(estimates),
      county: county.map { CountyTable($0.context(.county, first: "area"), study: study) })
    gaps = matcher.gaps(of: estimates)
  }

  /// The record of the gap, and over it the printed cell.
  func fields(_ indicator: Indicator, _ domain: Domain, excludesDominant: Bool) throws -> [String: Any]? {
    guard
      let gap = gaps.first(where: {
        $0.municipality == domain.municipality && $0.occupation == domain.occupation && $0.horizon == domain.horizon
          && ($0.excludesDominant == true) == excludesDominant
      }),
      let need = cells.first(where: {
        var own = domain
        own.item = nil
        return $0.estimate.indicator == .replacementNeed && $0.estimate.domain == own
          && ($0.estimate.excludesDominant == true) == excludesDominant
      })
    else { return nil }
    let cell = InputCell(estimate: need.estimate, contributors: need.contributors)
    let release = CellRelease(study: study)
    let maker = GapCellMaker(
      study: study, spec: study.tables[0], need: cell, gap: gap,
      secrecy: GapCells.Secrecy(
        needIsHidden: false, staffIsOpen: true, need: release.release(cell, reason: release.reason(cell))))
    guard let made = maker.cells(indicator).first(where: { $0.cell.item == domain.item }) else { return nil }
    return try RecordText.fields(gap).merging(RecordText.fields(made.cell)) { record, printed in
      // A cell that prints nothing has no grade of its own to hold against the gap's.
      printed is NSNull ? record : printed
    }
  }
}

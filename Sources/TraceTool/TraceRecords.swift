import ConfidentialRecords
import Diagnostics
import ReleasedRecords

/// What the stages have written of one printed cell.
package struct TraceRecords {
  package var cell: ReleasedCell
  /// Nil for what is made of need and supply, and for what was not asked.
  package var estimate: EstimateRecord?
  package var gap: GapRecord?
  package var disclosure: DisclosureEntry?
  package var rank: ReleasedRank?
  package var editing: ReleasedEditing?
  package var fieldwork: [FieldworkRecord] = []
  package var process: [ProcessRecord] = []

  package init(cell: ReleasedCell) { self.cell = cell }

  /// The estimate behind the cell, or the need behind a gap, in the version that is printed.
  package func isBehind(_ record: EstimateRecord) -> Bool {
    record.table == cell.table && record.indicator == cell.indicator && record.domain == cell.domain
      && record.excludesDominant == cell.excludesDominant
  }

  package func isBehind(_ record: GapRecord) -> Bool {
    cell.indicator.isFromSupply && record.municipality == cell.municipality && record.occupation == cell.occupation
      && record.horizon == cell.horizon && (record.excludesDominant == true) == (cell.excludesDominant == true)
  }
}

/// One line of the steward's disclosure log: why a cell does not show its number. No enterprise and no amount is kept.
package struct DisclosureEntry: Hashable, Sendable {
  package var reason = ""
  package var enterprises: Int?
  package var baseEnterprises: Int?
  /// The secret it is hidden for.
  package var hiddenFor: String?

  /// The entry of a cell in `disclosure-log.csv`; nil when the cell shows its number.
  ///
  /// - Throws: `StageFailure` `.noInput` when there is no log, `.wrongData` when it lacks a column.
  package static func read(_ id: String, from path: String) throws(StageFailure) -> DisclosureEntry? {
    let file = SourceLocation(path: path)
    var reader: CSVReader
    do { reader = try CSVReader(path: path) } catch {
      throw StageFailure(
        .noInput, [Problem(.error, at: file, "the disclosure log cannot be read", hint: "run survey-protect first")])
    }
    let heading = reader.heading?.fields ?? []
    func place(_ name: String) throws(StageFailure) -> Int {
      guard let place = heading.firstIndex(of: name) else {
        throw StageFailure(
          .wrongData,
          [Problem(.error, at: file, "the disclosure log lacks a column", expected: name, hint: "run survey-protect")])
      }
      return place
    }
    let (cell, reason, enterprises) = (try place("cell"), try place("reason"), try place("enterprises"))
    let (base, hiddenFor) = (try place("base_enterprises"), try place("hidden_for"))
    do {
      while let row = try reader.next() {
        guard row.fields.count == heading.count, row.fields[cell] == id else { continue }
        var entry = DisclosureEntry()
        entry.reason = row.fields[reason]
        entry.enterprises = Int(row.fields[enterprises])
        entry.baseEnterprises = Int(row.fields[base])
        entry.hiddenFor = row.fields[hiddenFor].isEmpty ? nil : row.fields[hiddenFor]
        return entry
      }
    } catch {
      throw StageFailure(
        .wrongData, [Problem(.error, at: file, "the disclosure log is damaged", hint: "run survey-protect again")])
    }
    return nil
  }
}

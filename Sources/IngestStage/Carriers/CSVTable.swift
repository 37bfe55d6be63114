import Diagnostics
import Glibc

/// The rows below a heading. What is no row is passed over: empty lines, and the heading once more.
struct CSVTable: ResponseTable {
  let reader: TableLineReader
  private let heading: TableHeading
  private let redaction: ContactRedaction
  private var lines: CSVLines
  private var pending: TableLine?
  private let place: SourceLocation

  init(reader: TableLineReader, lines: CSVLines, under heading: TableHeading, at place: SourceLocation) {
    self.reader = reader
    self.heading = heading
    self.lines = lines
    self.place = place
    redaction = reader.redaction
    self.lines.skip(heading.end)
  }

  mutating func next() throws(IngestProblem) -> TableLine? {
    let first: TableLine?
    if let known = pending { first = known } else { first = try nextLine() }
    pending = nil
    guard var row = first else { return nil }
    guard row.isShort(of: heading.columns.width) else { return row }
    // Spreadsheets leave out empty cells at the end. A line break without quotation marks around it leaves two rows
    // that make one.
    guard let after = try nextLine() else { return row }
    pending = after
    if after.isShort(of: heading.columns.width), row.cells.count + after.cells.count == heading.columns.width + 1,
      !hasKey(after)
    {
      row.fault = .ragged(expected: heading.columns.width, got: row.cells.count)
      pending?.fault = .ragged(expected: heading.columns.width, got: after.cells.count)
    }
    return row
  }

  private func hasKey(_ row: TableLine) -> Bool {
    guard let unit = heading.columns.unitKey, unit < row.cells.count else { return false }
    return redaction.isKey(row.cells[unit].trimmed)
  }

  private mutating func nextLine() throws(IngestProblem) -> TableLine? {
    do throws(StageFailure) {
      while let row = try lines.next() {
        if row.fault == nil, row.fields.isBlank || heading.isRepeated(in: row.fields) { continue }
        var line = TableLine(line: row.line, cells: row.fields, fault: row.fault)
        line.fit(width: heading.columns.width)
        return line
      }
      return nil
    } catch {
      throw .cannotOpen(errno: EIO, at: place)
    }
  }
}

extension TableLine {
  fileprivate func isShort(of width: Int) -> Bool { fault == nil && cells.count < width }

  /// Cells beyond the last heading must be empty.
  mutating func fit(width: Int) {
    guard cells.count > width, fault == nil else { return }
    if Array(cells[width...]).isBlank {
      cells.removeLast(cells.count - width)
    } else {
      fault = .ragged(expected: width, got: cells.count)
    }
  }
}

extension TableHeading {
  /// What makes the table unfit for use.
  func problems(_ plan: FieldPlan, at line: SourceLocation) -> [Problem] {
    func selector(_ slot: FieldSlot) -> String {
      let written = plan.fields.first { $0.target == slot.target }?.selectors[slot.rank] ?? ""
      return slot.row.map { written.replacing("[]", with: "\($0)") } ?? written
    }
    var problems = columns.repeated.map { IngestProblem.columnTwice(selector($0), at: line).problem }
    if columns.unitKey == nil {
      let wanted = plan.fields[0].selectors.joined(separator: " or ")
      problems.append(IngestProblem.missingColumn(wanted, at: line).problem)
    }
    return problems
  }
}

import ConfidentialRecords
import Markup

/// A table whose column headings are labels of the page description: one entry a row.
struct InventoryTable {
  struct Row {
    /// The file's line.
    var line: Int
    var cells: [(label: PageLabels.Label?, text: String)] = []
    /// The text of a cell that spans the whole table: no entry, but a heading above some.
    var heading: String?

    func block(_ text: String) -> TextBlock {
      TextBlock(kind: .paragraph, lines: [TextBlock.Line(number: line, text: text, runs: [text])])
    }
  }

  let node: MarkupNode
  private(set) var rows: [Row] = []
  /// The caption, what stands above the headings, and headings of columns that the description does not name.
  private(set) var leftOver: [TextBlock] = []

  /// No table of courses is wider; what is beyond is left over.
  private static let mostColumns = 200
  /// Cells that are said again in the rows they span, over all rows; beyond this they are said once.
  private static let mostSaidAgain = 20_000

  private typealias Column = (range: Range<Int>, label: PageLabels.Label?)

  /// Nil when no row of the table holds two of the labels, or the only one there is.
  init?(_ table: MarkupNode, _ labels: PageLabels) {
    node = table
    let grid = TableGrid(table)
    var columns: [Column] = []
    var width = 0
    var hanging: [(range: Range<Int>, text: String, rowsLeft: Int)] = []
    var above: [TextBlock] = []
    var saidAgain = 0

    for cells in grid.rows {
      saidAgain += hanging.count
      if saidAgain > Self.mostSaidAgain { hanging = [] }
      let hung = hanging.map { (range: $0.range, text: $0.text) }
      hanging = hanging.filter { $0.rowsLeft > 1 }.map { ($0.range, $0.text, $0.rowsLeft - 1) }
      let own = cells.map { (range: $0.column..<$0.column + $0.columns, text: Self.text(of: $0.node), cell: $0) }
      let line = own.first?.cell.node.line ?? 0
      let found = own.map { labels.label(alone: $0.text) }
      let matches = found.count { $0 != nil }
      if matches >= min(2, labels.count), matches > 0 {
        // The heading; a long table may repeat it.
        if columns.isEmpty {
          hanging = []
          columns = zip(own, found).prefix(Self.mostColumns).map { ($0.range, $1) }
          width = columns.last?.range.upperBound ?? 0
          leftOver = above
          for (cell, label) in zip(own, found) where label == nil && !cell.text.isEmpty {
            leftOver.append(Row(line: line).block(cell.text))
          }
        }
      } else if columns.isEmpty {
        above += own.filter { !$0.text.isEmpty }.map { Row(line: line).block($0.text) }
      } else if own.count == 1, let only = own.first, only.range.count > 1, only.range.upperBound >= width {
        if !only.text.isEmpty { rows.append(Row(line: line, heading: only.text)) }
      } else if own.contains(where: { !$0.text.isEmpty }) {
        rows.append(Self.row(of: own.map { ($0.range, $0.text) } + hung, under: columns, line: line))
        // A cell that spans rows says the same in each of them.
        for cell in own where cell.range.lowerBound < width {
          let height = cell.cell.node.attribute(.rowspan).flatMap { Int($0.trimmed) } ?? 1
          if height > 1 { hanging.append((cell.range, cell.text, height - 1)) }
        }
      }
    }
    guard !columns.isEmpty else { return nil }
    if let caption = table.children.first(where: { $0.is(.caption) }), !caption.text.isBlank {
      leftOver.insert(Row(line: caption.line).block(caption.text.collapsed), at: 0)
    }
  }

  /// The cells from left to right, each under the heading above it.
  private static func row(of cells: [(range: Range<Int>, text: String)], under columns: [Column], line: Int) -> Row {
    var row = Row(line: line)
    var met: Set<Int> = []
    for cell in cells.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let column = columns.firstIndex { $0.range.overlaps(cell.range) }
      if let column, !met.insert(column).inserted {
        row.cells.append((nil, cell.text))
      } else {
        row.cells.append((column.flatMap { columns[$0].label }, cell.text))
      }
    }
    // A cell that the row does not have at all is a hole like an empty one.
    for (place, column) in columns.enumerated() where !met.contains(place) { row.cells.append((column.label, "")) }
    return row
  }

  /// Lines and list items stay apart by a semicolon, so that a list is read as one.
  private static func text(of cell: MarkupNode) -> String {
    cell.text.split(whereSeparator: \.isNewline).map { String($0).collapsed }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}

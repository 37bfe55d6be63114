import Markup
import RecordStreams

/// The rows of one table as lines of cells, with the cells that span rows and columns in each of them.
struct HTMLTableLines {
  private let table: MarkupNode
  private let grid: TableGrid
  private let cells: HTMLCells
  private var row = 0
  /// Cells from above that reach into the next row.
  private var hanging: [(column: Int, columns: Int, rowsLeft: Int, text: String)] = []

  init(_ table: MarkupNode, cells: HTMLCells) {
    self.table = table
    self.cells = cells
    grid = TableGrid(table)
  }

  /// The first lines, for the search of the heading. A cell that holds a table only lays out the page.
  func texts(_ count: Int) -> [[String]] {
    var lines = self
    var texts: [[String]] = []
    while texts.count < count, let line = lines.next(isHeading: true) { texts.append(line.cells) }
    return texts
  }

  /// Where a row begins in its file.
  func line(_ row: Int) -> Int { grid.rows[row].first.map { ($0.node.parent ?? $0.node).line } ?? table.line }

  /// The first rows that hold headers and no data.
  static func headingRows(_ table: MarkupNode) -> Int {
    let rows = TableGrid(table).rows
    return rows.prefix { row in !row.isEmpty && row.allSatisfy { $0.isHeader || $0.node.ancestor(.thead) != nil } }
      .count
  }

  mutating func skip(to end: Int) { while row < end, next(isHeading: true) != nil {} }

  mutating func next() -> TableLine? { next(isHeading: false) }

  private mutating func next(isHeading: Bool) -> TableLine? {
    guard row < grid.rows.count else { return nil }
    defer { row += 1 }
    var line = TableLine(line: line(row), cells: [])
    let above = hanging
    hanging = above.filter { $0.rowsLeft > 1 }.map { ($0.column, $0.columns, $0.rowsLeft - 1, $0.text) }
    for cell in above { line.put(cell.text, cell.column..<cell.column + cell.columns) }
    let isAlone = above.isEmpty && grid.rows[row].count == 1
    for cell in grid.rows[row] {
      let text = isHeading && cells.holdsTable(cell.node) ? "" : cells.text(cell.node)
      // One cell over the whole row is a title or a note and no answer to every question.
      line.put(text, cell.column..<cell.column + (isAlone && !isHeading ? 1 : cell.columns))
      if cell.rows > 1 { hanging.append((cell.column, cell.columns, cell.rows - 1, text)) }
    }
    line.isFooter = grid.rows[row].first?.node.ancestor(.tfoot).map(table.contains) == true
    return line
  }
}

extension TableLine {
  /// Columns beyond what any table of answers has are left out.
  fileprivate mutating func put(_ text: String, _ columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<CSVLimits.columns)
    if cells.count < columns.upperBound {
      cells += repeatElement("", count: columns.upperBound - cells.count)
    }
    for column in columns { cells[column] = text }
  }
}

/// What stands in the cells of a page: their text, or what is filled in and ticked where they hold form fields.
struct HTMLCells {
  private let controls: [FormControl]
  /// Places in the page of the cells that have a table inside.
  private let layout: Set<Int>

  init(_ tree: MarkupTree) {
    controls = FormReading(tree).controls.filter { $0.kind != .hidden }
    var layout: Set<Int> = []
    for table in tree.root.descendants where table.is(.table) {
      var above = table.parent
      while let node = above {
        if node.is(.td) || node.is(.th), !layout.insert(node.order).inserted { break }
        above = node.parent
      }
    }
    self.layout = layout
  }

  func holdsTable(_ cell: MarkupNode) -> Bool { layout.contains(cell.order) }

  func text(_ cell: MarkupNode) -> String {
    let inside = controls(in: cell)
    let lines = cell.lines
    if !inside.isEmpty {
      return inside.flatMap { $0.filledIn(hasLabels: !lines.isEmpty) }.joined(separator: "\n")
    }
    if !lines.isEmpty { return lines.joined(separator: "\n") }
    // A mark may be a picture.
    return cell.descendants.lazy.filter { $0.is(.img) }.compactMap { $0.attribute(.alt)?.trimmed }.first ?? ""
  }

  /// The controls are in the order of the page.
  private func controls(in cell: MarkupNode) -> ArraySlice<FormControl> {
    var low = 0
    var high = controls.count
    while low < high {
      let middle = (low + high) / 2
      if controls[middle].node.order < cell.order { low = middle + 1 } else { high = middle }
    }
    return controls[low...].prefix { cell.contains($0.node) }
  }
}

extension FormControl {
  /// What a person sees filled in: the labels of what is chosen, or the values of boxes that have no text beside them.
  fileprivate func filledIn(hasLabels: Bool) -> [String] {
    switch kind {
    case .radio, .checkbox: hasLabels ? options.filter(\.isChosen).map(\.label) : values
    case .select, .selectMultiple: options.filter(\.isChosen).map(\.label)
    default: values
    }
  }
}

/// A table as a grid: which cell stands in which row and column, with `colspan` and `rowspan` followed.
///
/// Tables inside its cells are tables of their own.
package struct TableGrid: Sendable {
  package struct Cell: Sendable {
    package let node: MarkupNode
    /// From 0; the first of those it spans.
    package let row: Int
    package let column: Int
    package let columns: Int
    /// How many rows it spans, as far as it says.
    package let rows: Int
    package var isHeader: Bool { node.is(.th) }
    package var text: String { node.text.collapsed }
  }

  /// The cells of each row as written, left to right; a cell that spans rows is in its first.
  package private(set) var rows: [[Cell]] = []
  private var places: [Int32: (row: Int, place: Int)] = [:]

  /// A span beyond this is a mistake or an attack; HTML's own bound.
  private static let widestSpan = 1000
  /// Cells wider than one column, in all; beyond this spans count as one column.
  private static let mostSpanned = 100_000

  /// Cells that reach down into a row, over all rows; beyond this none does any longer.
  private static let mostCarried = 200_000

  package init(_ table: MarkupNode) {
    let tree = table.tree
    var hanging: [(column: Int, columns: Int, rowsLeft: Int)] = []  // cells from above that reach into this row
    var spanned = 0
    func span(_ name: KnownName, _ cell: Int32) -> Int {
      guard spanned < Self.mostSpanned, let value = tree.value(name, of: cell).flatMap({ Int($0) }) else { return 1 }
      let span = min(max(value, 1), Self.widestSpan)
      if span > 1 { spanned += span }
      return span
    }

    var carried = 0

    for row in Self.rows(of: table) {
      carried += hanging.count
      if carried > Self.mostCarried { hanging = [] }
      var cells: [Cell] = []
      var column = 0
      var next = hanging.filter { $0.rowsLeft > 1 }.map { ($0.column, $0.columns, $0.rowsLeft - 1) }
      let covered = hanging.sorted { $0.column < $1.column }
      var over = covered[...]
      for cell in tree.children(of: row) where tree.is(cell, .td) || tree.is(cell, .th) {
        while let first = over.first, first.column <= column {
          column = max(column, first.column + first.columns)
          over.removeFirst()
        }
        let columns = span(.colspan, cell)
        let height = span(.rowspan, cell)
        places[cell] = (rows.count, cells.count)
        cells.append(
          Cell(
            node: MarkupNode(tree: tree, index: cell), row: rows.count, column: column, columns: columns, rows: height))
        if height > 1 { next.append((column, columns, height - 1)) }
        column += columns
      }
      rows.append(cells)
      hanging = next
    }
  }

  package func cell(_ node: MarkupNode) -> Cell? { places[node.index].map { rows[$0.row][$0.place] } }

  /// The cells to the left in the same row, nearest first; of a long row the nearest and the first.
  package func cells(leftOf cell: Cell, atMost most: Int) -> [Cell] {
    guard let at = places[cell.node.index] else { return [] }
    let left = rows[at.row][..<at.place]
    return left.suffix(most).reversed() + (left.count > most ? left.prefix(1) : [])
  }

  /// The cells above in the same column, nearest first; of a long column the nearest and the first.
  package func cells(above cell: Cell, atMost most: Int) -> [Cell] {
    let above = rows[..<cell.row]
    let near = above.suffix(most).reversed() + (above.count > most ? above.prefix(1) : [])
    return near.compactMap { row in
      row.last { $0.column <= cell.column && cell.column < $0.column + $0.columns }
    }
  }

  private static func rows(of table: MarkupNode) -> [Int32] {
    let tree = table.tree
    var found: [Int32] = []
    var at = table.index + 1
    while at < tree.end(of: table.index) {
      if tree.is(at, .tr) {
        found.append(at)
        at = tree.end(of: at)
      } else {
        at = tree.is(at, .table) || tree.is(at, .template) ? tree.end(of: at) : at + 1
      }
    }
    return found
  }
}

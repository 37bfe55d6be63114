import Markup
import Testing

@Suite("A table as a grid")
struct TableGridTests {
  func grid(_ html: String) throws -> TableGrid {
    let tree = try MarkupParser.parseHTML(Array(html.utf8), path: "page.html")
    return TableGrid(try #require(tree.root.first(.table)))
  }

  @Test("spans move the cells after them") func spans() throws {
    let grid = try grid(
      """
      <table><thead><tr><th rowspan=2>a<th colspan=2>b<th>c</tr><tr><th>d<th>e<th>f</tr></thead>
      <tr><td>g<td>h<td>i<td>j</table>
      """)
    #expect(grid.rows.map { $0.map(\.column) } == [[0, 1, 3], [1, 2, 3], [0, 1, 2, 3]])
    let cell = grid.rows[2][2]
    #expect(grid.cells(above: cell, atMost: 9).map(\.text) == ["e", "b"])
    #expect(grid.cells(leftOf: cell, atMost: 9).map(\.text) == ["h", "g"])
  }

  @Test("a table inside a cell is a table of its own") func nested() throws {
    let grid = try grid("<table><tr><td>a<table><tr><td>b</table><td>c</table>")
    #expect(grid.rows.map { $0.map(\.text) } == [["a b", "c"]])
  }

  @Test("a span without measure costs nothing", arguments: ["99999999", "-3", "x", "99999999999999999999999"])
  func hostileSpans(span: String) throws {
    let row = String(repeating: "<td colspan=\(span) rowspan=\(span)>x", count: 200)
    let grid = try grid("<table>" + String(repeating: "<tr>" + row, count: 20) + "</table>")
    #expect(grid.rows.count == 20)
  }
}

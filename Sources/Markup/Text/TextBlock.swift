/// One heading, paragraph, list item, term, definition or row of a page, in reading order.
///
/// What is filled in to form fields is no text of the page and left out.
package struct TextBlock: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph, listItem, term, definition
    /// A row of a table; its `cells` hold its text.
    case row
  }

  /// What stands between two line breaks.
  package struct Line: Hashable, Sendable {
    /// The line in the file, from 1, where it begins.
    package var number: Int
    /// White space collapsed. Words that the page glues together are glued here.
    package var text: String
    /// The same text in the pieces that the markup divides it into: `<b>Region</b>Stockholm` is two.
    package var runs: [String]

    package init(number: Int, text: String, runs: [String]) {
      self.number = number
      self.text = text
      self.runs = runs
    }
  }

  package var kind: Kind
  /// None is blank. Of a row, one for each line of each cell.
  package var lines: [Line]
  /// The cells of a row, white space collapsed; a cell may be empty.
  package var cells: [String] = []

  package init(kind: Kind, lines: [Line], cells: [String] = []) {
    self.kind = kind
    self.lines = lines
    self.cells = cells
  }

  package var text: String { lines.map(\.text).joined(separator: "\n") }
  package var line: Int { lines.first?.number ?? 0 }
}

extension MarkupTree {
  /// The text of a page as blocks, each with its place. Nothing but script, style and filled-in fields is left out.
  package func plainText() -> [TextBlock] { TextBlock.blocks(of: self, in: 0..<Int32(nodes.count)) }

  /// The same without what stands in some of its elements, given in document order.
  package func plainText(without left: [MarkupNode]) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var at: Int32 = 0
    for node in left where node.index >= at {
      blocks += TextBlock.blocks(of: self, in: at..<node.index)
      at = end(of: node.index)
    }
    return blocks + TextBlock.blocks(of: self, in: at..<Int32(nodes.count))
  }
}

extension MarkupNode {
  /// The text in it as blocks.
  package var blocks: [TextBlock] { TextBlock.blocks(of: tree, in: index..<tree.end(of: index)) }
}

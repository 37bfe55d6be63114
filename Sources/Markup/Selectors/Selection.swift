/// What a selector found: an element, or the stretch of a page that follows a heading or a label.
package struct Selection: Sendable {
  package let tree: MarkupTree
  let range: Range<Int32>
  /// The element, if what was found is one.
  package let node: MarkupNode?

  init(_ tree: MarkupTree, element: Int32) {
    self.tree = tree
    range = element..<tree.end(of: element)
    node = MarkupNode(tree: tree, index: element)
  }

  init(_ tree: MarkupTree, range: Range<Int32>) {
    self.tree = tree
    self.range = range
    node = nil
  }

  /// All text in it, as `MarkupNode.text` has it.
  package var text: String { tree.text(in: range) }

  /// Its text as a person sees it, line by line; no line is blank.
  package var lines: [String] { blocks.flatMap(\.lines).map(\.text) }

  package func contains(_ node: MarkupNode) -> Bool { range.contains(node.index) }

  /// Headings, paragraphs, list items and rows in it.
  package var blocks: [TextBlock] { TextBlock.blocks(of: tree, in: range) }

  /// Where it begins.
  package var line: Int { range.isEmpty ? 0 : Int(tree.nodes[Int(range.lowerBound)].line) }
}

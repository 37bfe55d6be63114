extension MarkupNode {
  /// All text in it. A `<br>` and the edge of a block such as a cell or a paragraph count as a line break in HTML.
  package var text: String { tree.text(in: index + 1..<tree.end(of: index)) }

  /// Its text as a person sees it, line by line: a `<br>` and the edge of a block end a line, and white space in the
  /// file is one blank. What is filled in to form fields is left out; no line is blank.
  package var lines: [String] {
    TextBlock.blocks(of: tree, in: index + 1..<tree.end(of: index)).flatMap(\.lines).map(\.text)
  }

  /// The text right in it, without that of elements below it; a `<br>` is a line break.
  package var ownText: String {
    var text = ""
    var at = index + 1
    while at < tree.end(of: index) {
      if !tree.isElement(at) { text += tree.ownString(at) }
      if tree.is(at, .br) { text.append("\n") }
      at = tree.end(of: at)
    }
    return text
  }
}

extension MarkupTree {
  /// The text of a text node.
  func ownString(_ node: Int32) -> String { string(nodes[Int(node)].start, nodes[Int(node)].count) }

  /// All text in a stretch of the tree, but for elements that `isSkipped`; see `MarkupNode.text`.
  func text(in range: Range<Int32>, skipping isSkipped: (UInt16) -> Bool = { _ in false }) -> String {
    if range.count == 1, nodes[Int(range.lowerBound)].name == NameTable.text { return ownString(range.lowerBound) }
    var text = ""
    var ends: [Int32] = []  // of the blocks that we are inside
    var at = range.lowerBound
    func breakLine() { if let last = text.utf8.last, last != 0x0A { text.append("\n") } }
    while at < range.upperBound {
      while let end = ends.last, at >= end {
        ends.removeLast()
        breakLine()
      }
      let node = nodes[Int(at)]
      if node.name == NameTable.text {
        text += ownString(at)
      } else if isSkipped(node.name) || syntax == .html && node.name == KnownName.template.rawValue {
        at = node.end
        continue
      } else if syntax == .html, node.name == KnownName.br.rawValue {
        text.append("\n")
      } else if syntax == .html, KnownName.isBlock(node.name) {
        breakLine()
        ends.append(node.end)
      }
      at += 1
    }
    return text
  }
}

extension KnownName {
  /// Elements that begin and end on a line of their own, or in a cell of their own.
  static func isBlock(_ name: UInt16) -> Bool { Int(name) < blocks.count && blocks[Int(name)] }

  private static let blocks: [Bool] = {
    let names: Set<KnownName> = [
      .html, .head, .body, .title, .main, .article, .section, .header, .footer, .nav, .aside, .div, .p, .hr, .pre,
      .blockquote, .address, .figure, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd,
      .details, .summary, .table, .caption, .thead, .tbody, .tfoot, .tr, .th, .td, .form, .fieldset, .legend, .option,
      .optgroup,
    ]
    return allCases.map(names.contains)
  }()
}

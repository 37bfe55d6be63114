extension TextBlock {
  static func blocks(of tree: MarkupTree, in range: Range<Int32>) -> [TextBlock] {
    var reader = TextBlockReader(tree: tree)
    reader.read(range)
    return reader.blocks
  }
}

/// Walks the tree once and closes a block where a block element begins or ends.
private struct TextBlockReader {
  let tree: MarkupTree
  private(set) var blocks: [TextBlock] = []

  private var lines: [TextBlock.Line] = []
  private var pieces: [(text: String, parent: Int32)] = []
  private var lineNumber = 0

  init(tree: MarkupTree) { self.tree = tree }

  mutating func read(_ range: Range<Int32>) {
    var open: [(end: Int32, kind: TextBlock.Kind)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      while let last = open.last, at >= last.end {
        closeBlock(last.kind)
        open.removeLast()
      }
      let node = tree.nodes[Int(at)]
      if node.name == NameTable.text {
        add(at)
      } else if isFilledIn(node.name) {
        at = node.end
        continue
      } else if tree.is(at, .br) {
        closeLine()
      } else if tree.is(at, .tr), node.end <= range.upperBound, let row = row(at) {
        closeBlock(open.last?.kind ?? .paragraph)
        if !row.lines.isEmpty { blocks.append(row) }
        at = node.end
        continue
      } else if KnownName.isBlock(node.name) {
        let around = open.last?.kind ?? .paragraph
        closeBlock(around)
        open.append((node.end, kind(of: node.name, inside: around)))
      }
      at += 1
    }
    while let last = open.popLast() { closeBlock(last.kind) }
    closeBlock(.paragraph)
  }

  /// A paragraph inside a list item is the list item's text.
  private func kind(of name: UInt16, inside around: TextBlock.Kind) -> TextBlock.Kind {
    if let level = KnownName.headingLevel(name) { return .heading(level: level) }
    switch name {
    case KnownName.li.rawValue: return .listItem
    case KnownName.dt.rawValue: return .term
    case KnownName.dd.rawValue: return .definition
    case KnownName.p.rawValue, KnownName.div.rawValue: return around
    default: return .paragraph
    }
  }

  private func isFilledIn(_ name: UInt16) -> Bool {
    name == KnownName.select.rawValue || name == KnownName.textarea.rawValue || name == KnownName.template.rawValue
  }

  /// A row as data: its cells hold lines of text. A row whose cells hold headings, lists or tables only lays out
  /// the page, and is read through; so is one with text outside its cells.
  private func row(_ row: Int32) -> TextBlock? {
    let cells = tree.children(of: row).filter { tree.is($0, .td) || tree.is($0, .th) }
    let inCells = cells.map { tree.text(in: $0..<tree.end(of: $0)).utf8.count { $0 > 0x20 } }.reduce(0, +)
    guard tree.text(in: row..<tree.end(of: row)).utf8.count(where: { $0 > 0x20 }) == inCells else { return nil }
    let isLayout = (row + 1..<tree.end(of: row)).contains { at in
      switch tree.nodes[Int(at)].name {
      case KnownName.table.rawValue, KnownName.ul.rawValue, KnownName.ol.rawValue, KnownName.dl.rawValue,
        KnownName.fieldset.rawValue, KnownName.form.rawValue:
        true
      case let name: KnownName.headingLevel(name) != nil
      }
    }
    guard !isLayout else { return nil }
    var block = TextBlock(kind: .row, lines: [])
    for cell in cells {
      let inner = TextBlock.blocks(of: tree, in: cell + 1..<tree.end(of: cell))
      block.cells.append(inner.map(\.text).joined(separator: " ").collapsed)
      block.lines += inner.flatMap(\.lines)
    }
    return block
  }

  private mutating func add(_ node: Int32) {
    let text = tree.ownString(node)
    if pieces.isEmpty {
      if text.isBlank { return }
      let leading = text.unicodeScalars.prefix { $0.properties.isWhitespace }
      lineNumber = Int(tree.nodes[Int(node)].line) + leading.count { $0 == "\n" }
    }
    pieces.append((text, tree.nodes[Int(node)].parent))
  }

  private mutating func closeLine() {
    guard !pieces.isEmpty else { return }
    var runs: [String] = []
    var last: Int32?
    for piece in pieces where !piece.text.isBlank {
      if piece.parent == last, !runs.isEmpty {
        runs[runs.count - 1] += piece.text
      } else {
        runs.append(piece.text)
      }
      last = piece.parent
    }
    let text = pieces.map(\.text).joined().collapsed
    lines.append(TextBlock.Line(number: lineNumber, text: text, runs: runs.map(\.collapsed)))
    pieces = []
  }

  private mutating func closeBlock(_ kind: TextBlock.Kind) {
    closeLine()
    guard !lines.isEmpty else { return }
    blocks.append(TextBlock(kind: kind, lines: lines))
    lines = []
  }
}

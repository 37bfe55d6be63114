extension MarkupTree {
  /// What a label on a page without form fields stands at:
  /// - of a cell the cell to its right, or if it heads a column the cells below it
  /// - of a `<dt>` the `<dd>` that follow it
  /// - of a heading the element after it
  /// - of a word set off in the line, such as `<b>Region</b> Stockholm`, the rest of that line
  /// - of a paragraph or a `<div>`, and of a word with a line to itself, the element after it.
  func labelled(_ label: NormalisedText, in range: Range<Int32>) -> [Selection] {
    var grids: [Int32: TableGrid] = [:]
    var found: [Selection] = []
    for node in range where isElement(node) && isShortEnough(node, for: label) {
      guard NormalisedText(text(in: node..<end(of: node))) == label else { continue }
      switch nodes[Int(node)].name {
      case KnownName.th.rawValue, KnownName.td.rawValue:
        guard let table = ancestor(of: node, .table) else { continue }
        let grid = grids[table] ?? TableGrid(MarkupNode(tree: self, index: table))
        grids[table] = grid
        found += grid.cells(labelledBy: MarkupNode(tree: self, index: node)).map {
          Selection(self, element: $0.node.index)
        }
      case KnownName.dt.rawValue:
        found += definitions(of: node).map { Selection(self, element: $0) }
      case let name where KnownName.headingLevel(name) != nil:
        found += elementAfter(node).map { [Selection(self, element: $0)] } ?? []
      case KnownName.p.rawValue, KnownName.div.rawValue:
        found += answer(after: node).map { [Selection(self, element: $0)] } ?? []
      case let name where !KnownName.isBlock(name):
        if let rest = restOfLine(after: node) {
          found.append(Selection(self, range: rest))
        } else if let next = elementAfter(node), KnownName.isBlock(nodes[Int(next)].name) {
          found.append(Selection(self, element: next))
        }
      default: continue
      }
    }
    return found
  }

  /// Spares comparing long texts: white space and markup may make a label longer, but not without end.
  private func isShortEnough(_ node: Int32, for label: NormalisedText) -> Bool {
    var length = 0
    for at in node..<end(of: node) where !isElement(at) {
      length += Int(nodes[Int(at)].count)
      if length > 4 * label.text.utf8.count + 200 { return false }
    }
    return length > 0
  }

  private func elementAfter(_ node: Int32) -> Int32? {
    guard let parent = parent(of: node) else { return nil }
    var at = end(of: node)
    while at < end(of: parent) {
      if isElement(at) { return at }
      at = end(of: at)
    }
    return nil
  }

  /// The element after a question; past a hint the one with the fields, where both stand in one box.
  private func answer(after question: Int32) -> Int32? {
    guard let next = elementAfter(question) else { return nil }
    guard let around = parent(of: question), !isQuestionEdge(around) else { return next }
    var at: Int32? = next
    for _ in 0..<4 {
      guard let element = at else { break }
      if (element..<end(of: element)).contains(where: { isControl($0) && !isHiddenInput($0) }) { return element }
      at = elementAfter(element)
    }
    return next
  }

  private func definitions(of term: Int32) -> [Int32] {
    var found: [Int32] = []
    var at = elementAfter(term)
    while let next = at, !self.is(next, .dt) || found.isEmpty {
      if self.is(next, .dd) { found.append(next) }
      at = elementAfter(next)
    }
    return found
  }

  private func restOfLine(after node: Int32) -> Range<Int32>? {
    guard let block = block(around: node), isFirst(node, in: block) || startsLine(node) else { return nil }
    var at = end(of: node)
    while at < end(of: block), !self.is(at, .br), !KnownName.isBlock(nodes[Int(at)].name) { at += 1 }
    let range = end(of: node)..<at
    return text(in: range).isBlank ? nil : range
  }

  private func startsLine(_ node: Int32) -> Bool {
    guard let before = elementBefore(node), self.is(before, .br) else { return false }
    return (end(of: before)..<node).allSatisfy { isElement($0) || ownString($0).isBlank }
  }
}

extension TableGrid {
  /// The cell to the right; of a header with another header to its right, or with nothing there, the cells below.
  fileprivate func cells(labelledBy label: MarkupNode) -> [Cell] {
    guard let label = cell(label) else { return [] }
    let right = rows[label.row].first { $0.column >= label.column + label.columns }
    if let right, !(label.isHeader && right.isHeader) { return [right] }
    return rows[(label.row + 1)...].compactMap { row in
      row.first { $0.column >= label.column && $0.column < label.column + label.columns }
    }
  }
}

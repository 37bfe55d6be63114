/// Finds what a person would read as the label of a form control, strongest first:
///
/// 1. `<label for>`, or the label around it; `aria-label`, `aria-labelledby`; of a group of buttons the legend of a
///    fieldset that holds nothing else
/// 2. if it has none of those: the text before it in the same paragraph or cell
/// 3. in a table, the cells to the left, then those above, that hold text and no controls;
///    in a `<dd>`, the `<dt>` before it
/// 4. failing all that: the block before its own, or before what is around that, if it holds text and no controls, and
///    nothing stands between; the text after a button; the heading above; what stands in the field as long as it is
///    empty.
///
/// A group of buttons is labelled as a whole; the labels of its buttons are its `options`.
struct LabelFinder {
  let tree: MarkupTree
  private var grids: [Int32: TableGrid] = [:]
  private var texts: [Int32: String?] = [:]
  /// Elements by their id, made when the first is asked for.
  private var ids: [String: Int32]?

  /// How far to look in a row, column or list; the first of a row or column is looked at in any case.
  private static let mostCells = 50
  /// A fieldset with more than this is no single question.
  private static let mostNodes = 2000
  /// Blocks around one another that a question may stand in.
  private static let mostBlocks = 6

  init(_ tree: MarkupTree) { self.tree = tree }

  /// All labels, without repetition, none of them blank; none at all for a hidden field.
  mutating func labels(of control: FormControl) -> [String] {
    if control.kind == .hidden { return [] }
    var found: [String] = []
    func add(_ text: String?) {
      if let text = text?.collapsed, !text.isEmpty, !found.contains(text) { found.append(text) }
    }
    let node = control.first.node
    if !control.isGroup || control.others.isEmpty {
      for label in ownLabels(control.first) { add(label) }
    }
    for label in referredLabels(of: control) { add(label) }
    if control.isGroup, let fieldset = tree.ancestor(of: node, .fieldset), holdsOnly(control, fieldset) {
      add(tree.legend(of: fieldset))
    }
    let anchor = outermostLabel(node)
    if found.isEmpty { add(tree.textBefore(anchor)) }
    for label in neighbours(of: anchor) { add(label) }
    if found.isEmpty { add(blockBefore(anchor)) }
    if found.isEmpty, control.isGroup { add(tree.textAfter(node)) }
    if found.isEmpty { add(tree.headingAbove(anchor)) }
    if found.isEmpty { add(tree.value(.placeholder, of: node)) }
    return found
  }

  private mutating func blockBefore(_ node: Int32) -> String? {
    guard var block = tree.block(around: node), tree.isFirst(node, in: block) else { return nil }
    for _ in 0..<Self.mostBlocks {
      var before = tree.elementBefore(block)
      while let at = before, tree.isNothing(at) { before = tree.elementBefore(at) }
      if let before { return plainText(before) }
      guard let around = tree.parent(of: block), !tree.isQuestionEdge(around), tree.isFirst(block, in: around) else {
        return nil
      }
      block = around
    }
    return nil
  }

  /// The texts that `aria-labelledby` points to, of the field or of the group that its buttons stand in.
  private mutating func referredLabels(of control: FormControl) -> [String] {
    guard let name = tree.names["aria-labelledby"] else { return [] }
    var at: Int32? = control.first.node
    for _ in 0..<(control.isGroup ? Self.mostBlocks : 1) {
      guard let node = at else { break }
      if let written = tree.attribute(name, of: node) {
        let ids = ids ?? tree.elementsByID
        self.ids = ids
        return tree.string(written.start, written.length).split(whereSeparator: \.isWhitespace)
          .compactMap { ids[String($0)].map(tree.labelText) }
      }
      at = tree.parent(of: node)
    }
    return []
  }

  /// The label of one button of a group, or of a control by itself.
  func ownLabels(_ member: FormControl.Member) -> [String] {
    let around = tree.ancestor(of: member.node, .label)
    let written = [member.label, around].compactMap { $0 }.map(tree.labelText)
    return (written + [tree.value(.ariaLabel, of: member.node)].compactMap { $0 }).filter { !$0.isBlank }
  }

  /// The label of a button: its own, or the text after it, or in a matrix the head of its column.
  mutating func buttonLabel(_ member: FormControl.Member) -> String {
    if let own = ownLabels(member).first { return own }
    let after = tree.textAfter(member.node)
    guard after.isBlank, let found = cell(around: member.node) else { return after }
    for above in found.grid.cells(above: found.cell, atMost: Self.mostCells) {
      if let text = plainText(above.node.index) { return text }
    }
    return ""
  }

  /// Cells to the left, then above; or the terms before a definition.
  private mutating func neighbours(of node: Int32) -> [String] {
    guard let holder = tree.nearest(node, [.td, .th, .dd]) else { return [] }
    guard !tree.is(holder, .dd) else {
      var before = tree.elementBefore(holder)
      for _ in 0..<Self.mostCells {
        guard let at = before, !tree.is(at, .dt) else { break }
        before = tree.elementBefore(at)
      }
      return before.flatMap { tree.is($0, .dt) ? [tree.text(in: $0..<tree.end(of: $0))] : nil } ?? []
    }
    guard let (cell, grid) = cell(around: node) else { return [] }
    let cells = grid.cells(leftOf: cell, atMost: Self.mostCells) + grid.cells(above: cell, atMost: Self.mostCells)
    return cells.compactMap { plainText($0.node.index) }
  }

  private mutating func cell(around node: Int32) -> (cell: TableGrid.Cell, grid: TableGrid)? {
    guard let holder = tree.nearest(node, [.td, .th]), let table = tree.ancestor(of: holder, .table) else { return nil }
    let grid = grids[table] ?? TableGrid(MarkupNode(tree: tree, index: table))
    grids[table] = grid
    return grid.cell(MarkupNode(tree: tree, index: holder)).map { ($0, grid) }
  }

  /// The text of a node that holds no controls.
  private mutating func plainText(_ node: Int32) -> String? {
    if let known = texts[node] { return known }
    let text = tree.plainText(node)
    texts[node] = .some(text)
    return text
  }

  /// A label around the control moves with it.
  private func outermostLabel(_ node: Int32) -> Int32 { tree.ancestor(of: node, .label) ?? node }

  private func holdsOnly(_ control: FormControl, _ fieldset: Int32) -> Bool {
    let range = fieldset + 1..<tree.end(of: fieldset)
    guard range.count < Self.mostNodes, control.members.allSatisfy({ range.contains($0.node) }) else { return false }
    return range.count { tree.isControl($0) && !tree.isHiddenInput($0) } == 1 + control.others.count
  }
}

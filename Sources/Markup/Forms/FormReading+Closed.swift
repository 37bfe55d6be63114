/// What a page holds and did not show: questions that skip logic had hidden or closed.
extension FormReading {
  /// Stretches that are hidden (`hidden`, `display: none`) or closed (`<fieldset disabled>`), and in which nothing is
  /// filled in. A page of a form with several pages is hidden too when the form is saved, but has its answers.
  package var closedStretches: ClosedStretches {
    let style = tree.names["style"]
    let mayBeClosed = tree.content.attributes.contains {
      $0.name == KnownName.hidden.rawValue || $0.name == KnownName.disabled.rawValue || $0.name == style
    }
    guard mayBeClosed else { return ClosedStretches() }
    let filledIn = controls.filter { $0.kind != .hidden && !$0.values.isEmpty }.map(\.node.index)
    var closed = ClosedStretches()
    var at: Int32 = 0
    while at < Int32(tree.nodes.count) {
      let range = at..<tree.end(of: at)
      if isClosed(at, style: style), !filledIn.holdsOne(in: range) {
        closed.ranges.append(range)
        at = range.upperBound
      } else {
        at += 1
      }
    }
    return closed
  }

  private func isClosed(_ node: Int32, style: UInt16?) -> Bool {
    guard tree.isElement(node) else { return false }
    if tree.has(.hidden, node) || tree.is(node, .fieldset) && tree.has(.disabled, node) { return true }
    guard let style, let written = tree.attribute(style, of: node), written.length < 1000 else { return false }
    let text = tree.string(written.start, written.length).lowercased().filter { !$0.isWhitespace }
    return text.contains("display:none")
  }
}

package struct ClosedStretches: Sendable {
  /// In the order of the page, none inside another.
  fileprivate(set) var ranges: [Range<Int32>] = []

  /// The control is in one of them, or closed by itself, and empty.
  package func contains(_ control: FormControl) -> Bool {
    guard control.values.isEmpty, control.kind != .hidden else { return false }
    let node = control.node.index
    if control.tree.has(.disabled, node) { return true }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(node)
  }
}

extension [Int32] {
  /// Of numbers in order.
  fileprivate func holdsOne(in range: Range<Int32>) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] < range.upperBound
  }
}

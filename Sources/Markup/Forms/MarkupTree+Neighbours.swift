/// What stands around a node, as a person looking at the page would see it.
extension MarkupTree {
  func isControl(_ node: Int32) -> Bool {
    switch nodes[Int(node)].name {
    case KnownName.input.rawValue, KnownName.select.rawValue, KnownName.textarea.rawValue: true
    default: false
    }
  }

  func isHiddenInput(_ node: Int32) -> Bool {
    self.is(node, .input) && value(.type, of: node)?.lowercased() == "hidden"
  }

  /// The text of a node that holds some, and no controls.
  func plainText(_ node: Int32) -> String? {
    if (node..<end(of: node)).contains(where: { isControl($0) }) { return nil }
    let text = text(in: node..<end(of: node))
    return text.isBlank ? nil : text
  }

  /// Nothing that a person sees.
  func isNothing(_ node: Int32) -> Bool {
    (node..<end(of: node)).allSatisfy { at in
      isElement(at) ? !isControl(at) || isHiddenInput(at) : ownString(at).isBlank
    }
  }

  /// What goes on around it is another question.
  func isQuestionEdge(_ node: Int32) -> Bool {
    switch nodes[Int(node)].name {
    case KnownName.html.rawValue, KnownName.body.rawValue, KnownName.form.rawValue, KnownName.fieldset.rawValue,
      KnownName.table.rawValue, KnownName.td.rawValue, KnownName.th.rawValue, KnownName.dd.rawValue:
      true
    default: false
    }
  }

  /// The first element of each id.
  var elementsByID: [String: Int32] {
    var found: [String: Int32] = [:]
    for node in 0..<Int32(nodes.count) where isElement(node) {
      if let id = value(.id, of: node), found[id] == nil { found[id] = node }
    }
    return found
  }

  /// Neither text nor a control stands before a node in its block.
  func isFirst(_ node: Int32, in block: Int32) -> Bool {
    var at = node - 1
    while at > block {
      if isElement(at) ? isControl(at) && !isHiddenInput(at) : !ownString(at).isBlank { return false }
      at -= 1
    }
    return true
  }

  /// A label's text, without what is filled in to the controls inside it.
  func labelText(_ label: Int32) -> String {
    text(in: label + 1..<end(of: label)) { name in
      name == KnownName.select.rawValue || name == KnownName.textarea.rawValue || name == KnownName.button.rawValue
    }
  }

  func legend(of fieldset: Int32) -> String? {
    children(of: fieldset).first { self.is($0, .legend) }.map { text(in: $0..<end(of: $0)).collapsed }
  }

  /// The nearest element around a node that has one of these names.
  func nearest(_ node: Int32, _ names: [KnownName]) -> Int32? {
    var at = parent(of: node)
    while let above = at, !names.contains(where: { self.is(above, $0) }) { at = parent(of: above) }
    return at
  }

  func block(around node: Int32) -> Int32? {
    var at = parent(of: node)
    while let above = at, !KnownName.isBlock(nodes[Int(above)].name) { at = parent(of: above) }
    return at
  }

  /// The element right before this one, below the same parent.
  func elementBefore(_ node: Int32) -> Int32? {
    guard let parent = parent(of: node) else { return nil }
    var at = node - 1
    while at > parent {
      var sibling = at
      while nodes[Int(sibling)].parent != parent { sibling = nodes[Int(sibling)].parent }
      if isElement(sibling) { return sibling }
      at = sibling - 1
    }
    return nil
  }

  /// The text between the control before this one, or the beginning of the block, and this one.
  func textBefore(_ node: Int32) -> String {
    guard let block = block(around: node) else { return "" }
    var pieces: [String] = []
    var at = node - 1
    while at > block, !isControl(at), !endsControl(at, below: block), !self.is(at, .label) {
      if !isElement(at) { pieces.append(ownString(at)) }
      if KnownName.isBlock(nodes[Int(at)].name) { pieces.append(" ") }
      at -= 1
    }
    return pieces.reversed().joined()
  }

  /// The text between this control and the next one, or the end of the line or block.
  func textAfter(_ node: Int32) -> String {
    guard let block = block(around: node) else { return "" }
    var text = ""
    var at = end(of: node)
    while at < end(of: block), !isControl(at), !self.is(at, .br), !KnownName.isBlock(nodes[Int(at)].name) {
      if !isElement(at) { text += ownString(at) }
      at += 1
    }
    return text
  }

  /// The nearest heading before a node in the document; none if that is further away than a page of questions.
  func headingAbove(_ node: Int32) -> String? {
    var at = node - 1
    let farthest = max(0, node - 2000)
    while at >= farthest {
      if KnownName.headingLevel(nodes[Int(at)].name) != nil { return text(in: at..<end(of: at)) }
      at -= 1
    }
    return nil
  }

  /// The node is inside a control or another label, such as the text of a select's last option.
  private func endsControl(_ node: Int32, below block: Int32) -> Bool {
    var at = parent(of: node)
    while let above = at, above > block {
      if isControl(above) || self.is(above, .label) { return true }
      at = parent(of: above)
    }
    return false
  }
}

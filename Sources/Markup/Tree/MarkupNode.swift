/// One element of a tree, as a value that is cheap to copy.
package struct MarkupNode: Sendable, Hashable {
  package let tree: MarkupTree
  let index: Int32

  init(tree: MarkupTree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  /// Its place in document order, among all nodes of the tree.
  package var order: Int { Int(index) }
  /// The element's name: lower case in HTML, the local name in XML.
  package var name: String { tree.names.spelling(tree.nodes[Int(index)].name) }
  package func `is`(_ name: KnownName) -> Bool { tree.is(index, name) }
  /// The line, from 1, where the start tag ends.
  package var line: Int { Int(tree.nodes[Int(index)].line) }

  /// The value of an attribute; empty if it is written without one, `nil` if it is not written.
  package func attribute(_ name: KnownName) -> String? { tree.value(name, of: index) }

  package func attribute(_ name: String) -> String? {
    tree.names[name].flatMap { tree.attribute($0, of: index) }.map { tree.string($0.start, $0.length) }
  }

  /// The attributes as written, in that order.
  package var attributes: [(name: String, value: String)] {
    let node = tree.nodes[Int(index)]
    return (Int(node.start)..<Int(node.start + node.count)).map { at in
      let attribute = tree.content.attributes[at]
      return (tree.names.spelling(attribute.name), tree.string(attribute.start, attribute.length))
    }
  }

  package var parent: MarkupNode? { tree.parent(of: index).map { MarkupNode(tree: tree, index: $0) } }

  /// The elements right below it.
  package var children: [MarkupNode] {
    tree.children(of: index).map { MarkupNode(tree: tree, index: $0) }
  }

  /// The same, one after another.
  package var eachChild: ChildElements { ChildElements(tree: tree, at: index + 1, end: tree.end(of: index)) }

  package var hasElements: Bool {
    var at = index + 1
    let end = tree.end(of: index)
    while at < end {
      if tree.isElement(at) { return true }
      at += 1
    }
    return false
  }

  /// The elements below it at any depth, in document order.
  package var descendants: Elements { Elements(tree: tree, range: index + 1..<tree.end(of: index)) }

  package func first(_ name: KnownName) -> MarkupNode? { descendants.first { $0.is(name) } }

  /// The nearest element above it with this name.
  package func ancestor(_ name: KnownName) -> MarkupNode? {
    tree.ancestor(of: index, name).map { MarkupNode(tree: tree, index: $0) }
  }

  package func contains(_ other: MarkupNode) -> Bool {
    tree === other.tree && other.index >= index && other.index < tree.end(of: index)
  }

  /// Where it stands, such as `/html/body/form[1]/table[2]/tr[3]`: a number where siblings share the name.
  package var path: String {
    var steps: [String] = []
    var at: Int32? = index
    while let node = at {
      steps.append(tree.pathStep(node))
      at = tree.parent(of: node)
    }
    return "/" + steps.reversed().joined(separator: "/")
  }

  package static func == (a: MarkupNode, b: MarkupNode) -> Bool { a.index == b.index && a.tree === b.tree }
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// The elements of a stretch of the tree, in document order.
package struct Elements: Sequence, IteratorProtocol, Sendable {
  let tree: MarkupTree
  var range: Range<Int32>

  package mutating func next() -> MarkupNode? {
    var at = range.lowerBound
    while at < range.upperBound {
      if tree.isElement(at) {
        range = at + 1..<range.upperBound
        return MarkupNode(tree: tree, index: at)
      }
      at += 1
    }
    range = at..<at
    return nil
  }
}

/// The elements right below one, in document order.
package struct ChildElements: Sequence, IteratorProtocol, Sendable {
  let tree: MarkupTree
  var at: Int32
  let end: Int32

  package mutating func next() -> MarkupNode? {
    while at < end {
      let node = at
      at = tree.end(of: node)
      if tree.isElement(node) { return MarkupNode(tree: tree, index: node) }
    }
    return nil
  }
}

extension MarkupTree {
  func children(of node: Int32) -> [Int32] {
    var found: [Int32] = []
    var at = node + 1
    while at < end(of: node) {
      if isElement(at) { found.append(at) }
      at = end(of: at)
    }
    return found
  }

  func ancestor(of node: Int32, _ name: KnownName) -> Int32? {
    var at = parent(of: node)
    while let above = at, !self.is(above, name) { at = parent(of: above) }
    return at
  }

  fileprivate func pathStep(_ node: Int32) -> String {
    let name = nodes[Int(node)].name
    var place = 0
    var count = 0
    var at = parent(of: node).map { $0 + 1 } ?? 0
    let stop = parent(of: node).map { end(of: $0) } ?? Int32(nodes.count)
    while at < stop {
      if nodes[Int(at)].name == name {
        count += 1
        if at == node { place = count }
      }
      at = end(of: at)
    }
    return count > 1 ? "\(names.spelling(name))[\(place)]" : names.spelling(name)
  }
}

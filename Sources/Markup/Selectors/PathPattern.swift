/// A path such as `table.yrken tr > td:2`: what an element must be, and what must be above it.
struct PathPattern: Hashable, Sendable {
  /// What one element must be.
  struct Compound: Hashable, Sendable {
    var element: String?
    var id: String?
    var classes: [String] = []
    var attributes: [AttributeTest] = []
    /// Its place, from 1, among those of its siblings that have its name.
    var place: Int?
    /// It is right below the one before it in the path, not somewhere below.
    var isChild = false
  }

  struct AttributeTest: Hashable, Sendable {
    var name: String
    var value: String?
  }

  var compounds: [Compound]

  func matches(_ node: Int32, in tree: MarkupTree) -> Bool {
    matches(node, upTo: compounds.count - 1, in: tree)
  }

  private func matches(_ node: Int32, upTo last: Int, in tree: MarkupTree) -> Bool {
    guard compounds[last].matches(node, in: tree) else { return false }
    guard last > 0 else { return true }
    var above = tree.parent(of: node)
    while let at = above {
      if matches(at, upTo: last - 1, in: tree) { return true }
      if compounds[last].isChild { return false }
      above = tree.parent(of: at)
    }
    return false
  }
}

extension PathPattern.Compound {
  fileprivate func matches(_ node: Int32, in tree: MarkupTree) -> Bool {
    if let element, tree.names[element] != tree.nodes[Int(node)].name { return false }
    if let id, tree.value(.id, of: node) != id { return false }
    if !classes.isEmpty {
      let own = tree.value(.class, of: node)?.split(whereSeparator: \.isWhitespace) ?? []
      guard classes.allSatisfy({ wanted in own.contains { $0 == wanted } }) else { return false }
    }
    for test in attributes {
      guard let name = tree.names[test.name], let found = tree.attribute(name, of: node) else { return false }
      if let value = test.value, tree.string(found.start, found.length) != value { return false }
    }
    return place.map { tree.isAtPlace($0, node) } ?? true
  }
}

extension MarkupTree {
  /// Looks no further than that place, so that a long row costs no more than a short one.
  fileprivate func isAtPlace(_ place: Int, _ node: Int32) -> Bool {
    var at = parent(of: node).map { $0 + 1 } ?? 0
    var count = 0
    while at <= node {
      if nodes[Int(at)].name == nodes[Int(node)].name { count += 1 }
      if at == node { return count == place }
      if count >= place { return false }
      at = end(of: at)
    }
    return false
  }
}

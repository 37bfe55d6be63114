/// Paths of elements, and where they lead in a tree. Made once, asked for one tree after another.
///
/// A path leads from the root to elements that hold no others. It may number the occurrences of one of its steps: those
/// are the rows of what is below. A name alone may also be found anywhere.
package struct ElementPaths: Sendable {
  private struct Place {
    let name: Int
    var below: [Int] = []
    var paths: [Int] = []
    var isRow = false
  }

  package struct Match: Sendable {
    /// In the order in which the paths were added.
    package let path: Int
    /// From 1, in the order of the tree.
    package let row: Int?
    /// Found by its name alone, away from the root.
    package let isAnywhere: Bool
    let node: Int32
  }

  /// The first is the root; the others come after the one that they are below.
  private var places = [Place(name: 0)]
  private var names = [""]
  private var nameNumbers: [String: Int] = [:]
  private var anywhere: [(name: Int, path: Int)] = []
  package private(set) var count = 0

  package init() {}

  /// - Parameters:
  ///   - steps: names of elements below the root, outermost first.
  ///   - rows: which of them is numbered.
  ///   - isAnywhere: a single step that may stand anywhere.
  package mutating func add(_ steps: [String], rows: Int?, isAnywhere: Bool) {
    var at = 0
    for (step, name) in steps.enumerated() {
      let number = number(of: name)
      if let next = places[at].below.first(where: { places[$0].name == number }) {
        at = next
      } else {
        places.append(Place(name: number))
        places[at].below.append(places.count - 1)
        at = places.count - 1
      }
      if step == rows { places[at].isRow = true }
      if isAnywhere { anywhere.append((number, count)) }
    }
    places[at].paths.append(count)
    count += 1
  }

  private mutating func number(of name: String) -> Int {
    if let number = nameNumbers[name] { return number }
    names.append(name)
    nameNumbers[name] = names.count - 1
    return names.count - 1
  }

  /// Everything that the paths lead to, in the order of the tree.
  package func matches(in tree: MarkupTree) -> [Match] {
    // Names that the tree lacks get the number of text, which no element has.
    let ids = names.map { tree.names[$0] ?? NameTable.text }
    var matches: [Match] = []
    matches.reserveCapacity(count + count / 2)
    var rows = [Int](repeating: 0, count: places.count)
    var open: [(end: Int32, place: Int?, row: Int?)] = []
    open.reserveCapacity(16)
    tree.nodes.withUnsafeBufferPointer { nodes in
      guard let root = nodes.first else { return }
      var around = (end: root.end, place: Int?.some(0), row: Int?.none)
      var at: Int32 = 1
      while at < root.end {
        while at >= around.end, let outer = open.popLast() { around = outer }
        let node = nodes[Int(at)]
        guard node.name != NameTable.text else {
          at += 1
          continue
        }
        let place = around.place.flatMap { place in
          places[place].below.first { ids[places[$0].name] == node.name }
        }
        var row = around.row
        if let place, places[place].isRow {
          rows[place] += 1
          row = rows[place]
        }
        let isLeaf = !(at + 1..<node.end).contains { nodes[Int($0)].name != NameTable.text }
        if isLeaf {
          if let place, !places[place].paths.isEmpty {
            for path in places[place].paths { matches.append(Match(path: path, row: row, isAnywhere: false, node: at)) }
          } else {
            for (name, path) in anywhere where ids[name] == node.name {
              matches.append(Match(path: path, row: nil, isAnywhere: true, node: at))
            }
          }
          at = node.end
        } else if place == nil, anywhere.isEmpty {
          at = node.end
        } else {
          open.append(around)
          around = (node.end, place, row)
          at += 1
        }
      }
    }
    return matches
  }
}

extension MarkupTree {
  package func text(of match: ElementPaths.Match) -> String { text(in: match.node + 1..<end(of: match.node)) }

  package func line(of match: ElementPaths.Match) -> Int { Int(nodes[Int(match.node)].line) }

  /// Whether two stand at the same place: elements of the same names are around them.
  package func areAlike(_ a: ElementPaths.Match, _ b: ElementPaths.Match) -> Bool {
    var above = (parent(of: a.node), parent(of: b.node))
    while let first = above.0, let second = above.1 {
      if first == second { return true }
      guard nodes[Int(first)].name == nodes[Int(second)].name else { return false }
      above = (parent(of: first), parent(of: second))
    }
    return above.0 == nil && above.1 == nil
  }
}

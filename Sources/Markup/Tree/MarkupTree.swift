/// A page or a piece of XML as a flat tree: nodes in document order, attributes, and one buffer with all text.
///
/// A node's descendants are the nodes right after it, up to its `end`; so parent and end say the whole shape.
/// Text is UTF-8 in the buffer, and becomes a `String` when someone asks for it.
/// Script, style, comments and processing instructions are not in the tree. Names of XML are local names.
package final class MarkupTree: Sendable {
  package enum Syntax: String, Sendable { case html, xml }

  /// The file it was read from, as given by the caller.
  package let path: String
  package let syntax: Syntax
  /// How the bytes were read as text, and on what evidence.
  package let verdict: EncodingVerdict
  /// What libxml2 found wrong and recovered from, in order; at most `MarkupLimits.issues` of them.
  package let issues: [MarkupIssue]
  /// How many issues there were in all.
  package let issueCount: Int
  /// The page ends before it was finished: see `Truncation`.
  package let isTruncated: Bool

  let nodes: [Node]
  let attributes: [Attribute]
  let buffer: [UInt8]
  let names: NameTable

  init(
    path: String, syntax: Syntax, verdict: EncodingVerdict, isTruncated: Bool, content: TreeContent
  ) {
    self.path = path
    self.syntax = syntax
    self.verdict = verdict
    self.isTruncated = isTruncated
    issues = content.issues
    issueCount = content.issueCount
    nodes = content.nodes
    attributes = content.attributes
    buffer = content.buffer
    names = content.names
  }

  /// The first element that has no parent: `html` of a page, the document element of XML.
  package var root: MarkupNode { MarkupNode(tree: self, index: 0) }

  /// The number of nodes, text runs included.
  package var count: Int { nodes.count }

  package func node(at index: Int) -> MarkupNode? {
    nodes.indices.contains(index) ? MarkupNode(tree: self, index: Int32(index)) : nil
  }

  /// All elements in document order.
  package var elements: Elements { Elements(tree: self, range: 0..<Int32(nodes.count)) }

  func string(_ start: UInt32, _ length: UInt32) -> String {
    String(decoding: buffer[Int(start)..<Int(start) + Int(length)], as: UTF8.self)
  }

  func attribute(_ name: UInt16, of node: Int32) -> Attribute? {
    let node = nodes[Int(node)]
    guard node.name != NameTable.text else { return nil }
    for index in Int(node.start)..<Int(node.start + node.count) where attributes[index].name == name {
      return attributes[index]
    }
    return nil
  }

  func value(_ name: KnownName, of node: Int32) -> String? {
    attribute(name.rawValue, of: node).map { string($0.start, $0.length) }
  }

  func has(_ name: KnownName, _ node: Int32) -> Bool { attribute(name.rawValue, of: node) != nil }
  func isElement(_ node: Int32) -> Bool { nodes[Int(node)].name != NameTable.text }
  func `is`(_ node: Int32, _ name: KnownName) -> Bool { nodes[Int(node)].name == name.rawValue }
  func parent(of node: Int32) -> Int32? {
    let parent = nodes[Int(node)].parent
    return parent < 0 ? nil : parent
  }
  func end(of node: Int32) -> Int32 { nodes[Int(node)].end }
}

/// One node of the tree: an element, or a run of text.
struct Node: Sendable {
  var name: UInt16
  var parent: Int32
  /// One past its last descendant.
  var end: Int32
  /// The line, from 1, where its start tag ends or its text begins.
  var line: Int32
  /// An element's first attribute; a text's first byte.
  var start: UInt32
  /// How many attributes; how many bytes.
  var count: UInt32
}

struct Attribute: Sendable {
  var name: UInt16
  var start: UInt32
  var length: UInt32
}

/// What a parse filled in.
struct TreeContent: Sendable {
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var buffer: [UInt8] = []
  var names = NameTable()
  var issues: [MarkupIssue] = []
  var issueCount = 0
}

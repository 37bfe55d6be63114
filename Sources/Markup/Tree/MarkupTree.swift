/// A page or a piece of XML as a flat tree: nodes in document order, attributes, and one buffer with all text.
///
/// Script, style, comments and processing instructions are not in the tree. Names of XML are local names.
package final class MarkupTree: Sendable {
  package enum Syntax: String, Sendable { case html, xml }

  /// The file it was read from, as given by the caller.
  package let path: String
  package let syntax: Syntax
  /// How the bytes were read as text, and on what evidence.
  package let verdict: EncodingVerdict
  /// The page ends before it was finished: see `Truncation`.
  package let isTruncated: Bool
  let content: TreeContent

  init(path: String, syntax: Syntax, verdict: EncodingVerdict, isTruncated: Bool, content: TreeContent) {
    self.path = path
    self.syntax = syntax
    self.verdict = content.buffer.withUnsafeBufferPointer { verdict.examining($0) }
    self.isTruncated = isTruncated
    self.content = content
  }

  /// What libxml2 found wrong and recovered from, in order; at most `MarkupLimits.issues` of them.
  package var issues: [MarkupIssue] { content.issues }
  /// How many issues there were in all.
  package var issueCount: Int { content.issueCount }

  /// The first element that has no parent: `html` of a page, the document element of XML.
  package var root: MarkupNode { MarkupNode(tree: self, index: 0) }

  /// The number of nodes, runs of text included.
  package var count: Int { content.nodes.count }

  /// Bytes that it holds, about.
  package var size: Int {
    content.buffer.count + content.nodes.count * MemoryLayout<Node>.stride
      + content.attributes.count * MemoryLayout<Attribute>.stride
  }

  /// All elements in document order.
  package var elements: Elements { Elements(tree: self, range: 0..<Int32(count)) }

  // The same questions as to the content.
  var nodes: [Node] { content.nodes }
  var names: NameTable { content.names }
  func string(_ start: UInt32, _ length: UInt32) -> String { content.string(start, length) }
  func attribute(_ name: UInt16, of node: Int32) -> Attribute? { content.attribute(name, of: node) }
  func value(_ name: KnownName, of node: Int32) -> String? { content.value(name, of: node) }
  func has(_ name: KnownName, _ node: Int32) -> Bool { content.has(name, node) }
  func isElement(_ node: Int32) -> Bool { content.isElement(node) }
  func `is`(_ node: Int32, _ name: KnownName) -> Bool { content.is(node, name) }
  func parent(of node: Int32) -> Int32? { content.parent(of: node) }
  func end(of node: Int32) -> Int32 { content.end(of: node) }
}

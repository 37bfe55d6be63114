/// The arrays of a tree. A node is a number: its place in document order.
///
/// A node's descendants are the nodes right after it, up to its `end`; so parent and end say the whole shape.
/// Text is UTF-8 in the buffer, and becomes a `String` when someone asks for it.
struct TreeContent: Sendable {
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var buffer: [UInt8] = []
  var names = NameTable()
  var issues: [MarkupIssue] = []
  var issueCount = 0

  func isElement(_ node: Int32) -> Bool { nodes[Int(node)].name != NameTable.text }
  func `is`(_ node: Int32, _ name: KnownName) -> Bool { nodes[Int(node)].name == name.rawValue }
  func end(of node: Int32) -> Int32 { nodes[Int(node)].end }

  func parent(of node: Int32) -> Int32? {
    let parent = nodes[Int(node)].parent
    return parent < 0 ? nil : parent
  }

  func attribute(_ name: UInt16, of node: Int32) -> Attribute? {
    let node = nodes[Int(node)]
    guard node.name != NameTable.text else { return nil }
    for at in Int(node.start)..<Int(node.start + node.count) where attributes[at].name == name {
      return attributes[at]
    }
    return nil
  }

  func has(_ name: KnownName, _ node: Int32) -> Bool { attribute(name.rawValue, of: node) != nil }

  func value(_ name: KnownName, of node: Int32) -> String? {
    guard let found = attribute(name.rawValue, of: node) else { return nil }
    return string(found.start, found.length)
  }

  func string(_ start: UInt32, _ length: UInt32) -> String {
    buffer.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + length)]), as: UTF8.self)
    }
  }
}

/// One node: an element, or a run of text.
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

  /// Its bytes in the buffer.
  var range: Range<Int> { Int(start)..<Int(start + length) }
}

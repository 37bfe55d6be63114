/// Fills a tree from the events of a parser, and stops at the first limit that is exceeded.
///
/// It knows nothing of libxml2: an event is a name, attributes as bytes, a line.
struct TreeBuilder {
  private(set) var content = TreeContent()
  private(set) var failure: Failure?
  /// The open elements, outermost first.
  private(set) var open: [Int32] = []
  /// The page itself closed `body` or `html`; the parser closes them at the end in any case.
  private(set) var isClosedByPage = false
  /// The input has ended: what is closed from now on is closed by the parser.
  var isAtEnd = false
  /// The input has ended inside a start tag. What libxml2 would make of it, such as `value="12` of a 120 that was cut
  /// off, was never written.
  var dropsStarts = false
  /// Lines before the part that is being parsed.
  var lineOffset: Int32 = 0

  let syntax: MarkupTree.Syntax
  let limits: MarkupLimits

  enum Failure {
    case limit(MarkupLimit, line: Int)
    case entity(line: Int)
    case notWellFormed(MarkupIssue)
  }

  /// - Parameter byteCount: how long the text is, if it is known, so that room is made once.
  init(syntax: MarkupTree.Syntax, limits: MarkupLimits, byteCount: Int = 0) {
    self.syntax = syntax
    self.limits = limits
    content.nodes.reserveCapacity(min(byteCount / 24, limits.nodes))
    content.attributes.reserveCapacity(min(byteCount / 40, limits.nodes))
    content.buffer.reserveCapacity(byteCount / 2)
    open.reserveCapacity(32)
  }

  mutating func fail(_ reason: Failure) {
    if failure == nil { failure = reason }
  }

  mutating func exceed(_ limit: MarkupLimit, line: Int32) { fail(.limit(limit, line: Int(line + lineOffset))) }

  mutating func intern(_ spelling: String, line: Int32) -> UInt16 {
    if let id = content.names.intern(spelling) { return id }
    exceed(.names, line: line)
    return NameTable.text - 1
  }

  // MARK: Events

  mutating func start(_ name: UInt16, line: Int32) {
    guard failure == nil, !dropsStarts else { return }
    if open.isEmpty, syntax == .html, reopen(name) { return }
    guard content.nodes.count < limits.nodes else { return exceed(.nodes, line: line) }
    guard open.count < limits.depth else { return exceed(.depth, line: line) }
    let index = Int32(content.nodes.count)
    content.nodes.append(
      Node(
        name: name, parent: open.last ?? -1, end: index + 1, line: line + lineOffset,
        start: UInt32(content.attributes.count), count: 0))
    open.append(index)
  }

  /// Adds an attribute to the element that was started last. The first of two with one name counts, as in a browser.
  mutating func attribute(_ name: UInt16, _ value: UnsafeBufferPointer<UInt8>, unescapingAmpersand: Bool = false) {
    guard failure == nil, !dropsStarts, let node = open.last, Int(node) == content.nodes.count - 1 else { return }
    let line = content.nodes[Int(node)].line - lineOffset
    guard value.count <= limits.attributeBytes else { return exceed(.attributeBytes, line: line) }
    guard content.nodes[Int(node)].count < UInt32(limits.attributesPerElement) else {
      return exceed(.attributesPerElement, line: line)
    }
    let start = content.buffer.count
    guard start + value.count <= limits.textBytes else { return exceed(.bytes, line: line) }
    if unescapingAmpersand, value.contains(UInt8(ascii: "&")) {
      guard appendUnescaped(value) else { return fail(.entity(line: Int(line + lineOffset))) }
    } else {
      content.buffer.append(contentsOf: value)
    }
    content.attributes.append(
      Attribute(name: name, start: UInt32(start), length: UInt32(content.buffer.count - start)))
    content.nodes[Int(node)].count += 1
  }

  mutating func end(_ name: UInt16) {
    guard failure == nil, let place = open.lastIndex(where: { content.nodes[Int($0)].name == name }) else { return }
    let end = Int32(content.nodes.count)
    while open.count > place {
      content.nodes[Int(open.removeLast())].end = end
    }
    if !isAtEnd, name == KnownName.body.rawValue || name == KnownName.html.rawValue { isClosedByPage = true }
  }

  /// - Parameter line: where the text ends, which is where libxml2 stands when it hands it over.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int32) {
    guard failure == nil, let parent = open.last, !bytes.isEmpty else { return }
    let last = content.nodes.count - 1
    guard content.buffer.count + bytes.count <= limits.textBytes else { return exceed(.bytes, line: line) }
    if content.nodes[last].name == NameTable.text, content.nodes[last].parent == parent {
      content.nodes[last].count += UInt32(bytes.count)  // libxml2 hands over a long text in pieces
    } else {
      guard content.nodes.count < limits.nodes else { return exceed(.nodes, line: line) }
      content.nodes.append(
        Node(
          name: NameTable.text, parent: parent, end: Int32(last + 2),
          line: line + lineOffset - Int32(bytes.count { $0 == 0x0A }), start: UInt32(content.buffer.count),
          count: UInt32(bytes.count)))
    }
    content.buffer.append(contentsOf: bytes)
  }

  mutating func issue(_ issue: MarkupIssue) {
    if syntax == .xml, issue.isFatal { fail(.notWellFormed(issue)) }
    content.issueCount += 1
    guard content.issues.count < limits.issues else { return }
    var issue = issue
    issue.line += Int(lineOffset)
    content.issues.append(issue)
  }

  /// Closes what is still open, so that the tree is whole whatever the parser did.
  mutating func finish() {
    while let node = open.popLast() { content.nodes[Int(node)].end = Int32(content.nodes.count) }
  }

  /// Hands over the subtree that is whole, and goes on with an empty one; the numbers of names stay.
  mutating func takeContent() -> TreeContent {
    var next = TreeContent()
    next.names = content.names
    next.nodes.reserveCapacity(content.nodes.count)
    next.attributes.reserveCapacity(content.attributes.count)
    next.buffer.reserveCapacity(content.buffer.count)
    swap(&next, &content)
    return next
  }

  /// A page that goes on after its `</html>` goes on in the same `html` and `body`.
  private mutating func reopen(_ name: UInt16) -> Bool {
    guard !content.nodes.isEmpty, name == KnownName.html.rawValue, content.nodes[0].name == name else { return false }
    open.append(0)
    return true
  }

  /// Without replacing entities libxml2 writes an ampersand as `&#38;`; any other reference is an entity's.
  private mutating func appendUnescaped(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let reference = Array("&#38;".utf8)
    var at = 0
    while at < value.count {
      if value[at] == UInt8(ascii: "&") {
        guard value[at...].starts(with: reference) else { return false }
        content.buffer.append(UInt8(ascii: "&"))
        at += reference.count
      } else {
        content.buffer.append(value[at])
        at += 1
      }
    }
    return true
  }
}

import CLibXML2

extension SAXEvents {
  /// Attributes come as name, value, name, value, …, null; the value is null where only the name is written.
  mutating func startHTML(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    repeatedAttributes = 0
    builder.start(id(name), line: line)
    defer { stopIfFailed() }
    guard var at = attributes else { return }
    while let name = at.pointee {
      let value = at[1]
      let length = value.map { xmlStrlen($0) } ?? 0
      builder.attribute(id(name), UnsafeBufferPointer(start: value, count: Int(length)))
      at += 2
    }
  }

  /// Attributes come in fives: local name, prefix, namespace, first byte of the value, byte after the last.
  mutating func startXML(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard isWanted(name) else { return }
    builder.start(id(name), line: line)
    guard let attributes else { return }
    for at in stride(from: 0, to: 5 * count, by: 5) {
      guard let name = attributes[at], let start = attributes[at + 3], let end = attributes[at + 4] else { continue }
      builder.attribute(
        id(name), UnsafeBufferPointer(start: start, count: end - start), unescapingAmpersand: true)
    }
  }

  mutating func endXML(_ name: UnsafePointer<xmlChar>) {
    guard !builder.open.isEmpty else {
      outerDepth -= 1
      return
    }
    builder.end(id(name))
    if subtrees != nil, builder.open.isEmpty, builder.failure == nil {
      finished.append(builder.takeContent())
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    builder.text(bytes, line: line)
    stopIfFailed()
  }

  /// Leaves the parser nothing more to read. For XML pieces end it soon enough.
  private func stopIfFailed() {
    guard builder.failure != nil, builder.syntax == .html, let input = context?.pointee.input else { return }
    input.pointee.cur = input.pointee.end
  }

  mutating func refuseEntity() { builder.fail(.entity(line: Int(line))) }

  mutating func issue(_ error: xmlError) {
    guard error.code != unknownTag else { return }
    if error.code == repeatedAttribute { countRepeatedAttribute() }
    builder.issue(
      MarkupIssue(
        code: Int(error.code), kind: MarkupIssue.Kind(code: Int(error.code)), line: Int(error.line),
        column: Int(error.int2), isFatal: error.level == XML_ERR_FATAL))
  }

  /// `<main>`, `<section>` and every other name of HTML 5 is unknown to libxml2, and no fault of the page.
  private var unknownTag: Int32 { 801 }
  private var repeatedAttribute: Int32 { 42 }

  /// libxml2 compares an attribute with all before it in the tag, and leaves out what repeats one of them: without
  /// a bound a single tag could take minutes. Here, between two attributes, it is safe to end its input.
  private mutating func countRepeatedAttribute() {
    repeatedAttributes += 1
    guard repeatedAttributes > 16 * builder.limits.attributesPerElement else { return }
    builder.exceed(.attributesPerElement, line: line)
    stopIfFailed()
  }

  /// Of a stream, only the subtrees that were asked for are built; around them the depth is counted.
  private mutating func isWanted(_ name: UnsafePointer<xmlChar>) -> Bool {
    guard let subtrees, builder.open.isEmpty else { return true }
    switch subtrees {
    case .named(let wanted): if xmlStrEqual(name, wanted) != 0 { return true }
    case .belowRoot: if outerDepth == 1 { return true }
    }
    outerDepth += 1
    if outerDepth > builder.limits.depth { builder.exceed(.depth, line: line) }
    return false
  }
}

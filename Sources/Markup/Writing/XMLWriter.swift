import CLibXML2

/// Writes XML, such as the report's SVG figures, through libxml2's writer, which escapes what it is given.
///
/// Names are part of the program and values are data: a value cannot become markup. A character that XML does not
/// allow becomes U+FFFD. Indented where no text stands; same calls, same bytes.
package struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var open: [StaticString] = []
  private var problem: XMLWriterError?

  package init() throws(XMLWriterError) {
    guard let buffer = xmlBufferCreate() else { throw .outOfMemory }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw .outOfMemory
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Opens an element; `close` closes it.
  package mutating func open(_ name: StaticString, _ attributes: [(StaticString, XMLValue)] = []) {
    check(xmlTextWriterStartElement(writer, name.utf8Start))
    open.append(name)
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Adds an attribute to the element that was opened last, before anything is put into it.
  package mutating func attribute(_ name: StaticString, _ value: XMLValue) {
    guard let text = value.text else { return fail(.notFinite("\(name)")) }
    check(xmlTextWriterWriteAttribute(writer, name.utf8Start, text.allowedInXML))
  }

  package mutating func text(_ text: String) { check(xmlTextWriterWriteString(writer, text.allowedInXML)) }

  /// An element with nothing but text in it, or nothing at all.
  package mutating func leaf(_ name: StaticString, _ attributes: [(StaticString, XMLValue)] = [], _ text: String = "") {
    open(name, attributes)
    if !text.isEmpty { self.text(text) }
    close()
  }

  package mutating func close() {
    guard open.popLast() != nil else { return fail(.nothingToClose) }
    check(xmlTextWriterEndElement(writer))
  }

  /// Opens an element, lets `body` fill it, and closes it.
  package mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, XMLValue)] = [], _ body: (inout XMLWriter) throws -> Void
  ) rethrows {
    open(name, attributes)
    try body(&self)
    close()
  }

  /// The document as written.
  /// - Throws: the first thing that went wrong since the beginning.
  package consuming func finish() throws(XMLWriterError) -> String {
    if let name = open.last { fail(.unclosed("\(name)")) }
    check(xmlTextWriterEndDocument(writer))
    if let problem { throw problem }
    let bytes = UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func check(_ result: Int32) { if result < 0 { fail(.refused) } }
  private mutating func fail(_ new: XMLWriterError) { if problem == nil { problem = new } }
}

package enum XMLWriterError: Error, Hashable, Sendable {
  case outOfMemory
  case nothingToClose
  case unclosed(String)
  /// A coordinate that is no number.
  case notFinite(String)
  /// libxml2 did not accept a call, such as an attribute after text.
  case refused
}

extension String {
  /// The text with everything that XML 1.0 does not allow replaced by U+FFFD.
  fileprivate var allowedInXML: String {
    guard unicodeScalars.contains(where: { !$0.isAllowedInXML }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isAllowedInXML ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

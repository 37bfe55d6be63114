import CLibXML2

/// Where libxml2's events go: the builder, and what is needed to turn C strings into its terms.
///
/// libxml2 holds a pointer to it for the time of one parse; see `PushParser`.
struct SAXEvents {
  var builder: TreeBuilder
  var context: xmlParserCtxtPtr?
  /// Of a stream: which subtrees are wanted, the depth around them, and those that are whole.
  var subtrees: Subtrees?
  var outerDepth = 0
  var finished: [TreeContent] = []
  /// How often an attribute was repeated in the start tag that is being parsed.
  var repeatedAttributes = 0
  private var cache = [(spelling: UInt, id: UInt16)](repeating: (0, 0), count: 256)

  enum Subtrees {
    case named([xmlChar])
    case belowRoot

    init(_ wanted: XMLElements.Wanted) {
      switch wanted {
      case .named(let name): self = .named(Array(name.utf8) + [0])
      case .belowRoot: self = .belowRoot
      }
    }
  }

  init(builder: TreeBuilder) { self.builder = builder }

  var line: Int32 { context?.pointee.input?.pointee.line ?? 0 }

  /// The number of a name. libxml2 keeps each name once, so its address is remembered instead of its letters.
  mutating func id(_ spelling: UnsafePointer<xmlChar>) -> UInt16 {
    let address = UInt(bitPattern: spelling)
    let slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 56) & 255
    if cache[slot].spelling == address { return cache[slot].id }
    let id = builder.intern(String(cString: spelling), line: line)
    cache[slot] = (address, id)
    return id
  }

  static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXEvents>? {
    userData?.assumingMemoryBound(to: SAXEvents.self)
  }
}

extension SAXEvents {
  static var htmlHandler: xmlSAXHandler {
    var handler = common
    handler.startElement = { userData, name, attributes in
      guard let events = SAXEvents.at(userData), let name else { return }
      events.pointee.startHTML(name, attributes)
    }
    handler.endElement = { userData, name in
      guard let events = SAXEvents.at(userData), let name else { return }
      events.pointee.builder.end(events.pointee.id(name))
    }
    handler.cdataBlock = { _, _, _ in }  // script and style: not text, whatever they hold
    return handler
  }

  static var xmlHandler: xmlSAXHandler {
    var handler = common
    handler.startElementNs = { userData, name, _, _, _, _, count, _, attributes in
      guard let events = SAXEvents.at(userData), let name else { return }
      events.pointee.startXML(name, attributes, count: Int(count))
    }
    handler.endElementNs = { userData, name, _, _ in
      guard let events = SAXEvents.at(userData), let name else { return }
      events.pointee.endXML(name)
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    // A reference that is not one of XML's own five, or a declaration that could make one: refused.
    handler.reference = { userData, _ in
      guard let events = SAXEvents.at(userData) else { return }
      events.pointee.refuseEntity()
    }
    handler.entityDecl = { userData, _, _, _, _, _ in
      guard let events = SAXEvents.at(userData) else { return }
      events.pointee.refuseEntity()
    }
    return handler
  }

  private static var common: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.characters = { userData, text, count in
      guard let events = SAXEvents.at(userData), let text else { return }
      events.pointee.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.serror = { userData, error in
      guard let events = SAXEvents.at(userData), let error = error?.pointee else { return }
      events.pointee.issue(error)
    }
    return handler
  }
}

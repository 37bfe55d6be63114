import CLibXML2

/// libxml2's push parser and the events it fills, for the time of one parse.
///
/// Both pointers are made and freed here and never handed on; a parser stays with the task that made it.
struct PushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let sink: UnsafeMutablePointer<SAXEvents>
  private let syntax: MarkupTree.Syntax

  /// libxml2 sets up its tables once, before the first parser of any thread.
  private static let libraryIsReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// - Parameter builder: taken over from an earlier parser when a page goes on after its end.
  init?(_ builder: TreeBuilder, subtrees: XMLElements.Wanted? = nil) {
    guard Self.libraryIsReady else { return nil }
    let isHTML = builder.syntax == .html
    let sink = UnsafeMutablePointer<SAXEvents>.allocate(capacity: 1)
    sink.initialize(to: SAXEvents(builder: builder))
    sink.pointee.subtrees = subtrees.map(SAXEvents.Subtrees.init)
    var handler = isHTML ? SAXEvents.htmlHandler : SAXEvents.xmlHandler
    let made =
      isHTML
      ? htmlCreatePushParserCtxt(&handler, sink, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      : xmlCreatePushParserCtxt(&handler, sink, nil, 0, nil)
    guard let made else {
      sink.deinitialize(count: 1)
      sink.deallocate()
      return nil
    }
    self.sink = sink
    syntax = builder.syntax
    context = made
    sink.pointee.context = made
    // The bytes are UTF-8 whatever the page declares; nothing is fetched; entities stay unreplaced; limits hold.
    if isHTML {
      // Without RECOVER a script would end at the first end tag of any name that it holds as text.
      let options = [HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC, HTML_PARSE_RECOVER].map { Int32($0.rawValue) }
      htmlCtxtUseOptions(context, options.reduce(0, |))
      xmlDictSetLimit(context.pointee.dict, Self.nameBytesAtMost)
    } else {
      xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    }
  }

  deinit {
    // What a DTD declares libxml2 puts into a document, which outlives the parser.
    if let declarations = context.pointee.myDoc {
      context.pointee.myDoc = nil
      xmlFreeDoc(declarations)
    }
    if syntax == .html { htmlFreeParserCtxt(context) } else { xmlFreeParserCtxt(context) }
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  var builder: TreeBuilder { sink.pointee.builder }
  var failure: TreeBuilder.Failure? { sink.pointee.builder.failure }
  var isWellFormed: Bool { context.pointee.wellFormed != 0 }

  /// Pushes bytes; stops short when something has failed.
  mutating func push(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let base = bytes.baseAddress else { return }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { chars in
      if syntax == .html {
        _ = htmlParseChunk(context, chars, Int32(bytes.count), 0)
      } else {
        _ = xmlParseChunk(context, chars, Int32(bytes.count), 0)
      }
    }
  }

  /// Says that the input has ended: what is held back is read, what is open is closed.
  mutating func end(insideTag: Bool = false) {
    guard failure == nil else { return }
    sink.pointee.builder.isAtEnd = true
    sink.pointee.builder.dropsStarts = insideTag
    if syntax == .html { _ = htmlParseChunk(context, nil, 0, 1) } else { _ = xmlParseChunk(context, nil, 0, 1) }
  }

  /// How many of the pushed bytes the parser has not used yet.
  var unusedCount: Int {
    guard let input = context.pointee.input, let at = input.pointee.cur, let end = input.pointee.end else { return 0 }
    return max(0, end - at)
  }

  /// The parser takes no more: libxml2's HTML parser stops after `</html>`.
  var hasStopped: Bool {
    context.pointee.instate == XML_PARSER_EOF || context.pointee.instate == XML_PARSER_EPILOG
  }

  /// The time for a start tag grows with the square of the different attributes in it. So libxml2 may keep no more
  /// bytes of names than this, and a page that needs more than a quarter, far beyond any real one, is refused.
  private static let nameBytesAtMost = 80_000

  var holdsTooManyNames: Bool { xmlDictGetUsage(context.pointee.dict) > Self.nameBytesAtMost * 2 / 7 }

  var line: Int32 { sink.pointee.line }

  /// Makes the parse fail, as if the tree had exceeded a limit.
  mutating func fail(_ limit: MarkupLimit) { sink.pointee.builder.exceed(limit, line: line) }

  mutating func takeBuilder() -> TreeBuilder { sink.pointee.builder }

  mutating func takeFinished() -> [TreeContent] {
    defer { sink.pointee.finished.removeAll(keepingCapacity: true) }
    return sink.pointee.finished
  }
}

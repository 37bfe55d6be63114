import Diagnostics

/// Reads pages and XML into trees. Functions only: two threads may read at once.
package enum MarkupParser {
  /// Reads a page, recovering from what is wrong with it; what was wrong is in the tree's `issues`.
  ///
  /// - Parameter path: where the page is from, for messages; nothing is opened.
  /// - Throws: `MarkupError` when a limit is exceeded or nothing could be read.
  package static func parseHTML(
    _ bytes: [UInt8], path: String, options: MarkupOptions = MarkupOptions()
  ) throws(MarkupError) -> MarkupTree {
    let source = try MarkupSource(bytes, syntax: .html, path: path, options: options)
    return try source.withText { text throws(MarkupError) in
      try HTMLPage(source: source, limits: options.limits).parse(text)
    }
  }

  /// Reads XML that is well-formed and needs no entities of its own.
  package static func parseXML(
    _ bytes: [UInt8], path: String, options: MarkupOptions = MarkupOptions()
  ) throws(MarkupError) -> MarkupTree {
    let source = try MarkupSource(bytes, syntax: .xml, path: path, options: options)
    return try source.withText { text throws(MarkupError) in
      guard var parser = PushParser(TreeBuilder(syntax: .xml, limits: options.limits)) else {
        throw .parserUnavailable(at: SourceLocation(path: path))
      }
      parser.pushPieces(text)
      parser.end()
      let builder = parser.takeBuilder()
      try builder.check(path: path)
      guard !builder.content.nodes.isEmpty, parser.isWellFormed else {
        throw .nothingRead(at: SourceLocation(path: path))
      }
      return MarkupTree(
        path: path, syntax: .xml, verdict: source.verdict, isTruncated: false, content: builder.content)
    }
  }
}

/// One page on its way through libxml2.
private struct HTMLPage {
  let source: MarkupSource
  let limits: MarkupLimits

  /// libxml2 stops after `</html>`, and at an end tag that nothing has opened. What comes then belongs to the page
  /// as well, as in a browser, and a new parser goes on with it; more often than this it is no page.
  private static let mostParsers = 64

  func parse(_ text: UnsafeBufferPointer<UInt8>) throws(MarkupError) -> MarkupTree {
    var builder = TreeBuilder(syntax: .html, limits: limits)
    var truncation = Truncation(text)
    var rest = text
    var parsers = 0
    while parsers == 0 || !rest.isBlank {
      parsers += 1
      guard parsers <= Self.mostParsers else {
        builder.exceed(.documents, line: 0)
        break
      }
      guard var parser = PushParser(builder) else { throw .parserUnavailable(at: SourceLocation(path: source.path)) }
      let used = parser.pushPieces(rest)
      if parser.hasStopped {
        rest = UnsafeBufferPointer(rebasing: rest[(used - parser.unusedCount)...])
        builder = parser.takeBuilder()
        builder.lineOffset += max(0, parser.line - 1)
      } else {
        truncation.inputEnds(unused: rest.suffix(parser.unusedCount), builder: parser.builder)
        parser.end()
        rest = UnsafeBufferPointer(rebasing: rest[rest.count...])
        builder = parser.takeBuilder()
      }
      try builder.check(path: source.path)
    }
    try builder.check(path: source.path)
    builder.finish()
    guard !builder.content.holdsNothing else { throw .nothingRead(at: SourceLocation(path: source.path)) }
    if source.nulCount > 0 { builder.issue(.nulBytes) }
    return MarkupTree(
      path: source.path, syntax: .html, verdict: source.verdict,
      isTruncated: truncation.isTruncated || source.verdict.endsInsideCharacter, content: builder.content)
  }
}

extension PushParser {
  /// Small pieces, so that a limit is noticed soon after it is exceeded. An ordinary page is one piece.
  private static var pieceSize: Int { 16 << 10 }

  /// Pushes all of the text, and watches what libxml2 holds back: a start tag that does not end is refused before
  /// it is parsed, since the time for one grows with the square of its attributes.
  /// - Returns: how many bytes were pushed.
  @discardableResult
  mutating func pushPieces(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var pushed = 0
    while pushed < text.count, failure == nil, !hasStopped {
      let piece = UnsafeBufferPointer(rebasing: text[pushed..<min(text.count, pushed + Self.pieceSize)])
      push(piece)
      pushed += piece.count
      checkUnfinishedTag(UnsafeBufferPointer(rebasing: text[(pushed - min(pushed, unusedCount))..<pushed]))
    }
    return pushed
  }

  private mutating func checkUnfinishedTag(_ unused: UnsafeBufferPointer<UInt8>) {
    guard unused.count > 1, unused[0] == UInt8(ascii: "<"), unused[1] | 0x20 >= UInt8(ascii: "a") else { return }
    let limits = builder.limits
    if unused.count > limits.attributeBytes + Self.pieceSize { return fail(.attributeBytes) }
    if unused.count > Self.pieceSize, unused.attributeCount > limits.attributesPerElement {
      fail(.attributesPerElement)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 <= 0x20 } }

  /// How many words stand outside quotes in a start tag: its attributes, a few too many at worst.
  fileprivate var attributeCount: Int {
    var words = 0
    var quote: UInt8?
    var wasSpace = false
    for byte in self {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else {
        let isSpace = byte <= 0x20 || byte == UInt8(ascii: "/")
        if wasSpace, !isSpace { words += 1 }
        wasSpace = isSpace
      }
    }
    return words
  }
}

extension TreeContent {
  /// No text and no element but those that the parser puts in by itself.
  fileprivate var holdsNothing: Bool {
    nodes.allSatisfy { $0.name == KnownName.html.rawValue || $0.name == KnownName.body.rawValue || isBlank($0) }
  }

  private func isBlank(_ node: Node) -> Bool {
    node.name == NameTable.text && buffer[Int(node.start)..<Int(node.start + node.count)].allSatisfy { $0 <= 0x20 }
  }
}

extension MarkupIssue {
  /// Number 9 is libxml2's own for a character that cannot be.
  fileprivate static let nulBytes = MarkupIssue(code: 9, kind: .character, line: 0, column: 0, isFatal: false)
}

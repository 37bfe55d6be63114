import Diagnostics

/// One page on its way through libxml2.
struct HTMLPage {
  let source: MarkupSource
  let options: MarkupOptions

  /// libxml2 stops after `</html>`, and at an end tag that nothing has opened. What comes then belongs to the page
  /// as well, as in a browser, and a new parser goes on with it; more often than this it is no page.
  private static let mostParsers = 64

  func parse(_ text: UnsafeBufferPointer<UInt8>) throws(MarkupError) -> MarkupTree {
    var builder = TreeBuilder(syntax: .html, limits: options.limits, byteCount: text.count)
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
      parser.push(rest)
      if parser.holdsTooManyNames { parser.fail(.names) }
      if parser.hasStopped {
        rest = UnsafeBufferPointer(rebasing: rest.suffix(parser.unusedCount))
        builder = parser.takeBuilder()
        builder.lineOffset += max(0, parser.line - 1)
      } else {
        truncation.inputEnds(unused: rest.suffix(parser.unusedCount), builder: parser.builder)
        parser.end(insideTag: truncation.isInsideTag)
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

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 <= 0x20 } }
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

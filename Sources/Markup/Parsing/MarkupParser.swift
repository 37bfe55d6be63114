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
      try HTMLPage(source: source, options: options).parse(text)
    }
  }

  /// Reads XML that is well-formed and needs no entities of its own.
  package static func parseXML(
    _ bytes: [UInt8], path: String, options: MarkupOptions = MarkupOptions()
  ) throws(MarkupError) -> MarkupTree {
    let source = try MarkupSource(bytes, syntax: .xml, path: path, options: options)
    return try source.withText { text throws(MarkupError) in
      guard var parser = PushParser(TreeBuilder(syntax: .xml, limits: options.limits, byteCount: text.count)) else {
        throw .parserUnavailable(at: SourceLocation(path: path))
      }
      parser.pushPieces(text, of: options.pieceSize)
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

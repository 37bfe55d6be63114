import Diagnostics
import Glibc

/// Reads XML of any length, and hands over one subtree after another; memory holds a piece of the file at a time.
package enum StreamingXML {
  private static let pieceSize = 64 << 10

  /// Calls `body` with the tree of every element of this name, in the order of the file. An element of the name
  /// inside another belongs to the outer one. What stands outside such elements is checked but not kept.
  ///
  /// The limits hold for each subtree; the file may have any length. Lines are those of the file.
  ///
  /// - Throws: `MarkupError` for a file that cannot be read or is not well-formed (subtrees before the fault have been
  ///   handed over by then); else what `body` throws, which ends the reading.
  package static func forEachElement(
    named name: String, in path: String, options: MarkupOptions = MarkupOptions(),
    _ body: (MarkupTree) throws -> Void
  ) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw MarkupError.unreadable(errno: errno, at: SourceLocation(path: path)) }
    defer { close(file) }

    var piece = [UInt8](repeating: 0, count: pieceSize)
    var count = try readPiece(file, &piece, path)
    var decoder = piece.withUnsafeBufferPointer {
      PieceDecoder(firstPiece: UnsafeBufferPointer(rebasing: $0[..<count]), options: options)
    }
    guard var parser = PushParser(TreeBuilder(syntax: .xml, limits: options.limits), subtreesNamed: name) else {
      throw MarkupError.parserUnavailable(at: SourceLocation(path: path))
    }

    func handOver(_ parser: inout PushParser) throws {
      for content in parser.takeFinished() {
        try body(
          MarkupTree(path: path, syntax: .xml, verdict: decoder.verdict, isTruncated: false, content: content))
      }
      try parser.builder.check(path: path)
    }

    while count > 0 {
      try piece.withUnsafeBufferPointer { bytes in
        try decoder.decode(UnsafeBufferPointer(rebasing: bytes[..<count]), path: path) {
          parser.pushPieces($0, of: options.pieceSize)
        }
      }
      try handOver(&parser)
      count = try readPiece(file, &piece, path)
    }
    guard decoder.isWhole else {
      throw MarkupError.undecodable(decoder.verdict.encoding, at: SourceLocation(path: path))
    }
    parser.end()
    try handOver(&parser)
    guard parser.isWellFormed else { throw MarkupError.nothingRead(at: SourceLocation(path: path)) }
  }

  /// - Returns: the number of bytes, 0 at the end of the file.
  private static func readPiece(_ file: Int32, _ piece: inout [UInt8], _ path: String) throws(MarkupError) -> Int {
    while true {
      let count = read(file, &piece, piece.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(errno: errno, at: SourceLocation(path: path)) }
    }
  }
}

/// Turns the pieces of a stream into UTF-8. What the first piece and the study say decides on the encoding.
private struct PieceDecoder {
  private(set) var verdict: EncodingVerdict
  private var transcoder: Transcoder
  private var mark: Int

  init(firstPiece: UnsafeBufferPointer<UInt8>, options: MarkupOptions) {
    let decision = EncodingVerdict.decide(firstPiece, syntax: .xml, options: options)
    verdict = decision.verdict
    if verdict.rule == .validUTF8 || verdict.rule == .fallback {
      verdict.encoding = .utf8  // XML that declares nothing is UTF-8, and what a later piece holds is not known yet
      verdict.rule = .validUTF8
    }
    verdict.endsInsideCharacter = false
    transcoder = Transcoder(verdict.encoding)
    mark = decision.mark
  }

  /// Nothing is left of a character that was cut between two pieces.
  var isWhole: Bool { !transcoder.isInsideCharacter }

  mutating func decode(
    _ piece: UnsafeBufferPointer<UInt8>, path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(MarkupError) {
    let bytes = UnsafeBufferPointer(rebasing: piece[min(mark, piece.count)...])
    mark = 0
    if verdict.encoding == .utf8 { return body(bytes) }  // libxml2 itself refuses what is not UTF-8
    var text: [UInt8] = []
    transcoder.append(bytes, to: &text)
    guard transcoder.replaced == 0 else { throw .undecodable(verdict.encoding, at: SourceLocation(path: path)) }
    text.withUnsafeBufferPointer(body)
  }
}

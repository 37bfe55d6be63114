import Diagnostics

/// Reads XML of any length, and hands over one subtree after another; memory holds a piece of the file at a time.
///
/// A wanted element inside another belongs to the outer one. What stands outside such elements is checked but not
/// kept. The limits hold for each subtree; the file may have any length. Lines are those of the file.
package final class XMLElements {
  /// Which elements are handed over.
  package enum Wanted: Hashable, Sendable {
    /// Those of a local name, wherever they stand.
    case named(String)
    /// The children of the document element, whatever their names.
    case belowRoot
  }

  package let path: String
  private let read: (inout [UInt8]) throws -> Int
  private let pieceSize: Int
  private var decoder: PieceDecoder
  private var parser: PushParser
  private var piece: [UInt8]
  /// Bytes of the piece that are still to be parsed.
  private var count: Int
  private var isAtEnd = false
  /// In the order of the file; handed over from `position` on.
  private var finished: [TreeContent] = []
  private var position = 0
  /// Found after the finished subtrees, so thrown after them.
  private var fault: (any Error)?

  private static let bytesAtOnce = 64 << 10

  /// - Parameters:
  ///   - path: the file's name, for messages.
  ///   - read: fills the buffer from its start and returns the number of bytes, 0 at the end of the file.
  /// - Throws: what `read` throws.
  package convenience init(
    named name: String, path: String, options: MarkupOptions = MarkupOptions(),
    from read: @escaping (inout [UInt8]) throws -> Int
  ) throws {
    try self.init(.named(name), path: path, options: options, from: read)
  }

  /// The same for any wanted elements.
  package init(
    _ wanted: Wanted, path: String, options: MarkupOptions = MarkupOptions(),
    from read: @escaping (inout [UInt8]) throws -> Int
  ) throws {
    var piece = [UInt8](repeating: 0, count: Self.bytesAtOnce)
    count = try read(&piece)
    decoder = piece.withUnsafeBufferPointer { [count] in
      PieceDecoder(firstPiece: UnsafeBufferPointer(rebasing: $0[..<count]), options: options)
    }
    let parser = PushParser(TreeBuilder(syntax: .xml, limits: options.limits), subtrees: wanted)
    guard let parser else { throw MarkupError.parserUnavailable(at: SourceLocation(path: path)) }
    self.parser = parser
    self.piece = piece
    self.path = path
    self.read = read
    pieceSize = options.pieceSize
  }

  /// The next element of the name; nil at the end.
  ///
  /// - Throws: `MarkupError` for a file that is not well-formed, once every subtree before the fault has been handed
  ///   over; what `read` throws.
  package func next() throws -> MarkupTree? {
    while position == finished.count {
      if let fault { throw fault }
      if isAtEnd { return nil }
      do {
        try parsePiece()
      } catch {
        fault = error
      }
      finished = parser.takeFinished()
      position = 0
    }
    defer { position += 1 }
    return MarkupTree(
      path: path, syntax: .xml, verdict: decoder.verdict, isTruncated: false, content: finished[position])
  }

  private func parsePiece() throws {
    if count == 0 { return try end() }
    try piece.withUnsafeBufferPointer { bytes in
      try decoder.decode(UnsafeBufferPointer(rebasing: bytes[..<count]), path: path) {
        parser.pushPieces($0, of: pieceSize)
      }
    }
    try parser.builder.check(path: path)
    count = try read(&piece)
  }

  private func end() throws {
    guard decoder.isWhole else {
      throw MarkupError.undecodable(decoder.verdict.encoding, at: SourceLocation(path: path))
    }
    parser.end()
    isAtEnd = true
    try parser.builder.check(path: path)
    guard parser.isWellFormed else { throw MarkupError.nothingRead(at: SourceLocation(path: path)) }
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

import Diagnostics
import Glibc

/// The bytes of a page as valid UTF-8 without byte order mark, and how they became so.
struct MarkupSource {
  let path: String
  let verdict: EncodingVerdict
  /// NUL bytes that were in an HTML page; each became a space.
  let nulCount: Int
  private let bytes: [UInt8]
  private let mark: Int

  init(_ bytes: [UInt8], syntax: MarkupTree.Syntax, path: String, options: MarkupOptions) throws(MarkupError) {
    let place = SourceLocation(path: path)
    guard bytes.count <= options.limits.bytes else {
      throw .exceeds(.bytes, allowed: options.limits.bytes, at: place)
    }
    var (verdict, mark, isReady) = bytes.withUnsafeBufferPointer {
      EncodingVerdict.decide($0, syntax: syntax, options: options)
    }
    var text = bytes
    if !isReady {
      var transcoder = Transcoder(verdict.encoding)
      text = []
      bytes.withUnsafeBufferPointer { transcoder.append(UnsafeBufferPointer(rebasing: $0[mark...]), to: &text) }
      transcoder.finish(&text)
      verdict.replaced = transcoder.replaced
      mark = 0
    }
    guard text.count <= options.limits.textBytes else {
      throw .exceeds(.bytes, allowed: options.limits.bytes, at: place)
    }
    // XML must be what it says it is; of a page as much is read as can be.
    if syntax == .xml, verdict.replaced > 0 || verdict.endsInsideCharacter {
      throw .undecodable(verdict.encoding, at: place)
    }
    nulCount = syntax == .html && text.holdsNUL ? text.replaceNULs() : 0
    self.path = path
    self.verdict = verdict
    self.bytes = text
    self.mark = mark
  }

  func withText<T>(_ body: (UnsafeBufferPointer<UInt8>) throws(MarkupError) -> T) throws(MarkupError) -> T {
    try bytes.withUnsafeBufferPointer { all throws(MarkupError) in
      try body(UnsafeBufferPointer(rebasing: all[mark...]))
    }
  }
}

extension [UInt8] {
  fileprivate var holdsNUL: Bool {
    withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
  }

  fileprivate mutating func replaceNULs() -> Int {
    var count = 0
    for index in indices where self[index] == 0 {
      self[index] = 0x20
      count += 1
    }
    return count
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole lines of an NDJSON file, to be decoded on any core.
package struct NDJSONChunk: Sendable {
  /// The lines, each with its newline.
  package let bytes: [UInt8]
  /// The number of the first line in the file, from 1.
  package let firstLine: Int
  /// The number of lines.
  package let count: Int

  package init(bytes: [UInt8], firstLine: Int, count: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.count = count
  }

  /// Hands over each line without its newline, with its number in the file.
  func forEachLine<Failure: Error>(
    _ body: (UnsafeRawBufferPointer, Int) throws(Failure) -> Void
  ) throws(Failure) {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      var line = firstLine
      var rest = UnsafeRawBufferPointer(buffer)
      while let end = rest.firstNewline {
        try body(UnsafeRawBufferPointer(rebasing: rest[..<end]), line)
        rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
        line += 1
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first newline. `memchr` is seven times as fast as `firstIndex(of:)`.
  var firstNewline: Int? {
    guard let baseAddress, let found = memchr(baseAddress, 10, count) else { return nil }
    return UnsafeRawPointer(found) - baseAddress
  }
}

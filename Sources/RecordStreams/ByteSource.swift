import Diagnostics

func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

/// Bytes one by one, from a file or from memory.
struct ByteSource {
  private let file: InputFile?
  private var buffer: [UInt8]
  private var position = 0
  private var end: Int

  init(file: InputFile) {
    self.file = file
    buffer = [UInt8](repeating: 0, count: 1 << 18)
    end = 0
  }

  init(bytes: [UInt8]) {
    file = nil
    buffer = bytes
    end = bytes.count
  }

  /// The next byte, which stays; `nil` at the end.
  mutating func peek() throws(StageFailure) -> UInt8? {
    if position == end {
      guard let file else { return nil }
      position = 0
      end = 0
      end = try file.read(into: &buffer, from: 0)
      if end == 0 { return nil }
    }
    return buffer[position]
  }

  mutating func skip() { position += 1 }

  /// The bytes at hand up to the first that ends a run; empty if the next one does or nothing is left.
  mutating func run(until ends: (UInt8) -> Bool) throws(StageFailure) -> ArraySlice<UInt8> {
    guard try peek() != nil else { return [] }
    let start = position
    while position < end, !ends(buffer[position]) { position += 1 }
    return buffer[start..<position]
  }

  /// The next `count` bytes; fewer at the end.
  mutating func take(_ count: Int) throws(StageFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count, try peek() != nil {
      let piece = buffer[position..<min(end, position + count - bytes.count)]
      bytes.append(contentsOf: piece)
      position += piece.count
    }
    return bytes
  }

  /// Up to `count` of the next bytes, which stay. To be asked before any other byte is taken.
  mutating func prefix(_ count: Int) throws(StageFailure) -> ArraySlice<UInt8> {
    if let file {
      while end < min(count, buffer.count) {
        let got = try file.read(into: &buffer, from: end)
        if got == 0 { break }
        end += got
      }
    }
    return buffer[..<min(count, end)]
  }
}

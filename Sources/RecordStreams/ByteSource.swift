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
  /// Where reading may have to begin anew: the bytes from here on are kept.
  private var mark: Int?

  init(file: InputFile) {
    self.file = file
    buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    end = 0
  }

  private static let pieceSize = 1 << 18

  init(bytes: [UInt8]) {
    file = nil
    buffer = bytes
    end = bytes.count
  }

  /// The next byte, which stays; `nil` at the end.
  mutating func peek() throws(StageFailure) -> UInt8? {
    if position == end {
      guard let file else { return nil }
      keepMarked()
      let got = try file.read(into: &buffer, from: end)
      end += got
      if got == 0 { return nil }
    }
    return buffer[position]
  }

  mutating func skip() { position += 1 }

  /// Keeps the bytes from here on, so that they can be read once more.
  mutating func setMark() { mark = position }
  mutating func dropMark() { mark = nil }

  /// Goes back to the mark, if there is one.
  mutating func returnToMark() {
    if let mark { position = mark }
    mark = nil
  }

  /// Bytes since the mark.
  var countSinceMark: Int { mark.map { position - $0 } ?? 0 }

  /// Makes room for more of the file, behind what is marked.
  private mutating func keepMarked() {
    guard let mark else {
      position = 0
      end = 0
      return
    }
    buffer.removeSubrange(..<mark)
    buffer += [UInt8](repeating: 0, count: mark > 0 ? mark : Self.pieceSize)
    position -= mark
    end -= mark
    self.mark = 0
  }

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

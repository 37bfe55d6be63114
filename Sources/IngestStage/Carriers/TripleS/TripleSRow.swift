import RecordStreams

/// One record of the data as it stands there.
struct TripleSRow: TableRow {
  enum Content: Sendable {
    case cells([String])
    /// UTF-8, with the unit in which its positions count.
    case text(ArraySlice<UInt8>, TripleSLines.Unit)
  }

  let line: Int
  let content: Content
  var fault: CSVFault?
  /// The file ended inside it.
  var isCutOff = false

  /// What stands at a position; nil where the record ends before it, or inside it when the record was cut off.
  func fields(at positions: [ClosedRange<Int>]) -> [String?] {
    switch content {
    case .cells(let cells):
      return positions.map { $0.lowerBound <= cells.count ? cells[$0.lowerBound - 1] : nil }
    case .text(let bytes, .bytes):
      return positions.map { position in
        part(position, of: bytes.count).map { range in
          String(
            decoding: bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound], as: UTF8.self)
        }
      }
    case .text(let bytes, .characters):
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      return positions.map { position in
        part(position, of: scalars.count).map { range in
          var text = ""
          text.unicodeScalars.append(contentsOf: scalars[range])
          return text
        }
      }
    }
  }

  /// Blanks at the end of a line may be left out.
  private func part(_ position: ClosedRange<Int>, of count: Int) -> Range<Int>? {
    guard position.upperBound > count else { return position.lowerBound - 1..<position.upperBound }
    if isCutOff { return nil }
    let start = min(position.lowerBound - 1, count)
    return start..<count
  }
}

/// The lines of fixed-width data, as slices of the file.
///
/// A position counts characters. UTF-8 data in which all lines are equally long in bytes, but not in characters, was
/// written by a program that counted bytes, and is read so.
struct TripleSLines {
  enum Unit: Sendable { case characters, bytes }

  let unit: Unit
  private let bytes: [UInt8]
  private var position = 0
  private var line = 0
  private let length: Int

  /// - Parameter length: how long the structure says a record is.
  init(_ bytes: [UInt8], length: Int) {
    self.bytes = bytes
    self.length = length
    unit = Self.unit(of: bytes)
  }

  mutating func next() -> TripleSRow? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      var text = bytes[position..<end]
      position = end + 1
      line += 1
      if text.last == 0x0D { text.removeLast() }
      guard text.contains(where: { $0 != 0x20 && $0 != 0x1A && $0 != 0x0D }) else { continue }
      let count = unit == .bytes ? text.count : text.characterCount
      return TripleSRow(
        line: line, content: .text(text, unit == .bytes || text.count == count ? .bytes : .characters),
        isCutOff: end == bytes.count && count < length)
    }
    return nil
  }

  private static func unit(of bytes: [UInt8]) -> Unit {
    var bytesSeen: Set<Int> = []
    var charactersSeen: Set<Int> = []
    for line in bytes.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      bytesSeen.insert(line.count)
      charactersSeen.insert(line.characterCount)
      if bytesSeen.count > 1 { return .characters }
    }
    return charactersSeen.count > 1 ? .bytes : .characters
  }
}

extension ArraySlice<UInt8> {
  /// Characters of valid UTF-8: the bytes that begin one.
  fileprivate var characterCount: Int { count { $0 & 0xC0 != 0x80 } }
}

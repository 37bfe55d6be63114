/// Turns bytes of a known encoding into UTF-8, piece by piece: a character may be cut between two pieces.
struct Transcoder {
  let encoding: TextEncoding
  /// Sequences that were no text and became U+FFFD.
  private(set) var replaced = 0
  /// Bytes of a character whose end has not come yet.
  private var pending: [UInt8] = []

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  var isInsideCharacter: Bool { !pending.isEmpty }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count + bytes.count / 8)
    switch encoding {
    case .windows1252: appendSingleBytes(bytes, table: Self.windows1252, to: &output)
    case .latin9: appendSingleBytes(bytes, table: Self.latin9, to: &output)
    case .utf8: appendPieces(bytes, to: &output) { $0.utf8Tail }
    case .utf16LittleEndian, .utf16BigEndian: appendPieces(bytes, to: &output) { [encoding] in $0.utf16Tail(encoding) }
    }
  }

  /// What is left when the input has ended is a character without its end.
  mutating func finish(_ output: inout [UInt8]) {
    guard !pending.isEmpty else { return }
    pending = []
    replaced += 1
    output.append(contentsOf: "\u{FFFD}".utf8)
  }

  private func appendSingleBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, table: [UInt16], to output: inout [UInt8]
  ) {
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else {
        let code = table[Int(byte) - 0x80]
        if code >= 0x800 { output.append(UInt8(0xE0 | code >> 12)) }
        output.append(code >= 0x800 ? UInt8(0x80 | code >> 6 & 0x3F) : UInt8(0xC0 | code >> 6))
        output.append(UInt8(0x80 | code & 0x3F))
      }
    }
  }

  /// Decodes what is whole, and keeps the unfinished end for the next piece.
  private mutating func appendPieces(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], tail: (ArraySlice<UInt8>) -> Int
  ) {
    let all = pending + bytes
    let whole = all.count - tail(all[...])
    pending = Array(all[whole...])
    if encoding == .utf8 {
      decode(all[..<whole], as: UTF8.self, to: &output)
    } else {
      let high = encoding == .utf16BigEndian ? 0 : 1
      let units = stride(from: 0, to: whole - 1, by: 2).map { UInt16(all[$0 + high]) << 8 | UInt16(all[$0 + 1 - high]) }
      decode(units, as: UTF16.self, to: &output)
    }
  }

  private mutating func decode<C: UnicodeCodec>(
    _ units: some Sequence<C.CodeUnit>, as codec: C.Type, to output: inout [UInt8]
  ) {
    var faults = 0
    var iterator = units.makeIterator()
    var decoder = C()
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): output.append(contentsOf: Character(scalar).utf8)
      case .error:
        faults += 1
        output.append(contentsOf: "\u{FFFD}".utf8)
      case .emptyInput: break loop
      }
    }
    replaced += faults
  }

  /// The characters 0x80 to 0x9F of windows-1252 (the five that it leaves out stay control characters, as in the
  /// Encoding Standard); from 0xA0 on it is Unicode's own order.
  static let windows1252: [UInt16] =
    [
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
      0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0x009D, 0x017E, 0x0178,
    ] + Array(0xA0...0xFF)

  /// ISO-8859-15: Latin-1 but for the euro sign and seven letters.
  static let latin9: [UInt16] = (0x80...0xFF).map { (byte: UInt16) in
    switch byte {
    case 0xA4: 0x20AC
    case 0xA6: 0x0160
    case 0xA8: 0x0161
    case 0xB4: 0x017D
    case 0xB8: 0x017E
    case 0xBC: 0x0152
    case 0xBD: 0x0153
    case 0xBE: 0x0178
    default: byte
    }
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes at the end begin a character of UTF-8 that is not finished.
  fileprivate var utf8Tail: Int {
    for length in 1...3 where length <= count {
      let byte = self[endIndex - length]
      if byte & 0xC0 == 0x80 { continue }
      let wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return wanted > length ? length : 0
    }
    return 0
  }

  /// How many bytes at the end are half a unit of UTF-16, or a first surrogate without its second.
  fileprivate func utf16Tail(_ encoding: TextEncoding) -> Int {
    let odd = count % 2
    guard count >= 2 + odd else { return odd }
    let high = self[endIndex - odd - (encoding == .utf16BigEndian ? 2 : 1)]
    return high & 0xFC == 0xD8 ? 2 + odd : odd
  }
}

extension JSONReader {
  package mutating func readString() throws(JSONError) -> String {
    skipWhiteSpace()
    guard byte == UInt8(ascii: "\"") else { throw mismatch(expected: .string) }
    position += 1
    let start = position
    skipPlainText()
    guard byte == UInt8(ascii: "\"") else { return try readEscapedString(from: start) }
    guard let text = String(validUTF8: UnsafeRawBufferPointer(rebasing: bytes[start..<position])) else {
      throw JSONError(.invalidUTF8, at: start)
    }
    position += 1
    return text
  }

  /// Moves to the next quotation mark, backslash or control character, eight bytes at a time.
  private mutating func skipPlainText() {
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let found = zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C) | controls(word)
      if found != 0 {
        position += found.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      position += 1
    }
  }

  /// Reads on from the first byte that is not plain text.
  private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    var plainStart = start
    while true {
      text.append(contentsOf: bytes[plainStart..<position])
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw JSONError(.invalidUTF8, at: start) }
        position += 1
        return string
      case UInt8(ascii: "\\"):
        try readEscape(into: &text)
      default:
        throw error(position < bytes.count ? .controlCharacter : .endsTooSoon)
      }
      plainStart = position
      skipPlainText()
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    let letter = byte
    guard position < bytes.count else { throw error(.endsTooSoon) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try readScalar(from: start)).utf8)
    default: throw JSONError(.invalidEscape, at: start)
    }
  }

  /// The character of `\uXXXX`, or of two such that are a surrogate pair.
  private mutating func readScalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try readHexadecimal(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, byte == UInt8(ascii: "\\") else { throw JSONError(.loneSurrogate, at: start) }
    position += 1
    guard byte == UInt8(ascii: "u") else { throw JSONError(.loneSurrogate, at: start) }
    position += 1
    let low = try readHexadecimal(from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00))
    else { throw JSONError(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func readHexadecimal(from start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw error(.endsTooSoon) }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(.invalidEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}

extension String {
  /// `nil` unless the bytes are UTF-8.
  fileprivate init?(validUTF8 bytes: UnsafeRawBufferPointer) {
    guard let text = try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span) else { return nil }
    self.init(copying: text)
  }
}

/// The high bit of every byte that is 0 (and perhaps of bytes above the first such one).
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

/// The high bit of every byte below 0x20 (and perhaps of bytes above the first such one).
private func controls(_ word: UInt64) -> UInt64 {
  (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
}

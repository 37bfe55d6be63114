/// Whether bytes are UTF-8, strictly: no overlong form, no surrogate, nothing above U+10FFFF.
struct UTF8Check {
  private(set) var isValid = true
  private(set) var hasNonASCII = false
  /// All is right but for a last character that lacks its end: a page cut off in the middle of an `å`.
  private(set) var endsInsideCharacter = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = bytes.endOfASCII(from: 0)
    while at < bytes.count {
      hasNonASCII = true
      let (length, isWhole) = bytes.character(at: at)
      guard isWhole else {
        endsInsideCharacter = length > 0 && at + length == bytes.count
        isValid = endsInsideCharacter
        return
      }
      at = bytes.endOfASCII(from: at + length)
    }
  }

  /// Characters of two and more bytes that are right outnumber the byte sequences that are not.
  func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var balance = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      balance += scalar == "\u{FFFD}" ? -1 : 1
    }
    return balance > 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the next byte that is not ASCII; eight bytes at a time.
  fileprivate func endOfASCII(from start: Int) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(self)
    while at + 8 <= count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
      at += 8
    }
    while at < count, self[at] < 0x80 { at += 1 }
    return at
  }

  /// How many bytes from here on belong to one character, and whether it is all there. The bounds of the second
  /// byte are those of the Unicode Standard, table 3-7.
  fileprivate func character(at place: Int) -> (length: Int, isWhole: Bool) {
    let first = self[place]
    let wanted: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: wanted = 2
    case 0xE0: (wanted, second) = (3, 0xA0...0xBF)
    case 0xED: (wanted, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: wanted = 3
    case 0xF0: (wanted, second) = (4, 0x90...0xBF)
    case 0xF4: (wanted, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: wanted = 4
    default: return (0, false)
    }
    for offset in 1..<wanted {
      guard place + offset < count else { return (offset, false) }
      let bounds = offset == 1 ? second : 0x80...0xBF
      guard bounds.contains(self[place + offset]) else { return (0, false) }
    }
    return (wanted, true)
  }
}

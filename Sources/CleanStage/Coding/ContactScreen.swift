/// Keeps what could reach a person out of files that people read. Ingest has already taken contact data out of every
/// answer; this is the second lock on the door, and it rather keeps too much than too little.
enum ContactScreen {
  /// An address, a web address, or so many digits that they can be a telephone number or a personal identity number.
  static func finds(in text: String) -> Bool {
    guard text.utf8.contains(where: \.canBeContact) else { return false }
    if holdsAddress(text) { return true }
    guard text.utf8.contains(where: \.canBeNumber) else { return false }
    var digits = 0
    for character in text {
      if character.isNumber {
        digits += 1
        if digits >= 6 { return true }
      } else if !" -–+()/.".contains(character) && !character.isWhitespace {
        digits = 0
      }
    }
    return false
  }

  /// `@`, `://` or `www.`.
  private static func holdsAddress(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { place in
        switch bytes[place] {
        case UInt8(ascii: "@"): true
        case UInt8(ascii: ":"): bytes[place...].starts(with: "://".utf8)
        case UInt8(ascii: "."): bytes[..<place].suffix(3).map { $0 | 0x20 } == Array("www".utf8)
        default: false
        }
      }
    }
  }
}

extension UInt8 {
  /// A digit, `@`, `:`, `.`, or the first byte of anything beyond Latin letters.
  fileprivate var canBeContact: Bool { canBeNumber || self == 0x40 || self == 0x3A || self == 0x2E }

  /// A digit, or the first byte of anything beyond Latin letters.
  fileprivate var canBeNumber: Bool { (0x30...0x39).contains(self) || self == 0xC2 || self >= 0xC4 }
}

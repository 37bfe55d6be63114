/// The words of a text in ASCII and Latin-1, found byte by byte: what nearly every title is written in.
///
/// They are those that `OccupationTitle` finds character by character: joints (`:-/&+'`) hold a word together and are
/// left out, a number with a colon after it (`1:e`) is none, and accents other than å, ä, ö are dropped.
enum LatinWords {
  /// - Parameter text: in lower case.
  /// - Returns: nil for a text with other letters or signs in it.
  static func of(_ text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    // Nothing but digits has been read of the piece so far; a colon now makes it an ordinal.
    var (isNumber, isOrdinal) = (true, false)
    func endWord() {
      if !word.isEmpty, !isOrdinal { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      (isNumber, isOrdinal) = (true, false)
    }
    var isSecondByte = false
    for byte in text.utf8 {
      if isSecondByte {
        isSecondByte = false
        guard let letter = letters[Int(byte & 0x3F)] else { return nil }
        word += letter
        isNumber = false
        continue
      }
      switch byte {
      case 0x61...0x7A:
        word.append(byte)
        isNumber = false
      case 0x30...0x39: word.append(byte)
      case 0xC3: isSecondByte = true
      case UInt8(ascii: ":"): if isNumber { isOrdinal = true }
      case _ where byte >= 0x80: return nil
      case _ where joints.contains(byte): isNumber = false
      default: endWord()
      }
    }
    endWord()
    return words
  }

  private static let joints = Array("-/&+'".utf8)

  /// The letters U+00C0 to U+00FF without their accents, as UTF-8; nil for what is no letter.
  private static let letters: [[UInt8]?] = (UInt8(0xC0)...0xFF).map { code in
    let character = Character(Unicode.Scalar(code))
    return character.isLetter ? Array(String(OccupationTitle.withoutAccent(character)).utf8) : nil
  }
}

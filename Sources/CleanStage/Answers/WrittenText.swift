/// A text as a respondent wrote it, made comparable: lower case, one blank for any white space, one kind of dash and
/// of apostrophe, and nothing that cannot be seen. Letters keep their accents.
///
/// No more than the first characters of a very long text are looked at: it is no answer, no code and no key, and what
/// is left of it is none either.
struct WrittenText: Hashable {
  static let longest = 8_000

  let text: String

  init(_ written: some StringProtocol) {
    if let plain = Self.plain(written.utf8) {
      text = plain
      return
    }
    var characters: [Character] = []
    for character in written.prefix(Self.longest).lowercased() {
      switch character {
      case _ where character.isWhitespace:
        if characters.last != " " { characters.append(" ") }
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}",
        "\u{FF0D}":
        characters.append("-")
      case "\u{2018}", "\u{2019}", "\u{02BC}", "´", "`": characters.append("'")
      case _ where character.isInvisible: continue
      default: characters.append(character)
      }
    }
    if characters.first == " " { characters.removeFirst() }
    if characters.last == " " { characters.removeLast() }
    text = String(characters)
  }

  var isEmpty: Bool { text.isEmpty }

  /// In lower case, when nothing but the case is to be changed: printable ASCII and the letters of Latin-1, one blank at
  /// a time between two words.
  private static func plain(_ bytes: some Collection<UInt8>) -> String? {
    let count = bytes.count
    guard count <= longest else { return nil }
    var isPlain = true
    let text = String(unsafeUninitializedCapacity: count) { lower in
      var last: UInt8 = 0x20
      var length = 0
      for byte in bytes {
        guard isPlain else { break }
        switch (last, byte) {
        case (0xC3, 0x80...0x9E) where byte != 0x97: lower[length] = byte + 0x20
        case (0xC3, _): lower[length] = byte
        case (_, 0x41...0x5A): lower[length] = byte + 0x20
        case (_, 0x21..<0x7F) where byte != 0x60, (_, 0xC3): lower[length] = byte
        case (_, 0x20) where last != 0x20: lower[length] = byte
        default: isPlain = false
        }
        length += 1
        last = byte
      }
      isPlain = isPlain && last != 0x20
      return isPlain ? length : 0
    }
    return isPlain ? text : nil
  }

  private static let marks = " .,;:!?\"'()[]-"
  private static let markBytes = Array(marks.utf8)

  /// The same for a text that begins, after its marks, with ASCII or Latin-1; nil for others.
  private static func bareBytes(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = text.drop(while: markBytes.contains)
    guard let first = rest.first, first < 0x80 || first == 0xC3 else { return rest.isEmpty ? [] : nil }
    while let last = rest.last, markBytes.contains(last) { rest.removeLast() }
    let isNegative = (0x30...0x39).contains(first) && text[..<rest.startIndex].last == UInt8(ascii: "-")
    return isNegative ? text[(rest.startIndex - 1)..<rest.endIndex] : rest
  }

  /// Without marks and brackets around it: `(vet ej!)` is `vet ej`. Empty when there is nothing else. The sign of a
  /// number stays: `-9` is not 9.
  var bare: String {
    if let first = text.utf8.first, let last = text.utf8.last, first.isLetterOrDigit, last.isLetterOrDigit {
      return text
    }
    if let range = Self.bareBytes(text.utf8.map { $0 }) { return String(decoding: range, as: UTF8.self) }
    func isMark(_ character: Character) -> Bool { Self.marks.contains(character) }
    var rest = text.drop(while: isMark)
    if rest.first?.isNumber == true, text[..<rest.startIndex].last == "-" {
      rest = text[text.index(before: rest.startIndex)...]
    }
    return String(rest.reversed().drop(while: isMark).reversed())
  }
}

extension Character {
  /// Controls, and what only tells a program how to set or break the text: soft hyphen, zero-width characters, marks
  /// of direction.
  var isInvisible: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
    }
  }
}

extension UInt8 {
  /// In lower-case ASCII.
  fileprivate var isLetterOrDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self) }
}

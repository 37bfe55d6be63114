import Foundation

/// Looks for contact data in what programs have written, however it is spelt.
enum ContactScanner {
  /// The parts of the text that stay when all that separates and disguises is taken away: letters and digits, of one
  /// width and one case.
  static func bare(_ text: String) -> String {
    var plain = ""
    plain.unicodeScalars.append(
      contentsOf: withoutReferences(text).precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        .filter { $0.properties.isAlphabetic || $0.properties.numericType == .decimal })
    return String(
      plain.map { character in
        character.isASCII ? character : character.wholeNumberValue.map { Character("\($0)") } ?? character
      })
  }

  /// `&#64;`, `&#x40;` and `\u0040` as the characters that they stand for.
  private static func withoutReferences(_ text: String) -> String {
    guard text.contains("&#") || text.contains("\\u") else { return text }
    return text.replacing(/&#(x?)([0-9a-fA-F]{1,6});?|\\u([0-9a-fA-F]{4})/) { match in
      let isHexadecimal = match.1.map { !$0.isEmpty } ?? true
      let digits = match.2 ?? match.3 ?? ""
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }

  /// What looks like an e-mail address, a telephone number or a personal identity number, whoever's it is.
  ///
  /// - Parameter keys: those of the frame, which look like telephone numbers and are none.
  static func patterns(in bytes: [UInt8], keys: Set<String>) -> [String] {
    var found: [String] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "@"), isWord(bytes, place - 1), isWord(bytes, place + 1) {
        found.append("an e-mail address at byte \(place)")
      }
      guard isDigit(bytes, place), !isInsideNumber(bytes, place) else {
        place += 1
        continue
      }
      var end = place
      var digits: [UInt8] = []
      while isDigit(bytes, end) || isSeparator(bytes, end) && isDigit(bytes, end + 1) {
        if isDigit(bytes, end) { digits.append(bytes[end] - 0x30) }
        end += 1
      }
      guard !isInsideHash(bytes, place) else {
        place = end
        continue
      }
      let written = String(decoding: bytes[place..<end], as: UTF8.self)
      if bytes[place] == 0x30, digits.count > 1, digits[1] != 0, (8...11).contains(digits.count),
        !keys.contains(written)
      {
        found.append("a telephone number at byte \(place)")
      }
      if isPersonal(digits) { found.append("a personal identity number at byte \(place)") }
      place = end
    }
    return found
  }

  private static func isDigit(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
  }

  private static func isWord(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes.indices.contains(place)
      && (isDigit(bytes, place) || (0x61...0x7A).contains(bytes[place] | 0x20) || bytes[place] >= 0x80)
  }

  private static func isSeparator(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes.indices.contains(place) && (bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: " "))
  }

  /// A digest begins with whatever digits it has: 64 of them, a to f among them, and nothing else.
  private static func isInsideHash(_ bytes: [UInt8], _ place: Int) -> Bool {
    func isHexadecimal(_ place: Int) -> Bool {
      isDigit(bytes, place) || bytes.indices.contains(place) && (0x61...0x66).contains(bytes[place])
    }
    var (start, end) = (place, place)
    while isHexadecimal(start - 1), place - start < 64 { start -= 1 }
    while isHexadecimal(end), end - start <= 64 { end += 1 }
    return end - start == 64 && !isWord(bytes, start - 1) && !isWord(bytes, end)
      && bytes[start..<end].contains { !(0x30...0x39).contains($0) }
  }

  /// Decimals, the digits of a hash, a part of a name.
  private static func isInsideNumber(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = bytes[place - 1]
    return isWord(bytes, place - 1) || before == UInt8(ascii: "_")
      || [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-")].contains(before) && isDigit(bytes, place - 2)
  }

  private static func isPersonal(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10 || digits.count == 12 && (digits.starts(with: [1, 9]) || digits.starts(with: [2, 0]))
    else { return false }
    let short = Array(digits.suffix(10))
    let (month, day) = (short[2] * 10 + short[3], short[4] * 10 + short[5])
    guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
    let sum = short.enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset.isMultiple(of: 2) ? 2 * Int(digit.element) : Int(digit.element)
      return sum + doubled / 10 + doubled % 10
    }
    return sum.isMultiple(of: 10)
  }
}

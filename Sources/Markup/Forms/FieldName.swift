/// The name of a form field, taken apart: `yrke[1].antal` is field `antal` of row 1 of `yrke`.
///
/// The same field is written `yrke[1].antal`, `yrke[1][antal]`, `yrke_1_antal` or `yrke.1.antal`, as the program that
/// made the form would have it; all of them have the pattern `yrke[].antal` and the rows `[1]`. A name that ends in
/// `[]` or holds `[]` has a row without a number, to be counted on the page.
package struct FieldName: Hashable, Sendable {
  /// The name with every row number left out of its brackets.
  package let pattern: String
  /// The row numbers in order; `nil` where the brackets are empty.
  package let rows: [Int?]

  package init(_ name: String) {
    var pattern = ""
    var rows: [Int?] = []
    for part in Self.parts(of: name) {
      if part.isEmpty || part.allSatisfy({ $0.isASCII && $0.isNumber }), !pattern.isEmpty {
        rows.append(Int(part))
        pattern += "[]"
      } else {
        if !pattern.isEmpty { pattern += "." }
        pattern += part
      }
    }
    self.pattern = pattern
    self.rows = rows
  }

  /// What stands before the first row: `yrke`.
  package var base: String { pattern.prefix { $0 != "[" }.description }
  /// The first row.
  package var row: Int? { rows.first ?? nil }
  /// What stands after the last row: `antal`; empty if nothing does.
  package var field: String {
    guard let close = pattern.lastIndex(of: "]") else { return pattern }
    return String(pattern[pattern.index(after: close)...].drop { $0 == "." })
  }

  /// Words between brackets and dots; an underscore parts only a number from its neighbours, as in `yrke_1_antal`.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isAfterBracket = false
    func close(_ isBracket: Bool) {
      if !part.isEmpty || isBracket { parts.append(part) }
      part = ""
    }
    for character in name {
      switch character {
      case "[":
        close(false)
        isAfterBracket = false
      case "]":
        close(true)
        isAfterBracket = true
      case ".":
        if !isAfterBracket || !part.isEmpty { close(false) }
        isAfterBracket = false
      default:
        part.append(character)
        isAfterBracket = false
      }
    }
    close(false)
    return parts.flatMap(underscored)
  }

  /// `yrke_1_antal` is `yrke`, `1`, `antal`; `antal_idag` and `q7_2` are one word and a word with a row.
  private static func underscored(_ part: String) -> [String] {
    let words = part.split(separator: "_", omittingEmptySubsequences: false)
    guard words.count > 1 else { return [part] }
    var found: [String] = []
    var current = String(words[0])
    for word in words.dropFirst() {
      if !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isNumber }) {
        found += [current, String(word)].filter { !$0.isEmpty }
        current = ""
      } else {
        current += (current.isEmpty && !found.isEmpty ? "" : "_") + word
      }
    }
    return current.isEmpty ? found : found + [current]
  }
}

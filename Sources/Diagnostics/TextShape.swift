/// What may be said of a text that somebody wrote: its kind and its length, and nothing of what it says.
package struct TextShape: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case empty, whiteSpace, wholeNumber, decimalNumber, textWithNumber, textWithoutNumber
  }

  package let kind: Kind
  /// In characters as a reader counts them.
  package let length: Int

  package init(_ text: some StringProtocol) {
    length = text.count
    let trimmed = text.drop(while: \.isWhitespace)
    let hasDigit = trimmed.contains(where: \.isNumber)
    kind =
      if text.isEmpty {
        .empty
      } else if trimmed.isEmpty {
        .whiteSpace
      } else if !hasDigit {
        .textWithoutNumber
      } else {
        Self.numberKind(trimmed)
      }
  }

  /// Digits in groups, with one decimal sign at most, a sign before them and spaces around them.
  private static func numberKind(_ text: some StringProtocol) -> Kind {
    var decimalSigns = 0
    for (i, character) in text.enumerated() {
      switch character {
      case "0"..."9": continue
      case ",", ".": decimalSigns += 1
      case "+", "-", "\u{2212}": if i > 0 { return .textWithNumber }
      default: if !character.isWhitespace { return .textWithNumber }
      }
    }
    return decimalSigns == 0 ? .wholeNumber : decimalSigns == 1 ? .decimalNumber : .textWithNumber
  }

  /// For the `got` line: "a text of 9 characters without a number".
  package var description: String {
    let characters = length == 1 ? "1 character" : "\(length) characters"
    return switch kind {
    case .empty: "an empty text"
    case .whiteSpace: "white space of \(characters)"
    case .wholeNumber: "a whole number of \(characters)"
    case .decimalNumber: "a number with decimals, of \(characters)"
    case .textWithNumber: "a text of \(characters) with a number in it"
    case .textWithoutNumber: "a text of \(characters) without a number"
    }
  }
}

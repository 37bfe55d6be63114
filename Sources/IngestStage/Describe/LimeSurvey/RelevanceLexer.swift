/// Cuts the skip logic of LimeSurvey into words and signs. What has no meaning makes the whole unreadable.
struct RelevanceLexer {
  enum Token: Hashable {
    case number(String)
    case text(String)
    case name(String)
    case sign(String)
  }

  private(set) var tokens: [Token] = []
  private let characters: [Character]
  private var position = 0

  private static let longest = 4_000
  private static let words = [
    "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "and": "&&", "or": "||", "not": "!",
  ]
  private static let signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "(", ")", ","]

  init?(_ source: String) {
    characters = Array(source)
    guard characters.count <= Self.longest else { return nil }
    while position < characters.count { guard takeToken() else { return nil } }
  }

  private mutating func takeToken() -> Bool {
    let character = characters[position]
    if character.isWhitespace {
      position += 1
      return true
    }
    if character == "\"" || character == "'" {
      guard let end = characters[(position + 1)...].firstIndex(of: character) else { return false }
      let text = String(characters[(position + 1)..<end])
      guard !text.contains("\\") else { return false }
      tokens.append(.text(text))
      position = end + 1
      return true
    }
    if Self.isPartOfName(character) {
      let word = String(characters[position...].prefix { Self.isPartOfName($0) })
      position += word.count
      if let sign = Self.words[word.lowercased()] {
        tokens.append(.sign(sign))
      } else if word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) {
        guard Double(word) != nil else { return false }
        tokens.append(.number(word))
      } else {
        tokens.append(.name(word))
      }
      return true
    }
    let rest = characters[position...].prefix(2)
    guard let sign = Self.signs.first(where: { rest.starts(with: $0) }) else { return false }
    tokens.append(.sign(sign))
    position += sign.count
    return true
  }

  /// Names may begin with the number of the survey: `245554X1X2.NAOK`.
  private static func isPartOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_.#:".contains(character))
  }
}

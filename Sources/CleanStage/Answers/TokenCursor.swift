/// A place in the pieces of an answer, and what can be taken there.
struct TokenCursor {
  private let tokens: [QuantityToken]
  private var position = 0

  init(_ tokens: [QuantityToken]) { self.tokens = tokens }

  var isAtEnd: Bool { position == tokens.count }

  /// The word that stands here.
  var word: String? { words.first.flatMap { $0.isEmpty ? nil : $0 } }

  /// The next few words; an empty one stands for a piece that is none.
  var words: [String] {
    tokens[position...].prefix(NumberWords.longest).map { token in if case .word(let word) = token { word } else { "" }
    }
  }

  mutating func advance(by count: Int = 1) { position = min(position + count, tokens.count) }

  mutating func take(_ token: QuantityToken) -> Bool {
    guard !isAtEnd, tokens[position] == token else { return false }
    position += 1
    return true
  }

  mutating func take(sign: String) -> Bool { take(.sign(sign)) }

  mutating func takeDigits() -> Double? {
    guard !isAtEnd, case .number(let value) = tokens[position] else { return nil }
    position += 1
    return value
  }

  /// Takes the phrase that stands here, and says what it means.
  mutating func take<Meaning>(_ table: PhraseTable<Meaning>) -> Meaning? {
    guard let found = table.longest(at: tokens[position...]) else { return nil }
    position += found.length
    return found.meaning
  }

  mutating func skip(_ table: PhraseTable<Bool>) -> Bool { take(table) ?? false }
}

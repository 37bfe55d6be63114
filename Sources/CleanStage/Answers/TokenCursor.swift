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
    tokens[position...].prefix(5).map { token in if case .word(let word) = token { word } else { "" } }
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

  mutating func takeBoundSign() -> QuantityWords.Bound? {
    guard !isAtEnd, case .sign(let sign) = tokens[position], let bound = QuantityWords.boundSigns[sign] else {
      return nil
    }
    position += 1
    return bound
  }

  /// Takes the first of the phrases that stands here.
  mutating func take(anyOf phrases: [[String]]) -> Bool {
    take(oneOf: phrases.lazy.map { ($0, true) }) ?? false
  }

  /// Takes the first of the phrases that stands here, and says what it means.
  mutating func take<Meaning>(oneOf phrases: some Sequence<([String], Meaning)>) -> Meaning? {
    let rest = tokens[position...]
    guard let (words, meaning) = phrases.first(where: { rest.starts(with: $0.0.lazy.map(QuantityToken.word)) }) else {
      return nil
    }
    position += words.count
    return meaning
  }
}

/// Rows of words and signs, each with what it means, looked up by the first of them. Where several fit the longest is
/// taken, so that `inte mer än` is not read as `mer än`.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private var byFirst: [QuantityToken: [(tokens: [QuantityToken], meaning: Meaning)]] = [:]

  init(_ meanings: [(Meaning, [String])]) {
    for (meaning, texts) in meanings {
      for text in texts {
        let tokens = QuantityLexer(text).tokens
        if let first = tokens.first { byFirst[first, default: []].append((tokens, meaning)) }
      }
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.tokens.count > $1.tokens.count } }
  }

  /// What stands at the start of the pieces, and how many of them it takes.
  func longest(at pieces: ArraySlice<QuantityToken>) -> (meaning: Meaning, length: Int)? {
    guard let first = pieces.first, let candidates = byFirst[first],
      let found = candidates.first(where: { pieces.starts(with: $0.tokens) })
    else { return nil }
    return (found.meaning, found.tokens.count)
  }
}

extension PhraseTable<Bool> {
  /// Phrases that are only there or not.
  init(_ texts: [String]) { self.init([(true, texts)]) }
}

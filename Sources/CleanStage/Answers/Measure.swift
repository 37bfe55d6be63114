import SurveyModel

/// What the numbers of an answer measure: the words that may stand with them, and what those make of them.
struct Measure: Sendable {
  /// What a word beside a number says that is counted.
  enum Unit: Hashable {
    case heads
    /// Positions: heads when they are whole, parts of a full-time post when they are not.
    case posts
    case fullTimeEquivalents, hours, percent, currency
  }

  /// A word beside a number: what is counted, and by how much to multiply (`tkr`: 1000).
  struct Word: Hashable {
    var unit: Unit?
    var factor = 1.0
  }

  /// Persons, vacancies and workplaces come whole: more than 10 is 11 or more.
  var isWhole = false
  /// No answer can be more; the upper end of `minst hälften`.
  var most: Double?
  /// `1/3` and `1 av 3` times this; nil where such a part is none of anything.
  var partsOf: Double?
  /// Before a number.
  var openings: PhraseTable<Word>
  /// After a number.
  var words: PhraseTable<Word>
  /// Numbers that only this measure has words for: `hälften`.
  var named: PhraseTable<Double>

  /// Counts of persons, posts and workplaces. A share is no count: nothing says of what.
  static let count = Measure(
    isWhole: true, openings: PhraseTable([(Word(), QuantityWords.openings)]),
    words: PhraseTable(QuantityWords.units + QuantityWords.multipliers), named: PhraseTable([]))

  /// Per cent.
  static let share = Measure(
    most: 100, partsOf: 100, openings: PhraseTable([(Word(), QuantityWords.openings)]),
    words: PhraseTable(QuantityWords.percent), named: PhraseTable(QuantityWords.shares))

  /// SEK.
  static let money = Measure(
    openings: PhraseTable([
      (Word(), QuantityWords.openings), (Word(unit: .currency), QuantityWords.kronor),
    ]), words: PhraseTable(QuantityWords.amounts), named: PhraseTable([]))
}

/// A number as an answer says it.
struct QuantityReading: Hashable {
  var quantity: Quantity
  /// Given as an approximate one: `ca 20`, `ett tjugotal`, `20?`.
  var isAbout = false
  /// What its words say that is counted.
  var units: Set<Measure.Unit> = []
}

extension Measure {
  private static let longest = 200

  /// - Returns: nil when a piece of the answer is not understood: an answer is never read as less than it says.
  func read(_ written: WrittenText) throws(AnswerProblem) -> QuantityReading? {
    guard written.text.utf8.count <= 4 * Self.longest, written.text.count <= Self.longest,
      let tokens = tokens(of: written.text)
    else { return nil }
    if tokens.contains(.ambiguousNumber) { throw .ambiguousThousands }
    if tokens.count >= 2, tokens[0] == .dash, case .number = tokens[1] {
      var grammar = QuantityGrammar(Array(tokens.dropFirst()), self)
      if grammar.quantity() != nil { throw .negative }
    }
    var grammar = QuantityGrammar(tokens, self)
    return grammar.quantity().map { QuantityReading(quantity: $0, isAbout: grammar.isAbout, units: grammar.units) }
  }

  /// The pieces of an answer without its remarks: what stands after `varav`, and in brackets unless that is a unit. Nil
  /// when what is in brackets could be more than a part of the number before, or another unit than that asked for.
  private func tokens(of text: String) -> [QuantityToken]? {
    guard let open = text.firstIndex(of: "(") else {
      return text.contains(")") ? nil : withoutRemark(QuantityLexer(text).tokens)
    }
    guard let close = text[open...].firstIndex(of: ")") else { return nil }
    let after = text[text.index(after: close)...]
    guard !text[..<open].contains(")"), !after.contains("("), !after.contains(")") else { return nil }
    var aside = QuantityLexer(String(text[text.index(after: open)..<close])).tokens
    if !isUnit(aside) {
      guard beginsRemark(aside[...]) || !aside.contains(where: { $0.saysANumber || weighs($0) }) else { return nil }
      aside = []
    }
    let before = QuantityLexer(String(text[..<open])).tokens
    return withoutRemark(before + aside + QuantityLexer(String(after)).tokens)
  }

  private func isUnit(_ aside: [QuantityToken]) -> Bool {
    var rest = aside[...]
    while let found = words.longest(at: rest) { rest = rest.dropFirst(found.length) }
    return !aside.isEmpty && rest.isEmpty
  }

  /// Says that something else is counted than persons: `(tusen)`, `(%)`.
  private func weighs(_ token: QuantityToken) -> Bool {
    [Self.count, .share, .money].contains { measure in
      measure.words.longest(at: [token]).map { $0.meaning.factor != 1 || ![nil, .heads].contains($0.meaning.unit) }
        ?? false
    }
  }

  /// The tokens before `varav …`, and the comma that parts them from it.
  private func withoutRemark(_ tokens: [QuantityToken]) -> [QuantityToken] {
    guard let start = tokens.indices.first(where: { $0 > 0 && beginsRemark(tokens[$0...]) }) else { return tokens }
    let kept = tokens[..<start]
    return Array(kept.last == .sign(",") ? kept.dropLast() : kept)
  }

  private func beginsRemark(_ tokens: ArraySlice<QuantityToken>) -> Bool {
    QuantityWords.remarks.longest(at: tokens) != nil
  }
}

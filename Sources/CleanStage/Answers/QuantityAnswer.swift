import Diagnostics
import SurveyModel

/// Reads an answer that says how many: `20`, `ca 20`, `10–15 st`, `minst 5`, `tjugo`, `3 (varav 1 vik)`.
///
/// - `ca 20` is 20, and known to be approximate; a range stays a range and its ends may stand in either order; `minst 5` and `högst 8` leave one
///   side open (counts begin at 0); `fler än 10` is at least 11 and `under 5` at most 4, because persons are whole.
/// - A fraction is kept. `ingen` is 0; a dash alone says nothing (`MissingCodes`).
/// - What is not understood to its last word is refused: an answer is never read as less than it says.
/// - The readings that are promised stand in `Tests/CleanStageTests/Answers/quantity-answers.tsv`.
enum QuantityAnswer {
  /// A hundred times Sweden's largest employer.
  static let limit = 10_000_000
  private static let longest = 200

  static func read(_ written: WrittenText) throws(AnswerProblem) -> (quantity: Quantity, isAbout: Bool) {
    let shape = TextShape(written.text)
    guard written.text.count <= longest, let text = withoutBrackets(written.text) else {
      throw .notACount(got: shape)
    }
    let tokens = QuantityLexer(text).tokens
    if tokens.contains(.ambiguousNumber) { throw .ambiguousThousands }
    if tokens.count == 2, tokens[0] == .dash, case .number = tokens[1] { throw .negative }
    var grammar = QuantityGrammar(withoutRemark(tokens))
    guard let quantity = grammar.quantity() else { throw .notACount(got: shape) }
    guard [quantity.low, quantity.high].allSatisfy({ $0 ?? 0 <= Double(limit) }) else { throw .tooLarge(limit: limit) }
    return (quantity, grammar.isAbout)
  }

  /// The text without what it says in brackets; nil when that could be more than a part of the number before.
  private static func withoutBrackets(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "(") else { return text.contains(")") ? nil : text }
    guard let close = text[open...].firstIndex(of: ")") else { return nil }
    let aside = QuantityLexer(String(text[text.index(after: open)..<close])).tokens
    guard beginsRemark(aside[...]) || !aside.contains(where: \.saysANumber) else { return nil }
    let rest = text[..<open] + " " + text[text.index(after: close)...]
    return rest.contains("(") || rest.contains(")") ? nil : String(rest)
  }

  /// The tokens before `varav …`, and the comma that parts them from it.
  private static func withoutRemark(_ tokens: [QuantityToken]) -> [QuantityToken] {
    guard let start = tokens.indices.first(where: { $0 > 0 && beginsRemark(tokens[$0...]) }) else { return tokens }
    let kept = tokens[..<start]
    return Array(kept.last == .sign(",") ? kept.dropLast() : kept)
  }

  private static func beginsRemark(_ tokens: ArraySlice<QuantityToken>) -> Bool {
    QuantityWords.remarks.contains { tokens.starts(with: $0.map(QuantityToken.word)) }
  }
}

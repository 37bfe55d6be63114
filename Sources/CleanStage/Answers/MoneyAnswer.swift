import Diagnostics
import SurveyModel

/// Reads an amount, in SEK: `2 miljoner`, `2,5 mkr`, `450 tkr`, `1 200 000:-`, `SEK 3m`, `kr 500`, `2–3 mkr`.
///
/// A number without a unit is in the unit that was asked for. Other currencies are refused: no rate is stated.
enum MoneyAnswer {
  /// More than all that is earned in Sweden in a year.
  static let limit = 10_000_000_000_000.0

  static func read(_ written: WrittenText, askedIn unit: MoneyUnit) throws(AnswerProblem) -> QuantityReading {
    let shape = TextShape(written.text)
    let text = withKronor(written.text)
    let isForeign = QuantityLexer(text).tokens.contains { token in
      switch token {
      case .word(let word), .sign(let word): QuantityWords.otherCurrencies.contains(word)
      default: false
      }
    }
    if isForeign { throw .otherCurrency }
    guard var reading = try Measure.money.read(WrittenText(text)) else { throw .notAnAmount(got: shape) }
    if reading.units.isEmpty, unit != .sek { reading.quantity = reading.quantity.scaled(by: unit.inSEK) }
    let ends = [reading.quantity.low, reading.quantity.high].compactMap(\.self)
    guard ends.allSatisfy({ $0 <= Self.limit }) else { throw .amountTooLarge }
    return reading
  }

  /// `500:-` and `500,-` end in a currency.
  private static func withKronor(_ text: String) -> String {
    var characters: [Character] = []
    for character in text {
      if character == "-", let mark = characters.last, ":,".contains(mark) {
        characters.removeLast()
        characters += " kr"
      } else {
        characters.append(character)
      }
    }
    return String(characters)
  }
}

extension Quantity {
  /// Every end times a number above 0.
  func scaled(by factor: Double) -> Quantity {
    switch self {
    case .missing: self
    case .point(let value): .point(value * factor)
    case .range(let low, let best, let high):
      .range(low: low * factor, best: best.map { $0 * factor }, high: high.map { $0 * factor })
    }
  }
}

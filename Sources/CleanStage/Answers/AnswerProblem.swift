import Diagnostics
import SurveyModel

/// What can be wrong with an answer as written. It knows the shape of the answer, never its text.
package enum AnswerProblem: Error, Hashable, Sendable {
  case notACount(got: TextShape)
  case negative
  /// `1,200`: a thousand for some, one and a fifth for others.
  case ambiguousThousands
  case tooLarge(limit: Int)
  /// Hours where persons are asked for.
  case otherUnit(got: StaffUnit, asked: StaffUnit)
  case notAShare(got: TextShape)
  /// `0,3`: of a per cent, or of all.
  case ambiguousShare
  case shareAboveAll
  case notAnAmount(got: TextShape)
  case otherCurrency
  case amountTooLarge
  case notAYear(got: TextShape)
  /// `om 2 år` in a response that does not say when it was given.
  case relativeYear
  case notADate(got: TextShape)
  /// `1 mars`
  case noYear
  case outsideScale(got: TextShape, lowest: Int, highest: Int)
  case notYesOrNo(got: TextShape)
  case notOnList(got: TextShape, codes: Int)
  case severalGiven(count: Int)
  case tooLong(limit: Int)

  /// - Parameter question: its identifier in the questionnaire.
  /// - Parameter row: in a repeating group, from 1.
  package func problem(_ question: String, row: Int? = nil, at location: SourceLocation) -> Problem {
    let (fact, expected, got, hint) = parts
    let place = row.map { " in row \($0)" } ?? ""
    return Problem(
      .warning, at: location, "\(question) \(fact)", expected: expected, got: got.map { $0 + place },
      hint: hint ?? "add a missing code for it under missing-codes in the questionnaire, or a row to corrections.csv")
  }

  private typealias Parts = (fact: String, expected: String?, got: String?, hint: String?)

  private static let askAgain = "ask again, and put the answer in corrections.csv"

  private var parts: Parts {
    switch self {
    case .notACount(let got):
      ("is not a count", "a number, 0 or more, or a range such as 10–15", got.description, nil)
    case .negative: ("is negative", "a number, 0 or more", "a number below 0", nil)
    case .ambiguousThousands:
      (
        "can be read in two ways", "a number without a comma, or with one or two decimals",
        "a comma with three digits after it", Self.askAgain
      )
    case .tooLarge(let limit): ("is too large for a count", "at most \(limit)", "a larger number", nil)
    case .otherUnit(let got, let asked): ("is in another unit", asked.rawValue, got.rawValue, Self.askAgain)
    case .notAShare, .ambiguousShare, .shareAboveAll: shareParts
    case .notAnAmount, .otherCurrency, .amountTooLarge: amountParts
    case .notAYear, .relativeYear, .notADate, .noYear: timeParts
    case .outsideScale(let got, let lowest, let highest):
      ("is not on the scale", "a whole number from \(lowest) to \(highest)", got.description, nil)
    case .notYesOrNo(let got): ("is neither yes nor no", "yes or no", got.description, nil)
    case .notOnList(let got, let codes):
      (
        "is not on its list", "one of \(codes) codes", got.description,
        "add it under written: of the code it means in the questionnaire"
      )
    case .severalGiven(let count): ("has more than one answer", "one", "\(count)", nil)
    case .tooLong(let limit): ("is too long to be an answer", "at most \(limit) bytes", "more", nil)
    }
  }

  private var shareParts: Parts {
    let expected = "per cent from 0 to 100"
    return switch self {
    case .ambiguousShare:
      ("can be read in two ways", expected + ", with % when below 1", "a number between 0 and 1", Self.askAgain)
    case .shareAboveAll: ("is more than all", expected, "more than 100", nil)
    case .notAShare(let got): ("is not a share", expected, got.description, nil)
    default: ("is not a share", expected, nil, nil)
    }
  }

  private var amountParts: Parts {
    let expected = "an amount in SEK, such as 2,5 mkr"
    return switch self {
    case .otherCurrency: ("is in another currency", expected, "another currency", Self.askAgain)
    case .amountTooLarge: ("is too large for an amount", expected, "a larger number", nil)
    case .notAnAmount(let got): ("is not an amount", expected, got.description, nil)
    default: ("is not an amount", expected, nil, nil)
    }
  }

  private var timeParts: Parts {
    switch self {
    case .notAYear(let got): ("is not a year", "a year such as 2028", got.description, nil)
    case .relativeYear:
      ("counts from a day that is not known", "a year such as 2028", "a number of years", Self.askAgain)
    case .noYear: ("lacks a year", "a date such as 2026-02-03", "a day or a week", Self.askAgain)
    case .notADate(let got): ("is not a date", "a date such as 2026-02-03", got.description, nil)
    default: ("is not a date", nil, nil, nil)
    }
  }
}

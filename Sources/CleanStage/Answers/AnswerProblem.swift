import Diagnostics
import SurveyModel

/// What can be wrong with an answer as written. It knows the shape of the answer, never its text.
package enum AnswerProblem: Error, Hashable, Sendable {
  case notACount(got: TextShape)
  case negative
  /// `1,200`: a thousand for some, one and a fifth for others.
  case ambiguousThousands
  case tooLarge(limit: Int)
  case outsideScale(got: TextShape)
  case notYesOrNo(got: TextShape)
  case notOnList(got: TextShape, codes: Int)
  case severalGiven(count: Int)
  case notADate(got: TextShape)
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

  private var parts: (fact: String, expected: String?, got: String?, hint: String?) {
    switch self {
    case .notACount(let got):
      ("is not a count", "a number, 0 or more, or a range such as 10–15", got.description, nil)
    case .negative: ("is a negative count", "a number, 0 or more", "a number below 0", nil)
    case .ambiguousThousands:
      (
        "can be read in two ways", "a number without a comma, or with one or two decimals",
        "a comma with three digits after it", "ask again, and put the number in corrections.csv"
      )
    case .tooLarge(let limit): ("is too large for a count", "at most \(limit)", "a larger number", nil)
    case .outsideScale(let got): ("is not on the scale", "a whole number from 1 to 5", got.description, nil)
    case .notYesOrNo(let got): ("is neither yes nor no", "yes or no", got.description, nil)
    case .notOnList(let got, let codes):
      (
        "is not on its list", "one of \(codes) codes", got.description,
        "add it under written: of the code it means in the questionnaire"
      )
    case .severalGiven(let count): ("has more than one answer", "one", "\(count)", nil)
    case .tooLong(let limit): ("is too long to be an answer", "at most \(limit) bytes", "more", nil)
    case .notADate(let got): ("is not a date", "a date such as 2026-02-03", got.description, nil)
    }
  }
}

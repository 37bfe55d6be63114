import Expressions
import Testing

@Suite("Faults of expressions")
struct ExpressionFaultTests {
  /// Written by a person, and what they are told: column, what is wrong, and the hint where there is one.
  static let cases: [(source: String, faults: [String])] = [
    ("", ["1 the expression cannot be read here"]),
    ("stafff > 2", ["1 stafff is not known here — did you mean staff?"]),
    ("employees > 2", ["1 employees is not known here"]),
    ("retirements > 2", ["1 retirements needs a horizon — write retirements(2)"]),
    ("retirements(3) > 2", ["1 retirements(3) is not asked"]),
    ("staff(2) > 2", ["1 staff takes no horizon"]),
    ("max(staff, 2) > 2", ["1 max is not a function"]),
    ("staff", ["1 a value of the wrong kind"]),
    ("staff + 'x' > 2", ["9 a value of the wrong kind"]),
    ("staff = 'x'", ["9 the two sides cannot be compared"]),
    ("headcounts = staff", ["1 a value of the wrong kind — outside the rows, write sum(name)"]),
    ("competences = 'digital'", ["1 a value of the wrong kind — write 'code' in name"]),
    ("form = 'shrt'", ["8 'shrt' is not a code of form — did you mean 'short'?"]),
    ("form in ['lng', 'short']", ["10 'lng' is not a code of form — did you mean 'long'?"]),
    ("'digitl' in competences", ["1 'digitl' is not a code of competences — did you mean 'digital'?"]),
    ("comment = 'anything'", []),
    ("2 <= staff <= 5", ["12 a comparison has two sides only — write a <= b and b <= c"]),
    ("staff > 2 women > 1", ["11 the expression cannot be read here"]),
    ("staff > ", ["9 the expression cannot be read here"]),
    ("(staff > 2", ["11 the expression cannot be read here"]),
    ("staff > 2)", ["10 the expression cannot be read here"]),
    ("staff in 3", ["10 the expression cannot be read here"]),
    ("staff in [1, 2", ["15 the expression cannot be read here"]),
    ("missing(3)", ["9 the expression cannot be read here"]),
    ("missing(headcounts)", ["9 a value of the wrong kind — outside the rows, write sum(name)"]),
    ("form = 'short", ["8 a text in quotes does not end — close it with the quote that it began with"]),
    ("staff > 1.2.3", ["9 1.2.3 is not a number"]),
    ("staff > 2;", ["10 ; has no meaning in an expression"]),
    ("staff ! 2", ["7 ! has no meaning in an expression", "9 the expression cannot be read here"]),
    (
      "stafff > 2 and womn < § and form = 'kort'",
      [
        "1 stafff is not known here — did you mean staff?", "16 womn is not known here — did you mean women?",
        "23 § has no meaning in an expression", "25 the expression cannot be read here",
        "36 'kort' is not a code of form",
      ]
    ),
  ]

  @Test("are found all at once, each at its place", arguments: cases)
  func faults(source: String, expected: [String]) {
    #expect(faultLines(source) == expected)
  }

  @Test("an expression that is too long, too deep or too wordy is refused, and is not read")
  func limits() {
    #expect(faultLines(String(repeating: "1", count: 2_001)) == ["1 the expression is too long"])
    #expect(
      faultLines(String(repeating: "1+", count: 400) + "1 > 0") == ["401 the expression has too many words and signs"])
    #expect(faultLines(String(repeating: "(", count: 100)) == ["41 the expression is nested too deeply"])
    #expect(faultLines(String(repeating: "not ", count: 100) + "true") == ["161 the expression is nested too deeply"])
    #expect(faultLines(String(repeating: "§", count: 500)).count == 20)
  }

  private func faultLines(_ source: String) -> [String] {
    do throws(ExpressionFaults) {
      _ = try Condition(source, knowing: exampleSchema)
      return []
    } catch {
      return error.faults.map { "\($0.column) \($0.summary)" + ($0.hint.map { " — " + $0 } ?? "") }
    }
  }
}

import Testing

/// How the tests read the numbers of a page.
@Suite("Printed numbers")
struct PrintedNumberTests {
  @Test(
    "whole numbers, fractions, roots and many digits are exact",
    arguments: [
      ("1204", 1204.0), ("29/81", 29.0 / 81), ("√4200", 4200.0.squareRoot()), ("−√(7/3)", -(7.0 / 3).squareRoot()),
      ("−12", -12.0), ("0.1234567891", 0.1234567891), ("91/10", 9.1),
    ])
  func exact(text: String, value: Double) throws {
    let number = try #require(PrintedNumber(text))
    #expect(number.isExact)
    #expect(number.agrees(with: value))
    #expect(!number.agrees(with: value * (1 + 1e-8)))
  }

  @Test("other digits stand for what rounds to them, and for nothing else") func rounded() throws {
    let number = try #require(PrintedNumber("64.807"))
    #expect(!number.isExact)
    #expect(number.agrees(with: 64.80741) && number.agrees(with: 64.8065))
    #expect(!number.agrees(with: 64.8076) && !number.agrees(with: 64.8064))
  }

  @Test("what is no number is none", arguments: ["", "–", "A", "1/2/3", "shortageInEveryScenario", "√", "1,5"])
  func none(text: String) {
    #expect(PrintedNumber(text) == nil)
  }
}

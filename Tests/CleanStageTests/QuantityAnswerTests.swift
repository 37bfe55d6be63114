import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

@Suite("How many")
struct QuantityAnswerTests {
  @Test("what is written is read as it is meant", arguments: try AnswerRow.table("quantity-answers.tsv"))
  func means(_ row: AnswerRow) {
    #expect(Self.meaning(of: row.written) == row.meant)
  }

  @Test("the table holds what the field has seen, once each")
  func table() throws {
    let rows = try AnswerRow.table("quantity-answers.tsv")
    #expect(rows.count > 250)
    #expect(Set(rows.map(\.written)).count == rows.count)
  }

  @Test("every number up to 1000, and some above, is read as it is said, in either language", arguments: [0, 1])
  func inWords(language: Int) throws {
    for number in Array(0...1_000) + Array(stride(from: 1_001, to: 1_000_000, by: 7_919)) {
      let words = language == 0 ? Spoken.swedish(number) : Spoken.english(number)
      #expect(Self.meaning(of: words) == "\(number)", "\(words)")
    }
  }

  @Test("an answer of any length ends in a reading", arguments: ["9", "tjugo ", "(", "minst ", "1 000 ", "-", "½"])
  func long(piece: String) {
    let meaning = Self.meaning(of: String(repeating: piece, count: 20_000))
    #expect(["unreadable", "tooLarge", "missing blank"].contains(meaning))
  }

  @Test(
    "a number given as an approximate one is known to be",
    arguments: [
      ("ca 20", true), ("20 eller så", true), ("20?", true), ("ett tjugotal", true), ("ett 20-tal", true),
      ("~20", true),
      ("ca 10–15", true), ("20", false), ("tjugo", false), ("ett dussin", false), ("minst 20", false),
    ])
  func approximate(written: String, isAbout: Bool) throws {
    #expect(try QuantityAnswer.read(WrittenText(written)).isAbout == isAbout)
  }

  @Test("any row of words and signs is read in order or refused", arguments: 0..<20 as Range<UInt64>)
  func anything(seed: UInt64) {
    let pieces = [
      "minst", "högst", "fler än", "under", "mellan", "och", "till", "-", "–", ",", ".", "(", ")", "ca", "st", "ett",
      "par", "dussin", "tal", "tjugo", "fem", "hundra", "ingen", "varav", "eller", "fler", "20", "1 200", "1,200", "½",
      "0", "999999999999", ">", "<=", "?", "%", "a", "half", "dozen", "from", "to", "no", "🙂", "\u{301}",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1...7, using: &generator)
      let written = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      guard let quantity = try? QuantityAnswer.read(WrittenText(written)).quantity else { continue }
      let ends = [quantity.low, quantity.high].compactMap(\.self)
      #expect(ends.allSatisfy { $0 >= 0 && $0 <= Double(QuantityAnswer.limit) }, "\(written)")
      #expect(ends == ends.sorted(), "\(written)")
    }
  }

  /// As the table writes it: `20`, `10..15`, `5..`, `missing blank`, or the problem.
  static func meaning(of written: String) -> String {
    let text = WrittenText(written)
    if let reason = MissingCodes().reason(text) { return "missing \(reason.rawValue)" }
    do {
      let reading = try QuantityAnswer.read(text)
      let unit = reading.unit.flatMap { $0 == .persons ? nil : " \($0.rawValue)" } ?? ""
      return reading.quantity.text + unit
    } catch {
      switch error {
      case .negative: return "negative"
      case .ambiguousThousands: return "ambiguous"
      case .tooLarge: return "tooLarge"
      default: return "unreadable"
      }
    }
  }
}

/// Numbers said the long way, from the rules of each language.
private enum Spoken {
  static func swedish(_ number: Int) -> String {
    let small = [
      "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
      "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    ]
    let tens = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
    if number < 20 { return small[number] }
    if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : small[number % 10]) }
    if number < 1_000 { return small[number / 100] + "hundra" + (number % 100 == 0 ? "" : swedish(number % 100)) }
    return swedish(number / 1_000) + "tusen" + (number % 1_000 == 0 ? "" : swedish(number % 1_000))
  }

  static func english(_ number: Int) -> String {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number < 20 { return small[number] }
    if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10]) }
    if number < 1_000 {
      return small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + english(number % 100))
    }
    let rest = number % 1_000
    return english(number / 1_000) + " thousand"
      + (rest == 0 ? "" : rest < 100 ? " and " + english(rest) : " " + english(rest))
  }
}

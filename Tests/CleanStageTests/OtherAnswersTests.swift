import Diagnostics
import RecordStreams
import SurveyModel
import Testing

@testable import CleanStage

@Suite("Answers that are no counts")
struct OtherAnswersTests {
  private static let lists: [String: String] = [
    "yesNo": "yes-no", "scale": "difficulty", "choice": "horizons", "choices": "competences",
  ]

  @Test("what is written is read as it is meant, by the code lists of the study")
  func table() throws {
    let questionnaire = try #require(try DemoK.study().questionnaires.first)
    let rows = try AnswerRow.table("other-answers.tsv")
    #expect(rows.count > 300)
    #expect(Set(rows.map { "\($0.kind ?? "") \($0.written)" }).count == rows.count)
    for row in rows {
      let kind = try #require(row.kind)
      let list = questionnaire.codeLists.first { $0.id == Self.lists[kind] }.map(CodeTexts.init)
      let codes = MissingCodes(questionnaire.missingCodes)
      #expect(try Self.meaning(of: row.written, kind, list, codes) == row.meant, "\(kind): \(row.written)")
    }
  }

  private static func meaning(
    of written: String, _ kind: String, _ list: CodeTexts?, _ codes: MissingCodes
  ) throws -> String {
    let reader = AnswerReader(
      kind: try #require(Concept.Kind(rawValue: kind)), list: list, missingCodes: codes, answeredYear: 2026)
    let reading = reader.read([written.replacing("\\n", with: "\n")])
    switch reading.answer {
    case .missing(.unreadable):
      return switch reading.problems.first {
      case .ambiguousThousands, .ambiguousShare: "ambiguous"
      case .shareAboveAll, .amountTooLarge: "tooLarge"
      case .otherCurrency: "otherCurrency"
      case .noYear: "noYear"
      case .negative: "negative"
      case nil: "unreadable without a problem"
      default: "unreadable"
      }
    case .missing(let reason): return "missing \(reason.rawValue)"
    case .quantity(let quantity): return rounded(quantity).text
    case .choices(let chosen): return chosen.isEmpty ? "none" : chosen.joined(separator: ", ")
    case .text(let text): return text
    }
  }

  /// To two decimals, as a table can be written by hand.
  private static func rounded(_ quantity: Quantity) -> Quantity {
    func two(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    return switch quantity {
    case .missing: quantity
    case .point(let value): .point(two(value))
    case .range(let low, let best, let high): .range(low: two(low), best: best.map(two), high: high.map(two))
    }
  }

  @Test("ticked boxes are one answer with several codes; a list keeps what it knows and says what it does not")
  func boxes() {
    let list = CodeTexts(SmallStudy.list("l", [("a", "Alfa, eller så"), ("b", "Beta")]))
    let reader = AnswerReader(kind: .choices, list: list, missingCodes: MissingCodes())
    #expect(reader.read(["Beta", "Alfa, eller så"]).answer == .choices(["a", "b"]))
    #expect(reader.read(["Beta, Alfa, eller så"]).answer == .choices(["a", "b"]))
    let mixed = reader.read(["Beta", "Gamma", "Delta"])
    #expect(mixed.answer == .choices(["b"]))
    #expect(mixed.problems.count == 2)
    #expect(reader.read([]).answer == .missing(.blank))
  }

  @Test("something else is its code, whatever it is said to be; a number before a label must be its own")
  func other() {
    let list = CodeTexts(SmallStudy.list("l", [("bus", "Buss"), ("car", "Bil"), ("other", "Annat, nämligen")]))
    let one = AnswerReader(kind: .choice, list: list, missingCodes: MissingCodes())
    for written in [
      "Annat, nämligen", "annat, nämligen: tåg", "Annat, nämligen (tåg)", "other: tåg", "Other – by train",
      "Annat: tåg", "annat",
    ] {
      #expect(one.read([written]).answer == .choices(["other"]), "\(written)")
    }
    #expect(one.read(["Buss: linje 4"]).answer == .missing(.unreadable))
    let several = AnswerReader(kind: .choices, list: list, missingCodes: MissingCodes())
    for values in [["Buss", "other", "tåg och båt"], ["Buss, other: tåg, båt"], ["other: tåg", "Buss"]] {
      let reading = several.read(values)
      #expect(reading.answer == .choices(["bus", "other"]), "\(values)")
      #expect(reading.problems.isEmpty)
    }
    #expect(several.read(["tåg"]).answer == .missing(.unreadable))
    let languages = CodeTexts(SmallStudy.list("l", [("sv", "Svenska"), ("more", "Andra språk")]))
    let reading = AnswerReader(kind: .choices, list: languages, missingCodes: MissingCodes()).read(["Andra språk, tåg"])
    #expect(reading.answer == .choices(["more"]) && reading.problems.count == 1)
  }

  @Test("a scale has the grades of its list, and five without one")
  func grades() {
    let list = CodeTexts(SmallStudy.list("l", (0...10).map { ("\($0)", "grad \($0)") }))
    let long = AnswerReader(kind: .scale, list: list, missingCodes: MissingCodes())
    #expect(long.read(["10"]).answer == .quantity(.point(10)))
    #expect(long.read(["7 av 10"]).answer == .quantity(.point(7)))
    #expect(long.read(["0"]).answer == .quantity(.point(0)))
    #expect(long.read(["4 av 5"]).answer == .missing(.unreadable))
    #expect(
      long.read(["11"]).problems.first?.problem("Q1", at: SourceLocation(path: "a")).expected
        == "a whole number from 0 to 10")
    let short = AnswerReader(kind: .scale, list: nil, missingCodes: MissingCodes())
    #expect(short.read(["6"]).answer == .missing(.unreadable))
  }

  @Test("years ahead count from the year of the answer, and are refused without one")
  func yearsAhead() {
    let reader = AnswerReader(kind: .year, list: nil, missingCodes: MissingCodes())
    #expect(reader.read(["om 2 år"]).problems == [.relativeYear])
    #expect(reader.read(["2028"]).answer == .quantity(.point(2028)))
  }

  @Test("a number of its own sign is no code: -9 is not 9")
  func sign() {
    let list = CodeTexts(SmallStudy.list("l", (1...9).map { ("\($0)", "grad \($0)") }))
    let reader = AnswerReader(kind: .choice, list: list, missingCodes: MissingCodes([.refused: ["-9"]]))
    #expect(reader.read(["-9"]).answer == .missing(.refused))
    #expect(reader.read(["9"]).answer == .choices(["9"]))
    #expect(reader.read(["- 9"]).answer == .choices(["9"]))
  }

  @Test("two different values in one field are no answer; the same twice is one")
  func twice() {
    let reader = AnswerReader(kind: .count, list: nil, missingCodes: MissingCodes())
    #expect(reader.read(["5", "6"]).answer == .missing(.unreadable))
    #expect(reader.read(["5", " 5 "]).answer == .quantity(.point(5)))
    #expect(reader.read(["", "5"]).answer == .quantity(.point(5)))
  }

  @Test("a value without an end is not looked into")
  func tooLong() {
    let reader = AnswerReader(kind: .count, list: nil, missingCodes: MissingCodes())
    let reading = reader.read([String(repeating: " ", count: 100_000) + "20"])
    #expect(reading.answer == .missing(.unreadable))
    #expect(reading.problems == [.tooLong(limit: AnswerReader.longest)])
  }

  @Test("a code of the list is an answer, though it says do not know")
  func listFirst() {
    let list = CodeTexts(SmallStudy.list("l", [("unsure", "Vet ej"), ("sure", "Vet")]))
    let reader = AnswerReader(kind: .choice, list: list, missingCodes: MissingCodes())
    #expect(reader.read(["vet ej"]).answer == .choices(["unsure"]))
  }

  @Test("a text keeps its words, and nothing that cannot be seen")
  func text() {
    #expect(TextAnswer.read(["  Rad ett\r\n\tRad\u{200B} två\u{202E} "]) == "Rad ett Rad två")
    #expect(TextAnswer.read(["\u{7}\n "]).isEmpty)
    #expect(TextAnswer.read([String(repeating: "å", count: 10_000)]).count == TextAnswer.longest)
  }
}

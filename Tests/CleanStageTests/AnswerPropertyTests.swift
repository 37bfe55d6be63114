import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

@Suite("Any answer")
struct AnswerPropertyTests {
  private static let numeric: [Concept.Kind] = [.count, .share, .money, .year]

  private static func reader(_ kind: Concept.Kind, unit: String? = nil) -> AnswerReader {
    let list: [Concept.Kind: [(String, String)]] = [
      .choice: [("2", "Inom 2 år"), ("5", "Inom 5 år")], .choices: [("a", "Tolk"), ("b", "Mentor, eller handledare")],
      .yesNo: [("yes", "Ja"), ("no", "Nej")],
      .scale: (1...5).map { ("\($0)", "grad \($0)") },
    ]
    return AnswerReader(
      kind: kind, list: list[kind].map { CodeTexts(SmallStudy.list("l", $0)) }, missingCodes: MissingCodes(),
      unit: unit, personsPerFullTimeEquivalent: 1.2, answeredYear: 2026)
  }

  @Test("a number is the same however its digits are grouped", arguments: 0..<10 as Range<UInt64>)
  func grouping(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let number = Int.random(in: 0...Int.random(in: 1...10_000_000, using: &generator), using: &generator)
      let plain = String(number)
      var ways = [plain, " \(plain) ", "\(plain) st", "ca \(plain)", "\(plain),0", "\(plain).0", "0\(plain)"]
      for mark in [" ", "\u{A0}", "\u{2009}", "\u{202F}", "."] { ways.append(grouped(plain, by: mark)) }
      if number < 1_000 || number >= 1_000_000 { ways.append(grouped(plain, by: ",")) }
      for way in ways {
        #expect(Self.reader(.count).read([way]).answer == .quantity(.point(Double(number))), "\(way)")
      }
      for way in [plain, "\(grouped(plain, by: " ")) kr", "\(grouped(plain, by: "."))\u{3A}-"] {
        #expect(Self.reader(.money).read([way]).answer == .quantity(.point(Double(number))), "\(way)")
      }
    }
  }

  private func grouped(_ digits: String, by mark: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: mark)
  }

  @Test("a number in every unit of money is that many times as much", arguments: MoneyUnit.allCases)
  func money(unit: MoneyUnit) {
    let reader = Self.reader(.money, unit: unit.rawValue)
    #expect(reader.read(["12"]).answer == .quantity(.point(12 * unit.inSEK)))
    #expect(reader.read(["2–3"]).answer == .quantity(.range(low: 2 * unit.inSEK, best: nil, high: 3 * unit.inSEK)))
    #expect(reader.read(["12 tkr"]).answer == .quantity(.point(12_000)))
    #expect(reader.read(["12 kr"]).answer == .quantity(.point(12)))
  }

  private static let pieces = [
    "minst", "högst", "fler än", "under", "mellan", "och", "till", "-", "–", ",", ".", "(", ")", "ca", "st", "ett",
    "par",
    "dussin", "tal", "tjugo", "fem", "hundra", "tusen", "ingen", "varav", "eller", "fler", "20", "1 200", "1,200", "½",
    "0", "0,3", "999999999999", ">", "<=", "?", "%", "a", "half", "dozen", "from", "to", "no", "🙂", "\u{301}", "+", "/",
    "1/3", "hälften", "tredjedelar", "procent", "kr", "mkr", "tkr", ":-", "SEK", "2028", "om", "år", "senast", "mars",
    "v.", "12", "tjänster", "heltid", "timmar", "personer", "halv", "en", "ja", "nej", "annat:", "Tolk", "\n", "4",
    "av",
    "-9", "grad", "'28", "talet",
  ]

  @Test(
    "any row of words and signs is read in order or refused, whatever is asked for", arguments: 0..<20 as Range<UInt64>)
  func anything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let count = Int.random(in: 1...7, using: &generator)
      let written = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      for kind in Concept.Kind.allCases {
        let reading = Self.reader(kind, unit: kind == .count ? "persons" : nil).read([written])
        switch reading.answer {
        case .quantity(let quantity):
          let ends = [quantity.low, quantity.best, quantity.high].compactMap(\.self)
          #expect(ends == ends.sorted() && ends.allSatisfy { $0 >= 0 && $0.isFinite }, "\(kind): \(written)")
          if kind == .share { #expect(ends.allSatisfy { $0 <= 100 }, "\(written)") }
          if kind == .scale { #expect(ends.allSatisfy { (1...5).contains($0) }, "\(written)") }
        case .missing(.unreadable): #expect(!reading.problems.isEmpty, "\(kind): \(written)")
        case .missing, .choices, .text: break
        }
      }
    }
  }

  /// Letters that no number and no answer is made of, and what stands between words.
  private static let noise = Array("qwzQWZ#@*&^~_{}\\§¤ \t.,;:-!\"'()[]🙂\u{200B}\u{301}")

  @Test("what says nothing gives no value", arguments: 0..<20 as Range<UInt64>)
  func nothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let written = String(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in Self.noise.randomElement(using: &generator) ?? "q" })
      for kind in Concept.Kind.allCases where kind != .text {
        let answer = Self.reader(kind).read([written]).answer
        guard case .missing = answer else {
          Issue.record("\(kind): \(written)")
          continue
        }
      }
    }
  }

  @Test("any bytes at all end in a reading", arguments: 0..<10 as Range<UInt64>)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let written = String(decoding: bytes, as: UTF8.self)
      for kind in Concept.Kind.allCases { _ = Self.reader(kind).read([written, written]) }
    }
  }

  @Test(
    "an answer without an end is read or refused in good time",
    arguments: [
      "9", "tjugo ", "(", "1/2 ", "tusen ", "hundra ", "och ", "Tolk och ", ",", "annat:", "%", "-", "v. ", "½",
    ])
  func long(piece: String) {
    let written = String(repeating: piece, count: 2_000)
    for kind in Concept.Kind.allCases {
      let reading = Self.reader(kind).read([String(written.prefix(AnswerReader.longest - 100))])
      if Self.numeric.contains(kind) { #expect(!reading.answer.isQuantity, "\(kind): \(piece)") }
    }
  }
}

extension Answer {
  fileprivate var isQuantity: Bool { if case .quantity = self { true } else { false } }
}

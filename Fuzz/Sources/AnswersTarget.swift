import SurveyModel

@testable import CleanStage

/// Answers: every text is a value of its kind or the reason there is none, and an unreadable one says why.
@Sendable func fuzzAnswers(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let several = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for reader in readers {
    check(reader.read([text]), by: reader)
    if several.count > 1 { check(reader.read(several), by: reader) }
  }
}

private let list = CodeList(
  id: "supports",
  codes: [
    .init(code: "interpreter", label: LocalizedText(sv: "Tolk", en: "Interpreter")),
    .init(code: "mentor", label: LocalizedText(sv: "Mentor eller handledare", en: "Mentor"), written: ["Mentor"]),
    .init(code: "several", label: LocalizedText(sv: "Lön, stöd", en: "Wage, support"), written: ["3"]),
  ])

private let readers = Concept.Kind.allCases.flatMap { kind in
  [nil, CodeTexts(list)].map {
    AnswerReader(
      kind: kind, list: $0, missingCodes: MissingCodes([.doNotKnow: ["99"], .refused: ["vill ej"]]),
      unit: $0 == nil ? nil : "persons", personsPerFullTimeEquivalent: 1.2, answeredYear: 2026)
  }
}

private func check(_ reading: AnswerReader.Reading, by reader: AnswerReader) {
  switch reading.answer {
  case .quantity(.missing): fatalError("a quantity that is none")
  case .quantity(let quantity):
    let ends = [quantity.low, quantity.best, quantity.high].compactMap(\.self)
    claim(ends.allSatisfy { $0.isFinite && $0 >= 0 }, "a count below 0, or without end")
    claim(reader.kind != .share || ends.allSatisfy { $0 <= 100 }, "a share of more than all")
    if let low = quantity.low, let high = quantity.high { claim(low <= high, "the ends of a range in the wrong order") }
    if let low = quantity.low, let best = quantity.best { claim(low <= best, "the best value below the range") }
    if let best = quantity.best, let high = quantity.high { claim(best <= high, "the best value above the range") }
  case .choices(let codes):
    claim(!codes.isEmpty || reader.kind == .choices, "no code")
    claim(Set(codes).count == codes.count, "a code twice")
    if reader.kind != .yesNo { claim(codes.allSatisfy { reader.list?.codes.contains($0) ?? false }, "not a code") }
  case .text(let text): claim(!text.isEmpty, "a text of nothing")
  case .missing(.unreadable):
    let mayBeSilent = reader.list == nil && (reader.kind == .choices || reader.kind == .choice)
    claim(!reading.problems.isEmpty || mayBeSilent, "unreadable, and no word why")
  case .missing: break
  }
}

import ConfidentialRecords
import Diagnostics
import Markup
import Testing

@testable import IngestStage

@Suite("Forms of unknown make")
struct FormMakersTests {
  private func read(_ maker: FormMaker) throws -> ResponseRecord {
    let source = ResponseSource(
      name: "forms", carrier: .htmlForm, path: "*.html", questionnaire: "employer", mode: .web)
    let carrier = try HTMLFormCarrier(
      source, questionnaire: maker.questionnaire, options: MarkupOptions(),
      redaction: ContactRedaction(keys: ["0181-0001"]))
    return try carrier.read(Array(maker.page.utf8), path: "p.html", at: SourceLocation(path: "p.html")).response
  }

  @Test("every make of form gives the same answers, and a question that was not shown none", arguments: FormMaker.all)
  func makes(maker: FormMaker) throws {
    let response = try read(maker)
    #expect(response.establishment == "0181-0001")
    #expect(response.answered == "2026-02-03")
    let lists = Dictionary(uniqueKeysWithValues: FormMaker.lists.map { ($0.id, OptionTexts($0)) })
    let answers = response.answers.map { answer in
      let list = maker.questionnaire.questions.first { $0.id == answer.question }?.codeList.flatMap { lists[$0] }
      let values = answer.values.flatMap { value -> [String] in
        if let list { return [list.code(value) ?? (Tick(value) == .yes ? "yes" : value)] }
        return value.split(separator: "\n").map { String($0).trimmed }
      }
      return "\(answer.question)=\(values.joined(separator: "|"))"
    }
    #expect(answers == FormMaker.answers)
  }
}

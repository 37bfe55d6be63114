import ConfidentialRecords
import Diagnostics
import StudyFiles
import TestSupport
import Testing

@testable import IngestStage

/// Loads a draft as a study would.
func load(_ draft: String) throws -> Questionnaire {
  let folder = try TemporaryFolder()
  let path = try folder.write(draft, to: "draft.yaml")
  return try YAMLFile.load(path, as: .questionnaire)
}

@Suite("A draft of a questionnaire")
struct DraftQuestionnaireTests {
  private typealias Draft = DraftQuestionnaire

  private static func draft(_ questions: [Draft.Question]) -> Draft {
    var draft = Draft(
      id: "prov", title: .init(sv: "Prov", en: "Trial"), carrier: .csv, origin: "a test", unitKey: "enhet")
    draft.items = questions.map { .question($0) }
    return draft
  }

  @Test("is a questionnaire file as it stands, with whatever texts there were")
  func hostileTexts() throws {
    let nasty = "a\"b\\c: {x} # y\n- *z &å '\u{E000}\u{FEFF}\u{0007}\u{2028}%@`|>"
    var question = Draft.Question(
      id: nasty, text: .init(sv: nasty, en: nasty), kind: .choice,
      codes: [Draft.Code(code: nasty, label: .init(sv: nasty), written: [nasty])], found: ["kol: \"1\""])
    question.notes = [nasty, String(repeating: "ord ", count: 100)]
    let text = DraftWriter.text(of: Self.draft([question]))
    let loaded = try load(text)
    let clean = "a\"b\\c: {x} # y - *z &å '  %@`|>"
    #expect(loaded.questions.first?.text.sv == clean)
    #expect(loaded.codeLists.first?.codes.first?.label.en == clean)
    #expect(loaded.questions.first?.places.found == ["csv": ["kol: \"1\""]])
    #expect(text.split(separator: "\n").filter { $0.contains("ord ord") }.allSatisfy { $0.count <= 120 })
  }

  @Test("codes that would be taken for one another are told apart or left out, with a note")
  func codes() throws {
    let codes = [
      Draft.Code(code: "1", label: .init(sv: "Ja", en: "Yes")), Draft.Code(code: "2", label: .init(sv: "ja", en: "1")),
      Draft.Code(code: "a", label: .init(sv: "x", en: "y"), written: ["Ja"]),
      Draft.Code(code: "A", label: .init(sv: "z")), Draft.Code(code: "é", label: .init()),
    ]
    let question = Draft.Question(id: "Q1", text: .init(sv: "f"), kind: .choice, codes: codes, found: ["q"])
    let text = DraftWriter.text(of: Self.draft([question]))
    let list = try load(text).codeLists[0]
    #expect(list.codes.map(\.code) == ["1", "2", "a", "-"])
    #expect(list.codes.map(\.label.sv) == ["Ja", "ja (2)", "x", "-"])
    #expect(list.codes.map(\.label.en) == ["Yes", "1 (2)", "y", "-"])
    #expect(list.codes.map(\.written) == [[], [], [], ["é"]])
    #expect(text.contains("# the code A cannot be told from another"))
  }

  @Test("questions with the same codes share a list")
  func lists() throws {
    let codes = [Draft.Code(code: "1", label: .init(sv: "Ett", en: "One"))]
    let questions = ["Q1", "Q2", "Q1"].map {
      Draft.Question(id: $0, text: .init(sv: "f"), kind: .choice, codes: codes, found: [$0 + "x"])
    }
    var all = questions
    all[2].found = ["annan"]
    all.append(
      Draft.Question(id: "Q4", text: .init(sv: "f"), kind: .yesNo, codes: LimeSurveyLanguages.yesNo, found: ["j"]))
    let loaded = try load(DraftWriter.text(of: Self.draft(all)))
    #expect(loaded.codeLists.map(\.id) == ["q1", "yes-no"])
    #expect(loaded.questions.map(\.id) == ["Q1", "Q2", "Q1-2", "Q4"])
  }

  @Test("a condition that the questions do not bear out becomes a note")
  func conditions() throws {
    var first = Draft.Question(id: "Q1", text: .init(sv: "f"), kind: .count, found: ["a"])
    first.asked = "Q9 > 1"
    var second = Draft.Question(id: "Q2", text: .init(sv: "f"), kind: .count, found: ["b"])
    second.asked = "Q1 > 1"
    let text = DraftWriter.text(of: Self.draft([first, second]))
    let loaded = try load(text)
    #expect(loaded.questions.map(\.asked) == [nil, "Q1 > 1"])
    #expect(text.contains("# when: could not be made of Q9 > 1"))
  }

  @Test("a language that the file lacks is told once, a text that lacks one where it stands")
  func languages() {
    func question(_ text: Draft.Text) -> Draft.Question {
      Draft.Question(id: "Q", text: text, kind: .text, found: ["a"])
    }
    let lacking = DraftWriter.text(of: Self.draft([question(.init(en: "a")), question(.init(en: "b"))]))
    #expect(lacking.components(of: "no Swedish in the file") == 1)
    let some = DraftWriter.text(of: Self.draft([question(.init(en: "a")), question(.init(sv: "b", en: "b"))]))
    #expect(some.contains("    # text: no Swedish in the file: the English text stands in its place"))
  }

  @Test("names every concept once, so that nothing need be guessed")
  func concepts() {
    let text = DraftWriter.text(of: Self.draft([])).replacing("\n# ", with: " ").replacing("  ", with: " ")
    for concept in Concept.allCases {
      let name = concept.rawValue + (concept.hasHorizon ? "(h)" : "")
      #expect(text.contains(" \(name),") || text.contains(" \(name) ") || text.contains(" \(name)\n"), "\(name)")
    }
    #expect(!text.contains("\nmeasures:"))
  }

  @Test("a file of no known kind, or none at all, is told")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("<html><body>Hej</body></html>", to: "a.lss")
    let failure = #expect(throws: StageFailure.self) { try QuestionnaireDescriber.describe(path) }
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.first?.expected?.contains(".lss") == true)
    #expect(#expect(throws: StageFailure.self) { try QuestionnaireDescriber.describe(path + "x") }?.exit == .noInput)
    #expect(
      #expect(throws: StageFailure.self) { try QuestionnaireDescriber.describe(folder.path) }?.exit == .cannotRead)
    let prose = "# Om enkäten\n\nSe först, läs sedan, och\nfråga annars.\n\nTa med penna, papper, kaffe\noch tid.\n"
    let notes = try folder.write(prose, to: "notes.md")
    #expect(#expect(throws: StageFailure.self) { try QuestionnaireDescriber.describe(notes) }?.exit == .wrongData)
    let empty = try folder.write("", to: "tom.lss")
    #expect(#expect(throws: StageFailure.self) { try QuestionnaireDescriber.describe(empty) }?.exit == .wrongData)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

import ConfidentialRecords
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import IngestStage

/// The files of real surveys that lie beside the package, where they do; every number was counted by hand, or by
/// another program, in the files.
@Suite("Real LimeSurvey files", .enabled(if: RealExport.isThere))
struct RealLimeSurveyTests {
  private static let folder = RealExport.folder.appendingPathComponent("limesurvey").path

  private static func structure(_ file: String) throws -> LimeSurveyStructure {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
    return try LimeSurveyStructure(bytes, at: SourceLocation(path: file))
  }

  @Test(
    "structures of every layout have the questions, parts, answers and columns that were counted",
    arguments: [
      ("colors.lss", 606, "841748", ["L": 1, "M": 1, "T": 2], 11, 2, 14),
      (
        "ls205_comma_as_radix_separator.lss", 177, "",
        [
          "N": 1, "K": 1, ":": 1, ";": 1, "L": 1, "S": 1, "Q": 1, "M": 1,
          "P": 1, "X": 1,
        ], 25, 3, 41
      ),
      (
        "ls205_sample_survey_english.lss", 177, "",
        [
          "N": 12, "X": 11, "K": 10, "M": 8, "S": 7, "P": 6, ":": 5, "1": 5,
          "Y": 4, "E": 4, ";": 4, "R": 4, "L": 3, "F": 3, "B": 3, "A": 3, "C": 3, "Q": 3, "5": 2, "!": 2, "U": 2,
          "T": 2,
          "*": 2, "O": 1, "H": 1, "D": 1, "|": 1, "G": 1, "I": 1,
        ], 321, 98, 499
      ),
      ("limesurvey_survey_ArrayNumberCheckbox.lss", 359, "", [":": 1, "S": 2, "T": 1], 5, 0, 9),
      (
        "rse_uk_core_survey_2017.lss", 261, "245554",
        [
          "!": 13, "Y": 12, "S": 8, "F": 6, "L": 5, "K": 4, "Q": 4, "N": 3,
          "M": 2, "D": 1, "R": 1,
        ], 117, 633, 169
      ),
      (
        "survey-dual-scale-question-api-test.lss", 495, "", ["1": 2, "H": 1, "F": 1, "C": 1, "L": 1, "M": 1], 10, 19, 14
      ),
      ("survey_939146.lss", 605, "939146", ["L": 2, "!": 1], 0, 9, 3),
    ] as [(String, Int, String, [String: Int], Int, Int, Int)])
  func structures(
    file: String, version: Int, id: String, types: [String: Int], parts: Int, answers: Int, columns: Int
  ) throws {
    let structure = try Self.structure(file)
    #expect(structure.version == version)
    #expect(id.isEmpty || structure.id == id)
    #expect(Dictionary(grouping: structure.questions, by: \.letter).mapValues(\.count) == types)
    #expect(structure.questions.allSatisfy { $0.kind != nil })
    #expect(structure.questions.reduce(0) { $0 + $1.rows.count + $1.columns.count } == parts)
    #expect(structure.questions.reduce(0) { $0 + $1.answers[0].count + $1.answers[1].count } == answers)
    #expect(try structure.columns(at: SourceLocation(path: file)).count == columns)
    let texts = structure.questions.filter { $0.texts.values.contains { !$0.isEmpty } }
    #expect(texts.count > structure.questions.count / 2)
  }

  @Test("the decimal comma and the languages are those of the settings")
  func settings() throws {
    #expect(try Self.structure("ls205_comma_as_radix_separator.lss").commaLanguages == ["en"])
    #expect(try Self.structure("colors.lss").commaLanguages == [])
    let twoLanguages = try Self.structure("survey-dual-scale-question-api-test.lss")
    #expect(Set(twoLanguages.languages) == ["en", "es"])
    #expect(twoLanguages.questions.allSatisfy { Set($0.texts.keys) == ["en", "es"] })
    let boxes = try Self.structure("limesurvey_survey_ArrayNumberCheckbox.lss").questions.filter(\.isOfCheckBoxes)
    #expect(boxes.map(\.code) == ["question"])
  }

  @Test(
    "every structure makes a draft that a study loads",
    arguments: [
      ("colors.lss", 4, 2), ("colors.lsa", 4, 2), ("ls205_comma_as_radix_separator.lss", 37, 0),
      ("limesurvey_survey_ArrayNumberCheckbox.lss", 6, 2), ("rse_uk_core_survey_2017.lss", 101, 13),
      ("survey-dual-scale-question-api-test.lss", 11, 0), ("survey_939146.lss", 3, 0),
    ])
  func drafts(file: String, questions: Int, conditions: Int) throws {
    let text = try QuestionnaireDescriber.describe("\(Self.folder)/\(file)", id: "employer")
    let draft = try load(text)
    #expect(draft.questions.count == questions)
    #expect(draft.questions.count { $0.asked != nil } == conditions)
    if file.hasPrefix("rse") {
      #expect(!text.contains("LimeSurvey shows it only if"))
      #expect(draft.questions.first { $0.id == "paper4" }?.asked == "not paper3")
      #expect(draft.codeLists.first { $0.id == "socio1" }?.codes.count == 249)
    }
  }

  @Test("the sample survey of every type makes a draft; what it cannot say of its skip logic is told")
  func everyType() throws {
    let text = try QuestionnaireDescriber.describe("\(Self.folder)/ls205_sample_survey_english.lss", id: "employer")
    let draft = try load(text)
    #expect(draft.questions.count > 400)
    #expect(draft.questions.contains { $0.asked != nil })
    #expect(text.contains("LimeSurvey shows it only if"))
  }

  // MARK: Responses

  private static func read(
    _ file: String, structure: String? = nil, _ questions: [String]
  ) throws -> [ResponseRecord] {
    let folder = try DataFolder(path: folder)
    var source = LimeSurveyCarrierTests.source
    source.structure = structure
    let carrier = LimeSurveyCarrier(
      source, questionnaire: LimeSurveyCarrierTests.questionnaire(questions, unitKey: "id", answered: "submitdate"),
      options: .init(), redaction: ContactRedaction(keys: []))
    var table = try #require(try carrier.open(try folder.file(file), in: folder))
    var responses: [ResponseRecord] = []
    while let row = try table.next() {
      responses.append(try table.reader.read(row, at: SourceLocation(path: file, line: row.line)).response)
    }
    return responses
  }

  /// Two responses; the conditional questions are shown to one each.
  @Test("colours: an archive, and its parts, are read alike")
  func colours() throws {
    let questions = ["choices Q00", "text G01Q02", "text G01Q03", "choice G02Q04", "yesNo Q00_SQ001"]
    let archive = try Self.read("colors.lsa", questions)
    let parts = try Self.read("colors_responses.lsr", structure: "colors.lss", questions)
    #expect(archive.map(LimeSurveyCarrierTests.words) == parts.map(LimeSurveyCarrierTests.words))
    #expect(archive.map(\.establishment) == ["1", "2"])
    #expect(archive.map(\.answered) == ["", ""])
    #expect(archive.map(\.truncated) == [nil, nil])
    #expect(
      archive.map { $0.answers.map(\.question) } == [
        ["Q00", "G01Q02", "G02Q04", "Q00_SQ001"], ["Q00", "G01Q03", "G02Q04", "Q00_SQ001"],
      ])
    #expect(archive[0].answers[0].values == ["SQ009", "SQ011"])
    #expect(archive[1].answers[0].values == ["SQ001", "SQ002"])
    #expect(archive.map { $0.answers[2].values } == [["AO01"], ["AO01"]])
    #expect(archive.map { $0.answers[3].values } == [["N"], ["Y"]])
  }

  /// Ten responses. A, B and C of the first question: 2, 2 and 4, two left it empty; of the second 5, 3, 1 and one empty.
  @Test("single choices: each answer of ten respondents")
  func singleChoices() throws {
    let structure = try Self.structure("survey_939146.lss")
    let codes = structure.questions.map(\.code)
    let responses = try Self.read(
      "survey_939146_responses.lsr", structure: "survey_939146.lss", codes.map { "choice \($0)" })
    #expect(responses.count == 10)
    func column(_ place: Int) -> String {
      responses.map { $0.answers[place].values.first ?? "-" }.joined()
    }
    #expect(structure.questions.map(\.id) == ["2", "3", "4"])
    #expect([0, 1, 2].map(column) == ["ACBCC-B-AC", "CAAAA-BBBA", "BBABB-CCCB"])
  }

  @Test("responses beside the structure of another survey are refused")
  func mixed() throws {
    let failure = #expect(throws: StageFailure.self) {
      try Self.read("colors_responses.lsr", structure: "survey_939146.lss", ["text Q00"])
    }
    #expect(failure?.problems.map(\.got) == ["survey 841748"])
  }
}

import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import IngestStage

@Suite("A draft of a LimeSurvey survey")
struct LimeSurveyDraftTests {
  private func describe(_ bytes: [UInt8], id: String? = nil) throws -> String {
    let folder = try TemporaryFolder()
    return try QuestionnaireDescriber.describe(try folder.write(bytes, to: "enkät 1.lss"), id: id)
  }

  @Test("has a question for every answer, in both layouts alike", arguments: [true, false])
  func everyType(isOld: Bool) throws {
    let text = try describe(Array(LimeSurveyFixture.everyType.structure(isOld: isOld).utf8))
    let draft = try load(text)
    #expect(draft.id == "enkat-1")
    #expect(draft.title == LocalizedText(sv: "Prov & försök", en: "Trial"))
    let lines = draft.questions.map { "\($0.id) \($0.kind) \($0.codeList ?? "-")" }
    #expect(
      lines == [
        "ORT choice ort", "ORT_other text -", "NED choice ned", "LK choice lk", "LK_comment text -", "FL choices fl",
        "FL_other text -", "FK choices fk", "FK_SQ001comment text -", "ANT count -", "ANTF_kv count -",
        "ANTF_man count -", "KORT text -", "LANG text -", "HUGE text -", "TITEL_1 text -", "TITEL_2 text -",
        "DAG date -", "JA yesNo yes-no", "KON choice kon", "FEM scale -", "AA_a scale -", "AB_a choice ab_a",
        "AC_a choice ac_a", "AE_a choice ae_a", "AF_a choice af_a", "AF_b choice af_a", "AH_a choice ah_a",
        "DUB_a_0 choice dub_a_0", "DUB_a_1 choice dub_a_1", "TAL_r1_nu count -", "TAL_r1_sen count -",
        "TAL_r2_nu count -", "TAL_r2_sen count -", "KRYSS_r1 choices kryss_r1", "KRYSS_r2 choices kryss_r1",
        "ORD_r1_vad text -", "RANG_1 choice rang_1", "RANG_2 choice rang_1", "RANG_3 choice rang_1", "RAKNA text -",
        "SPRAK choice sprak",
      ])
    #expect(draft.codeLists.first?.codes.map(\.code) == ["A1", "A2", "other"])
    #expect(draft.codeLists.first?.codes.last?.written == ["-oth-"])
    let cell = try #require(draft.questions.first { $0.id == "TAL_r2_sen" })
    #expect(
      cell.text == LocalizedText(sv: "Antal per yrke – Lärare – Sen", en: "Number per occupation – Teacher – Later"))
    #expect(text.contains("# VISA: text without an answer; left out"))
    #expect(text.contains("# FIL: files are not read; left out"))
    #expect(text.contains("numbers are shown with a decimal comma in: sv"))
    #expect(text.contains("found: {limesurvey: \"TAL[]_nu\"}"))
  }

  @Test("finds every answer of a response where it says", arguments: [true, false])
  func roundTrip(isOld: Bool) throws {
    let fixture = LimeSurveyFixture.everyType
    let structure = fixture.structure(isOld: isOld)
    let place = SourceLocation(path: "s")
    let columns = try LimeSurveyStructure(Array(structure.utf8), at: place).columns(at: place)
    let names = columns.map(\.names.numbers)
    let row = LimeSurveyFixture.Response(
      [("token", "u"), ("submitdate", "2026-01-02 00:00:00")] + names.map { ($0, "1") })
    let questionnaire = try load(try describe(Array(structure.utf8)))
    let (responses, faults) = try LimeSurveyCarrierTests.read(
      Array(LimeSurveyFixture.responses(names, [row]).utf8), structure: structure, questionnaire)
    #expect(faults.isEmpty)
    let response = try #require(responses.first)
    #expect(response.establishment == "u" && response.answered == "2026-01-02")
    #expect(response.answers.map(\.question) == questionnaire.questions.map(\.id))
    #expect(response.answers.allSatisfy { !$0.values.isEmpty })
  }

  @Test("says skip logic of question and group, and leaves what it cannot say as a note")
  func skipLogic() throws {
    var fixture = LimeSurveyFixture([
      .init("JA", "Y", "a", "a"),
      .init("FL", "M", "a", "a", parts: [.init("SQ1", "a", "a"), .init("SQ2", "b", "b")]),
      .init("A", "N", "a", "a", relevance: "100200X1X10.NAOK == \"Y\" and FL_SQ2.NAOK == 'Y'"),
      .init("B", "S", "a", "a", group: 2, relevance: "A > 3"),
      .init("C", "S", "a", "a", group: 2, relevance: "strlen(B) > 3"),
      .init("D", "S", "a", "a", group: 2, relevance: "1"),
    ])
    fixture.groupRelevance = ["1", "JA == 'Y'", ""]
    let text = try describe(Array(fixture.structure(isOld: false).utf8))
    let asked = try load(text).questions.map { "\($0.id) \($0.asked ?? "-")" }
    #expect(asked == ["JA -", "FL -", "A JA and 'SQ2' in FL", "B (JA) and (A > 3)", "C -", "D JA"])
    #expect(text.contains("# when: LimeSurvey shows it only if strlen(B) > 3"))
    #expect(text.contains("# when: and JA"))
  }

  @Test("comes from an archive too, and never shows what respondents wrote")
  func archive() throws {
    let fixture = LimeSurveyFixture.everyType
    let column = fixture.column("KORT")
    let answers = LimeSurveyFixture.responses([column], [["token": "u", column: "HEMLIGT"]])
    let archive = ZipWriter.archive([
      "a.lsr": answers, "b.lst": "<email>HEMLIGT</email>", "c.lss": fixture.structure(isOld: false),
    ])
    let text = try describe(archive, id: "employer")
    #expect(try load(text).id == "employer")
    #expect(!text.contains("HEMLIGT"))
    for bytes in [Array(answers.utf8), ZipWriter.archive(["a.lsr": answers]), Array(archive.dropLast(40))] {
      let failure = #expect(throws: StageFailure.self) { try describe(bytes) }
      #expect(failure?.exit == .wrongData)
      #expect(failure?.problems.contains { "\($0)".contains("HEMLIGT") } == false)
    }
  }
}

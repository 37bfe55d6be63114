import ConfidentialRecords
import Diagnostics
import StudyFiles
import TestSupport
import Testing

@testable import IngestStage

@Suite("A draft of a table or a form")
struct TableDraftTests {
  private func describe(_ text: String, _ name: String = "t.csv") throws -> String {
    let folder = try TemporaryFolder()
    return try QuestionnaireDescriber.describe(try folder.write(text, to: name), id: "employer")
  }

  private func words(_ questionnaire: Questionnaire, _ carrier: Carrier) -> [String] {
    questionnaire.questions.map {
      "\($0.id) \($0.kind) \($0.codeList ?? "-") \($0.places.selectors(for: carrier).joined(separator: ","))"
    }
  }

  static let csv = """
    Uttag ur registret;;;;;;
    enhet;datum;anst;stod_tolk;stod_lon;sokt;kontaktperson;ovrigt
    0181-0001;2026-02-03;12,5;1;;Ja;HEMLIGT Namn;HEMLIGT
    0181-0002;2026-02-03;;;1;Nej;;HEMLIGT och mer
    """

  @Test("of a CSV file has its columns, options in one question, no contact data and no answer")
  func csv() throws {
    let text = try describe(Self.csv)
    let draft = try load(text)
    #expect(!text.contains("HEMLIGT") && !text.contains("12,5") && !text.contains("0181"))
    #expect(
      words(draft, .csv) == [
        "anst count - anst", "stod choices stod stod", "sokt yesNo yes-no sokt", "ovrigt text - ovrigt",
      ])
    #expect(draft.unitKey.selectors(for: .csv) == ["enhet"])
    #expect(draft.answered?.selectors(for: .csv) == ["datum"])
    #expect(draft.codeLists.first?.codes.map(\.code) == ["tolk", "lon"])
    #expect(text.contains("# kontaktperson: contact data"))
  }

  @Test("of a CSV file reads that file") func csvRoundTrip() throws {
    let read = try ReadTable(csv: Self.csv, try load(try describe(Self.csv)))
    #expect(
      read.answers == [
        ["anst=12,5", "stod=tolk", "sokt=Ja", "ovrigt=HEMLIGT"],
        ["anst=", "stod=lon", "sokt=Nej", "ovrigt=HEMLIGT och mer"],
      ])
  }

  @Test("of a page with a table has its headings as paths, and reads that page") func table() throws {
    let page = """
      <html><body><table><tr><td>x<td>y</table><table><tr><th rowspan=2>Arbetsställe<th colspan=2>Behov<th rowspan=2>Övrigt
      <tr><th>om 2 år<th>om 5 år<tr><td>0181-0001<td>7<td>8<td>HEMLIGT</table></body></html>
      """
    let text = try describe(page, "t.html")
    let draft = try load(text)
    #expect(!text.contains("HEMLIGT"))
    #expect(
      words(draft, .htmlTable) == [
        "Behov---om-2-ar count - Behov > om 2 år", "Behov---om-5-ar count - Behov > om 5 år", "Ovrigt text - Övrigt",
      ])
    let read = try ReadTable(html: page, draft)
    #expect(read.units == ["0181-0001"])
    #expect(read.answers.first?.map { $0.split(separator: "=")[1] } == ["7", "8", "HEMLIGT"])
  }

  @Test("takes no line of words for a heading that might be an answer") func noAnswers() throws {
    for csv in [
      "a;b;c\nHEMLIGT ord;HEMLIGT mer;HEMLIGT allt\nfler ord;ännu fler;och slut\n",
      "0181-0001;40;HEMLIGT\n0181-0002;50;HEMLIGT\n", "a;b;c\n;HEMLIGT ett;HEMLIGT två\n1;2;3\n",
    ] {
      let text = try? describe(csv)
      #expect(text?.contains("HEMLIGT") != true)
    }
    let coded = try load(try describe("enhet;a;b\nNyckel;Antal i dag;Behov om 2 år\n1;2;3\n2;;4\n"))
    #expect(coded.questions.map(\.text.sv) == ["Antal i dag", "Behov om 2 år"])
    #expect(words(coded, .csv) == ["a count - a", "b count - b"])
  }

  @Test("of a form has its fields, labels and choices, and reads that form", arguments: FormMaker.all)
  func forms(maker: FormMaker) throws {
    guard maker.testDescription != FormMaker.printedForm.testDescription else { return }
    let text = try describe(maker.page, "f.html")
    let draft = try load(text)
    #expect(!text.contains("0181-0001") && !text.contains("Gärna") && !text.contains("50–55"))
    #expect(draft.questions.count >= 8)
    #expect(draft.codeLists.contains { $0.codes.contains { $0.label.sv == "Privat" } })
  }

  @Test("of a form in rows says how its rows are named") func rows() throws {
    let page = """
      <form><label for=k>Arbetsställe</label><input id=k name=arbetsstalle_id value=1>
      <table><tr><th>Yrke<th>Antal<tr><td><input name="yrke[1].namn"><td><input name="yrke[1].antal" type=number>
      <tr><td><input name="yrke[2].namn"><td><input name="yrke[2].antal" type=number></table>
      <label>Epost <input name=epost></label></form>
      """
    let text = try describe(page, "f.html")
    let draft = try load(text)
    #expect(words(draft, .htmlForm) == ["yrke-1-.namn text - yrke[1].namn", "yrke-1-.antal count - yrke[1].antal"])
    #expect(text.contains("found: {html-form: \"yrke[].antal\"}"))
    #expect(draft.unitKey.selectors(for: .htmlForm) == ["arbetsstalle_id"])
  }

  @Test("of real tables names what is in them", .enabled(if: RealTables.isThere))
  func real() throws {
    func describe(_ path: String) throws -> Questionnaire {
      try self.describe(String(decoding: RealTables.bytes(path), as: UTF8.self)).loaded()
    }
    let limeSurvey = try describe("limesurvey/rse_nl_responses_2017.csv")
    // 65 disciplines, 4 ways of testing and 4 of meeting are three questions; 130 - 73 + 3.
    #expect(limeSurvey.questions.count == 60)
    #expect(limeSurvey.questions.first { $0.id == "currentEmp13" }?.kind == .choices)
    #expect(limeSurvey.codeLists.first { $0.id == "currentemp13" }?.codes.count == 65)
    #expect(limeSurvey.questions.first { $0.id == "soft1can" }?.kind == .count)
    let organisation = try describe("csv-organisation-survey/osposurvey_2022_raw.csv")
    #expect(organisation.questions.contains { $0.id == "Q2" && $0.kind == .count })
    let index = try describe("csv-decimal-comma/bristindex_historik.csv")
    #expect(index.questions.count { $0.kind == .count } == 6)
  }
}

extension String {
  fileprivate func loaded() throws -> Questionnaire { try load(self) }
}

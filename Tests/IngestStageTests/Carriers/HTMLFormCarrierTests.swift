import ConfidentialRecords
import Diagnostics
import Markup
import Testing

@testable import IngestStage

@Suite("A saved form page")
struct HTMLFormCarrierTests {
  private func read(
    _ body: String, questionnaire: Questionnaire = TestStudy.questionnaire
  ) throws -> CarriedResponse {
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: questionnaire, options: MarkupOptions(),
      redaction: ContactRedaction(keys: ["0181-0001"]))
    let page = "<html><body><form>\n<input type=hidden name=unit_id value=0181-0001>\n\(body)</form></body></html>"
    return try carrier.read(Array(page.utf8), path: "e/p.html", at: SourceLocation(path: "d/e/p.html"))
  }

  private func answers(_ body: String) throws -> [String] { try read(body).response.answers.map(\.words) }

  @Test("a filled-in field has its value and line, an empty one has none, an absent one is not there")
  func presence() throws {
    #expect(try answers("<input name=anstallda value=' 40 '>\n<input name=behov_2>") == ["Q1=40@3", "Q2=@4"])
    #expect(try answers("<input name=behov_2 value='\u{A0}'>") == ["Q2=@3"])
  }

  @Test("choices: radio buttons, check boxes, selects, text areas")
  func kinds() throws {
    let body = """
      <input type=radio name=sokt value=ja><input type=radio name=sokt value=nej checked>
      <input type=checkbox name=stod value=Tolk checked><input type=checkbox name=stod value=Mentor>
      <input type=checkbox name=stod value=Lönestöd checked>
      <select name=svart><option value="">Välj</option><option value=4 selected>Svårt</option></select>
      <textarea name=ovrigt>
      Rad ett
      rad två</textarea>
      """
    #expect(
      try answers(body) == ["Q7=nej@3", "Q8=Tolk|Lönestöd@4", "Q9=4@6", "Q10=Rad ett\nrad två@7"])
    #expect(
      try answers("<input type=radio name=sokt value=ja><select name=svart><option>1</select>") == ["Q7=@3", "Q9=@3"])
  }

  @Test(
    "a row's number stands in the name, however it is spelt",
    arguments: ["yrke[3].namn", "yrke_3_namn", "yrke[3][namn]", "yrke.3.namn"])
  func rowNames(name: String) throws {
    #expect(try answers("<input name='\(name)' value=Kock>") == ["Q3.3=Kock@3"])
  }

  @Test("rows keep their numbers, gaps and all, and horizons are no rows")
  func rows() throws {
    let body = """
      <input name=yrke[14].namn value=Kock><input name=yrke[2].namn value=Svetsare>
      <input name=yrke[2].behov_5 value=7><input name=yrke_14_behov_2 value=8><input name=yrke[1].behov_10 value=9>
      <input type=checkbox name='yrke[2].brist[]' value=svenska checked>
      """
    #expect(
      try answers(body) == ["Q3.2=Svetsare@3", "Q3.14=Kock@3", "Q4.14=8@4", "Q5.2=7@4", "Q6.2=svenska@5"])
  }

  @Test("rows without a number are counted")
  func unnumbered() throws {
    let body =
      "<input name='yrke[].namn' value=Kock><input name='yrke[].namn'><input name='yrke[].namn' value=Lokförare>"
    #expect(try answers(body) == ["Q3.1=Kock@3", "Q3.2=@3", "Q3.3=Lokförare@3"])
  }

  @Test("selectors are tried in order: a name, else a label, else an id")
  func selectors() throws {
    let label = "<label for=x>Hur många är anställda?</label><input id=x name='ctl00$c1' value=5>"
    #expect(try answers(label) == ["Q1=5@3"])
    #expect(try answers("<input id=staff name=q value=6>") == ["Q1=6@3"])
    #expect(try answers(label + "<input id=staff value=6>") == ["Q1=5@3"])
    #expect(try answers(label + "<input name=anstallda>") == ["Q1=@3"])
  }

  @Test(
    "a label is written with quotation marks or without, and a legend or heading finds what stands under it",
    arguments: [
      "label:Hur många är det?", "label: Hur många är det?", "label:\"Hur många är det?\"", "label:'Hur många är det?'",
      "label:\"Hur \\m\\ånga är det?\"", "legend:Er arbetsplats", "legend:\"Er arbetsplats\"",
      "heading:Ett \"stort\" avsnitt",
      "#x", "name:\"q$1\"", "legend:\"Er arbetsplats\" label:\"Hur många är det?\"",
    ])
  func selectorForms(selector: String) throws {
    var questionnaire = TestStudy.questionnaire
    questionnaire.questions[0].places = FieldPlaces(["html-form": ["nowhere", selector]])
    let body = """
      <h2>Ett "stort" avsnitt</h2><fieldset><legend>Er arbetsplats</legend>
      <label for=x>Hur många är det?</label><input id=x name="q$1" value=5></fieldset>
      """
    #expect(try read(body, questionnaire: questionnaire).response.answers.map(\.words) == ["Q1=5@4"])
  }

  @Test("a label never takes a control whose name is another field's")
  func labelOfAnother() throws {
    #expect(try answers("<label for=x>Hur många är anställda?</label><input id=x name=behov_2 value=5>") == ["Q2=5@3"])
  }

  @Test("a selector that is wrong is a fault of the study, and every one is told")
  func wrongSelectors() {
    var questionnaire = TestStudy.questionnaire
    questionnaire.questions[0].places = FieldPlaces(["html-form": ["#", "label:\"x"]])
    let failure = #expect(throws: StageFailure.self) { try read("", questionnaire: questionnaire) }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.count == 2)
  }

  @Test("of two fields with one name the one that is seen and filled in counts")
  func twice() throws {
    #expect(try answers("<input name=anstallda><input name=anstallda value=7>") == ["Q1=7@3"])
    #expect(try answers("<input name=anstallda value=7><input name=anstallda value=8>") == ["Q1=7@3"])
    #expect(try answers("<input type=hidden name=stod value=0><input type=checkbox name=stod value=Tolk>") == ["Q8=@3"])
  }

  @Test("contact fields are dropped, contact data in texts is taken out")
  func contact() throws {
    let carried = try read(
      "<input name=k_namn value='Anna Provberg'><textarea name=ovrigt>Ring 070-1740605, anna@example.se</textarea>")
    #expect(carried.response.contactPresent)
    #expect(
      carried.response.answers.map(\.words) == ["Q10=Ring [telefonnummer borttaget], [e-post borttagen]@3"])
    #expect(carried.removed[.telephone] == 1 && carried.removed[.email] == 1)
    #expect(try !read("<input name=k_namn value=' '>").response.contactPresent)
  }

  @Test("unit, form, date and encoding stand in the response")
  func head() throws {
    let response = try read("<input name=blankett value=kort><input name=datum value='12 februari'>").response
    #expect(response.establishment == "0181-0001")
    #expect(response.form == "kort")
    #expect(response.answered == "12 februari")
    #expect(response.encoding == "utf-8 by validUTF8")
    #expect(response.encodingEvidence == nil)
    #expect(response.truncated == nil)
    #expect(response.mode == .web && response.source == "forms" && response.path == "e/p.html")
  }

  @Test("a page in windows-1252, and one that declares the wrong charset, are read with their evidence")
  func encodings() throws {
    func read(_ text: String, _ encode: (String) -> [UInt8]) throws -> ResponseRecord {
      let carrier = try HTMLFormCarrier(
        TestStudy.forms, questionnaire: TestStudy.questionnaire, options: MarkupOptions(),
        redaction: ContactRedaction(keys: ["0181-0001"]))
      return try carrier.read(encode(text), path: "p", at: SourceLocation(path: "p")).response
    }
    let page =
      "<html><meta charset=windows-1252><input name=unit_id value=1><input name=yrke[1].namn value=Lokförare></html>"
    let latin = try read(page) { $0.unicodeScalars.map { UInt8($0.value) } }
    #expect(latin.answers.map(\.words) == ["Q3.1=Lokförare@1"])
    #expect(latin.encoding == "windows-1252 by declaredCharset")
    let wrong = try read(page) { Array($0.utf8) }
    #expect(wrong.answers == latin.answers)
    #expect(wrong.encodingEvidence == "declares windows-1252")
    let twice = try read(page.replacing("windows-1252", with: "utf-8").replacing("ö", with: "Ã¶")) { Array($0.utf8) }
    #expect(twice.answers.map(\.words) == ["Q3.1=LokfÃ¶rare@1"])
    #expect(twice.encodingEvidence == "1 of its characters look encoded twice")
  }

  @Test("a page without the unit key is no questionnaire, or one that nobody can place")
  func noUnit() throws {
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: TestStudy.questionnaire, options: MarkupOptions(),
      redaction: ContactRedaction(keys: ["0181-0001"]))
    func reason(_ html: String) -> RejectedRecord.Reason? {
      do throws(IngestProblem) {
        _ = try carrier.read(Array(html.utf8), path: "p", at: SourceLocation(path: "p"))
        return nil
      } catch { return error.reason }
    }
    #expect(reason("<h1>Tack för ert svar</h1>") == .notAQuestionnaire)
    #expect(reason("<input name=anstallda><input name=sokt>") == .notAQuestionnaire)
    #expect(reason("<input name=anstallda><input name=sokt><input name=stod>") == .noUnitKey)
    #expect(
      reason("<input name=unit_id value=' '><input name=anstallda><input name=sokt><input name=stod>") == .noUnitKey)
    #expect(reason("") == .emptyFile)
    #expect(reason("   \n") == .emptyFile)
    #expect(reason(String(repeating: "<div>", count: 5000)) == .brokenMarkup)
    #expect(reason("<input name=unit_id value=1>") == nil)
  }

  @Test("a page that is cut off is kept as far as it goes")
  func cutOff() throws {
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: TestStudy.questionnaire, options: MarkupOptions(),
      redaction: ContactRedaction(keys: ["0181-0001"]))
    let page = "<html><body><form><input name=unit_id value=1><input name=anstallda value=4><input name=beh"
    let carried = try carrier.read(Array(page.utf8), path: "p", at: SourceLocation(path: "d/p"))
    #expect(carried.response.truncated == true)
    #expect(carried.response.answers.map(\.words) == ["Q1=4@1"])
    #expect(carried.problems.map(\.severity) == [.warning])
    #expect(carried.problems.first?.location?.path == "d/p")
  }
}

extension RawAnswer {
  /// `Q3.2=Kock@7`: question, row, values, line.
  var words: String {
    question + (row.map { ".\($0)" } ?? "") + "=" + values.joined(separator: "|") + (line.map { "@\($0)" } ?? "")
  }
}

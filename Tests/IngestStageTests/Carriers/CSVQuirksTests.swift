import ConfidentialRecords
import Diagnostics
import Testing

@testable import IngestStage

@Suite("CSV as spreadsheets and survey tools write it")
struct CSVQuirksTests {
  private func read(
    _ csv: String, _ questionnaire: Questionnaire = TableQuestions.standard, delimiter: String? = nil
  ) throws -> ReadTable {
    try ReadTable(csv: csv, questionnaire, delimiter: delimiter)
  }

  @Test(
    "title lines above the heading are no rows, whatever they hold",
    arguments: [
      "Enkät 2026\n", "Enkät 2026;;;\n;;;\n", "Uttag ur systemet, 2026-03-01, av: A, B, C\nSökning:\n\n\n",
      "sep=;\n", "sep=;\nEnkät till arbetsgivare, våren 2026\n\n", "\"En titel\nmed två rader\"\n",
      String(repeating: "rad om ingenting, alls\n", count: 35),
    ])
  func titles(title: String) throws {
    let read = try read(title + "enhet;anst;beh_2;ovrigt\n0181-0001;12,5;3;a, b\n0181-0002;4;5;\n")
    #expect(read.answers == [["Q1=12,5", "Q2=3", "Q10=a, b"], ["Q1=4", "Q2=5", "Q10="]])
    #expect(read.rowCount == 2)
  }

  @Test("a heading in two rows, merged cells left empty")
  func twoRows() throws {
    let read = try read(
      "Svar;;;;;\nenhet;anst;Behov;;Pension;\n;;om 2 år;om 5 år;om 2 år;om 5 år\n0181-0001;40;7;8;1;2\n")
    #expect(read.answers == [["Q1=40", "Q2=7", "Q5=8"]])
  }

  @Test("codes above texts, and texts above codes")
  func codesAndTexts() throws {
    let codes = "enhet;anst;beh_2;sokt;ovrigt\n"
    let texts = "Arbetsställets nummer;Antal anställda;Behov av personal;Har ni sökt?;Övrigt\n"
    let row = "0181-0001;40;7;Ja;x\n"
    for csv in [codes + texts + row, texts + codes + row] {
      let read = try read(csv)
      #expect(read.answers == [["Q1=40", "Q2=7", "Q7=Ja", "Q10=x"]])
      #expect(read.rowCount == 1)
    }
  }

  @Test("a row under the heading that has a key, a number or a choice is an answer")
  func firstRowIsData() throws {
    let csv = "enhet;anst;beh_2;sokt;ovrigt\n"
    for row in [
      "0181-0001;vet ej;ingen aning;osäkert;x\n", ";vet ej;7;osäkert;x\n", ";vet ej;ingen aning;Ja;x\n",
      ";;;;bara text\n",
    ] {
      #expect(try read(csv + row).rowCount == 1)
    }
  }

  @Test("LimeSurvey's response export: by code with sub-question, by code, by the question's text, by label")
  func limeSurvey() throws {
    let heading =
      "\"id. Response ID\",\"datum. Datum\",\"anst. Hur många?\",\"beh[SQ001]. Behov [om 2 år]\","
      + "\"beh[SQ002]. Behov [om 5 år]\",\"ens[SQ001]. Ensam? []\",\"st[1]. Stöd? [Tolk]\","
      + "\"st[2]. Stöd? [Mentor, handledare]\",\"st[other]. Stöd? [Annat]\"\n"
    let questionnaire = TableQuestions.make(
      unit: "id", TableQuestions.question("A", .count, "anst"), TableQuestions.question("B", .count, "beh[SQ001]"),
      TableQuestions.question("C", .count, "Behov [om 5 år]"), TableQuestions.question("D", .count, "ens"),
      TableQuestions.question("E", .choices, "st", codes: "supports"))
    let read = try read(heading + "1,2026-02-03,7,8,9,10,Yes,No,Kyrkan\n2,,,,,,No,Yes,\n", questionnaire)
    #expect(
      read.answers == [
        ["A=7", "B=8", "C=9", "D=10", "E=tolk|annat|Kyrkan"], ["A=", "B=", "C=", "D=", "E=mentor"],
      ])
    #expect(read.responses.map(\.answered) == ["2026-02-03", ""])
  }

  @Test("sums, sources and notes are no responses; empty rows and headings again are no rows")
  func footers() throws {
    let read = try read(
      """
      enhet;anst;beh_2;ovrigt
      0181-0001;4;5;x
      ;;;
      enhet;anst;beh_2;ovrigt
      0181-0002;1;2;y

      Summa;5;7;
      ;Totalt:;7;
      Källa: enkäten till arbetsgivare 2026
      Uppgifterna är preliminära;;;
      * = uppgift saknas
      ;9;9;
      Noteborn AB;3;4;
      """)
    #expect(read.units == ["0181-0001", "0181-0002", "Noteborn AB"])
    #expect(read.reasons == [.notAResponse, .notAResponse, .notAResponse, .notAResponse, .notAResponse, .noUnitKey])
    #expect(read.rowCount == read.responses.count + read.reasons.count)
  }

  @Test(
    "a spreadsheet's number is a day where a day is due, and there alone",
    arguments: [
      ("46097", "2026-03-16"), ("46097.0", "2026-03-16"), ("46097,354", "2026-03-16"), ("45351", "2024-02-29"),
      ("36526", "2000-01-01"), ("2026-03-16", "2026-03-16"), ("16/3 2026", "16/3 2026"), ("20260316", "20260316"),
      ("12", "12"), ("4609", "4609"), ("99999", "99999"), ("46097.", "46097."), ("46097.5.5", "46097.5.5"), ("", ""),
    ])
  func dates(written: String, day: String) throws {
    let questionnaire = TableQuestions.make(
      TableQuestions.question("Q1", .count, "anst"), TableQuestions.question("D", .date, "start"))
    let read = try read("enhet;datum;anst;start\n0181-0001;\(written);46097;\(written)\n", questionnaire)
    #expect(read.responses.map(\.answered) == [day])
    #expect(read.answers == [["Q1=46097", "D=\(day)"]])
    #expect(read.respelt.dates == (written == day ? 0 : 2))
  }

  @Test("36.0 stays as written in a number; in a code, and in a key of the frame, it is what it was")
  func wholeNumbers() throws {
    let questionnaire = TableQuestions.make(
      TableQuestions.question("Q1", .count, "anst"), TableQuestions.question("Q9", .scale, "svart", codes: "grades"),
      TableQuestions.question("Q7", .yesNo, "sokt", codes: "yes-no"))
    let read = try read("enhet;anst;svart;sokt\n12345.0;36.0;4.0;1.0\n99999.0;036;9.0;0,0\n", questionnaire)
    #expect(read.units == ["12345", "99999.0"])
    #expect(read.answers == [["Q1=36.0", "Q9=4", "Q7=1"], ["Q1=036", "Q9=9.0", "Q7=0"]])
    #expect(read.respelt.wholeNumbers == 4)
  }

  @Test("no-break blanks around a value go, within it they stay; leading zeros stay")
  func blanks() throws {
    let read = try read("enhet;anst;ovrigt\n\u{A0}0181-0001\u{202F};1\u{202F}234;\u{A0}007\u{A0}\n")
    #expect(read.units == ["0181-0001"])
    #expect(read.answers == [["Q1=1\u{202F}234", "Q10=007"]])
  }

  @Test("empty cells left out at the end are empty; a cell too many, or a row torn in two, is set aside")
  func unevenRows() throws {
    let read = try read(
      """
      enhet;anst;beh_2;ovrigt
      0181-0001;4
      0181-0002;4;5;x;;
      0181-0003;4;5;x;y
      9;4;5
      text;slut
      8
      0181-0001;1;2
      """)
    #expect(read.answers.first == ["Q1=4", "Q2=", "Q10="])
    #expect(read.units == ["0181-0001", "0181-0002", "8", "0181-0001"])
    #expect(read.reasons == [.brokenRow, .brokenRow, .brokenRow])
  }

  @Test("of columns with one name the second goes by .1; a column called so is that column")
  func repeatedNames() throws {
    let questionnaire = TableQuestions.make(
      TableQuestions.question("A", .count, "antal"), TableQuestions.question("B", .count, "antal.1"),
      TableQuestions.question("C", .count, "antal.2"))
    #expect(try read("enhet,antal,antal,antal\n1,2,3,4\n", questionnaire).answers == [["A=2", "B=3", "C=4"]])
    #expect(try read("enhet,antal.1,antal\n1,3,2\n", questionnaire).answers == [["A=2", "B=3"]])
  }

  @Test("the study's delimiter decides, or else the fields that are found")
  func delimiters() throws {
    let questionnaire = TableQuestions.make(TableQuestions.question("A", .text, "a,b"))
    #expect(try read("enhet;a,b\n1;x,y\n", questionnaire).answers == [["A=x,y"]])
    #expect(try read("x,y,z,w,v\nenhet\tanst\tbeh_2\n1\t2,5\t3\n").answers == [["Q1=2,5", "Q2=3"]])
    #expect(throws: StageFailure.self) { try read("enhet;anst\n1;2\n", delimiter: ",") }
    #expect(try read("enhet;anst\n1;2\n", delimiter: ";").answers == [["Q1=2"]])
  }

  @Test("one field of a column claimed twice is told once, at the heading's line")
  func ambiguous() {
    let failure = #expect(throws: StageFailure.self) {
      try read(
        "titel\n\nenhet;Behov;;Pension;\n;om 2 år;om 5 år;om 2 år;om 5 år\n1;2;3;4;5\n",
        TableQuestions.make(TableQuestions.question("A", .count, "om 2 år")))
    }
    #expect(failure?.problems.count == 1)
    #expect(failure?.problems.first?.location?.line == 3)
  }
}

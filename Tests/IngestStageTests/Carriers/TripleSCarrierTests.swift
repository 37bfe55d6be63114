import ConfidentialRecords
import Diagnostics
import Markup
import TestSupport
import Testing

@testable import IngestStage

@Suite("Triple-S")
struct TripleSCarrierTests {
  static let obstacles = CodeList(
    id: "obstacles",
    codes: [
      code("experience", "Erfarenhet", "Experience", ["1"]), code("language", "Svenska språket", "Swedish", []),
      code("licence", "Körkort", "Driving licence", ["9"]),
    ])

  static func code(_ code: String, _ sv: String, _ en: String, _ written: [String]) -> CodeList.Code {
    CodeList.Code(code: code, label: LocalizedText(sv: sv, en: en), written: written)
  }

  static func questionnaire(_ questions: [Question], unit: String = "ENHET") -> Questionnaire {
    Questionnaire(
      id: "employer", title: LocalizedText(sv: "Enkät", en: "Questionnaire"),
      forms: [], unitKey: places(unit), answered: places("DATUM"), contactFields: [places("KONTAKT")],
      codeLists: [obstacles], questions: questions)
  }

  static func places(_ name: String...) -> FieldPlaces { FieldPlaces(["triple-s": name]) }

  static func question(
    _ id: String, _ kind: Concept.Kind, _ name: String, codes: String? = nil, repeats: Concept.Repeat = .employer
  ) -> Question {
    Question(
      id: id, text: LocalizedText(sv: id, en: id), kind: kind, repeats: repeats, codeList: codes, places: places(name))
  }

  static let questions = [
    question("Q1", .count, "ANST"), question("Q2", .choices, "HINDER", codes: "obstacles"),
    question("Q3", .choices, "FRÄMST", codes: "obstacles"), question("Q4", .scale, "SVART"),
    question("Q5", .yesNo, "SOKT"), question("Q6", .count, "SAKNAS"), question("Q7", .text, "ÖVRIGT"),
    question("Q8", .text, "YRKE[]", repeats: .occupations), question("Q9", .choice, "SEKTOR", codes: "obstacles"),
  ]

  /// A structure with every type of variable; each with its columns in fixed-width data.
  static func structure(_ version: String = "2.0", record: String = "ident=\"A\"", csv: Bool = false) -> String {
    var column = 0
    func at(_ start: Int, _ finish: Int) -> String {
      column += 1
      return csv ? "<position start=\"\(column)\"/>" : "<position start=\"\(start)\" finish=\"\(finish)\"/>"
    }
    let hinder =
      "<values><value code=\"1\">Erfarenhet</value><value code=\"2\">Svenska språket<text mode=\"interview\">x</text></value><value code=\"9\">Körkort</value></values>"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE sss PUBLIC "-//triple-s//DTD Survey Interchange v2.0//EN" "http://www.triple-s.org/dtd/sss_v20.dtd">
      <sss version="\(version)" languages="sv en" modes="interview analysis"><survey><title>Enkät<br/>ett</title>
      <record \(record)>
      <variable ident="1" type="character" use="serial"><name>ENHET</name><label>Enhet</label>\(at(1, 9))<size>9</size></variable>
      <variable ident="2" type="date"><name>DATUM</name><label>Datum</label>\(at(10, 17))</variable>
      <variable ident="3" type="quantity"><name>ANST</name><label>Anställda</label>\(at(18, 22))<values><range from="0" to="499"/><value code="500">500 eller fler</value><value code="999">Vet inte</value></values></variable>
      <variable ident="4" type="multiple"><name>HINDER</name><label>Hinder</label>\(at(23, 31))\(hinder)</variable>
      <variable ident="5" type="multiple"><name>FRÄMST</name><label>Främst</label>\(at(32, 33))<spread subfields="2" width="1"/>\(hinder)</variable>
      <variable ident="6" type="single"><name>SVART</name><label>Svårt<text xml:lang="en" mode="analysis">Difficulty</text></label>\(at(34, 35))<values><value code="1">Lätt</value><value code="5">Svårt</value><value code="9">Vet ej</value></values></variable>
      <variable ident="7" type="logical"><name>SOKT</name><label>Sökt</label>\(at(36, 36))</variable>
      <variable ident="8" type="quantity"><name>SAKNAS</name><label>Saknas</label>\(at(37, 40))<filter>SOKT</filter></variable>
      <variable ident="9" type="character"><name>ÖVRIGT</name><label>Övrigt</label>\(at(41, 50))</variable>
      <variable ident="10" type="character"><name>YRKE1</name><label>Yrke</label>\(at(51, 58))</variable>
      <variable ident="11" type="character"><name>YRKE2</name><label>Yrke</label>\(at(59, 66))</variable>
      <variable ident="12" type="single" format="literal"><name>SEKTOR</name><label>Sektor</label>\(at(67, 67))<values><value code="A">Experience</value><value code="B">Annat</value></values></variable>
      <variable ident="13" type="character"><name>KONTAKT</name><label>Kontakt</label>\(at(68, 72))</variable>
      <variable ident="14" type="time"><name>KLOCKAN</name><label>Tid</label>\(at(73, 78))</variable>
      </record></survey></sss>
      """
  }

  static let fixed = """
    0181-0001202602031.31010000000191 51 2.5Bra här   Kock    Städare AAnn  101500
    0181-000220260204  500010000000  090                      Kock    B     101500
    0181-000320260205  -12                                                  101500

    """

  static func table(
    _ data: [UInt8], _ structure: String = structure(), _ questionnaire: Questionnaire = questionnaire(questions),
    encoding: TextEncoding? = nil
  ) throws -> TripleSTable? {
    let place = SourceLocation(path: "d/s.sss")
    let source = ResponseSource(
      name: "sss", carrier: .tripleS, path: "t.asc", questionnaire: "employer", mode: .paper, structure: "s.sss")
    let tree = try MarkupParser.parseXML(Array(structure.utf8), path: place.path)
    return try TripleSCarrier(
      source, questionnaire: questionnaire, structure: TripleSStructure(tree, at: place), at: place,
      encoding: encoding, redaction: ContactRedaction(keys: ["0181-0001", "0181-0002", "0181-0003"])
    ).open(data, at: SourceLocation(path: "d/t.asc"))
  }

  static func read(
    _ data: [UInt8], _ structure: String = structure(), _ questionnaire: Questionnaire = questionnaire(questions),
    encoding: TextEncoding? = nil
  ) throws -> (responses: [CarriedResponse], reasons: [RejectedRecord.Reason?]) {
    guard var table = try table(data, structure, questionnaire, encoding: encoding) else { return ([], []) }
    var responses: [CarriedResponse] = []
    var reasons: [RejectedRecord.Reason?] = []
    while let row = try table.next() {
      do throws(IngestProblem) {
        responses.append(try table.reader.read(row, at: SourceLocation(path: "d/t.asc", line: row.line)))
      } catch { reasons.append(error.reason) }
    }
    return (responses, reasons)
  }

  static let answers = [
    [
      "Q1=1.31", "Q2=1|9", "Q3=9|1", "Q4=5", "Q5=1", "Q6=2.5", "Q7=Bra här", "Q8.1=Kock", "Q8.2=Städare",
      "Q9=Experience",
    ],
    ["Q1=500 eller fler", "Q2=Svenska språket", "Q3=", "Q4=Vet ej", "Q5=0", "Q7=", "Q8.1=", "Q8.2=Kock", "Q9=Annat"],
    ["Q1=-12", "Q2=", "Q3=", "Q4=", "Q5=", "Q7=", "Q8.1=", "Q8.2=", "Q9="],
  ]

  @Test(
    "every type of variable is read from its place, in both encodings of versions 1.2 to 3.0",
    arguments: ["1.2", "2.0", "3.0"], [true, false])
  func fixedWidth(version: String, isUTF8: Bool) throws {
    let bytes = isUTF8 ? Array(Self.fixed.utf8) : Self.fixed.unicodeScalars.map { UInt8($0.value) }
    let (responses, reasons) = try Self.read(bytes, Self.structure(version))
    #expect(responses.map { $0.response.answers.map(\.plain) } == Self.answers)
    #expect(responses.map(\.response.establishment) == ["0181-0001", "0181-0002", "0181-0003"])
    #expect(responses.map(\.response.answered) == ["2026-02-03", "2026-02-04", "2026-02-05"])
    #expect(responses.map(\.response.contactPresent) == [true, false, false])
    #expect(responses[0].response.encoding == (isUTF8 ? "utf-8 by validUTF8" : "windows-1252 by fallback"))
    #expect(reasons.isEmpty)
  }

  @Test("CSV data has columns, and heading rows of any width above", arguments: [0, 1, 3])
  func csv(skip: Int) throws {
    let rows = """
      0181-0001,20260203,1.310,100000001,91,5,1,2.5,Bra här,Kock,Städare,A,Ann,101500
      0181-0002,20260204,500,"010000000",,09,0,,,,Kock,B,,
      0181-0003,20260205,-12,,,,,,,,,,,
      """
    let heading = ["", "a,b\n", "Titel\n\"x\",y\nENHET,DATUM\n"][min(skip, 2)]
    let structure = Self.structure(record: "ident=\"A\" format=\"csv\" skip=\"\(skip)\"", csv: true)
    let (responses, reasons) = try Self.read(Array((heading + rows).utf8), structure)
    #expect(responses.map { $0.response.answers.map(\.plain) } == Self.answers)
    #expect(reasons.isEmpty)
    let short = try Self.read(Array((heading + rows + "\n0181-0004,20260205\n").utf8), structure)
    #expect(short.responses.count == 3)
    #expect(short.reasons == [.brokenRow])
  }

  @Test("data whose writer counted bytes is read by bytes")
  func bytes() throws {
    // By hand: `Bra här` takes 8 bytes of its 10, and the line is as long as the others.
    let lines = Self.fixed.split(separator: "\n")
    let padded = lines[0].replacing("Bra här   ", with: "Bra här  ").replacing("Städare ", with: "Städare")
    #expect(padded.utf8.count == lines[1].utf8.count)
    let data = Array("\(padded)\r\n\(lines[1])\r\n".utf8)
    #expect(try Self.read(data).responses.map { $0.response.answers.map(\.plain) } == Array(Self.answers.prefix(2)))
  }

  @Test("blanks at the end of a line may be missing; a file that ends inside a record leaves it cut off")
  func shortLines() throws {
    let lines = Self.fixed.split(separator: "\n").map(String.init)
    let short = try Self.read(Array("\(lines[0])\n\(lines[2].prefix(22))\n\(lines[1])".utf8))
    #expect(
      short.responses.map { $0.response.answers.map(\.plain) } == [Self.answers[0], Self.answers[2], Self.answers[1]])
    #expect(short.responses.map(\.response.truncated) == [nil, nil, nil])

    let cut = try Self.read(Array("\(lines[2])\n\(lines[0].prefix(30))".utf8))
    #expect(cut.responses.map(\.response.truncated) == [nil, true])
    #expect(cut.responses[1].response.answers.map(\.plain) == ["Q1=1.31"])
    #expect(cut.responses[1].problems.count == 1)
    #expect(try Self.read(Array(lines[0].prefix(7).utf8)).reasons == [.noUnitKey])
    #expect(try Self.read([]).responses.isEmpty)
    #expect(try Self.read(Array("\n  \r\n\u{1A}".utf8)).responses.isEmpty)
  }

  @Test(
    "a bit string that lost its zeros is no answer, and no code either", arguments: ["10000000", "1", "1E+08", "2"])
  func lostZeros(bits: String) throws {
    let structure = Self.structure(record: "ident=\"A\" format=\"csv\"", csv: true)
    let (responses, _) = try Self.read(Array("0181-0001,20260203,1,\(bits),,,,,,,,,,\n".utf8), structure)
    #expect(responses.first?.response.answers.first { $0.question == "Q2" }?.values == ["bits: \(bits)"])
  }

  @Test("labels are of the mode that tables use, in the language asked for")
  func labels() throws {
    let tree = try MarkupParser.parseXML(Array(Self.structure().utf8), path: "s.sss")
    let structure = try TripleSStructure(tree, at: SourceLocation(path: "s.sss"))
    #expect(structure.title.text() == "Enkät ett")
    #expect(structure.languages == ["sv", "en"])
    let hard = try #require(structure.variables(called: "SVART").first)
    #expect(hard.label.text() == "Svårt")
    #expect(hard.label.text(in: "en") == "Difficulty")
    #expect(hard.label.text(in: "sv") == "Svårt")
    #expect(structure.variables(called: "6").map(\.name) == ["SVART"])
    #expect(structure.length == 78)
  }

  // MARK: Faults

  @Test(
    "what is wrong with a structure stops the stage, with its place",
    arguments: [
      ("start=\"10\" finish=\"17\"", "start=\"17\" finish=\"10\""),
      ("start=\"10\" finish=\"17\"", "start=\"0\" finish=\"17\""),
      ("start=\"10\" finish=\"17\"", "start=\"-3\""), ("start=\"10\" finish=\"17\"", "start=\"x\""),
      ("start=\"10\" finish=\"17\"", "start=\"1\" finish=\"99999999999999999999\""),
      ("start=\"23\" finish=\"31\"", "start=\"23\" finish=\"25\""), ("type=\"logical\"", "type=\"dice\""),
      ("<filter>SOKT", "<filter>NOT SOKT"), ("subfields=\"2\"", "subfields=\"3\""),
      ("subfields=\"2\"", "subfields=\"-1\""),
      ("subfields=\"2\" width=\"1\"", "subfields=\"9223372036854775807\" width=\"2\""),
      ("version=\"2.0\"", "version=\"9\""),
      ("<survey>", "<hierarchy><level ident=\"a\" href=\"http://example.org/a.sss\"/></hierarchy><survey>"),
      ("</record>", "</record><record ident=\"B\"><variable/></record>"), ("ident=\"A\"", "ident=\"A\" format=\"sav\""),
      ("ident=\"A\"", "ident=\"A\" skip=\"-1\""), ("<name>ENHET</name>", "<name>X</name>"),
      ("<name>SOKT</name>", "<name>ANST</name>"), ("<sss", "<html"), ("<survey>", "<survey>&x;"),
    ])
  func faults(of: String, becomes: String) throws {
    let structure = Self.structure().replacing(of, with: becomes).replacing(
      becomes.hasPrefix("<html") ? "</sss>" : "<nothing>", with: "</html>")
    do {
      _ = try Self.table(Array(Self.fixed.utf8), structure)
      Issue.record("read")
    } catch let failure as StageFailure {
      #expect(failure.exit == .wrongData)
      #expect(failure.problems.count == 1 || ["ANST", "dice"].contains(where: becomes.contains))
      #expect(failure.problems.allSatisfy { $0.location != nil && $0.severity == .error })
    } catch { #expect(error is MarkupError) }
  }

  @Test("fields may overlap and lie beyond the line; a million variables are refused")
  func extremes() throws {
    let far = Self.structure().replacing("start=\"18\" finish=\"22\"", with: "start=\"900000\" finish=\"1000000\"")
      .replacing("start=\"32\" finish=\"33\"", with: "start=\"22\" finish=\"23\"")
    let (responses, _) = try Self.read(Array(Self.fixed.utf8), far)
    #expect(responses.count == 3)
    #expect(responses[0].response.answers.map(\.plain).prefix(3) == ["Q1=", "Q2=1|9", "Q3=1"])

    let many = String(repeating: "<variable ident='1' type='single'><position start='1'/></variable>", count: 350_000)
    let huge = "<sss version='2.0'><survey><record>\(many)</record></survey></sss>"
    #expect(throws: MarkupError.self) { try Self.table([0x31], huge) }
    let large = String(repeating: "<variable ident='1' type='single'><position start='1'/></variable>", count: 100_000)
    #expect(throws: StageFailure.self) {
      try Self.table([0x31], "<sss version='2.0'><survey><record>\(large)</record></survey></sss>")
    }
  }

  @Test("a source of a study, with its structure, is read and counted")
  func source() async throws {
    let folder = try IngesterTests.folder(["t.asc": Self.fixed, "more/s.sss": Self.structure()])
    var source = ResponseSource(
      name: "sss", carrier: .tripleS, path: "t.asc", questionnaire: "employer", mode: .paper, structure: "more/s.sss")
    let questionnaire = Self.questionnaire(Self.questions)
    let study = TestStudy.make(responses: [source], pages: [], questionnaire: questionnaire)
    let outcome = try await IngesterTests.run(folder, study: study)
    #expect(outcome.responses.map(\.response) == ["sss-0001", "sss-0002", "sss-0003"])
    #expect(outcome.responses.map(\.line) == [1, 2, 3])
    #expect(outcome.counts.input == 3)
    let ingester = try Ingester(study: study, dataFolder: folder.path)
    #expect(ingester.paths(readBy: outcome.counts) == ["frame.csv", "sample.csv", "more/s.sss", "t.asc"])
    source.structure = "more/none.sss"
    let without = TestStudy.make(responses: [source], pages: [], questionnaire: questionnaire)
    #expect(throws: StageFailure.self) { try Ingester(study: without, dataFolder: folder.path) }
  }

  // MARK: As the tools wrote them

  /// By hand, from the three records of the examples: attractions 1, 3, 5 and 9; 2; and 1, 2 and 9.
  @Test(
    "the standard's own examples, fixed and CSV", .enabled(if: RealExport.isThere), arguments: ["example1", "example2"])
  func examples(name: String) async throws {
    let questions = [
      ("Q1", Concept.Kind.text, "Q1.b"), ("Q2", .choice, "Q2"), ("Q3", .choices, "Q3"), ("Q3a", .text, "Q3.a"),
      ("Q4", .scale, "Q4"), ("Q5", .choices, "Q5"), ("Q6", .count, "Q6"), ("Q7", .yesNo, "Q7"), ("Q8", .choice, "Q8"),
      ("WT", .count, "999999"),
    ].map { Self.question($0, $1, $2) }
    let data = try DataFolder(path: RealExport.folder.path)
    let bytes = try data.read(DataFile("triple-s/\(name).\(name == "example1" ? "asc" : "csv")"), limit: 1 << 20)
    let structure = try data.read(DataFile("triple-s/\(name).sss"), limit: 1 << 20)
    var questionnaire = Self.questionnaire(questions, unit: "RESPONDENT_ID")
    questionnaire.answered = Self.places("Q1.a")
    let (responses, reasons) = try Self.read(bytes, String(decoding: structure, as: UTF8.self), questionnaire)
    #expect(reasons.isEmpty)
    #expect(responses.map(\.response.establishment) == ["520001", "520002", "520003"])
    #expect(responses.map(\.response.answered) == ["2005-05-04", "2005-05-06", "2005-05-03"])
    let first = "No, this is the first visit"
    #expect(
      responses.map { $0.response.answers.map(\.plain) } == [
        [
          "Q1=11:20:00", "Q2=\(first)",
          "Q3=Sherwood Forest|\"Friar Tuck\" Restaurant|Mining museum|Other", "Q3a=Nottingham Goose Fair", "Q4=2",
          "Q5=Mining museum|Sherwood Forest", "Q6=25", "Q7=1", "Q8=Within 3 months", "WT=1.1310",
        ],
        [
          "Q1=13:43:00", "Q2=I visited before that", "Q3=Nottingham Castle", "Q3a=", "Q4=DK/NS", "Q5=Nottingham Castle",
          "Q6=100", "Q7=0", "WT=0.9921",
        ],
        [
          "Q1=18:05:00", "Q2=I have visited before within the year", "Q3=Sherwood Forest|Nottingham Castle|Other",
          "Q3a=\"Heritage\" Zone", "Q4=1", "Q5=Other|Nottingham Castle", "Q6=Not stated", "Q7=1",
          "Q8=More than 1 years time", "WT=1.0089",
        ],
      ])
  }
}

import ConfidentialRecords
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import IngestStage

@Suite("Responses of a LimeSurvey survey")
struct LimeSurveyCarrierTests {
  typealias Fixture = LimeSurveyFixture

  static let source = ResponseSource(
    name: "lime", carrier: .limeSurvey, path: "svar.lsr", questionnaire: "employer", mode: .web, structure: "e.lss")

  /// A questionnaire of questions by selector; the kind stands before it: `count ANT`, `occupations/count TAL[]_nu`.
  static func questionnaire(
    _ questions: [String], unitKey: String = "token", answered: String? = nil, asked: [String: String] = [:],
    contact: [String] = []
  ) -> Questionnaire {
    Questionnaire(
      id: "employer", title: LocalizedText(sv: "a", en: "a"), unitKey: FieldPlaces(["limesurvey": [unitKey]]),
      answered: answered.map { FieldPlaces(["limesurvey": [$0]]) },
      contactFields: contact.map { FieldPlaces(["limesurvey": [$0]]) },
      questions: questions.map { line in
        let parts = line.split(separator: " ").map(String.init)
        let kind = parts[0].split(separator: "/").map(String.init)
        return Question(
          id: parts[1], text: LocalizedText(sv: "a", en: "a"), kind: Concept.Kind(rawValue: kind.last ?? "") ?? .text,
          repeats: kind.count > 1 ? .occupations : .employer, asked: asked[parts[1]],
          places: FieldPlaces(["limesurvey": Array(parts[1...])]))
      })
  }

  static func read(
    _ responses: [UInt8], structure: String? = Fixture.everyType.structure(isOld: false),
    _ questionnaire: Questionnaire,
    source: ResponseSource = source
  ) throws -> (responses: [ResponseRecord], faults: [IngestProblem]) {
    let files = try TemporaryFolder()
    try files.write(responses, to: "svar.lsr")
    if let structure { try files.write(structure, to: "e.lss") }
    let folder = try DataFolder(path: files.path)
    let carrier = LimeSurveyCarrier(
      source, questionnaire: questionnaire, options: .init(), redaction: ContactRedaction(keys: ["0181-0001"]))
    guard var table = try carrier.open(try folder.file("svar.lsr"), in: folder) else { return ([], []) }
    var records: [ResponseRecord] = []
    var faults: [IngestProblem] = []
    do {
      while let row = try table.next() {
        do throws(IngestProblem) {
          records.append(try table.reader.read(row, at: SourceLocation(path: "svar.lsr", line: row.line)).response)
        } catch { faults.append(error) }
      }
    } catch let problem as IngestProblem { faults.append(problem) }
    return (records, faults)
  }

  static func words(_ response: ResponseRecord) -> [String] {
    response.answers.map { answer in
      "\(answer.question)\(answer.row.map { ".\($0)" } ?? "")=\(answer.values.joined(separator: "|"))"
    }
  }

  static func answers(
    _ row: Fixture.Response, _ questions: [String], fixture: Fixture = .everyType, asked: [String: String] = [:]
  ) throws -> [String] {
    let text = Fixture.responses(row.cells.map(\.column).filter { $0.first?.isNumber == true }, [row])
    let (responses, faults) = try read(
      Array(text.utf8), structure: fixture.structure(isOld: false), questionnaire(questions, asked: asked))
    #expect(faults.isEmpty, "\(faults)")
    return responses.first.map(words) ?? []
  }

  private static func column(_ code: String, _ part: String = "") -> String { Fixture.everyType.column(code, part) }

  /// A row of a respondent who has answered everything of a question.
  private static func row(_ code: String, _ cells: Fixture.Response) -> Fixture.Response {
    let metadata: Fixture.Response = ["token": "u1", "submitdate": "2026-02-03 10:00:00", "startlanguage": "sv"]
    return Fixture.Response(metadata.cells + cells.cells.map { (column(code, $0.column), $0.value) })
  }

  @Test(
    "every type of question is read from its own columns",
    arguments: [
      ("ORT", ["": "-oth-", "other": "Väster"], ["choice ORT", "text ORT_other"], ["ORT=-oth-", "ORT_other=Väster"]),
      ("NED", ["": "2"], ["choice NED"], ["NED=2"]),
      ("LK", ["": "A1", "comment": "För lite"], ["choice LK", "text LK_comment"], ["LK=A1", "LK_comment=För lite"]),
      (
        "FL", ["SQ001": "", "SQ002": "Y", "other": "Finska"],
        ["choices FL", "text FL_other", "yesNo FL_SQ001", "yesNo FL[SQ002]"],
        ["FL=SQ002|other", "FL_other=Finska", "FL_SQ001=N", "FL[SQ002]=Y"]
      ),
      ("FL", ["SQ001": "", "SQ002": "", "other": ""], ["choices FL"], ["FL="]),
      (
        "FK", ["SQ001": "Y", "SQ001comment": "ibland"], ["choices FK", "text FK_SQ001_comment"],
        [
          "FK=SQ001", "FK_SQ001_comment=ibland",
        ]
      ),
      ("ANT", ["": "36.0000000000"], ["count ANT"], ["ANT=36"]),
      (
        "ANTF", ["kv": "12.5000000000", "man": "0.1250000000"], ["count ANTF_kv", "count ANTF[man]"],
        [
          "ANTF_kv=12,5", "ANTF[man]=0,1250",
        ]
      ),
      ("KORT", ["": "Hej 36.0000000000"], ["text KORT"], ["KORT=Hej 36.0000000000"]),
      ("LANG", ["": "rad ett\nrad två"], ["text LANG"], ["LANG=rad ett\nrad två"]),
      ("HUGE", ["": ""], ["text HUGE"], ["HUGE="]),
      ("TITEL", ["1": "Kock", "2": ""], ["occupations/text TITEL[]"], ["TITEL[].1=Kock", "TITEL[].2="]),
      ("DAG", ["": "2026-03-01 00:00:00"], ["text DAG"], ["DAG=2026-03-01"]),
      ("JA", ["": "Y"], ["yesNo JA"], ["JA=Y"]),
      ("KON", ["": "F"], ["choice KON"], ["KON=F"]),
      ("FEM", ["": "4"], ["scale FEM"], ["FEM=4"]),
      ("AA", ["a": "3"], ["scale AA_a"], ["AA_a=3"]),
      ("AB", ["a": "10"], ["choice AB[a]"], ["AB[a]=10"]),
      ("AC", ["a": "U"], ["choice AC_a"], ["AC_a=U"]),
      ("AE", ["a": "D"], ["choice AE_a"], ["AE_a=D"]),
      ("AF", ["a": "1", "b": ""], ["choice AF_a", "choice AF_b"], ["AF_a=1", "AF_b="]),
      ("AH", ["a": "X1"], ["choice AH_a"], ["AH_a=X1"]),
      ("DUB", ["a#0": "2", "a#1": "1"], ["choice DUB_a#0", "choice DUB[a]#1"], ["DUB_a#0=2", "DUB[a]#1=1"]),
      (
        "TAL", ["r1_nu": "3", "r1_sen": "4", "r2_nu": "5.5", "r2_sen": ""],
        ["occupations/count TAL[]_nu", "occupations/count TAL[][sen]", "count TAL_r2_nu"],
        ["TAL[]_nu.1=3", "TAL[]_nu.2=5,5", "TAL[][sen].1=4", "TAL[][sen].2=", "TAL_r2_nu=5,5"]
      ),
      (
        "KRYSS", ["r1_spr": "1", "r1_it": "1", "r2_spr": "", "r2_it": "0"],
        ["occupations/choices KRYSS[]", "choices KRYSS[r1]", "yesNo KRYSS_r2_it"],
        ["KRYSS[].1=spr|it", "KRYSS[].2=", "KRYSS[r1]=spr|it", "KRYSS_r2_it=N"]
      ),
      (
        "ORD", ["r1_vad": "Sås"], ["occupations/text ORD[]_vad", "text ORD[r1_vad]"],
        ["ORD[]_vad.1=Sås", "ORD[r1_vad]=Sås"]
      ),
      (
        "RANG", ["1": "A3", "2": "A1", "3": ""], ["choices RANG", "choice RANG_1", "choice RANG[2]"],
        [
          "RANG=A3|A1", "RANG_1=A3", "RANG[2]=A1",
        ]
      ),
      ("RAKNA", ["": "37"], ["count RAKNA"], ["RAKNA=37"]),
      ("SPRAK", ["": "sv"], ["choice SPRAK"], ["SPRAK=sv"]),
    ] as [(String, Fixture.Response, [String], [String])])
  func types(code: String, cells: Fixture.Response, questions: [String], expected: [String]) throws {
    #expect(try Self.answers(Self.row(code, cells), questions) == expected)
  }

  // MARK: What was shown

  private static let shown = LimeSurveyFixture([
    .init("JA", "Y", "a", "a"), .init("ALLA", "N", "a", "a"), .init("VILL", "N", "a", "a", relevance: "JA == 'Y'"),
    .init("ORD", "S", "a", "a", relevance: "JA == 'Y'"), .init("SEN", "N", "a", "a", group: 2),
    .init("DOLD", "N", "a", "a", attributes: ["hidden": "1"]),
  ])

  @Test("not shown is no answer; shown and left empty is an empty one")
  func blanks() throws {
    let all = ["yesNo JA", "text ORD"]
    func answers(_ cells: Fixture.Response) throws -> [String] {
      let row = Fixture.Response(
        [("token", "u"), ("submitdate", "2026-01-02 03:04:05")]
          + cells.cells.map { (Self.shown.column($0.column), $0.value) })
      return try Self.answers(row, all, fixture: Self.shown)
    }
    #expect(try answers(["JA": "Y", "ORD": ""]) == ["JA=Y", "ORD="])
    #expect(try answers(["JA": "N", "ORD": nil]) == ["JA=N"])
  }

  @Test("a number or date left empty is NULL: blank where all were shown it, or where skip logic can tell")
  func numbers() throws {
    let all = ["yesNo JA", "count ALLA", "count VILL", "count DOLD"]
    let row: Fixture.Response = ["token": "u", "submitdate": "2026-01-02 03:04:05", Self.shown.column("JA"): "N"]
    #expect(try Self.answers(row, all, fixture: Self.shown) == ["JA=N", "ALLA="])
    #expect(
      try Self.answers(row, all, fixture: Self.shown, asked: ["VILL": "JA"]) == ["JA=N", "ALLA=", "VILL="])
  }

  @Test("an unfinished response ends where it was left")
  func unfinished() throws {
    let columns = ["JA", "ALLA", "SEN"].map { Self.shown.column($0) }
    let text = Fixture.responses(
      columns,
      [
        ["token": "u1", "lastpage": "1", columns[0]: "Y"],
        ["token": "u2", "lastpage": "0"],
        ["token": "u3", "submitdate": "1980-01-01 00:00:00", columns[0]: ""],
      ])
    let (responses, _) = try Self.read(
      Array(text.utf8), structure: Self.shown.structure(isOld: true),
      Self.questionnaire(["yesNo JA", "count ALLA", "count SEN"], answered: "submitdate"))
    #expect(responses.map(Self.words) == [["JA=Y", "ALLA="], [], ["JA=", "ALLA=", "SEN="]])
    #expect(responses.map(\.truncated) == [true, true, nil])
    #expect(responses.map(\.answered) == ["", "", ""])
    #expect(responses.map(\.line) == [0, 0, 0])  // the stage sets it
  }

  @Test("the day of the answer is that of submitdate, and none in an anonymous survey")
  func days() throws {
    let text = Fixture.responses(
      [Self.shown.column("JA")],
      [
        ["token": "u1", "submitdate": "2026-02-03 10:11:12"], ["token": "u2", "submitdate": "1980-01-01 00:00:00"],
      ])
    let (responses, _) = try Self.read(
      Array(text.utf8), structure: Self.shown.structure(isOld: true),
      Self.questionnaire(["yesNo JA"], answered: "submitdate"))
    #expect(responses.map(\.answered) == ["2026-02-03", ""])
    #expect(responses.map(\.establishment) == ["u1", "u2"])
  }

  @Test("decimals are written as the respondent saw them, and never like thousands")
  func decimals() throws {
    func answer(_ stored: String, language: String) throws -> String {
      let row: Fixture.Response = [
        "token": "u", "submitdate": "2026-01-02 03:04:05", "startlanguage": language, Self.shown.column("ALLA"): stored,
      ]
      return String(try Self.answers(row, ["count ALLA"], fixture: Self.shown).first?.dropFirst(5) ?? "")
    }
    let cases = [
      ("36.0000000000", "36"), ("2.5000000000", "2,5"), ("1.1250000000", "1,1250"), ("-3.0000000000", "-3"),
      (".5", "0,5"), ("1500", "1500"), ("ca 3", "ca 3"), ("1,5", "1,5"), ("0.0000000000", "0"), ("1.2.3", "1.2.3"),
    ]
    for (stored, written) in cases { #expect(try answer(stored, language: "sv") == written) }
    #expect(try answer("2.5000000000", language: "en") == "2.5")
  }

  // MARK: Names of columns

  @Test("columns named by question codes, or by the numbers of questions and parts, are read alike")
  func names() throws {
    let questions = [
      "choice ORT", "text ORT_other", "choices FL", "choice DUB_a#1", "count TAL_r1_sen", "choices RANG",
    ]
    let byCode: Fixture.Response = [
      "token": "u", "submitdate": "2026-01-02 03:04:05", "ORT": "A2", "ORT_other": "", "FL_SQ001": "Y", "FL_SQ002": "",
      "DUB_a#1": "1", "TAL_r1_sen": "4", "RANG_1": "A2",
    ]
    let fixture = Fixture.everyType
    func part(_ code: String, _ part: String, _ letter: Character = "S") -> String {
      let question = fixture.questions.first { $0.code == code }
      let parts = letter == "S" ? question?.parts : question?.answers
      let place = parts?.firstIndex { $0.code == part } ?? -1
      return "_\(letter)\(fixture.number(code) * 100 + place)"
    }
    let q = { (code: String) in "Q\(fixture.number(code))" }
    let byNumber = Fixture.Response([
      ("token", "u"), ("submitdate", "2026-01-02 03:04:05"), (q("ORT"), "A2"), (q("ORT") + "_Cother", ""),
      (q("FL") + part("FL", "SQ001"), "Y"), (q("FL") + part("FL", "SQ002"), ""),
      (q("DUB") + part("DUB", "a") + "#1", "1"),
      (q("TAL") + part("TAL", "r1") + part("TAL", "sen"), "4"), (q("RANG") + part("RANG", "A1", "R"), "A2"),
    ])
    for row in [byCode, byNumber] {
      let text = Fixture.responses(row.cells.dropFirst(2).map(\.column), [row])
      let (responses, _) = try Self.read(Array(text.utf8), Self.questionnaire(questions))
      #expect(
        responses.map(Self.words) == [
          ["ORT=A2", "ORT_other=", "FL=SQ001", "DUB_a#1=1", "TAL_r1_sen=4", "RANG=A2"]
        ])
    }
  }

  @Test("questions whose codes differ by a number are rows of a group")
  func numbered() throws {
    let fixture = LimeSurveyFixture([
      .init("yrke1", "S", "a", "a"), .init("yrke2", "S", "a", "a"),
      .init(
        "brist1", "M", "a", "a",
        parts: [
          .init("spr", "a", "a")
        ]), .init("brist2", "M", "a", "a", parts: [.init("spr", "a", "a")]),
      .init("yrkeX", "S", "a", "a"),
    ])
    let row = Fixture.Response(
      [("token", "u"), ("submitdate", "x")]
        + [
          ("yrke1", "", "Kock"), ("yrke2", "", "Lärare"), ("brist1", "spr", ""), ("brist2", "spr", "Y"),
          ("yrkeX", "", "nej"),
        ].map { (fixture.column($0.0, $0.1), $0.2) })
    #expect(
      try Self.answers(row, ["occupations/text yrke[]", "occupations/choices brist[]"], fixture: fixture) == [
        "yrke[].1=Kock", "yrke[].2=Lärare", "brist[].1=", "brist[].2=spr",
      ])
  }

  // MARK: Archives

  @Test("an archive holds structure and responses, under any name and in any order, and no more is looked at")
  func archives() throws {
    let columns = [Self.shown.column("JA")]
    func rows(_ token: String) -> String {
      Fixture.responses(columns, [["token": token, "submitdate": "x", columns[0]: "Y"]])
    }
    let archive = ZipWriter.archive([
      "../x.lst": "<a><email>anna@example.org</email></a>", "b_responses.lsr": rows("u1"),
      "s.LSS": Self.shown.structure(isOld: false),
      "a_responses.lsr": rows("u2"), "t.lsi": "",
    ])
    let (responses, faults) = try Self.read(archive, structure: nil, Self.questionnaire(["yesNo JA"]))
    #expect(responses.map(\.establishment) == ["u1", "u2"] && faults.isEmpty)
    let without = ZipWriter.archive(["s.lss": Self.shown.structure(isOld: false)])
    #expect(try Self.read(without, structure: nil, Self.questionnaire(["yesNo JA"])).responses.isEmpty)
  }

  @Test("a response file that is damaged in the middle keeps what came before", arguments: [true, false])
  func damage(isPacked: Bool) throws {
    let columns = [Self.shown.column("JA")]
    let rows = (1...5_000).map { Fixture.Response([("token", "u\($0)"), ("submitdate", "x"), (columns[0], "Y")]) }
    let text = Array(Fixture.responses(columns, rows).utf8)
    let cut = Array(text.prefix(text.count / 2))
    let structure = Self.shown.structure(isOld: false)
    let bytes =
      isPacked
      ? ZipWriter.archive([
        ZipWriter.Member("s.lss", Array(structure.utf8)), ZipWriter.Member("r.lsr", text, checkSum: 1),
      ]) : cut
    let (responses, faults) = try Self.read(bytes, structure: structure, Self.questionnaire(["yesNo JA"]))
    #expect(responses.count > 2_000 && responses.count <= 5_000)
    #expect(faults.count == 1)
    #expect(faults.first?.reason == (isPacked ? .unreadableFile : .brokenMarkup))
  }

  // MARK: What cannot be used

  private func failure(
    _ responses: String, structure: String? = shown.structure(isOld: false),
    _ questionnaire: Questionnaire = questionnaire(["yesNo JA"]), hasStructure: Bool = true
  ) -> StageFailure? {
    var source = Self.source
    if !hasStructure { source.structure = nil }
    return #expect(throws: StageFailure.self) {
      try Self.read(Array(responses.utf8), structure: structure, questionnaire, source: source)
    }
  }

  @Test("responses without their structure, or with that of another survey, are refused")
  func strangers() throws {
    let column = Self.shown.column("JA")
    let good = Fixture.responses([column], [["token": "u", column: "Y"]])
    #expect(failure(good, hasStructure: false)?.exit == .wrongStudyFile)
    let other = failure(good.replacing("100200X", with: "100201X"))
    #expect(other?.exit == .wrongData)
    #expect(other?.problems.map(\.got) == ["survey 100201"])
    #expect(failure("<a/>")?.exit == .wrongData)
    #expect(failure("")?.exit == .wrongData)
    #expect(failure(Self.shown.structure(isOld: false))?.problems.first?.summary == "no LimeSurvey responses")
    #expect(failure(Fixture.responses(["Z1"], []))?.problems.count == 1)
    #expect(failure(Fixture.responses([column, column], []))?.problems.first?.summary.contains("two columns") == true)
    #expect(failure(good, structure: "<document/>")?.exit == .wrongData)
  }

  @Test("a selector that leads to several answers, and a unit key that leads nowhere, are told")
  func selectors() throws {
    let column = Fixture.everyType.column("ORT")
    let good = Fixture.responses([column], [["token": "u", column: "A1"]])
    let wrong = failure(
      good, structure: Fixture.everyType.structure(isOld: false), Self.questionnaire(["count TAL", "choice AF"]))
    #expect(wrong?.exit == .wrongStudyFile)
    #expect(wrong?.problems.map(\.summary) == ["TAL finds several answers at TAL", "AF finds several answers at AF"])
    let unit = failure(
      good, structure: Fixture.everyType.structure(isOld: false), Self.questionnaire(["choice ORT"], unitKey: "KORTT"))
    #expect(unit?.problems.map(\.hint) == ["did you mean KORT?"])
  }

  @Test("contact fields are dropped, and contact data in answers is taken out")
  func contact() throws {
    let fixture = LimeSurveyFixture([.init("EPOST", "S", "a", "a"), .init("OVR", "T", "a", "a")])
    let columns = ["EPOST", "OVR"].map { fixture.column($0) }
    let text = Fixture.responses(
      columns,
      [
        ["token": "0181-0001", "submitdate": "x", columns[0]: "anna@example.org", columns[1]: "ring 070-1740605"]
      ])
    let (responses, _) = try Self.read(
      Array(text.utf8), structure: fixture.structure(isOld: false),
      Self.questionnaire(["text OVR"], contact: ["EPOST"]))
    #expect(responses.map(\.contactPresent) == [true])
    #expect(responses.map(Self.words) == [["OVR=ring [telefonnummer borttaget]"]])
  }

  @Test("a response without its unit is set aside")
  func unit() throws {
    let column = Self.shown.column("JA")
    let text = Fixture.responses([column], [["submitdate": "x", column: "Y"], ["token": "u", "submitdate": "x"]])
    let (responses, faults) = try Self.read(
      Array(text.utf8), structure: Self.shown.structure(isOld: false), Self.questionnaire(["yesNo JA"]))
    #expect(responses.count == 1)
    #expect(faults.map(\.reason) == [.noUnitKey])
  }
}

import Foundation
import Testing

/// Contact data in everything that comes in, in every way of spelling it: none of it is in anything that goes out.
///
/// The persons are made up; the numbers are of the series that are given to no one.
@Suite("Contact data")
struct ContactDataTests {
  /// What must not be left when all signs are taken away.
  static let secrets = ["formularsson", "formulärsson", "701740638", "46500412", "8112189876", "8112789873"]

  static let spellings = [
    "ulla.formularsson@example.se", "ulla.formularsson (at) example.se", "ulla.formularsson＠example.se",
    "ulla.formularsson\u{200B}@example.se", "ulla . formularsson @ example . se",
    "070-174 06 38", "0701740638", "+46 70 174 06 38", "0046701740638", "070.174.06.38", "0 7 0 1 7 4 0 6 3 8",
    "0-7-0-1-7-4-0-6-3-8", "０７０－１７４０６３８", "070\u{AD}1740638", "070‑174‑06‑38", "070\u{A0}174\u{A0}06\u{A0}38",
    "08-465 004 12", "(08) 46 50 04 12", "0846500412",
    "811218-9876", "19811218-9876", "8112189876", "198112189876", "811218 9876", "81 12 18-9876", "８１１２１８－９８７６",
    "8 1 1 2 1 8 9 8 7 6", "811218\u{200B}9876", "1981-12-18-9876", "811278-9873", "19811278 9873",
  ]

  static var comment: String { spellings.joined(separator: ". Eller ") + "." }

  /// Each character as a reference by number, as some programs save every sign that is no letter.
  static func referenced(_ text: String) -> String {
    text.unicodeScalars.map { $0.properties.isAlphabetic ? String($0) : "&#\($0.value);" }.joined()
  }

  // MARK: What is planted

  /// The mini study with a source of every carrier, all of them full of contact data.
  static let planted = Result { () throws -> (folder: WalkFolder, printed: String) in
    let folder = try WalkFolder()
    try widenStudy(folder)
    try plantPages(folder)
    try plantTables(folder)
    try plantXML(folder)
    try plantDecisions(folder)
    var printed = ""
    for stage in WalkFolder.stages {
      let outcome = try folder.run(stage, ["--log", "run.log"])
      printed += outcome.stderr
      #expect(outcome.exit == 0, "\(stage): \(outcome.stderr)")
    }
    return (folder, printed)
  }

  private static func widenStudy(_ folder: WalkFolder) throws {
    try folder.edit("\(WalkFolder.study)/questionnaires/employer.yaml") { yaml in
      // Where the CSV has a column, the other carriers have a field of the same name.
      yaml = yaml.replacing(/(html-form: [^}]*, csv: (\w+))\}/) { match in
        "\(match.1), html-table: \(match.2), xforms: \(match.2), triple-s: \(match.2), limesurvey: \(match.2)}"
      }
    }
    try folder.edit("\(WalkFolder.study)/study.yaml") { yaml in
      yaml = yaml.replacingOccurrences(
        of: "\nminimum-group:",
        with: """
            - {name: firm, carrier: html-table, path: firm/*.html, questionnaire: employer, mode: telephone}
            - {name: odk, carrier: xforms, path: odk/*.xml, questionnaire: employer, mode: visit}
            - {name: sss, carrier: triple-s, path: sss/data.csv, structure: sss/survey.sss, questionnaire: employer, mode: web}
            - {name: lime, carrier: limesurvey, path: lime/svar.lsr, structure: lime/survey.lss, questionnaire: employer, mode: web}

          pages:
            - {name: bank, path: pages/*.html, description: bank}
            - {name: courses, path: kurser/*.html, description: courses}

          minimum-group:
          """)
      yaml = yaml.replacingOccurrences(
        of: "quotations: []",
        with: "quotations: [0181-0011, telephone-0001, telephone-0006, firm-0001, sss-0001, lime-0001]")
    }
    for place in ["\(WalkFolder.study)/pages"]
      + ["firm", "odk", "sss", "lime", "pages", "kurser"].map({ "\(WalkFolder.data)/\($0)" })
    {
      try FileManager.default.createDirectory(atPath: folder.path(place), withIntermediateDirectories: true)
    }
    try folder.write(
      """
      id: bank
      title: Demo
      fields:
        - {key: owner, label: Projektägare, kind: text}
      contact-labels: [Kontaktperson, E-post, Telefon]
      sections:
        - {key: purpose, label: Syfte, kind: text}
      """, to: "\(WalkFolder.study)/pages/bank.yaml")
    try folder.write(
      """
      id: courses
      inventory: courses
      entries: h3
      fields:
        - {key: name, label: Namn, kind: text}
        - {key: places, label: Platser, kind: count}
        - {key: about, label: Innehåll, kind: text}
      contact-labels: [Kontakt]
      """, to: "\(WalkFolder.study)/pages/courses.yaml")
  }

  private static func plantPages(_ folder: WalkFolder) throws {
    let data = WalkFolder.data
    func form(_ unit: String, title: String = "", _ comment: String, number: String) -> String {
      """
      <!DOCTYPE html><html><head><title>\(title)</title><!-- \(comment) --></head><body><h1>\(title)</h1>
      <form action="mailto:ulla.formularsson@example.se"><input type=hidden name=arbetsstalle_id value="\(unit)">
      <input type=hidden name=blankett value=kort><input type=hidden name=besvarad value="2026-02-20 \(number)">
      <input name=kontakt_namn value="Ulla Formulärsson"><input name=kontakt_telefon value="\(number)">
      <input name=anstallda value="\(number)"><input name=varav_kvinnor value=2>
      <textarea name=ovrigt>\(comment)</textarea><input type=radio name=citat value=ja checked></form></body></html>
      """
    }
    try folder.edit("\(data)/employers/0181-0011.html") { page in
      page = page.replacingOccurrences(of: "Vi söker folk med truckkort.", with: comment)
    }
    try folder.write(
      form("0181-0004", title: comment, referenced(comment), number: "0701740638"), to: "\(data)/employers/a.html")
    // Contact data as the name of a file that is read, of one that is rejected, and of one that nobody asked for.
    for (number, name) in ["ulla.formularsson@example.se", "070-1740638", "811218-9876 Ulla"].enumerated() {
      try folder.write(
        form("0181-000\(4 + number)", comment, number: "811218-9876"), to: "\(data)/employers/\(name).html")
      try folder.write("<p>Tack!</p>", to: "\(data)/employers/svar \(name).html")
      try folder.write("x", to: "\(data)/employers/\(name).txt")
    }
    try folder.write(
      """
      <html><head><title>\(comment)</title></head><body><h1>Demo</h1><p>Projektägare<br>\(comment)</p>
      <p>Kontaktperson<br>Ulla Formulärsson</p><p>E-post<br>\(spellings[0])</p><p>Telefon<br>070-174 06 38</p>
      <h2>Syfte</h2><p>Ring \(comment) Det är bra. \(referenced(comment))</p><table><tr><td>\(comment)</td></tr></table>
      </body></html>
      """, to: "\(data)/pages/070-174 06 38.html")
    try folder.write(
      """
      <html><body><h1>Kurser \(comment)</h1><h3>Truckkort, \(spellings[0])</h3>
      <p>Namn<br>Kurs \(comment)</p><p>Platser<br>0701740638</p><p>Innehåll<br>\(comment)</p>
      <p>Kontakt<br>Ulla Formulärsson</p><p>\(comment)</p></body></html>
      """, to: "\(data)/kurser/ulla.formularsson@example.se.html")
  }

  private static func plantTables(_ folder: WalkFolder) throws {
    let data = WalkFolder.data
    try folder.edit("\(data)/telephone.csv") { table in
      table = table.replacingOccurrences(
        of: "0181-0002;kort;2026-02-03;;;;4;2;2;4;",
        with:
          "0181-0002;kort;2026-02-03 0701740638;Ulla Formulärsson;\(spellings[0]);070-1740638;4;\(spellings[5]);2;\(spellings[20]);"
      )
      table = table.replacingOccurrences(
        of: ";Ja;1;Tolk,Lönestöd;;", with: ";\(spellings[0]);1;Tolk,\(spellings[6]);\"\(comment)\";Ja")
      table += "811218-9876;kort;2026-02-03;;;;4;2;2;4;;;;;;;;;;;;;;;;;;;Ja;1;;\"\(comment)\";Ja\n"
      table += ";kort;\(spellings[0]);;;;4;2;2;4;;;;;;;;;;;;;;;;;;;Ja;1;;\"\(comment)\";Ja\n"
      table += "0181-0006;\(spellings[0]);;;\(comment)\n"
    }
    let columns = [
      "arbetsstalle", "blankett", "datum", "kontaktperson", "epost", "tel", "anst", "ovrigt", "citat", "okänd",
    ]
    let cells = [
      "0181-0006", "kort", "2026-02-20", "Ulla Formulärsson", spellings[0], spellings[5], "0701740638", comment, "Ja",
      comment,
    ]
    try folder.write(
      "<table><caption>\(comment)</caption><tr>\(columns.map { "<th>\($0)" }.joined())<tr>\(cells.map { "<td>\($0)" }.joined())"
        + "<tr>\(([""] + cells.dropFirst()).map { "<td>\($0)" }.joined())</table><p>\(comment)</p>",
      to: "\(data)/firm/070-1740638.html")
  }

  private static func plantXML(_ folder: WalkFolder) throws {
    let data = WalkFolder.data
    let names = ["arbetsstalle", "blankett", "datum", "kontaktperson", "epost", "tel", "anst", "ovrigt", "citat"]
    let values = [
      "0181-0013", "kort", "2026-02-20", "Ulla Formulärsson", spellings[0], spellings[5], "0701740638", comment, "Ja",
    ]
    let fields = zip(names, values).map { "<\($0)>\($1)</\($0)>" }.joined()
    try folder.write(
      "<data id=\"\(spellings[0])\">\(fields)<okand>\(comment)</okand><!-- \(comment) --><meta><instanceID>uuid:0701740638</instanceID></meta></data>",
      to: "\(data)/odk/Ulla 070-174 06 38.xml")
    try folder.write(
      "<data>\(fields.replacingOccurrences(of: comment, with: referenced(comment)))", to: "\(data)/odk/811218-9876.xml")

    let variables = names.enumerated().map { place, name in
      """
      <variable ident="\(place + 1)" type="character"><name>\(name)</name><label>\(name)</label>\
      <position start="\(place + 1)"/><size>4000</size></variable>
      """
    }
    try folder.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <sss version="2.0"><survey><title>\(spellings[0])</title><record ident="A" format="csv" href="data.csv" skip="0">
      \(variables.joined())</record></survey></sss>
      """, to: "\(data)/sss/survey.sss")
    try folder.write(values.map { "\"\($0)\"" }.joined(separator: ",") + "\n", to: "\(data)/sss/data.csv")

    func table(_ name: String, _ rows: [[(String, String)]]) -> String {
      let rows = rows.map { row in
        "<row>" + row.map { $1.isEmpty ? "<\($0)/>" : "<\($0)><![CDATA[\($1)]]></\($0)>" }.joined() + "</row>"
      }
      return "<\(name)><fields></fields><rows>\(rows.joined(separator: "\n"))</rows></\(name)>"
    }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document><LimeSurveyDocType>"
    let questions = names.enumerated().map { place, name in
      [
        ("qid", "\(place + 10)"), ("parent_qid", "0"), ("sid", "100200"), ("gid", "1"), ("type", "S"), ("title", name),
        ("other", "N"), ("question_order", "\(place)"), ("scale_id", "0"), ("relevance", "1"), ("language", "sv"),
        ("question", "\(name) \(spellings[0])"),
      ]
    }
    try folder.write(
      head + "Survey</LimeSurveyDocType><DBVersion>177</DBVersion><languages><language>sv</language></languages>"
        + table(
          "groups",
          [
            [
              ("gid", "1"), ("sid", "100200"), ("group_order", "1"), ("grelevance", ""), ("language", "sv"),
              ("group_name", comment),
            ]
          ])
        + table("questions", questions)
        + table("surveys", [[("sid", "100200"), ("language", "sv"), ("adminemail", spellings[0])]])
        + table(
          "surveys_languagesettings",
          [
            [
              ("surveyls_survey_id", "100200"), ("surveyls_language", "sv"), ("surveyls_title", "Prov"),
              ("surveyls_numberformat", "0"),
            ]
          ])
        + "</document>", to: "\(data)/lime/survey.lss")
    let metadata = [
      ("id", "1"), ("token", spellings[6]), ("submitdate", "2026-02-20 10:00:00"), ("ipaddr", "10.0.0.1"),
      ("startlanguage", "sv"),
    ]
    let answers = zip(names, values).enumerated().map { place, pair in ("_100200X1X\(place + 10)", pair.1) }
    let fieldNames = (metadata + answers).map { "<fieldname>\($0.0.drop { $0 == "_" })</fieldname>" }.joined()
    let row = (metadata + answers).map { "<\($0.0)><![CDATA[\($0.1)]]></\($0.0)>" }.joined()
    try folder.write(
      head + "Responses</LimeSurveyDocType><DBVersion>177</DBVersion><languages><language>sv</language></languages>"
        + "<responses><fields>\(fieldNames)</fields><rows><row>\(row)</row></rows></responses></document>",
      to: "\(data)/lime/svar.lsr")
  }

  private static func plantDecisions(_ folder: WalkFolder) throws {
    let place = "\(WalkFolder.data)/decisions"
    try folder.write(
      "response,question,row,value,role,reason,date\n"
        + "0181-0011,Q32,,\"\(comment)\",handläggare,\"ringde \(comment)\",2026-03-08\n"
        + "0181-0021,Q2,,40,Ulla \(spellings[0]),\"per telefon \(spellings[5])\",2026-03-08\n",
      to: "\(place)/corrections.csv")
    try folder.write("response,date\n070-1740638,2026-03-08\n", to: "\(place)/withdrawn.csv")
  }

  // MARK: What is looked for

  @Test("is seen by the scanner in what was planted, however it is spelt", arguments: spellings)
  func scanner(spelling: String) {
    let bare = ContactScanner.bare("x \(spelling) y")
    #expect(Self.secrets.contains { bare.contains($0) })
    let referenced = ContactScanner.bare(Self.referenced(spelling))
    #expect(Self.secrets.contains { referenced.contains($0) })
  }

  @Test("is in nothing that the programs write, print or log") func everything() throws {
    let (folder, printed) = try Self.planted.get()
    var files = try folder.made()
    files["run.log"] = try folder.bytes("run.log")
    files["the screen"] = Array(printed.utf8)
    #expect(files.count > 40)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let bare = ContactScanner.bare(String(decoding: bytes, as: UTF8.self))
      for secret in Self.secrets {
        guard let place = bare.range(of: secret) else { continue }
        let before = bare[..<place.lowerBound].suffix(80)
        Issue.record("\(name) holds \(secret) after \(before)")
      }
    }
    let names = ContactScanner.bare(files.keys.joined(separator: " "))
    for secret in Self.secrets { #expect(!names.contains(secret)) }
  }

  @Test("is taken out of responses of every carrier, and the rest of them is kept") func carriers() throws {
    let (folder, _) = try Self.planted.get()
    let responses = try folder.text("Stages/mini/1-ingested/responses.ndjson").split(separator: "\n")
    for carrier in ["html-form", "csv", "html-table", "xforms", "triple-s", "limesurvey"] {
      let ofCarrier = responses.filter { $0.contains("\"carrier\":\"\(carrier)\"") }
      #expect(ofCarrier.contains { $0.contains("[e-post borttagen]. Eller") }, "\(carrier)")
      #expect(ofCarrier.contains { $0.contains("\"contactPresent\":true") }, "\(carrier)")
    }
    #expect(try folder.text("Stages/mini/1-ingested/pages.ndjson").contains("[personnummer borttaget]"))
    #expect(try folder.text("Reports/mini/report.sv.md").contains("borttag"))
  }

  @Test("of no kind is in anything that is made of the sample study") func sample() throws {
    let folder = try WalkFolder()
    let walk = WalkFolder.stages.map { stage in
      "survey-\(stage) --study Pipelines/demo-k --stages \"$HERE/Stages\" --reports \"$HERE/Reports\" --quiet"
    }
    let outcome = try Shell.run(
      "cd \"$ROOT\"; " + walk.joined(separator: "; "), in: folder.path, environment: ["HERE": folder.path])
    try #require(outcome.exit == 0, "\(outcome.stderr)")
    let table = try String(
      contentsOf: GoldenCasesTests.root.appendingPathComponent("SampleData/demo-k/frame.csv"), encoding: .utf8)
    let keys = Set(
      table.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: ",").first.map(String.init) })
    #expect(keys.count > 1000)
    let files = try folder.made()
    #expect(files.count > 40)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      #expect(ContactScanner.patterns(in: bytes, keys: keys) == [], "\(name)")
    }
    let planted = "ring 070-1740638 eller a@example.se, 811218-9876"
    #expect(ContactScanner.patterns(in: Array(planted.utf8), keys: keys).count == 3)
  }
}

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What respondents write may be anything. It must do no harm where it is shown, and not be shown where it must not.
@Suite("Hostile and private texts")
struct HostileTextTests {
  // MARK: Injection

  /// Texts that do something when they are taken for more than text.
  static let hostile = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "&lt;script&gt; &#60;svg/onload=alert(1)&#62;",
    "[klicka](javascript:alert) ![bild](data:text/html;base64,eA==) <b onclick=x>",
    "# Rubrik | cell | `kod` **fet** {{report.title}} {{{report.title}}}", "=HYPERLINK(A1;B1)", "+1+1", "-2+3",
    "\t=1+1",
    "SUM(A1)|'cmd'!A0", "--- \n# Ny rubrik\n\n| a | b |", "]]> --> </text></svg><script>x</script>",
  ]

  /// A study whose respondents wrote them as comments, with leave to quote, and whose code list has them as labels.
  private static let injected = Result { () throws -> WalkFolder in
    let folder = try WalkFolder()
    var table = ""
    var (frame, sample, keys) = ("", "", [String]())
    for (number, text) in hostile.enumerated() {
      let establishment = "0181-\(1000 + number)"
      frame += "\(establishment),E\(3000 + number),,0181,private,47,5\n"
      sample += "\(establishment),completed,,telephone,2026-01-19,2026-02-20\n"
      let quoted = "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
      table += "\(establishment);kort;2026-02-20;;;;5;;;6;;;;;;;;;;;;;;;;;;;Ja;2;Tolk;\(quoted);Ja\n"
      keys.append("telephone-\(String(format: "%04d", 6 + number))")
    }
    try folder.edit("\(WalkFolder.data)/frame.csv") { $0 += frame }
    try folder.edit("\(WalkFolder.data)/sample.csv") { $0 += sample }
    try folder.edit("\(WalkFolder.data)/telephone.csv") { $0 += table }
    try folder.edit("\(WalkFolder.study)/study.yaml") { study in
      study = study.replacingOccurrences(of: "quotations: []", with: "quotations: [\(keys.joined(separator: ", "))]")
      study = study.replacingOccurrences(
        of: "{sv: Försök att rekrytera, en: Attempts to recruit}",
        with: #"{sv: "=1+1 <script>x</script> [a](b) | c", en: "@SUM(1) <script>x</script> [a](b) | c"}"#)
    }
    try folder.edit("\(WalkFolder.study)/questionnaires/employer.yaml") {
      $0 = $0.replacingOccurrences(
        of: "label: {sv: Mentor eller handledare, en: Mentor}",
        with:
          #"label: {sv: "=Mentor <script>x</script> & ]]> | [a](b)", en: "+Mentor <script>x</script> & ]]> | [a](b)"}, written: [Mentor eller handledare]"#
      )
    }
    try folder.walk()
    return folder
  }

  @Test("are quoted in the report as the text they are, and as nothing more", arguments: ["sv", "en"])
  func markdown(language: String) throws {
    let report = try Self.injected.get().text("Reports/mini/report.\(language).md")
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let quotations = lines.filter { $0.hasPrefix("> ") && !$0.hasPrefix("> **") }.map { String($0.dropFirst(2)) }
    let written = Self.hostile.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(quotations.map(read).sorted() == written.sorted())
    for quotation in quotations {
      // What a backslash stands before, and what is written as an entity, is a character and no sign.
      #expect(!signs(quotation).contains { "<>[]*_`#|{}~\\".contains($0) }, "\(quotation)")
    }
    #expect(!lines.contains { $0.hasPrefix("#") && $0.contains("ubrik") })
  }

  @Test("are no formula in any table") func csv() throws {
    let folder = try Self.injected.get()
    let tables = try folder.content("Reports/mini").filter { $0.key.hasSuffix(".csv") }
    #expect(tables.count > 6)
    var hasText = false
    for (name, bytes) in tables {
      let delimiter: Character = name.contains("semicolon") ? ";" : ","
      for cell in cells(String(decoding: bytes, as: UTF8.self), delimiter) {
        hasText = hasText || cell.contains("Mentor")
        guard let first = cell.unicodeScalars.first,
          "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { continue }
        #expect(Double(cell.replacingOccurrences(of: ",", with: ".")) != nil, "\(name)")
      }
    }
    #expect(hasText)
  }

  @Test("are no element in any figure") func svg() throws {
    let figures = try Self.injected.get().content("Reports/mini/figures")
    #expect(figures.contains { $0.key.hasPrefix("supports") })
    for (name, bytes) in figures {
      let reader = FigureReader()
      let parser = XMLParser(data: Data(bytes))
      parser.delegate = reader
      #expect(parser.parse(), "\(name) is well-formed")
      #expect(reader.isHarmless, "\(name)")
      if name.hasPrefix("supports") {
        #expect(reader.text.contains("Mentor <script>x</script> & ]]> | [a](b)"), "\(name)")
      }
    }
  }

  // MARK: Secrets

  /// Made up: the numbers are of the series that are given to no one.
  static let secrets = [
    "ulla.formularsson@example.se", "formularsson", "Formulärsson", "070-1740638", "070-174 06 38", "0701740638",
    "1740638", "811218-9876", "19811218-9876", "8112189876", "198112189876",
  ]

  /// A study in which contact data stand in every kind of answer, and the word "kalleanka" where a number should.
  private static let secretive = Result { () throws -> (folder: WalkFolder, printed: String) in
    let folder = try WalkFolder()
    try folder.edit("\(WalkFolder.data)/employers/0181-0011.html") { page in
      for (field, value) in [
        ("anstallda", "ring 070-174 06 38"), ("varav_kvinnor", "kalleanka"), ("behov_5", "811218-9876"),
      ] {
        page = page.replacingOccurrences(
          of: "name=\"\(field)\" value=\"[^\"]*\"", with: "name=\"\(field)\" value=\"\(value)\"",
          options: .regularExpression)
      }
      page = page.replacingOccurrences(
        of: "value=\"Lagerarbetare\"", with: "value=\"Ulla, ulla.formularsson@example.se\"")
      page = page.replacingOccurrences(
        of: "<form>",
        with: "<form><input name=\"kontakt_namn\" value=\"Ulla Formulärsson\">"
          + "<input name=\"kontakt_telefon\" value=\"0701740638\">")
      page = page.replacingOccurrences(
        of: "Vi söker folk med truckkort.",
        with: "Mejla ulla.formularsson@example.se eller ring 070-1740638. Född 19811218-9876.")
    }
    try folder.edit("\(WalkFolder.data)/telephone.csv") { table in
      table = table.replacingOccurrences(
        of: "0181-0002;kort;2026-02-03;;;;4;2;2;4;",
        with:
          "0181-0002;kort;2026-02-03;Ulla Formulärsson;ulla.formularsson@example.se;070-1740638;4;kalleanka;2;ca 8112189876;"
      )
      table = table.replacingOccurrences(of: ";Ja;1;Tolk,Lönestöd;;", with: ";kalleanka;1;kalleanka;0701740638;Ja")
      table += "811218-9876;kort;2026-02-03;;;;4;2;2;4;;;;;;;;;;;;;;;;;;;Ja;1;;;\n"
    }
    try folder.edit("\(WalkFolder.study)/study.yaml") {
      $0 = $0.replacingOccurrences(of: "quotations: []", with: "quotations: [0181-0011, telephone-0001]")
    }
    var printed = ""
    for stage in WalkFolder.stages {
      let outcome = try folder.run(stage, ["--log", "run.log"])
      printed += outcome.stderr
      #expect(outcome.exit == 0, "\(stage)")
    }
    return (folder, printed)
  }

  @Test("of persons are in no file that a program has made, nor on the screen") func secrets() throws {
    let (folder, printed) = try Self.secretive.get()
    var files = try folder.made()
    files["run.log"] = try folder.bytes("run.log")
    files["the screen"] = Array(printed.utf8)
    #expect(files.count > 40)
    for (name, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in Self.secrets {
        #expect(!text.contains(secret), "\(name)")
      }
    }
  }

  @Test("of answers are not on the screen, not in the log, and not in anything that is published")
  func answers() throws {
    let (folder, printed) = try Self.secretive.get()
    #expect(printed.contains("warning:"))
    #expect(!printed.lowercased().contains("kalleanka"))
    #expect(!(try folder.text("run.log")).lowercased().contains("kalleanka"))
    for place in ["Stages/mini/4-matched", "Stages/mini/5-released"] {
      for (name, bytes) in try folder.content(place) {
        #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("kalleanka"), "\(place)/\(name)")
      }
    }
  }

  // MARK: Reading

  /// Markdown as a reader sees it: what is escaped, and the three entities, as the characters they stand for.
  private func read(_ markdown: String) -> String {
    markdown.replacing(/\\([^a-zA-Z0-9 ])/) { $0.output.1 }
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The characters that Markdown may still take for signs.
  private func signs(_ markdown: String) -> String { markdown.replacing(/\\[^a-zA-Z0-9 ]/, with: "") }

  /// The cells of a table after RFC 4180.
  private func cells(_ table: String, _ delimiter: Character) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in table.drop(while: { $0 == "\u{FEFF}" }) {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == delimiter || character.isNewline {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  /// Elements, attributes and text of a figure.
  private final class FigureReader: NSObject, XMLParserDelegate {
    var isHarmless = true
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let known = [
        "svg", "title", "desc", "g", "rect", "line", "circle", "path", "text", "tspan", "polyline", "polygon",
        "style", "defs", "pattern", "ellipse", "clipPath",
      ]
      if !known.contains(element) { isHarmless = false }
      for (name, value) in attributes
      where name.lowercased().hasPrefix("on") || name.contains("href") || value.contains("javascript") {
        isHarmless = false
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(_ parser: XMLParser, foundCDATA data: Data) { text += String(decoding: data, as: UTF8.self) }
  }
}

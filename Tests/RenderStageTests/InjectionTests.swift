import Markup
import RecordStreams
import ReleasedRecords
import Testing

@testable import RenderStage

/// Text from outside is harmless in every format of the report.
@Suite("Injection")
struct InjectionTests {
  static let attacks = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![bild](http://evil.example/x.png)",
    "[klicka](javascript:alert(1))", "| a | b |\n|--|--|", "# Rubrik", "- punkt", "1. punkt", "> citat",
    "```\nkod\n```",
    "http://evil.example", "www.evil.example", "mailto:a@b.example", "**fet** _kursiv_ ~~struken~~", "&lt;b&gt;",
    "{{report.title}}", "@alla #1", "=HYPERLINK(\"http://evil.example\")", "\u{202E}bakvänt\u{0007}", "---", "$x^2$",
  ]

  private func fixture(_ attack: String) -> RenderFixture {
    var fixture = RenderFixture()
    fixture.facts.append(FactRecord(kind: .quotation, key: "comment", value: attack, feature: "DIS-12"))
    fixture.facts.append(FactRecord(kind: .project, key: "motto", value: attack, feature: "ING-05"))
    fixture.process.append(ProcessRecord(stage: "dream", what: attack, key: attack, count: 3, feature: "OPS-12"))
    fixture.statements[0].sv = attack
    return fixture
  }

  private static let plain = (try? text(RenderFixture())) ?? ""

  private static func text(_ fixture: RenderFixture) throws -> String {
    let template = try #require(try RenderFixture.templates()[.swedish])
    return try fixture.report(.swedish).text(from: StrictTemplate(path: template.path, text: template.text))
  }

  @Test("Markdown: no markup, link, image or table comes out of it", arguments: attacks)
  func markdown(attack: String) throws {
    let text = try Self.text(fixture(attack))
    #expect(!text.contains("<script") && !text.contains("<img"))
    // An unescaped mark would raise its number.
    for mark in ["![", "[", "```", "~~", "\n# ", "http:/", "www.", "<"] {
      func unescaped(_ text: String) -> Int {
        text.components(separatedBy: mark).dropLast().count { !$0.hasSuffix("\\") }
      }
      #expect(unescaped(text) == unescaped(Self.plain), "\(mark)")
    }
    #expect(!text.contains("\u{0007}"))
    for line in text.split(separator: "\n") where line.contains("evil") {
      #expect(line.hasPrefix("- ") || line.hasPrefix("> ") || line.hasPrefix("| "))
    }
  }

  @Test(
    "escaping leaves plain Swedish as it is",
    arguments: ["Arbetsmarknads-/arbetslivskontoret", "2008-04-15", "33,0 %", "Å, ä och ö (m.fl.)!", "”Ja”, sa hon."])
  func readable(text: String) { #expect(Markdown.escape(text) == text) }

  @Test(
    "what begins a list or a heading is escaped at the start only",
    arguments: [
      ("- a - b", "\\- a - b"), ("1. a", "1\\. a"), ("# a", "\\# a"), ("+1 b", "\\+1 b"), ("12) x", "12\\) x"),
    ])
  func leading(text: String, escaped: String) { #expect(Markdown.escape(text) == escaped) }

  @Test("CSV: a formula is a text, and quotes and line ends stay inside their field", arguments: attacks)
  func csv(attack: String) throws {
    let file = try #require(try fixture(attack).files().first { $0.path == "tables/process.csv" })
    var reader = try CSVReader(bytes: file.bytes)
    var last: CSVRow?
    while let row = try reader.next() {
      #expect(row.fault == nil && row.fields.count == reader.heading?.fields.count)
      last = row
    }
    let what = try #require(last?.fields[1])
    #expect(what == attack || what == "'" + attack)
    #expect(!["=", "+", "-", "@"].contains(String(what.prefix(1))))
  }

  @Test("SVG: a label that is markup is a text", arguments: attacks)
  func svg(attack: String) throws {
    var study = RenderFixture.makeStudy()
    study.questionnaires[0].codeLists[0].codes[0].label = LocalizedText(sv: attack, en: attack)
    var fixture = RenderFixture()
    fixture.study = study
    let file = try #require(try fixture.files().first { $0.path == "figures/competences.sv.svg" })
    let tree = try MarkupParser.parseXML(file.bytes, path: file.path)
    let label = tree.elements.filter { $0.name == "text" }.map(\.text).joined(separator: " ")
    // It is there as a text; spaces are where the line was broken, and XML has no control characters.
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{FFFD}" && $0 != "\u{0007}" } }
    #expect(letters(label).contains(letters(attack).prefix(12)))
    let names = Set(tree.elements.map(\.name))
    #expect(names.isSubset(of: ["svg", "title", "desc", "defs", "pattern", "path", "circle", "rect", "line", "text"]))
  }
}

import ConfidentialRecords
import Diagnostics
import Testing

@testable import IngestStage

/// A page of somebody else's is read with a description of ten lines at most, whatever its layout.
@Suite("Any page of labels and values")
struct LabelValuePageTests {
  /// Ten lines, and no more.
  private static let yaml = """
    id: project
    fields:
      - {key: owner, label: Projektägare}
      - {key: budget, label: Budget, kind: money}
      - {key: period, label: Tid, kind: period}
      - {key: towns, label: Orter, kind: list}
    contact-labels: [Kontakt, Telefon]
    sections:
      - {key: about, label: Om projektet}
    boilerplate: [Till innehållet, Skriv ut]
    """

  private static let layouts: [(name: String, html: String)] = [
    (
      "definition list",
      """
      <dl><dt>Projektägare</dt><dd>Region Exempel</dd><dt>Budget:</dt><dd>1 200 000 kr</dd>
      <dt>Tid</dt><dd><p>2026-01-01 till 2026-12-31</p></dd><dt>Kontakt</dt><dd>Vera Exempelsson</dd><dd>vera@example.se</dd>
      <dt>Diarienummer</dt><dd>2026-17</dd><dt>Orter</dt><dd><ul><li>Salem</li><li>Haninge</li></ul></dd></dl>
      """
    ),
    (
      "table of two columns",
      """
      <table><tr><th>Projektägare</th><td>Region Exempel</td></tr><tr><td>Budget</td><td>1&nbsp;200&nbsp;000 kr</td></tr>
      <tr><td>Tid</td><td>2026-01-01 – 2026-12-31</td></tr><tr><td>Kontakt</td><td>Vera Exempelsson<br>vera@example.se</td></tr>
      <tr><td>Diarienummer</td><td>2026-17</td></tr><tr><td>Orter</td><td>Salem<br>Haninge</td></tr></table>
      """
    ),
    (
      "labels and values side by side in one row",
      """
      <table><tr><th>Projektägare</th><td>Region Exempel</td><th>Budget</th><td>1 200 000 kr</td></tr>
      <tr><th>Tid</th><td>2026-01-01--2026-12-31</td><th>Kontakt</th><td>Vera Exempelsson</td></tr>
      <tr><th>Diarienummer</th><td>2026-17</td><th>Orter</th><td>Salem, Haninge</td></tr></table>
      """
    ),
    (
      "paragraphs",
      """
      <p>Projektägare: Region Exempel</p><p><strong>Budget:</strong> 1 200 000 kr<br><strong>Tid</strong>
      2026-01-01 till 2026-12-31</p><p>Kontakt: Vera Exempelsson, vera@example.se</p><p>Diarienummer</p><p>2026-17</p>
      <p>Orter: Salem; Haninge</p>
      """
    ),
    (
      "headings",
      """
      <h3>Projektägare</h3><p>Region Exempel</p><h3>Budget</h3><p>1 200 000 kr</p><h3>Tid</h3>
      <div>2026-01-01 till 2026-12-31</div><h3>Kontakt</h3><p>Vera Exempelsson</p><p>vera@example.se</p>
      <h3>Diarienummer</h3><p>2026-17</p><h3>Orter</h3><ul><li>Salem</li><li>Haninge</li></ul>
      """
    ),
  ]

  @Test("the layout makes no difference", arguments: layouts.map(\.name))
  func layout(name: String) throws {
    #expect(Self.yaml.split(separator: "\n").count <= 10)
    let html = try #require(Self.layouts.first { $0.name == name }?.html)
    let page = """
      <html><head><meta charset=utf-8><title>Jobbspåret</title></head><body><a href="#m">Till innehållet</a>
      <h1>Jobbspåret</h1>\(html)<h2>Om projektet</h2><p>Vi prövar nya sätt. Det tar ett år.</p><p>Skriv ut</p></body></html>
      """
    let reading = try StudyDescriptions.read(page, by: StudyDescriptions.text(Self.yaml))
    #expect(reading.page.title == "Jobbspåret")
    #expect(
      reading.page.fields.map { "\($0.key)=\($0.value)" } == [
        "owner=Region Exempel", "budget=1200000 kr", "periodFrom=2026-01-01", "periodTo=2026-12-31", "towns=Salem",
        "towns=Haninge", "about=Vi prövar nya sätt.", "about=Det tar ett år.", "periodDays=365", "periodJulyDays=31",
      ])
    #expect(reading.page.leftOver.map(\.value) == ["Diarienummer", "2026-17"])
    #expect(reading.page.contactPresent && reading.page.boilerplateLines == 3)
    let all = (reading.page.fields + reading.page.leftOver).map(\.value).joined()
    #expect(!all.contains("Vera") && !all.contains("example.se"))
  }

  @Test(
    "a label without a value never takes the next one's",
    arguments: [
      "<table><tr><th>Budget</th><td></td></tr><tr><th>Ort</th><td>Salem</td></tr></table>",
      "<dl><dt>Budget</dt><dd></dd><dt>Ort</dt><dd>Salem</dd></dl>",
      "<table><tr><th>Budget</th><td></td><th>Ort</th><td>Salem</td></tr></table>",
      "<h3>Budget</h3><h3>Ort</h3><p>Salem</p>",
    ])
  func empty(html: String) throws {
    let page = try StudyDescriptions.read(html, by: StudyDescriptions.text(Self.yaml)).page
    #expect(page.fields.isEmpty)
    #expect(page.leftOver.map(\.value) == ["Budget", "Ort", "Salem"])
  }

  @Test(
    "running text that begins with a label is no value",
    arguments: ["Tid tar det innan alla är på plats.", "Orter utan tåg får vänta!", "Budgeten är klar."])
  func runningText(sentence: String) throws {
    let page = try StudyDescriptions.read("<p>\(sentence)</p>", by: StudyDescriptions.text(Self.yaml)).page
    #expect(page.fields.isEmpty)
    #expect(page.leftOver.map(\.value) == [sentence])
  }

  @Test(
    "what is wrong with a description is told",
    arguments: [
      ("id: a\nentries: rows", "entries belongs to an inventory"),
      ("id: a\nnone: [Inga]", "none belongs to an inventory"), ("id: a\ninventory: courses", "entries is missing"),
      ("id: a\ninventory: courses\nentries: row", "entries has a wrong value"),
      ("id: a\ninventory: courses\nentries: h7", "entries has a wrong value"),
      ("id: a\nfields:\n  - {key: seats, label: Platser, kind: count}", "count is not a known kind of field"),
      (
        "id: a\ninventory: c\nentries: rows\nfields:\n  - {key: p, label: P, kind: money}",
        "money is not a known kind of field"
      ),
    ])
  func faults(yaml: String, summary: String) {
    let failure = #expect(throws: StageFailure.self) { try StudyDescriptions.text(yaml) }
    #expect(failure?.problems.map(\.summary) == [summary])
  }

  @Test("a selector that cannot be read is a fault of the study")
  func selector() throws {
    let description = try StudyDescriptions.text("id: a\ninventory: c\nentries: 'div.kurs[['")
    let failure = #expect(throws: StageFailure.self) { try StudyDescriptions.read("<p>", by: description) }
    #expect(failure?.exit == .wrongStudyFile)
  }
}

import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import IngestStage

@Suite("Courses and measures, listed in three layouts")
struct InventoryReaderTests {
  private static func description(_ entries: String) throws -> PageDescription {
    try StudyDescriptions.text(
      """
      id: courses
      inventory: courses
      entries: \(entries)
      none: [Inga kurser, Kommunen har inga kurser just nu]
      fields:
        - {key: name, label: Kurs}
        - {key: municipality, label: Kommun, kind: municipality}
        - {key: seats, label: Platser, kind: count}
        - {key: start, label: Nästa start, kind: date}
        - {key: groups, label: Målgrupp, kind: list}
      contact-labels: [Kontakt]
      sections:
        - {key: entryDemands, label: Förkunskaper}
      boilerplate: [Till startsidan]
      """)
  }

  private static func read(_ html: String, _ entries: String) throws -> PageReading {
    try StudyDescriptions.read("<html><meta charset=utf-8><body>\(html)</body></html>", by: description(entries))
  }

  private static func list(_ entry: InventoryEntryRecord) -> [String] {
    ["\(entry.status)"] + entry.fields.map { "\($0.key)=\($0.value)" }
  }

  // MARK: The layouts

  private static let welding = ["has", "name=Svets", "municipality=Salem", "seats=12", "start=2026-08-17"]

  @Test("cards under headings, with what the page says once above them")
  func headings() throws {
    let reading = try Self.read(
      """
      <p>Till startsidan</p><h1>Våra kurser</h1><p>Kommun: Salem</p><h2>Alla kurser</h2>
      <div class="kort"><h3>Svets</h3><p><b>Platser</b> 12</p><p>Nästa start: 2026-08-17</p><p>Kontakt: Vera, 08-465 004 27</p>
      <p>En bra kurs. Ring 08-465 004 27.</p></div>
      <div class="kort"><h3>Vård</h3><ul><li>Platser: ca 20</li><li>Målgrupp: unga, nyanlända</li></ul>
      <h4>Förkunskaper</h4><p>Svenska på nivå B1. Körkort.</p></div>
      <h2>Om oss</h2><p>Vi finns i torget.</p>
      """, "h3")
    #expect(
      reading.entries.map(Self.list) == [
        ["has", "name=Svets", "seats=12", "start=2026-08-17", "municipality=Salem"],
        [
          "has", "name=Vård", "seats=ca 20", "groups=unga", "groups=nyanlända", "entryDemands=Svenska på nivå B1.",
          "entryDemands=Körkort.", "municipality=Salem",
        ],
      ])
    #expect(reading.entries.map(\.entry) == ["pages/p.html#1", "pages/p.html#2"])
    #expect(reading.page.title == "Våra kurser")
    #expect(
      reading.page.leftOver.map(\.value) == [
        "Alla kurser", "En bra kurs.", "Ring [telefonnummer borttaget].", "Om oss", "Vi finns i torget.",
      ])
    #expect(reading.page.contactPresent && reading.removed[.telephone] == 1 && reading.page.boilerplateLines == 1)
  }

  @Test("a table with one row per course")
  func rows() throws {
    let reading = try Self.read(
      """
      <h1>Kurser</h1><table><tr><td>Till startsidan</td></tr></table>
      <table><caption>Hösten 2026. Läget i maj.</caption>
      <thead><tr><th>Kommun</th><th>Kurs</th><th>Platser</th><th>Nästa start</th><th>Målgrupp</th><th>Kontakt</th><th>Ort</th></tr></thead>
      <tr><td rowspan=2>Salem</td><td>Svets</td><td>12</td><td>2026-08-17</td><td>unga<br>nyanlända</td><td>Vera</td><td>Rönninge</td></tr>
      <tr><td>Vård</td><td></td><td>löpande</td><td colspan=3></td></tr>
      <tr><th>Kommun</th><th>Kurs</th><th>Platser</th><th>Nästa start</th><th>Målgrupp</th><th>Kontakt</th><th>Ort</th></tr>
      <tr><td>Nykvarn</td><td>Inga kurser</td></tr><tr><td></td><td></td></tr>
      <tr><td>Tyresö</td><td></td><td></td><td></td><td></td></tr></table>
      """, "rows")
    #expect(
      reading.entries.map(Self.list) == [
        [
          "has", "municipality=Salem", "name=Svets", "seats=12", "start=2026-08-17", "groups=unga", "groups=nyanlända",
        ],
        ["has", "municipality=Salem", "name=Vård", "seats=", "start=löpande", "groups="],
        ["none", "municipality=Nykvarn", "name=Inga kurser", "seats=", "start=", "groups="],
        ["notAnswered", "municipality=Tyresö", "name=", "seats=", "start=", "groups="],
      ])
    #expect(
      reading.page.leftOver.map(\.value) == ["Hösten 2026.", "Läget i maj.", "Ort", "Rönninge"])
    #expect(reading.page.contactPresent && reading.page.boilerplateLines == 1)
    #expect(reading.entries.map(\.line) == [4, 5, 7, 8])
  }

  @Test("rows under a row that names their municipality")
  func grouped() throws {
    let reading = try Self.read(
      """
      <table><tr><th>Kurs<th>Platser<tr><td colspan=2>Salem<tr><td>Svets<td>12<tr><td colspan=2>Haninge kommun
      <tr><td>Vård<td>8<tr><td colspan=2>Alla kurser är gratis.</table>
      """, "rows")
    #expect(
      reading.entries.map(Self.list) == [
        ["has", "name=Svets", "seats=12", "municipality=Salem"],
        ["has", "name=Vård", "seats=8", "municipality=Haninge kommun"],
      ])
    #expect(reading.page.leftOver.map(\.value) == ["Alla kurser är gratis."])
  }

  @Test(
    "labels and values, one page per course",
    arguments: [
      "<h1>Svets</h1><dl><dt>Kommun<dd>Salem<dt>Platser<dd>12<dt>Nästa start<dd>2026-08-17</dl>",
      "<h1>Svets</h1><table><tr><th>Kommun<td>Salem<tr><th>Platser<td>12<tr><th>Nästa start<td>2026-08-17</table>",
      "<h1>Svets</h1><p>Kommun: Salem<br>Platser: 12<br>Nästa start: 2026-08-17</p>",
      "<h1>Svets</h1><h2>Kommun</h2><p>Salem</p><h2>Platser</h2><p>12</p><h2>Nästa start</h2><p>2026-08-17</p>",
      "<h1>Kurs: Svets</h1><p>Kommun: Salem</p><p>Platser: 12</p><p>Nästa start: 2026-08-17</p>",
    ])
  func page(html: String) throws {
    let reading = try Self.read(html, "page")
    #expect(reading.entries.count == 1)
    var expected = Self.welding
    if html.contains("Kurs:") { expected[1] = "name=Kurs: Svets" }
    #expect(reading.entries.first.map(Self.list) == expected)
    #expect(reading.page.leftOver.isEmpty)
  }

  @Test("elements that a selector finds")
  func elements() throws {
    let reading = try Self.read(
      """
      <h1>Kurser</h1><article class=kurs><b>Kurs</b> Svets<p>Platser: 12</p><div class=kurs>Kommun: Salem</div></article>
      <p>Däremellan.</p><article class="kurs stor"><h2>Vård</h2><p>Platser: 8</p></article><p>Efteråt.</p>
      """, ".kurs")
    #expect(
      reading.entries.map(Self.list) == [
        ["has", "name=Svets", "seats=12", "municipality=Salem"], ["has", "name=Vård", "seats=8"],
      ])
    #expect(reading.page.leftOver.map(\.value) == ["Däremellan.", "Efteråt."])
  }

  // MARK: Holes

  @Test("a page that says that there is none is no page without an answer", arguments: ["h3", "rows", ".kurs"])
  func none(entries: String) throws {
    let html = "<h1>Kurser</h1><p>Kommun: Nykvarn</p><p>Kommunen har inga kurser just nu.</p>"
    let reading = try Self.read(html, entries)
    #expect(reading.entries.map(Self.list) == [["none", "municipality=Nykvarn"]])
    #expect(reading.problems.isEmpty)
  }

  @Test("a page on which no entry is found is told", arguments: ["h3", "rows", ".kurs"])
  func nothing(entries: String) throws {
    let reading = try Self.read("<h1>Kurser</h1><p>Snart mer.</p>", entries)
    #expect(reading.entries.isEmpty)
    #expect(reading.problems.map(\.summary) == ["no entry of the inventory courses on the page"])
    #expect(reading.page.leftOver.map(\.value) == ["Snart mer."])
  }

  @Test("a matrix of municipalities by policy keeps yes, no and empty apart")
  func matrix() throws {
    let description = try StudyDescriptions.text(
      """
      id: policy
      inventory: policies
      entries: rows
      fields:
        - {key: municipality, label: Kommun, kind: municipality}
        - {key: policy, label: Policy för tillgänglighet, kind: yesNo}
        - {key: braille, label: Punktskrift, kind: yesNo}
      """)
    let reading = try StudyDescriptions.read(
      """
      <table><tr><th>Kommun<th>Policy för tillgänglighet<th>Punktskrift<tr><td>Salem<td>Ja<td>Nej
      <tr><td>Haninge<td>Nej<td><tr><td>Tyresö<td><td></table>
      """, by: description)
    #expect(
      reading.entries.map(Self.list) == [
        ["has", "municipality=Salem", "policy=Ja", "braille=Nej"],
        ["has", "municipality=Haninge", "policy=Nej", "braille="],
        ["notAnswered", "municipality=Tyresö", "policy=", "braille="],
      ])
  }

  // MARK: Hostile pages

  @Test("markup in a text is text, and contact data is removed from every value")
  func hostile() throws {
    let reading = try Self.read(
      """
      <table><tr><th>Kurs<th>Platser<tr><td>&lt;script&gt;alert(1)&lt;/script&gt;<td>[x](javascript:1) a@b.se
      <tr><td>Ring 070-123 45 67<td>19850101-1236</table>
      """, "rows")
    #expect(
      reading.entries.map(Self.list) == [
        ["has", "name=<script>alert(1)</script>", "seats=[x](javascript:1) [e-post borttagen]"],
        ["has", "name=Ring [telefonnummer borttaget]", "seats=[personnummer borttaget]"],
      ])
  }

  @Test("300 damaged pages of each layout are read or refused", arguments: ["h3", "rows", "page", ".kurs"])
  func damaged(entries: String) throws {
    var generator = SeededGenerator(seed: 7)
    let page = """
      <h1>Kurser</h1><p>Kommun: Salem</p><div class=kurs><h3>Svets</h3><p>Platser: 12</p></div><table><caption>a</caption>
      <tr><th>Kommun<th>Kurs<th>Platser<tr><td rowspan=2>Salem<td>Vård<td>8<tr><td>El<td colspan=2>3</table><dl><dt>Kurs<dd>x</dl>
      """
    let reader = try PageReader(
      Self.description(entries), classifications: StudyDescriptions.classifications, options: .init(),
      redaction: ContactRedaction())
    var found = 0
    for _ in 0..<300 {
      do throws(IngestProblem) {
        let place = SourceLocation(path: "p.html")
        let bytes = MutationTests.mutate(page, &generator)
        found += try reader.read(bytes, key: "p", path: "p.html", at: place).entries.count
      } catch { #expect(error.reason != nil) }
    }
    #expect(found > 100)
  }

  @Test("spans beyond all measure cost nothing")
  func spans() throws {
    let wide = String(repeating: "<th rowspan=9999999 colspan=9999999>x", count: 3000)
    let rows = String(repeating: "<tr><td rowspan=9999999>y<td>z", count: 3000)
    let clock = ContinuousClock()
    let time = try clock.measure {
      let reading = try Self.read("<table><tr><th>Kurs<th>Platser\(wide)\(rows)</table>", "rows")
      #expect(!reading.entries.isEmpty)
    }
    #expect(time < .seconds(10))
  }
}

import ConfidentialRecords
import Diagnostics
import Testing

@testable import IngestStage

@Suite("A project page, sentence by sentence")
struct PageReaderTests {
  private func read(_ html: String) throws -> PageReading {
    let reader = try PageReader(
      TestStudy.description, classifications: TestStudy.classifications, options: .init(), redaction: ContactRedaction()
    )
    return try reader.read(Array(html.utf8), key: "p", path: "pages/p.html", at: SourceLocation(path: "d/pages/p.html"))
  }

  @Test("what speaks against the encoding is on record") func evidence() throws {
    #expect(try read("<h1>Demo K</h1><p>Åtgärder och mål.</p>").page.encodingEvidence == nil)
    let spoilt = try read("<meta charset=iso-8859-1><h1>Demo K</h1><p>m\u{FFFD}l och Ã¥tgÃ¤rder, å</p>").page
    #expect(spoilt.encoding == "utf-8 by validUTF8")
    #expect(
      spoilt.encodingEvidence
        == "declares windows-1252; 2 of its characters look encoded twice; 1 of its characters were lost before it came here"
    )
  }

  private func list(_ fields: [PageField]) -> [String] { fields.map { "\($0.line ?? 0) \($0.key)=\($0.value)" } }

  /// Every quirk of a project-bank page on one page: furniture, glued and doubled labels, no-break blanks, missing
  /// blanks between sentences, headings glued to text, contact data, an unknown heading.
  private let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>Demo K - Projektbanken</title>
    <script>document.write("Syfte")</script></head><body>
    <div>Logotyp på utskrifter</div><p><a href="#">Mer information och anmälan.</a></p>
    <h1>Demo K</h1>
    <div><b>Programområde</b>Programområde 2 Ökat arbetskraftsutbud</div>
    <div><b>Projektfas</b>Förprojektering</div>
    <div>ProjektägareSödertälje kommun, Arbetslivskontoret</div>
    <div><b>Kontaktperson</b>Anna Provberg</div>
    <dl><dt>E-post</dt><dd>anna@example.se<br>eller via Bo Provdal</dd><dt>Telefonnummer</dt><dd>08-465 004 12</dd></dl>
    <table><tr><th>Beviljat stöd</th><td>250&nbsp;000 kr</td></tr><tr><th>Total budget:</th><td>757&#8239;140&nbsp;kr</td></tr></table>
    <p>Projektperiod2008-04-15 till 2008-08-10<br>Region: Stockholm<br>Diarienummer 2008-17</p>
    <h2>Sammanfattning</h2>
    <p>Det stärker kommunens konkurrenskraft.För att nå dit krävs t ex praktik, bl a hos Scania m.fl. företag.
    Ring Anna på 08-465 004 12.</p>
    <p>Region Stockholm deltar. Ansökan följer.Tillgänglighet för personer med funktionsnedsättning</p>
    <p>Tolk används.</p>
    <p>SyfteAtt kartlägga behovet.</p>
    <h2>Ovidkommande</h2><p>Detta hör inte hit. Inte detta heller.</p>
    <h2>Samarbetspartners</h2><ul><li>Stockholms Universitet, Pedagogiska institutionen</li></ul>
    <h2>Kommun</h2><ul><li>Botkyrka</li><li>Upplands-Väsby</li><li> • Södertälje</li><li>Botkyrka</li><li>Atlantis</li></ul>
    </body></html>
    """

  @Test("every fact and sentence is where it should be, with its line")
  func everySentence() throws {
    let reading = try read(page)
    #expect(reading.page.title == "Demo K")
    #expect(
      list(reading.page.fields) == [
        "5 programmeArea=2", "5 programmeAreaName=Ökat arbetskraftsutbud", "6 phase=Förprojektering",
        "7 owner=Södertälje kommun, Arbetslivskontoret", "10 support=250000 kr", "10 budget=757140 kr",
        "11 periodFrom=2008-04-15", "11 periodTo=2008-08-10", "11 region=01", "11 regionName=Stockholm",
        "13 summary=Det stärker kommunens konkurrenskraft.",
        "13 summary=För att nå dit krävs t ex praktik, bl a hos Scania m.fl. företag.",
        "13 summary=Ring Anna på [telefonnummer borttaget].", "15 summary=Region Stockholm deltar.",
        "15 summary=Ansökan följer.", "16 accessibility=Tolk används.", "17 purpose=Att kartlägga behovet.",
        "19 partners=Stockholms Universitet, Pedagogiska institutionen", "20 listedMunicipality=0127",
        "20 listedMunicipality=0114", "20 listedMunicipality=0181", "10 supportSharePercent=33.0",
        "11 periodDays=118", "11 periodJulyDays=31", "7 ownerMunicipality=0181",
      ])
    #expect(
      list(reading.page.leftOver) == [
        "11 text=Diarienummer 2008-17", "18 heading=Ovidkommande", "18 text=Detta hör inte hit.",
        "18 text=Inte detta heller.", "20 listedMunicipality=Botkyrka", "20 listedMunicipality=Atlantis",
      ])
    #expect(reading.page.boilerplateLines == 3)
    #expect(reading.page.contactPresent)
    #expect(reading.removed[.telephone] == 1)
    #expect(reading.page.encoding == "utf-8 by validUTF8")
    #expect(reading.problems.isEmpty)
  }

  @Test("nothing of the contact data is left anywhere")
  func contactData() throws {
    let page = try read(page).page
    let all = (page.fields + page.leftOver).map(\.value).joined(separator: "\n")
    for word in ["Provberg", "Provdal", "example.se", "004 12"] { #expect(!all.contains(word)) }
  }

  @Test("a label without its value, and a value that cannot be read, are left over")
  func unreadable() throws {
    let page = try read("<p>Beviljat stöd</p><h2>Syfte</h2><p>Att göra.</p><div><b>Projektperiod</b>våren 2008</div>")
      .page
    #expect(list(page.fields) == ["1 purpose=Att göra."])
    #expect(list(page.leftOver) == ["1 support=Beviljat stöd", "1 period=våren 2008"])
    #expect(page.title == "")
  }

  @Test("an empty page is no page", arguments: ["", " \n "])
  func empty(html: String) {
    #expect(throws: IngestProblem.self) { try read(html) }
  }

  @Test("a page that is cut off is read as far as it goes, with a warning")
  func cutOff() throws {
    let reading = try read(String(page.prefix(1200)))
    #expect(reading.page.fields.contains { $0.key == "phase" })
    #expect(reading.problems.count == 1)
  }
}

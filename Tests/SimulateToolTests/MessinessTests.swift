import SimulateTool
import Testing

@Suite("What is wrong with the answers")
struct MessinessTests {
  private static let written =
    DemoK.pages.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    + DemoK.text("demo-k/telephone.csv")

  @Test(
    "numbers are written in every way that people write them",
    arguments: [
      "\"ca ", "minst ", "högst ", "tjugo", "vet ej", "vill ej svara", "ej aktuellt", " st\"", "\u{A0}", "se bilaga",
      "–1", "Alla övriga",
    ]) func kinds(text: String)
  { #expect(Self.written.contains(text)) }

  @Test("interviewers' spreadsheets write decimals, a byte order mark and semicolons") func telephone() {
    let text = DemoK.text("demo-k/telephone.csv")
    #expect(DemoK.files["demo-k/telephone.csv"]?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
    #expect(text.contains(";3,0;"))
    let widths = Set(
      text.split(separator: "\n").map { line in
        // Semicolons within quotation marks separate nothing.
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 0 }.reduce(0) { $0 + $1.element.count { $0 == ";" } }
      })
    #expect(widths.count == 1, "every row has every column")
  }

  @Test("one page is in windows-1252 and says so; one says iso-8859-1 and is UTF-8") func encodings() {
    let notUTF8 = DemoK.pages.filter { String(validating: $0.bytes, as: UTF8.self) == nil }
    let said = notUTF8.filter { String(decoding: $0.bytes, as: UTF8.self).contains("charset=windows-1252") }
    #expect(said.count == 1)
    let wrong = DemoK.pages.filter { page in
      String(validating: page.bytes, as: UTF8.self)?.contains("charset=iso-8859-1") == true
    }
    #expect(wrong.count == 1)
  }

  @Test("one page is cut off, and one is no questionnaire") func broken() {
    let texts = DemoK.pages.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.filter { !$0.contains("</html>") }.count == 1)
    #expect(texts.filter { !$0.contains("arbetsstalle_id") }.count == 1)
  }

  @Test("one comment tries script, Markdown and a formula, and stands escaped on its page") func injection() {
    let pages = DemoK.pages.map { String(decoding: $0.bytes, as: UTF8.self) }.filter { $0.contains("=HYPERLINK(") }
    #expect(pages.count == 1)
    #expect(pages.first?.contains("&lt;script&gt;") == true)
    #expect(pages.first?.contains("<script>alert('hej')") == false)
  }

  @Test("some pages are of the other make, whose staff has a label only") func otherMake() throws {
    let plan = try DemoK.simulation.get().plan
    let pages = DemoK.pages.map { String(decoding: $0.bytes, as: UTF8.self) }
    let other = pages.filter { !$0.contains("name=\"anstallda\"") && $0.contains("Hur många är anställda i dag?") }
    #expect(other.count == plan.oddities[.otherMake])
  }

  @Test("the same workplace answers by telephone and on the web, or twice") func twice() {
    let interviewed = Set(DemoK.text("demo-k/telephone.csv").split(separator: "\n").map { $0.prefix(9) })
    let saved = DemoK.pages.map { $0.name.dropFirst("demo-k/employers/".count) }
    #expect(saved.filter { interviewed.contains($0.prefix(9)) }.count == 4)
    #expect(saved.filter { $0.hasSuffix("-2.html") }.count == 2)
  }

  @Test("contact data are of nobody") func contacts() {
    let mails = Self.written.split(separator: "@").dropFirst()
    #expect(mails.filter { $0.hasPrefix("example.se") }.count > 200)
    #expect(mails.allSatisfy { $0.hasPrefix("example.se") || $0.hasPrefix("SUM(") })
  }

  @Test(
    "some comments hold contact data, for ingest to take out",
    arguments: ["070-174 06 42", "personalen@example.se", "123456-7890"]) func contactsInComments(text: String)
  { #expect(Self.written.contains(text)) }

  @Test("some titles are plural, capital or misspelt, and someone has coded some of those") func titles() throws {
    let coded = DemoK.rows("demo-k/decisions/coding.csv")
    let plan = try DemoK.simulation.get().plan
    #expect(coded.count == 25 + plan.decisions.alsoCoded.count)
    #expect(coded.allSatisfy { $0["ssyk"]?.count == 4 })
    #expect(Set(coded.compactMap { $0["title"] }).count == coded.count)
    #expect(Self.written.contains("undersköterskor"))
  }
}

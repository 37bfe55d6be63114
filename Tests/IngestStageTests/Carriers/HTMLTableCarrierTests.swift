import ConfidentialRecords
import Diagnostics
import Markup
import Testing

@testable import IngestStage

@Suite("A page with a table of responses")
struct HTMLTableCarrierTests {
  private func read(_ html: String, _ questionnaire: Questionnaire = TableQuestions.standard) throws -> ReadTable {
    try ReadTable(html: html, questionnaire)
  }

  @Test("one respondent per row; a cell's lines, entities and padding are as a person sees them")
  func plain() throws {
    let read = try read(
      """
      <table><thead><tr><th>Enhet</th><th>Anst </th><th>Övrigt:</th><th>ovrigt</th></tr></thead><tbody>
      <tr><td>0181-0001</td><td>&nbsp;1&nbsp;234&nbsp;</td><td>x</td><td>Rad   ett
        fortsätter<br>rad &lt;två&gt;</td></tr>
      <tr><td>0181-0002<td><td><td><p>a</p><p>b</p></table>
      """)
    #expect(read.units == ["0181-0001", "0181-0002"])
    #expect(
      read.answers == [["Q1=1\u{A0}234", "Q10=Rad ett fortsätter\nrad <två>"], ["Q1=", "Q10=a\nb"]]
        || read.answers == [["Q1=1 234", "Q10=Rad ett fortsätter\nrad <två>"], ["Q1=", "Q10=a\nb"]])
    #expect(read.responses.map(\.carrier) == [.htmlTable, .htmlTable])
  }

  @Test("two heading rows: a heading over several columns, one over several rows")
  func headingRows() throws {
    let read = try read(
      """
      <table><caption>Svar</caption>
      <tr><th rowspan=2>Enhet</th><th colspan=2>Behov</th><th colspan=2>Pension</th><th rowspan=2>Anst</th></tr>
      <tr><th>om 2 år</th><th>om 5 år</th><th>om 2 år</th><th>om 5 år</th></tr>
      <tr><td>0181-0001</td><td>7</td><td>8</td><td>1</td><td>2</td><td>40</td></tr>
      </table>
      """)
    #expect(read.answers == [["Q1=40", "Q2=7", "Q5=8"]])
  }

  @Test("three heading rows, with options of a question lowest")
  func threeRows() throws {
    let read = try read(
      """
      <table><thead>
      <tr><th rowspan=3>enhet<th colspan=5>Personal
      <tr><th colspan=2>Behov<th colspan=3>Stod
      <tr><th>om 2 år<th>om 5 år<th>Tolk<th>Mentor, handledare<th>Lönestöd</thead>
      <tr><td>0181-0001<td>7<td>8<td>x<td><td>x
      </table>
      """)
    #expect(read.answers == [["Q2=7", "Q5=8", "Q8=tolk|lon"]])
    #expect(read.rowCount == 1)
  }

  @Test("of several tables, in and beside one another, the one whose headings fit is read")
  func choice() throws {
    let data = """
      <table><tr><th>enhet<th>anst<th>sokt<tr><td>0181-0001<td>4<td>Ja<tr><td>0181-0002<td>5<td>Nej</table>
      """
    let read = try read(
      """
      <table><tr><td><table><tr><td>enhet<td>Summering<tr><td>2<td>9</table></td><td>
      <table><tr><td>\(data)</td></tr></table></td></tr></table><table><tr><th>anst<tr><td>1</table>
      """)
    #expect(read.answers == [["Q1=4", "Q7=Ja"], ["Q1=5", "Q7=Nej"]])
  }

  @Test("tables that have the same fields are all read, whatever the order of their columns")
  func several() throws {
    let read = try read(
      """
      <h2>Södertälje</h2><table><tr><th>enhet<th>anst<tr><td>0181-0001<td>4</table>
      <h2>Nykvarn</h2><table><tr><th>anst<th>enhet<tr><td>5<td>0181-0002</table>
      """)
    #expect(read.units == ["0181-0001", "0181-0002"])
    #expect(read.answers == [["Q1=4"], ["Q1=5"]])
  }

  @Test("headings that come again are no rows; sums, notes and headings between are no responses")
  func furniture() throws {
    let read = try read(
      """
      <table><tfoot><tr><td>Alla<td>15<td>1</tr></tfoot>
      <tr><th>enhet<th>anst<th>sokt
      <tr><td colspan=3>Södertälje kommun
      <tr><td>0181-0001<td>4<td>Ja
      <tr><td>Delsumma:<td>4<td>
      <tr><th>enhet<th>anst<th>sokt
      <tr><td>0181-0002<td>11<td>Nej
      <tr><td>Summa<td>15<td>1
      <tr><td></td><td></td><td></td></tr>
      <tr><td colspan=3>Källa: enkäten 2026
      </table>
      """)
    #expect(read.units == ["0181-0001", "0181-0002"])
    #expect(read.reasons == Array(repeating: .notAResponse, count: 4))
    #expect(read.rowCount == 6)
  }

  @Test("a cell that spans rows or columns stands in each of them")
  func spans() throws {
    let read = try read(
      """
      <table><tr><th>enhet<th>anst<th>beh_2<th>beh_5<th>sokt
      <tr><td>0181-0001<td>4<td colspan=2>vet ej<td rowspan=2>Ja
      <tr><td>0181-0002<td>5<td>6<td>7
      </table>
      """)
    #expect(read.answers == [["Q1=4", "Q2=vet ej", "Q5=vet ej", "Q7=Ja"], ["Q1=5", "Q2=6", "Q5=7", "Q7=Ja"]])
  }

  @Test("form fields and pictures in cells are read as a person sees them")
  func controls() throws {
    var questionnaire = TableQuestions.standard
    questionnaire.questions.append(TableQuestions.question("Q11", .choices, "orsak", codes: "supports"))
    let read = try read(
      """
      <table><tr><th>enhet<th>anst<th>sokt<th>stod_tolk<th>stod_mentor<th>orsak<th>ovrigt
      <tr><td>0181-0001<input type=hidden name=id value=9><td><input value=12><td><select><option>Nej<option selected>Ja
      </select><td><input type=checkbox checked disabled><td><input type=checkbox disabled><td>
      <label><input type=checkbox value=1 checked>Lönestöd</label><label><input type=checkbox value=2>Annat</label>
      <td><img src=x alt="Ring">
      </table>
      """, questionnaire)
    #expect(read.answers == [["Q1=12", "Q8=tolk", "Q7=Ja", "Q10=Ring", "Q11=Lönestöd"]])
  }

  @Test("a column is found by its number, and by the second of two that have one name")
  func numbers() throws {
    let questionnaire = TableQuestions.make(
      unit: "column:1", TableQuestions.question("A", .count, "antal"), TableQuestions.question("B", .count, "antal.1"),
      TableQuestions.question("C", .text, "column:4"))
    let read = try read(
      "<table><tr><th><th>antal<th>antal<th>?<tr><td>0181-0001<td>1<td>2<td>tre</table>", questionnaire)
    #expect(read.answers == [["A=1", "B=2", "C=tre"]])
    let failure = #expect(throws: StageFailure.self) {
      try self.read("", TableQuestions.make(unit: "column:0", TableQuestions.question("A", .count, "column:x")))
    }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.count == 2)
  }

  @Test("rows of a group are headings with a number, by name or by path")
  func rows() throws {
    let questionnaire = TableQuestions.make(
      TableQuestions.question("T", .text, "Yrke [] > Titel", "y[]_titel", rows: .occupations),
      TableQuestions.question("N", .count, "Yrke [] > Antal", rows: .occupations))
    let read = try read(
      """
      <table><tr><th rowspan=2>enhet<th colspan=2>Yrke 1<th colspan=2>Yrke 2<th rowspan=2>y3_titel
      <tr><th>Titel<th>Antal<th>Titel<th>Antal
      <tr><td>0181-0001<td>Kock<td>3<td>Svetsare<td>4<td>Lärare</table>
      """, questionnaire)
    #expect(read.answers == [["T.1=Kock", "T.2=Svetsare", "T.3=Lärare", "N.1=3", "N.2=4"]])
  }

  @Test("a heading without the unit key, or with two columns for one field, breaks the contract")
  func brokenHeading() {
    let failure = #expect(throws: StageFailure.self) {
      try read("<p><table>\n<tr><th>anst<th>anst<th>sokt<th>ovrigt<tr><td>1<td>2<td>Ja<td>x</table>")
    }
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.count == 2)
    #expect(failure?.problems.allSatisfy { $0.location?.line == 2 } == true)
  }

  @Test("a page without such a table, too large or cut off is told")
  func otherPages() throws {
    #expect(try read("<h1>Tack</h1>").fileReason == .notAQuestionnaire)
    #expect(try read("<table><tr><td>anst</table>").fileReason == .notAQuestionnaire)
    #expect(try read("<div>" + String(repeating: "<div>", count: 5000)).fileReason == .brokenMarkup)
    #expect(try read(String(repeating: "<table><tr><td>enhet</table>", count: 1500)).fileReason == .tooLarge)
    var options = MarkupOptions()
    options.limits.bytes = 100
    let page = "<table>" + String(repeating: "<tr><td>enhet", count: 100)
    #expect(try ReadTable(html: Array(page.utf8), TableQuestions.standard, options: options).fileReason == .tooLarge)
    let cut = try read("<html><body><table><tr><th>enhet<th>anst<tr><td>0181-0001<td>4<tr><td>0181-0002<td")
    #expect(cut.responses.map(\.truncated) == [nil, true])
    #expect(cut.problems.count == 1)
    #expect(try read("").responses.isEmpty)
    #expect(try read("<table><tr><th>enhet<th>anst</table>").fileReason == .emptyFile)
  }

  @Test("a row with a cell too many is set aside, one with fewer is not")
  func ragged() throws {
    let read = try read(
      "<table><tr><th>enhet<th>anst<th>sokt<tr><td>1<td>2<td>Ja<td>mer<tr><td>2<td>3<tr><td><td>3<td>Ja</table>")
    #expect(read.answers == [["Q1=3", "Q7="]])
    #expect(read.reasons == [.brokenRow, .noUnitKey])
  }

  @Test("spans without measure cost nothing")
  func hostileSpans() throws {
    let head = "<tr><th>enhet<th>anst"
    let row = "<tr><td rowspan=99999 colspan=99999>x<td rowspan=9999>0181-0001<td>4"
    let read = try read("<table>" + head + String(repeating: row, count: 300) + "</table>")
    #expect(read.rowCount == 300)
  }
}

import ConfidentialRecords
import Diagnostics
import Markup
import TestSupport
import Testing

@testable import IngestStage

/// Sheets, pages with tables, and forms of unknown make, spoilt at random.
extension MutationTests {
  private static let sheet =
    "\u{FEFF}Enkät HEMLIGT;;;\r\n\r\nenhet;Behov;;stod;;ovrigt;datum\r\n;om 2 år;om 5 år;Tolk;Lönestöd;;\r\n"
    + (1...6).map { "0181-000\($0);12,5;46097;Y;;\"rad\r\n\"\"HEMLIGT\"\"; a@example.se\";46097\r\n" }.joined()
    + "Summa;75;;6;;;\r\n;;;;;;\r\nKälla: HEMLIGT\r\n"

  private static let page = """
    <html><head><meta charset="utf-8"></head><body><table><tr><td><h1>HEMLIGT</h1></td><td>
    <table border=1><caption>Svar</caption><thead><tr><th rowspan=2>enhet</th><th colspan=2>Behov</th><th colspan="2">stod</th>
    <th rowspan="2">ovrigt</th></tr><tr><th>om 2 år</th><th>om 5 år</th><th>Tolk</th><th>Lönestöd</th></tr></thead>
    <tfoot><tr><td>Summa<td>7</tfoot><tbody>
    <tr><td>0181-0001</td><td>7</td><td rowspan=2>8</td><td>✓</td><td></td><td>HEMLIGT a@example.se<br>å</td></tr>
    <tr><td>0181-0002</td><td colspan="2">9</td><td><input type=checkbox checked></td><td><select><option selected>HEMLIGT</select></td></tr>
    <tr><td colspan=6>HEMLIGT rubrik</td></tr><tr><td>0181-0003<td>1<td>2<td>Nej<td>Ja<td>&lt;b&gt; &amp; x</tr>
    </tbody></table></td></tr></table></body></html>
    """

  /// Every row of a table comes out again, as a response or with its reason.
  private func check(_ read: ReadTable) {
    #expect(read.rowCount == read.responses.count + read.reasons.count)
    #expect(read.reasons.allSatisfy { $0 != nil })
    read.responses.forEach(check)
    read.problems.forEach(check)
  }

  @Test("5,000 sheets with titles, sums and options over columns", arguments: 0..<10)
  func sheets(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var responses = 0
    for _ in 0..<500 {
      do {
        let read = try ReadTable(csv: Self.mutate(Self.sheet, &generator), TableQuestions.standard)
        check(read)
        responses += read.responses.count
      } catch let failure as StageFailure {
        #expect(failure.exit == .wrongData)
        for problem in failure.problems { #expect(problem.severity == .error && !"\(problem)".contains(Self.secret)) }
      }
    }
    #expect(responses > 1000)
  }

  @Test("2,000 pages with a table of responses", arguments: 0..<10)
  func tablePages(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var responses = 0
    for _ in 0..<200 {
      do {
        let read = try ReadTable(html: Self.mutate(Self.page, &generator), TableQuestions.standard)
        check(read)
        #expect(read.fileReason != nil || read.rowCount > 0)
        responses += read.responses.count
      } catch let failure as StageFailure {
        #expect(failure.exit == .wrongData)
        for problem in failure.problems { #expect(problem.severity == .error && !"\(problem)".contains(Self.secret)) }
      }
    }
    #expect(responses > 250)
  }

  @Test("2,000 forms of unknown make", arguments: FormMaker.all)
  func makers(maker: FormMaker) throws {
    var generator = SeededGenerator(seed: 5)
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: maker.questionnaire, options: MarkupOptions(), redaction: Self.redaction)
    var responses = 0
    for _ in 0..<300 {
      do throws(IngestProblem) {
        let carried = try carrier.read(Self.mutate(maker.page, &generator), path: "p", at: Self.place)
        check(carried.response)
        responses += 1
      } catch { #expect(error.reason != nil) }
    }
    #expect(responses > 150)
  }

  @Test("tables read with one thread and with two are the same")
  func threads() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<500).map { "<tr><td>0181-\($0)<td>\($0)<td>\($0 % 7 == 0 ? "<td>för mycket" : "")</tr>" }
    let page = "<table><tr><th>enhet<th>anst<th>ovrigt" + rows.joined() + "<tr><td>Summa<td>9</table>"
    let sheet = "Titel\n\nenhet;anst;ovrigt\n" + (0..<500).map { "0181-\($0);\($0);\"\n" }.joined()
    try folder.write(TestStudy.frame, to: "frame.csv")
    try folder.write(TestStudy.sample, to: "sample.csv")
    try folder.write(page, to: "a.HTML")
    try folder.write(Self.mutate(page, &generator), to: "b.html")
    try folder.write(sheet, to: "t.csv")
    let sources = [
      ResponseSource(name: "pages", carrier: .htmlTable, path: "*.html", questionnaire: "employer", mode: .web),
      ResponseSource(name: "sheet", carrier: .csv, path: "t.csv", questionnaire: "employer", mode: .telephone),
    ]
    var questionnaire = TableQuestions.standard
    questionnaire.id = "employer"
    let study = TestStudy.make(responses: sources, pages: [], questionnaire: questionnaire)
    let one = try await IngesterTests.run(folder, study: study, threads: 1)
    let two = try await IngesterTests.run(folder, study: study, threads: 2)
    #expect(one == two)
    #expect(one.counts.input == one.counts.responses + one.counts.pages + one.counts.rejected)
    #expect(one.responses.count > 800)
  }
}

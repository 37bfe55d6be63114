import ConfidentialRecords
import Diagnostics
import Markup
import TestSupport
import Testing

@testable import IngestStage

/// Saved pages and tables with bytes changed, lost, doubled and swapped at random: nothing crashes, everything that
/// went in comes out or is set aside, and what was written is in no message.
@Suite("Hostile input")
struct MutationTests {
  private static let redaction = ContactRedaction(keys: ["0181-0001"])
  private static let place = SourceLocation(path: "d/e/p.html")
  private static let secret = "HEMLIGT"

  private static let form = """
    <!DOCTYPE html><!-- saved --><html lang="sv"><head><meta charset="utf-8"><title>Enkät – Å</title>
    <script>if(1<2){document.write("<p>x</p>")}</script></head><body><form method="post">
    <input type="hidden" name="unit_id" value="0181-0001"><input type=hidden name=blankett value=lang>
    <fieldset><legend>Er arbetsplats</legend><p><label for="a">Hur många är anställda?</label><input id="a" name="ctl00$c1" value="ca 20 HEMLIGT"></p>
    <label>Namn <input name="k_namn" value="HEMLIGT"></label></fieldset>
    <table><tr><th>Yrke</th><td><input name="yrke[1].namn" value="Lokförare HEMLIGT"></td><td><input name="yrke_2_namn"></td></tr>
    <tr><th>2 år</th><td><input name="yrke[1].behov_2" value="7"></td><td><input name="yrke[1][behov_5]" value="10–15"></td></tr></table>
    <input type=checkbox name="yrke[1].brist" value="svenska" checked><input type=checkbox name="yrke[1].brist" value="teknik">
    <input type=radio name=sokt value=ja checked><input type=radio name=sokt value=nej>
    <select name=svart><option value="">Välj<option value=4 selected>Svårt</select>
    <textarea name=ovrigt>HEMLIGT 070-1740605 a@example.se 811218-9876 &lt;b&gt; &amp; "citat"</textarea></form></body></html>
    """

  private static let table =
    "\u{FEFF}enhet;blankett;anst;y1_titel;y1_beh_2;stod;ovrigt;kontakt\r\n"
    + (1...6).map { "0181-0001;lang;\($0);\"Kock HEMLIGT\";12,5;\"Tolk,Mentor\";\"rad\r\n\"\"två\"\"\";HEMLIGT\r\n" }
    .joined()

  private static func mutate(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let spice = Array("<>\"'&;=/!-[]\u{0}\u{FF}\r\n,å".utf8) + [0xFF, 0xC3, 0x80, 0xED]
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let length = min(Int.random(in: 1...40, using: &generator), bytes.count - place)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.insert(spice[Int.random(in: 0..<spice.count, using: &generator)], at: place)
      case 2: bytes.removeSubrange(place..<place + length)
      case 3:
        bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &generator))
      case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
      default: if Int.random(in: 0..<4, using: &generator) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  private func check(_ problem: Problem) {
    #expect(!"\(problem)".contains(Self.secret))
    #expect(problem.severity == .warning)
  }

  private func check(_ response: ResponseRecord) {
    #expect(!response.establishment.isEmpty)
    let all = response.answers.flatMap(\.values) + [response.form, response.answered]
    #expect(all.filter { $0.contains("a@example.se") || showsTelephone($0) } == [])
    var pairs: Set<String> = []
    #expect(response.answers.allSatisfy { pairs.insert("\($0.question).\($0.row ?? 0)").inserted })
  }

  /// Behind another digit it is another number.
  private func showsTelephone(_ text: String) -> Bool {
    guard let range = text.firstRange(of: "070-1740605") else { return false }
    let before = text[..<range.lowerBound].last
    return before.map { $0.isLetter || $0.isWhitespace } ?? true
  }

  @Test("5,000 form pages", arguments: 0..<10)
  func forms(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: TestStudy.questionnaire, options: MarkupOptions(), redaction: Self.redaction)
    var responses = 0
    var rejected = 0
    for _ in 0..<500 {
      do throws(IngestProblem) {
        let carried = try carrier.read(Self.mutate(Self.form, &generator), path: "e/p.html", at: Self.place)
        check(carried.response)
        carried.problems.forEach(check)
        responses += 1
      } catch {
        #expect(error.reason != nil)
        check(error.problem)
        rejected += 1
      }
    }
    #expect(responses + rejected == 500)
    #expect(responses > 300)
  }

  @Test("5,000 tables", arguments: 0..<10)
  func tables(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let carrier = try CSVCarrier(
      TestStudy.telephone, questionnaire: TestStudy.questionnaire, encoding: nil, redaction: Self.redaction)
    var responses = 0
    for _ in 0..<500 {
      do {
        guard var table = try carrier.open(Self.mutate(Self.table, &generator), at: Self.place)
        else { continue }
        while let row = try table.next() {
          do throws(IngestProblem) {
            check(try table.reader.read(row, at: Self.place).response)
            responses += 1
          } catch {
            #expect(error.reason != nil)
            check(error.problem)
          }
        }
      } catch let failure as StageFailure {
        #expect(failure.exit == .wrongData)
        for problem in failure.problems { #expect(problem.severity == .error) }
      }
    }
    #expect(responses > 1000)
  }

  @Test("2,000 submissions and as many exports of them", arguments: 0..<4)
  func submissions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let reader = try XFormsReader(
      XFormsCarrierTests.source(), questionnaire: XFormsCarrierTests.questionnaire, form: nil,
      redaction: Self.redaction)
    let carrier = XFormsCarrier(reader: reader, options: MarkupOptions())
    let submission = XFormsCarrierTests.submission("0181-0001", comment: "HEMLIGT 070-1740605 a@example.se")
    let export = "<?xml version=\"1.0\"?><all>" + String(repeating: submission, count: 3) + "</all>"
    var responses = 0
    func take(_ read: () throws(IngestProblem) -> CarriedResponse) {
      do throws(IngestProblem) {
        let carried = try read()
        check(carried.response)
        carried.problems.forEach(check)
        responses += 1
      } catch {
        #expect(error.reason != nil)
        check(error.problem)
      }
    }
    for _ in 0..<500 {
      let bytes = Self.mutate(submission, &generator)
      take { () throws(IngestProblem) in try carrier.read(bytes, path: "s.xml", at: Self.place) }

      var rest = Self.mutate(export, &generator)[...]
      do {
        let elements = try XMLElements(.belowRoot, path: "d/e/p.html") { buffer in
          let count = min(buffer.count, rest.count, 300)
          buffer.replaceSubrange(0..<count, with: rest.prefix(count))
          rest = rest.dropFirst(count)
          return count
        }
        while let tree = try elements.nextElement() {
          take { () throws(IngestProblem) in try reader.read(tree, at: Self.place) }
        }
      } catch let problem as IngestProblem {
        #expect(problem.reason != nil)
        check(problem.problem)
      }
    }
    #expect(responses > 150)
  }

  @Test("2,000 files of Triple-S data and as many structures", arguments: 0..<4)
  func tripleS(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let data = TripleSCarrierTests.fixed.replacing("Bra här", with: "HEMLIGT")
    let csv = "0181-0001,20260203,1.310,100000001,91,5,1,2.5,HEMLIGT,Kock,\"Städ\nare\",A,Ann,101500\n"
    let asCSV = TripleSCarrierTests.structure(record: "ident=\"A\" format=\"csv\" skip=\"1\"", csv: true)
    var responses = 0
    func read(_ bytes: [UInt8], _ structure: String) {
      do {
        guard var table = try TripleSCarrierTests.table(bytes, structure) else { return }
        while let row = try table.next() {
          do throws(IngestProblem) {
            let carried = try table.reader.read(row, at: Self.place)
            check(carried.response)
            carried.problems.forEach(check)
            responses += 1
          } catch {
            #expect(error.reason != nil)
            check(error.problem)
          }
        }
      } catch let failure as StageFailure {
        #expect(failure.exit == .wrongData)
        for problem in failure.problems { #expect(!"\(problem)".contains(Self.secret)) }
      } catch { #expect(error is MarkupError) }
    }
    for _ in 0..<125 {
      read(Self.mutate(data, &generator), TripleSCarrierTests.structure())
      read(Self.mutate("x\n" + csv + csv + csv, &generator), asCSV)
      let structure = String(decoding: Self.mutate(TripleSCarrierTests.structure(), &generator), as: UTF8.self)
      read(Array(data.utf8), structure)
      read(Array(csv.utf8), String(decoding: Self.mutate(asCSV, &generator), as: UTF8.self))
    }
    #expect(responses > 500)
  }

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

  @Test("500 project pages", arguments: 0..<5)
  func pages(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let reader = try PageReader(
      TestStudy.description, classifications: TestStudy.classifications, options: MarkupOptions(),
      redaction: Self.redaction)
    let page = """
      <html><head><title>Demo K</title></head><body><h1>Demo K</h1><p>ProgramområdeProgramområde 2 Arbete</p>
      <p>Beviljat stöd250&nbsp;000 kr<br>Projektperiod2008-04-15 till 2008-08-10<br>E-posta@example.se</p>
      <h2>Syfte</h2><p>Det är bra.Det är t ex (se bilaga) Bättre.</p><h2>Kommun</h2><ul><li>Botkyrka</ul></body></html>
      """
    for _ in 0..<100 {
      do throws(IngestProblem) {
        let read = try reader.read(Self.mutate(page, &generator), key: "p", path: "p", at: Self.place)
        #expect(read.page.fields.allSatisfy { !$0.value.isEmpty })
      } catch { #expect(error.reason != nil) }
    }
  }

  @Test("huge, deep and endless things are set aside")
  func extremes() throws {
    let carrier = try HTMLFormCarrier(
      TestStudy.forms, questionnaire: TestStudy.questionnaire, options: MarkupOptions(), redaction: Self.redaction)
    let unit = "<input name=unit_id value=0181-0001>"
    let pages = [
      unit + String(repeating: "<div>", count: 100_000),
      unit + "<input name='yrke[99999999999999999999].namn' value=x>",
      unit + "<input name='yrke[9999999].namn' value=x>", unit + "<p " + String(repeating: "a=b ", count: 100_000),
      unit + "<textarea name=ovrigt>" + String(repeating: "0", count: 100_000) + "</textarea>",
      unit + "<textarea name=ovrigt>" + String(repeating: "@a ", count: 100_000) + "</textarea>",
      unit + "<textarea name=ovrigt>" + String(repeating: "(08-", count: 100_000) + "</textarea>",
      unit + String(repeating: "<input name=anstallda value=1>", count: 20_000),
    ]
    for page in pages {
      _ = try? carrier.read(Array(page.utf8), path: "p", at: Self.place)
    }
  }
}

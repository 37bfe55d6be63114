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
  static let redaction = ContactRedaction(keys: ["0181-0001"])
  static let place = SourceLocation(path: "d/e/p.html")
  static let secret = "HEMLIGT"

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

  static func mutate(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
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

  func check(_ problem: Problem) {
    #expect(!"\(problem)".contains(Self.secret))
    #expect(problem.severity == .warning)
  }

  func check(_ response: ResponseRecord) {
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

import ConfidentialRecords
import Diagnostics
import RecordStreams
import Testing

@testable import IngestStage

@Suite("A table of interviews")
struct CSVCarrierTests {
  private func read(_ bytes: [UInt8]) throws -> (responses: [ResponseRecord], reasons: [RejectedRecord.Reason?]) {
    let carrier = try CSVCarrier(
      TestStudy.telephone, questionnaire: TestStudy.questionnaire, encoding: nil,
      redaction: ContactRedaction(keys: ["0181-0001"]))
    let place = SourceLocation(path: "d/t.csv")
    guard var table = try carrier.open(bytes, at: place) else { return ([], []) }
    var responses: [ResponseRecord] = []
    var reasons: [RejectedRecord.Reason?] = []
    while let row = try table.next() {
      do throws(IngestProblem) {
        responses.append(try table.reader.read(row, at: place).response)
      } catch { reasons.append(error.reason) }
    }
    return (responses, reasons)
  }

  private func read(_ text: String) throws -> (responses: [ResponseRecord], reasons: [RejectedRecord.Reason?]) {
    try read(Array(text.utf8))
  }

  @Test("a semicolon, a decimal comma, a byte order mark and a quoted line break are as they should be")
  func dialect() throws {
    let (responses, _) = try read(
      "\u{FEFF}enhet;blankett;anst;beh_2;ovrigt\r\n0181-0001;lang;12,5;ca 20;\"Rad ett\r\nrad \"\"två\"\"; slut\"\r\n")
    #expect(responses.map(\.establishment) == ["0181-0001"])
    #expect(
      responses.first?.answers.map(\.words) == ["Q1=12,5", "Q2=ca 20", "Q10=Rad ett\r\nrad \"två\"; slut"])
    #expect(responses.first?.encoding == "utf-8 by byteOrderMark")
  }

  @Test("rows of a group are columns with a number; choices stand in one cell")
  func rows() throws {
    let (responses, _) = try read(
      "enhet,Y1_Titel,y2_titel,y2_beh_2,y12_beh_5,y1_brist,okänd\n1,Kock,,7,8,\"a, b,,c\",x\n")
    #expect(
      responses.first?.answers.map(\.words) == ["Q3.1=Kock", "Q3.2=", "Q4.2=7", "Q5.12=8", "Q6.1=a|b|c"])
  }

  @Test("what the row's form lacks was never shown, unless something stands there")
  func forms() throws {
    let (responses, _) = try read("enhet,blankett,anst,y1_titel,y2_titel\n1,Kort,,,\n2,lång,,,\n3,kort,,Kock,\n4,,,,\n")
    #expect(
      responses.map { $0.answers.map(\.words) } == [
        ["Q1="], ["Q1=", "Q3.1=", "Q3.2="], ["Q1=", "Q3.1=Kock"], ["Q1=", "Q3.1=", "Q3.2="],
      ])
  }

  @Test("windows-1252 is read as such")
  func latin() throws {
    let (responses, _) = try read("enhet;y1_titel\n1;Lokförare\n".unicodeScalars.map { UInt8($0.value) })
    #expect(responses.first?.answers.map(\.words) == ["Q3.1=Lokförare"])
    #expect(responses.first?.encoding == "windows-1252 by fallback")
  }

  @Test("contact columns are dropped")
  func contact() throws {
    let (responses, _) = try read("enhet,kontakt,epost,ovrigt\n1,Anna,,070-1740605\n2,,,\n")
    #expect(responses.map(\.contactPresent) == [true, false])
    #expect(responses.first?.answers.map(\.words) == ["Q10=[telefonnummer borttaget]"])
  }

  @Test("a row that is ragged, broken or without its unit is set aside")
  func broken() throws {
    let (responses, reasons) = try read("enhet,anst\n1\n2,3,4\n,5\n,\n6,7\n8,\"9")
    #expect(responses.map { $0.answers.map(\.words) } == [["Q1="], ["Q1=7"]])
    #expect(reasons == [.brokenRow, .noUnitKey, .brokenRow])
  }

  @Test("a heading without the unit, or with two columns for one field, breaks the contract")
  func heading() {
    let failure = #expect(throws: StageFailure.self) { try read("anst;anst;y1_titel;y1_titel\n1;2;3;4\n") }
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.count == 3)
    #expect(failure?.problems.allSatisfy { $0.location?.line == 1 && $0.severity == .error } == true)
  }

  @Test("nothing in the file is no table", arguments: ["", "\n\n", "\u{FEFF}"])
  func empty(text: String) throws {
    #expect(try read(text).responses.isEmpty)
  }
}

import ConfidentialRecords
import Foundation
import Testing

@testable import IngestStage

/// Tables as survey tools and offices published them, where they are at hand. The counts were made from the files with
/// another program, and checked by eye in some of their columns.
@Suite("Real tables", .enabled(if: RealTables.isThere))
struct RealTablesTests {
  @Test("an organisation survey of 1,048 responses: codes over texts over choices, choices as their own codes")
  func organisationSurvey() throws {
    func list(_ id: String, _ codes: ClosedRange<Int>) -> CodeList {
      CodeList(id: id, codes: codes.map { CodeList.Code(code: "\($0)", label: TableQuestions.text("val \($0)")) })
    }
    let questionnaire = TableQuestions.make(
      unit: "Respondent ID", answered: "End Date",
      lists: [list("0-6", 0...6), list("1-7", 1...7), list("1-5", 1...5), list("0-15", 0...15)],
      TableQuestions.question("Q1", .choices, "Q1", codes: "0-6"),
      TableQuestions.question("Q2", .choice, "Q2", codes: "1-7"),
      TableQuestions.question("Q4", .scale, "Q4_1", codes: "1-5"),
      TableQuestions.question("Q10", .text, "Q10_other"),
      TableQuestions.question("Q30", .choices, "Q30", codes: "0-15"))
    let read = try ReadTable(
      csv: RealTables.bytes("csv-organisation-survey/osposurvey_2022_raw.csv"), questionnaire,
      keys: ["118091742966"])
    #expect(read.responses.count == 1048)
    #expect(read.rowCount == 1048)
    #expect(Set(read.units).count == 1048)
    #expect(read.responses.first?.answered == "2022-08-01 08:20:17")
    #expect(read.values("Q1").map(\.count).reduce(0, +) == 2633)
    #expect(read.values("Q1").count { $0 == ["1"] } == 348)
    #expect(read.values("Q1").count { $0 == ["1", "2", "3", "4", "5"] } == 215)
    #expect(read.values("Q2").count { $0 == ["7"] } == 254)
    #expect(read.values("Q4").count { $0 == ["4"] } == 302)
    #expect(read.values("Q10").count { $0.isEmpty } == 1021)
    // 346 choices of columns 1 to 15, some of the last in words; four times "don't know", which is code 0.
    #expect(read.values("Q30").count { $0 == ["0"] } == 4)
    #expect(read.values("Q30").map(\.count).reduce(0, +) == 350)
  }

  @Test("77 responses of LimeSurvey: code[sub]. question [sub-question]; Yes and No; 8.0")
  func limeSurvey() throws {
    let testing = CodeList(
      id: "testing",
      codes: [
        ("none", "No formal testing"), ("developers", "Developers conduct testing"),
        ("engineers", "test engineers conduct testing"), ("users", "Users conduct testing"),
      ].map { CodeList.Code(code: $0, label: TableQuestions.text($1)) })
    let meeting = CodeList(
      id: "meeting", codes: (1...4).map { CodeList.Code(code: "\($0)", label: TableQuestions.text("val \($0)")) })
    let disciplines = CodeList(
      id: "disciplines", codes: (1...65).map { CodeList.Code(code: "\($0)", label: TableQuestions.text("val \($0)")) })
    let time = CodeList(
      id: "time",
      codes: (1...10).map { number in
        CodeList.Code(
          code: "\(number)", label: TableQuestions.text("val \(number)"),
          written: number == 10 ? ["10 (All my time)"] : number == 1 ? ["1 (None at all)"] : [])
      })
    let questionnaire = TableQuestions.make(
      unit: "column:1", answered: nil, lists: [testing, meeting, disciplines, time],
      TableQuestions.question("E", .text, "edu1"), TableQuestions.question("Y", .count, "soft1can"),
      TableQuestions.question("T", .scale, "likert0[time1can]", codes: "time"),
      TableQuestions.question("W", .text, "rse3"),
      TableQuestions.question("P", .count, "How many software projects are you currently involved in?"),
      TableQuestions.question("S", .choices, "proj4can", codes: "testing"),
      TableQuestions.question("M", .choices, "How do you meet other RSEs?", codes: "meeting"),
      TableQuestions.question("D", .choices, "currentEmp13", codes: "disciplines"))
    let read = try ReadTable(csv: RealTables.bytes("limesurvey/rse_nl_responses_2017.csv"), questionnaire)
    #expect(read.responses.count == 77)
    #expect(Set(read.units).count == 77)
    #expect(read.units.first == "1" && read.units.last == "99")
    #expect(read.values("E").count { $0 == ["PhD"] } == 43)
    #expect(read.values("Y").count { $0 == ["15.0"] } == 9)
    #expect(read.values("T").count { $0 == ["6"] } == 14)
    #expect(read.values("T").count { $0 == ["10 (All my time)"] } == 3)
    #expect(read.values("W").count { $0 == ["0 - Mostly me"] } == 5)
    #expect(read.values("P").count { $0 == ["2.0"] } == 26)
    #expect(read.values("S").map(\.count).reduce(0, +) == 133)
    #expect(read.values("D").map(\.count).reduce(0, +) == 207)
    #expect(read.values("M").map(\.count).reduce(0, +) == 75)
  }

  @Test("2,089 rows with a byte order mark, semicolons and decimal commas")
  func decimalComma() throws {
    let questionnaire = TableQuestions.make(
      unit: "conceptidprognosyrke", answered: "ar", TableQuestions.question("E", .count, "antalEFT"),
      TableQuestions.question("P", .count, "antalPEN"), TableQuestions.question("T", .count, "antalTILLprognos"))
    let read = try ReadTable(csv: RealTables.bytes("csv-decimal-comma/bristindex_historik.csv"), questionnaire)
    #expect(read.responses.count == 2089)
    #expect(Set(read.units).count == 174)
    #expect(read.responses.count { $0.answered.isEmpty } == 1)
    func hundredths(_ question: String) -> [Int] {
      read.values(question).compactMap { $0.first.flatMap { Int($0.replacing(",", with: "")) } }
    }
    #expect(hundredths("E").count == 870)
    #expect(hundredths("E").reduce(0, +) == 105_762)
    #expect(hundredths("P").reduce(0, +) == 91_647)
    #expect(hundredths("T").count == 1392)
    #expect(read.responses.allSatisfy { $0.encoding == "utf-8 by byteOrderMark" })
  }
}

enum RealTables {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/reference/survey-formats").standardizedFileURL

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appendingPathComponent(path)))
  }
}

extension ReadTable {
  /// What each response says to a question.
  func values(_ question: String) -> [[String]] {
    responses.compactMap { $0.answers.first { $0.question == question }?.values }
  }
}

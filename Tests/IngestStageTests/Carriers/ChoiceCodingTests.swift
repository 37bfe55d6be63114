import ConfidentialRecords
import Testing

@testable import IngestStage

@Suite("Several choices in a table")
struct ChoiceCodingTests {
  /// One way of writing that an interpreter and a mentor were chosen, and then that nothing was.
  struct Coding: CustomTestStringConvertible {
    let testDescription: String
    let columns: [String]
    let chosen: [String]
    let none: [String]
    var values = ["tolk", "mentor"]
  }

  static let byOption = ["stod_tolk", "stod_mentor", "stod_lon", "stod_annat"]
  static let codings = [
    Coding(
      testDescription: "Y and nothing", columns: byOption, chosen: ["Y", "Y", "", ""], none: ["", "", "", ""]),
    Coding(
      testDescription: "yes and no", columns: byOption, chosen: ["Ja", "Ja", "Nej", "Nej"],
      none: ["Nej", "Nej", "Nej", "Nej"]),
    Coding(
      testDescription: "English yes and no", columns: byOption, chosen: ["Yes", "Yes", "No", "No"],
      none: ["No", "No", "No", "No"]),
    Coding(
      testDescription: "1 and blank", columns: byOption, chosen: ["1", "1", "", ""], none: ["", "", "", ""]),
    Coding(testDescription: "1 and 0", columns: byOption, chosen: ["1", "1", "0", "0"], none: ["0", "0", "0", "0"]),
    Coding(
      testDescription: "1.0 and 0.0 of a spreadsheet", columns: byOption, chosen: ["1.0", "1.0", "0.0", "0.0"],
      none: ["0.0", "0.0", "0.0", "0.0"]),
    Coding(
      testDescription: "label and blank", columns: byOption, chosen: ["Tolk", "Mentor, handledare", "", ""],
      none: ["", "", "", ""]),
    Coding(testDescription: "marks", columns: byOption, chosen: ["✓", "☑", "☐", "–"], none: ["☐", "☐", "☐", "☐"]),
    Coding(
      testDescription: "a list with commas", columns: ["stod"], chosen: ["Tolk, Mentor, handledare"], none: [""],
      values: ["Tolk", "Mentor, handledare"]),
    Coding(
      testDescription: "a list with semicolons", columns: ["stod"], chosen: ["Tolk; Mentor, handledare"], none: [""],
      values: ["Tolk", "Mentor, handledare"]),
    Coding(
      testDescription: "a list of lines", columns: ["stod"], chosen: ["Tolk\nMentor, handledare\n"], none: [""],
      values: ["Tolk", "Mentor, handledare"]),
    Coding(testDescription: "a list of codes", columns: ["stod"], chosen: ["tolk mentor"], none: [""]),
    Coding(testDescription: "a string of bits", columns: ["stod"], chosen: ["1100"], none: ["0000"]),
    Coding(
      testDescription: "brackets", columns: ["stod[tolk]", "stod[mentor]"], chosen: ["Y", "Y"], none: ["N", ""]),
    Coding(
      testDescription: "labels in the heading",
      columns: ["stod. Vilket stöd? [Tolk]", "stod. Vilket stöd? [Mentor, handledare]"], chosen: ["Yes", "Yes"],
      none: ["No", "No"]),
    Coding(
      testDescription: "LimeSurvey's codes and labels",
      columns: ["stod[SQ001]. Vilket stöd? [Tolk]", "stod[SQ002]. Vilket stöd? [Mentor, handledare]"],
      chosen: ["Yes", "Yes"], none: ["No", "No"]),
    Coding(
      testDescription: "KoBo's slash", columns: ["stod/tolk", "stod/mentor", "stod/lon"], chosen: ["1", "1", "0"],
      none: ["0", "0", "0"]),
    Coding(
      testDescription: "REDCap's underscores", columns: ["stod___tolk", "stod___mentor"], chosen: ["1", "1"],
      none: ["0", "0"]),
  ]

  private func csv(_ coding: Coding) -> String {
    func row(_ cells: [String]) -> String {
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
    }
    return row(["enhet"] + coding.columns) + row(["0181-0001"] + coding.chosen) + row(["0181-0002"] + coding.none)
  }

  private func html(_ coding: Coding) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\($0.replacing("\n", with: "<br>"))</\(tag)>" }.joined() + "</tr>\n"
    }
    return "<table>" + row(["enhet"] + coding.columns, "th") + row(["0181-0001"] + coding.chosen, "td")
      + row(["0181-0002"] + coding.none, "td") + "</table>"
  }

  @Test("every coding says the same", arguments: codings)
  func sameChoices(coding: Coding) throws {
    for read in [
      try ReadTable(csv: csv(coding), TableQuestions.standard),
      try ReadTable(html: html(coding), TableQuestions.standard),
    ] {
      #expect(read.units == ["0181-0001", "0181-0002"])
      #expect(read.responses.map { $0.answers.map(\.values) } == [[coding.values], [[]]])
      #expect(read.responses.first?.answers.map(\.question) == ["Q8"])
    }
  }

  @Test("in the column of code 0 a 0 is a choice where columns say their own codes, and none where they say 1 and 0")
  func ownCodes() throws {
    let list = CodeList(
      id: "n", codes: (0...3).map { CodeList.Code(code: "\($0)", label: TableQuestions.text("val \($0)")) })
    let questionnaire = TableQuestions.make(
      lists: [list], TableQuestions.question("Q", .choices, "Q1", codes: "n"))
    let read = try ReadTable(
      csv: "enhet,Q1_0,Q1_1,Q1_2,Q1_3\n1,0,,,\n2,,1,2,\n3,,,,3\n4,0,1,0,1\n5,1,0,0,0\n6,,,,\n", questionnaire)
    #expect(read.responses.map { $0.answers[0].values } == [["0"], ["1", "2"], ["3"], ["1", "3"], ["0"], []])
  }

  @Test("what is neither a tick nor none stays as it was written; of something else both are kept")
  func unknown() throws {
    let read = try ReadTable(
      csv: "enhet,stod_tolk,stod_mentor,stod_annat\n1,kanske,Y,\n2,,,Kyrkan\n3,vet ej,,\n", TableQuestions.standard)
    #expect(read.responses.map { $0.answers[0].values } == [["kanske", "mentor"], ["annat", "Kyrkan"], ["vet ej"]])
  }

  @Test("a list in one cell keeps what is on no list")
  func unknownInList() {
    let options = OptionTexts(TableQuestions.supports)
    #expect(
      ListCell.values(in: "Tolk, kyrkan, Mentor, handledare", options) == ["Tolk", "kyrkan", "Mentor, handledare"])
    #expect(ListCell.values(in: " , ;", options) == [])
    #expect(ListCell.values(in: "Mentor, handledare", options) == ["Mentor, handledare"])
    #expect(ListCell.values(in: "11", options) == ["11"])
    #expect(ListCell.values(in: "a;b, c", nil) == ["a", "b, c"])
  }

  @Test("bits are counted by number where the codes are numbers, gaps and all")
  func numberedBits() {
    let list = CodeList(
      id: "n", codes: [1, 2, 3, 5, 9].map { CodeList.Code(code: "\($0)", label: TableQuestions.text("val \($0)")) })
    let options = OptionTexts(list)
    #expect(ListCell.values(in: "001010001", options) == ["3", "5", "9"])
    #expect(ListCell.values(in: "000100000", options) == ["000100000"])
    #expect(ListCell.values(in: "3.0", options) == ["3"])
  }
}

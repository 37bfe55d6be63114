import Diagnostics
import RecordStreams
import SurveyModel
import Testing

@testable import StudyFiles

@Suite("Context tables")
struct ContextReaderTests {
  private static let source = ContextSource(
    name: .employment, path: "context/employment.csv", vintage: "2024", source: "Made up", isSynthetic: true)
  private static let columns = [
    ContextColumn("municipality", .code(among: ["0181", "0180"])),
    ContextColumn("employed", .number(in: 0...1e7)), ContextColumn("commuters", .numberOrNothing(in: -1e6...1e6)),
  ]

  private func read(_ text: String) throws(StageFailure) -> ContextTable {
    try ContextReader.read(
      try CSVReader(bytes: Array(text.utf8)), path: "employment.csv", source: Self.source, columns: Self.columns,
      key: ["municipality"])
  }

  @Test("columns may stand in any order, and what is not known is not 0") func reads() throws {
    let table = try read("employed,municipality,commuters\n51000,0181,\n610000,0180,-12.5\n")
    #expect(table.rows.map(\.line) == [2, 3])
    #expect(table.row(where: ["municipality": "0180"])?.number("commuters") == -12.5)
    let first = table.row(where: ["municipality": "0181"])
    #expect(first?.number("employed") == 51000)
    #expect(first?.number("commuters") == nil)
    #expect(table.row(where: ["municipality": "0182"]) == nil)
  }

  @Test(
    "every fault is told with its line, and no field is repeated",
    arguments: [
      ("municipality,employed\n0181,1\n", ["1 the column commuters is missing"]),
      (
        "municipality,employd,commuters\n",
        ["1 the column employed is missing", "1 column 2 is not one of the table's, or is there twice"]
      ),
      (
        "municipality,employed,commuters\n0199,many,\n0181,,2e3\n",
        [
          "2 municipality has an unknown code", "2 employed has no number that can be",
          "3 employed has no number that can be", "3 commuters has no number that can be",
        ]
      ),
      ("municipality,employed,commuters\n0181,1,\n0181,2,\n", ["3 the row stands twice"]),
      ("municipality,employed,commuters\n0181,1\n", ["2 a row with the wrong number of fields"]),
      ("municipality,employed,commuters\n0181,-1,0\n", ["2 employed has no number that can be"]),
      ("municipality,employed,commuters\n", ["1 the table has no rows"]),
    ])
  func faults(text: String, faults: [String]) {
    do {
      _ = try read(text)
      Issue.record("no fault was found")
    } catch {
      #expect(error.problems.map { "\($0.location?.line ?? 0) \($0.summary)" } == faults)
      #expect(error.problems.allSatisfy { !"\($0)".contains("many") })
    }
  }
}

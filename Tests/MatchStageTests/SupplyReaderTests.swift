import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import MatchStage

@Suite("supply.csv")
struct SupplyReaderTests {
  private func faults(_ rows: [String]) throws -> [Problem] {
    do {
      _ = try MatchFixture.table(rows)
      return []
    } catch let failure as StageFailure {
      #expect(failure.exit == .wrongData)
      return failure.problems
    }
  }

  @Test("is read from its file") func fromFile() throws {
    let folder = try TemporaryFolder()
    let text = "\u{FEFF}" + MatchFixture.heading + "\r\n" + MatchFixture.rows().joined(separator: "\r\n") + "\r\n"
    let path = try folder.write(text, to: "supply.csv")
    #expect(try SupplyReader.read(path: path, study: MatchFixture.study()).count == 5)
  }

  @Test("a file with a heading only states nothing") func empty() throws {
    #expect(try MatchFixture.table([]).count == 0)
  }

  @Test(
    "a wrong row is told by its line",
    arguments: [
      ("0180,2,5,graduates,1,2,3,Register,2025-12-31", "the municipality is not one of the study's"),
      ("0181,25,5,graduates,1,2,3,Register,2025-12-31", "the occupation is not a major group of SSYK 2012"),
      ("0181,,5,graduates,1,2,3,Register,2025-12-31", "the occupation is not a major group of SSYK 2012"),
      ("0181,2,3,graduates,1,2,3,Register,2025-12-31", "the horizon is not one of the study's"),
      ("0181,2,5,graduate,1,2,3,Register,2025-12-31", "the component is not a term of supply"),
      ("0181,2,5,graduates,1,,3,Register,2025-12-31", "base is not a number of persons"),
      ("0181,2,5,graduates,1,2,nan,Register,2025-12-31", "high is not a number of persons"),
      ("0181,2,5,graduates,1,1e9,3,Register,2025-12-31", "base is not a number of persons"),
      ("0181,2,5,graduates,3,2,4,Register,2025-12-31", "the scenarios are not in order"),
      ("0181,2,5,graduates,-3,2,4,Register,2025-12-31", "graduates is less than 0"),
      ("0181,2,5,graduates,1,2,3, ,2025-12-31", "the source is empty"),
      ("0181,2,5,graduates,1,2,3,Register,31/12 2025", "the date is not a date"),
      ("0181,2,5,graduates,1,2,3,Register", "a row with the wrong number of fields"),
    ])
  func wrongRow(row: String, summary: String) throws {
    let problem = try #require(try faults(MatchFixture.rows(without: [.graduates]) + [row]).first)
    #expect(problem.summary == summary)
    #expect(problem.severity == .error)
    #expect(problem.location == SourceLocation(path: "supply.csv", line: 6))
  }

  @Test("every fault is told, not only the first") func allFaults() throws {
    let problems = try faults([
      "0180,x,3,graduates,1,2,3,Register,2025-12-31", "0181,2,5,graduates,1,2,3,Register,2025-12-31",
      "0181,2,5,graduates,1,2,3,Register,2025-12-31",
    ])
    #expect(problems.map { $0.location?.line } == [2, 2, 2, 4])
  }

  @Test("a component a little misspelt is recognised in the hint") func hint() throws {
    let problems = try faults(["0181,2,5,seekerReady,1,2,3,Register,2025-12-31"])
    #expect(problems.first?.hint == "did you mean seekersReady?")
    #expect(problems.first?.got == "a text of 11 characters without a number")
  }

  @Test("columns may stand in any order, and a wrong heading is told") func heading() throws {
    func read(_ text: String) throws -> SupplyTable {
      try SupplyReader.read(CSVReader(bytes: Array(text.utf8)), path: "supply.csv", study: MatchFixture.study())
    }
    let other =
      "date,source,high,base,low,component,horizon,occupation,municipality\n2025-12-31,R,3,2,1,graduates,5,2,0181\n"
    #expect(try read(other).count == 1)
    for wrong in [
      "", "municipality,occupation\n", MatchFixture.heading + ",comment\n", MatchFixture.heading + ",low\n",
    ] {
      #expect(throws: StageFailure.self) { try read(wrong) }
    }
  }

  @Test("a file that is not there is no input") func noFile() {
    #expect {
      try SupplyReader.read(path: "/nonexistent/supply.csv", study: MatchFixture.study())
    } throws: { ($0 as? StageFailure)?.exit == .noInput }
  }

  @Test("a file of faults does not fill the screen") func manyFaults() throws {
    #expect(try faults(Array(repeating: "0180,2,5,graduates,1,2,3,R,2025-12-31", count: 5000)).count <= 110)
  }
}

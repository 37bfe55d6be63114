import ConfidentialRecords
import Diagnostics
import Expressions
import Testing

@testable import CleanStage

@Suite("Edit rules")
struct EditRulesTests {
  @Test(
    "a rule holds, breaks, may break, or does not apply",
    arguments: [
      ("12", "8", Outcome.holds), ("12", "7", .breaks), ("10-14", "8", .mayBreak), ("vet ej", "8", .doesNotApply),
      ("ca 11", "8", .mayBreak), ("ca 2", "8", .breaks),
    ])
  func outcomes(women: String, men: String, outcome: Outcome) throws {
    let cleaned = try SmallStudy.clean(["Q2": "20", "Q3a": women, "Q3b": men]).cleaned
    let counts = Array(cleaned.ruleCounts.prefix(4))
    #expect(counts == Outcome.allCases.map { $0 == outcome ? 1 : 0 })
    // One of the two is enough to explain it, and the log names the other.
    #expect((cleaned.employer.women == .missing(.implausible)) == (outcome == .breaks))
    #expect(cleaned.employer.men.missingReason == nil)
    #expect(cleaned.edits.map(\.alternative) == (outcome == .breaks ? [["men"]] : []))
  }

  @Test("a broken hard rule takes its suspects out of its own row only, and the log says so")
  func suspects() throws {
    let cleaned = try SmallStudy.clean([
      "Q2": "24", "Q6/1": "Städare", "Q7/1": "4", "Q8/1": "6", "Q9/1": "1", "Q6/2": "Svetsare", "Q7/2": "20",
      "Q8/2": "6", "Q9/2": "1",
    ]).cleaned
    let rows = cleaned.employer.occupations
    #expect(rows.map { $0.retirements[.tenYears] } == [.missing(.implausible), .point(6)])
    // Without the retirements nothing is left of what the second rule held against the other leavers.
    #expect(rows.map { $0.leaversUnknown[.tenYears] } == [.point(1), .point(1)])
    #expect(
      cleaned.edits.map { [$0.subject, $0.before, $0.after, $0.rule] } == [
        ["retirements(10)", "6", "implausible", "retirements"]
      ])
    #expect(cleaned.edits.map(\.row) == [1])
    #expect(cleaned.edits.map(\.line) == [13])
    // Both rules are counted by what was written.
    #expect(cleaned.ruleCounts == [0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0])
  }

  @Test("a soft rule changes nothing, and a response warns of broken rules once")
  func soft() throws {
    let (cleaned, problems) = try SmallStudy.clean([
      "Q2": "20", "Q3a": "1", "Q3b": "2", "Q6/1": "Städare", "Q7/1": "7", "Q8/1": "9", "Q9/1": "",
    ])
    #expect(cleaned.employer.occupations[0].headcount == .point(7))
    #expect(problems.count == 1)
    #expect(problems[0].got == "sexes, retirements (row 1), rows")
  }

  @Test("a sum over rows is not 0 where no rows were asked for")
  func noRows() throws {
    let cleaned = try SmallStudy.clean(["Q2": "20"], form: "kort").cleaned
    #expect(Array(cleaned.ruleCounts.suffix(4)) == [0, 0, 0, 1])
  }

  @Test("what a rule leaves without a value is no row")
  func emptied() throws {
    let rule = SmallStudy.rule("far", "2 * sum(headcount) >= staff", hard: ["headcount"])
    let cleaner = try SmallStudy.cleaner(SmallStudy.study(rules: [rule]))
    let response = SmallStudy.response("r", from: "A1", ["Q2": "20", "Q6/6": "Alla övriga", "Q7/6": "0"])
    guard case .cleaned(let cleaned) = cleaner.clean(response).outcome else {
      Issue.record("rejected")
      return
    }
    #expect(cleaned.employer.occupations.isEmpty)
    #expect(cleaned.edits.count == 1)
  }

  @Test("a rule that cannot be read is a fault of the study file")
  func faulty() {
    #expect(throws: StageFailure.self) {
      try EditRules([SmallStudy.rule("r", "staf >= 1")], for: [SmallStudy.questionnaire])
    }
  }
}

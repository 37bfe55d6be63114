import ConfidentialRecords
import Diagnostics
import Testing

@testable import CleanStage

@Suite("One response")
struct CleanerTests {
  @Test("an answer stands under the concept that its question measures")
  func byConcept() throws {
    let employer = try SmallStudy.clean([
      "Q2": "20", "Q3a": "12", "Q3b": "8", "Q5": "25", "Q5L": "22", "Q5H": "30", "Q6/1": "undersköterskor",
      "Q7/1": "20", "Q8/1": "minst 3", "Q30": "Tolk, Mentor", "Q40": "Röd", "Q24": "2", "Q21": "ja",
      "Q34": "Resvägen,Vår lön",
    ]).cleaned.employer
    #expect(employer.staff == .point(20))
    #expect(employer.women == .point(12))
    #expect(employer.staffNeeded[.fiveYears] == .range(low: 22, best: 25, high: 30))
    #expect(employer.staffNeeded[.twoYears] == .notAsked)
    #expect(employer.occupations.map(\.ssyk) == ["5321"])
    #expect(employer.occupations[0].retirements[.tenYears] == .range(low: 3, best: nil, high: nil))
    #expect(employer.hiringSupports == .chosen(["interpreter", "mentor"]))
    #expect(employer.recruitmentObstacles == .chosen(["pay", "place"]))
    #expect(employer.otherAnswers == ["Q40": .chosen(["red"])])
    #expect(employer.leaversLastYear.first == .point(2))
    #expect(employer.answered == "2026-02-03")
    #expect(employer.stratum == "0181-private-10-49")
    #expect(employer.section == "C")
  }

  @Test(
    "every missing answer has its reason",
    arguments: [
      ("", MissingReason.blank), ("vet ej", .doNotKnow), ("-9", .refused), ("vill ej svara", .refused),
      ("ej aktuellt", .notApplicable), ("se bilaga", .unreadable), ("-", .blank),
    ])
  func reasons(written: String, reason: MissingReason) throws {
    let employer = try SmallStudy.clean(["Q2": "20", "Q3a": written]).cleaned.employer
    #expect(employer.women == .missing(reason))
  }

  @Test("what the short form lacks was not asked, and never 0")
  func shortForm() throws {
    let cleaned = try SmallStudy.clean(["Q2": "8", "Q24": "", "Q6/1": "", "Q7/1": ""], form: "KORT").cleaned
    #expect(cleaned.employer.form == "short")
    #expect(cleaned.employer.leaversLastYear.isEmpty)
    #expect(cleaned.employer.recruitmentObstacles == .missing(.notAsked))
    #expect(cleaned.employer.occupations.isEmpty)
    #expect(cleaned.edits.isEmpty)
  }

  @Test("a form that is not known is taken for the shortest that has every question answered")
  func inferredForm() throws {
    let short = try SmallStudy.clean(["Q2": "8", "Q24": ""], form: "B7")
    #expect(short.cleaned.employer.form == "short")
    #expect(short.problems.count == 1)
    let long = try SmallStudy.clean(["Q2": "8", "Q24": "1"], form: "")
    #expect(long.cleaned.employer.form == "long")
  }

  @Test("a question that the page did not show was not asked; after a cut it was not reached")
  func notShown() throws {
    var response = SmallStudy.response("A1", from: "A1", ["Q2": "20", "Q3a": ""])
    for (truncated, reason) in [(nil, MissingReason.notAsked), (true, .notReached)] as [(Bool?, MissingReason)] {
      response.truncated = truncated
      guard case .cleaned(let cleaned) = try SmallStudy.cleaner().clean(response).outcome else {
        Issue.record("rejected")
        return
      }
      #expect(cleaned.employer.women == .missing(.blank))
      #expect(cleaned.employer.men == .missing(reason))
    }
  }

  @Test("skip logic passes over what it says, and in turn what hangs on that")
  func skipLogic() throws {
    let skipped = try SmallStudy.clean(["Q2": "20", "Q21": "nej", "Q22": "", "Q23": "", "Q34": ""]).cleaned
    #expect(skipped.employer.triedToRecruit == .no)
    #expect(skipped.employer.personsSought == .missing(.notApplicable))
    #expect(skipped.employer.recruitmentObstacles == .missing(.notApplicable))
    #expect(skipped.edits.isEmpty)
    let leftOut = try SmallStudy.clean(["Q2": "20", "Q21": "nej"]).cleaned
    #expect(leftOut.employer.personsSought == .missing(.notApplicable))
    #expect(leftOut.employer.recruitmentObstacles == .missing(.notApplicable))
    #expect(leftOut.edits.isEmpty)
    let contradicted = try SmallStudy.clean(["Q2": "20", "Q21": "nej", "Q22": "3", "Q23": ""]).cleaned
    #expect(contradicted.employer.personsSought == .missing(.notApplicable))
    #expect(contradicted.edits.map(\.before) == ["3"])
    #expect(contradicted.edits.map(\.rule) == ["skip-logic"])
    let none = try SmallStudy.clean(["Q2": "20", "Q21": "ja", "Q22": "0", "Q23": ""]).cleaned
    #expect(none.employer.personsNotFound == .missing(.notApplicable))
    let unknown = try SmallStudy.clean(["Q2": "20", "Q21": "", "Q22": "", "Q23": ""]).cleaned
    #expect(unknown.employer.personsSought == .missing(.blank))
  }

  @Test("a row without a title and without a value is no row, nor is a printed one that was left empty")
  func rows() throws {
    let employer = try SmallStudy.clean([
      "Q2": "20", "Q6/1": "Städare", "Q7/1": "", "Q6/2": "", "Q7/2": "5", "Q6/3": "", "Q7/3": "vet ej",
      "Q6/6": "Alla övriga", "Q7/6": "", "Q25/1": "", "Q26/1": "", "Q25/2": "svetsare", "Q26/2": "Inom 5 år",
    ]).cleaned.employer
    #expect(employer.occupations.map(\.ssyk) == ["9111", "uncoded"])
    #expect(employer.occupations.map(\.headcount) == [.missing(.blank), .point(5)])
    #expect(employer.vanishingJobs.map(\.ssyk) == ["7212"])
    #expect(employer.vanishingJobs.map(\.years) == [5])
  }

  @Test("a comment is kept only where it may be quoted, and holds nothing to reach anyone by")
  func comment() throws {
    func quotable(_ comment: String, _ permission: String) throws -> String? {
      try SmallStudy.clean(["Q2": "20", "Q32": comment, "Q33": permission]).cleaned.employer.quotableComment
    }
    #expect(try quotable("Bra att ni\n frågar.", "ja") == "Bra att ni frågar.")
    #expect(try quotable("Bra att ni frågar.", "nej") == nil)
    #expect(try quotable("Bra att ni frågar.", "") == nil)
    #expect(try quotable("Ring 070-174 06 05", "ja") == nil)
    #expect(try quotable("Skriv till a@example.se", "ja") == nil)
  }

  @Test(
    "a response is rejected with its reason",
    arguments: [
      ("X9", ["Q2": "20"], RejectedRecord.Reason.notInFrame), ("A2", ["Q2": "20"], .notInSample),
      ("A3", ["Q2": "20"], .notInSample), ("A1", ["Q2": "", "Q32": "Hej", "Q33": "ja"], .nothingAnswered),
      ("A1", ["Q2": "vet ej", "Q7/6": "", "Q6/6": "Alla övriga"], .nothingAnswered),
    ] as [(String, KeyValuePairs<String, String>, RejectedRecord.Reason)])
  func rejected(from: String, answers: KeyValuePairs<String, String>, reason: RejectedRecord.Reason) throws {
    let units = [
      SmallStudy.unit("A1"), SmallStudy.unit("A2", disposition: nil), SmallStudy.unit("A3", joinedTo: "A1"),
    ]
    let (outcome, problems) = try SmallStudy.cleaner(units: units).clean(
      SmallStudy.response("r", from: from, answers))
    guard case .rejected(let record) = outcome else {
      Issue.record("not rejected")
      return
    }
    #expect(record.reason == reason)
    #expect(problems.count == 1)
  }

  @Test("the establishment is found whatever kind of dash and blank it is written with")
  func establishment() throws {
    let cleaner = try SmallStudy.cleaner(units: [SmallStudy.unit("0181-0042")])
    guard case .cleaned = cleaner.clean(SmallStudy.response("r", from: " 0181–0042 ", ["Q2": "1"])).outcome else {
      Issue.record("rejected")
      return
    }
  }
}

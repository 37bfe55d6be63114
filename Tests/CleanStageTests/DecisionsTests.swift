import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import CleanStage

@Suite("Decisions")
struct DecisionsTests {
  @Test("files that are not there decide nothing")
  func none() throws {
    let decisions = try Decisions.read(DecisionFiles(), for: SmallStudy.study())
    #expect(decisions.corrections.isEmpty && decisions.withdrawn.isEmpty)
  }

  @Test("a correction takes the place of what was written, and is logged with role and reason")
  func correction() throws {
    let correction = Decisions.Correction(
      response: "A1", question: "Q7", row: 1, value: "6", role: "handläggare", reason: "frågat igen",
      date: "2026-02-10")
    let (cleaned, _) = try SmallStudy.clean(
      ["Q2": "6", "Q6/1": "Städare", "Q7/1": "66", "Q8/1": "5", "Q9/1": "0"],
      decisions: Decisions(corrections: [correction]))
    #expect(cleaned.employer.occupations[0].headcount == .point(6))
    #expect(
      cleaned.edits.map { [$0.subject, $0.before, $0.after, $0.rule, $0.reason, $0.role] } == [
        ["Q7", "66", "6", "correction", "frågat igen", "handläggare"]
      ])
  }

  @Test("a title that someone has coded is logged with the role")
  func coding() throws {
    let decision = CodingDecision(title: "välfärdstekniker", ssyk: "5321", role: "kodare", date: "2026-02-10")
    let (cleaned, _) = try SmallStudy.clean(
      ["Q2": "6", "Q6/1": "Välfärdstekniker", "Q7/1": "6"], decisions: Decisions(coding: [decision]))
    #expect(cleaned.employer.occupations[0].ssyk == "5321")
    #expect(cleaned.employer.occupations[0].coding == "decision")
    #expect(cleaned.edits.map { [$0.before, $0.after, $0.role] } == [["Välfärdstekniker", "5321", "kodare"]])
  }

  @Test("nothing of a withdrawn response is kept but that it was withdrawn")
  func withdrawn() throws {
    let cleaner = try SmallStudy.cleaner(decisions: Decisions(withdrawn: ["r"]))
    let (outcome, problems) = cleaner.clean(SmallStudy.response("r", from: "A1", ["Q2": "oläsligt"]))
    guard case .withdrawn(let record, "A1") = outcome else {
      Issue.record("kept")
      return
    }
    #expect(record.reason == .withdrawn)
    #expect(problems.isEmpty)
  }

  @Test("a waiver holds to its last day; later corrections do not count yet, a withdrawal always does")
  func standing() throws {
    let decisions = Decisions(
      coding: [CodingDecision(title: "t", ssyk: "9111", role: "r", date: "2026-04-16")], withdrawn: ["r"],
      waivers: [
        Decisions.Waiver(enterprise: "E1", expires: "2026-04-15"), .init(enterprise: "E2", expires: "2026-04-14"),
      ]
    ).standing(on: "2026-04-15")
    #expect(decisions.coding.isEmpty)
    #expect(decisions.withdrawn == ["r"])
    #expect(decisions.waivers.map(\.enterprise) == ["E1"])
    let (cleaned, _) = try SmallStudy.clean(["Q2": "6"], decisions: decisions)
    #expect(cleaned.employer.waiver == true)
  }

  @Test("the files are read as they are written")
  func files() throws {
    let folder = try TemporaryFolder()
    let decisions = try Decisions.read(
      DecisionFiles(
        corrections: folder.write(
          "response;question;row;value;role;reason;date\r\na;Q7;2;ca 5;handläggare;\"ringt, svar\";2026-02-03\r\n",
          to: "corrections.csv"),
        coding: folder.write("title,ssyk,role,date\nkock,9111,k,2026-02-03\n", to: "coding.csv"),
        withdrawn: folder.write("response,date\na,2026-02-03\n", to: "withdrawn.csv"),
        waivers: folder.write("enterprise,scope,expires\nE1,totals,2027-12-31\n", to: "waivers.csv")),
      for: SmallStudy.study())
    #expect(decisions.corrections.map(\.reason) == ["ringt, svar"])
    #expect(decisions.corrections.map(\.row) == [2])
    #expect(decisions.coding.map(\.ssyk) == ["9111"])
    #expect(decisions.withdrawn == ["a"])
    #expect(decisions.waivers.map(\.expires) == ["2027-12-31"])
  }

  @Test("every faulty row is named at its line, and none says what stands in it")
  func faulty() throws {
    let folder = try TemporaryFolder()
    let files = DecisionFiles(
      corrections: try folder.write(
        """
        response,question,row,value,role,reason,date
        a,Q99,,secret,r,s,2026-02-03
        a,Q2,1,secret,r,s,2026-02-03
        a,Q7,,secret,r,s,2026-02-03
        a,Q2,,secret,,s,2026-02-03
        a,Q2,,secret,r,s,2026-02-30
        a,Q2,,secret
        a,Q2,,5,r,s,2026-02-03

        """, to: "corrections.csv"),
      coding: try folder.write("title,ssyk,role,date\nsecret,1234,r,2026-02-03\n", to: "coding.csv"),
      withdrawn: try folder.write("respons,date\na,2026-02-03\n", to: "withdrawn.csv"),
      waivers: try folder.write("enterprise,scope,expires\nE1,secret,2027-12-31\n", to: "waivers.csv"))
    let failure = #expect(throws: StageFailure.self) { try Decisions.read(files, for: SmallStudy.study()) }
    #expect(failure?.exit == .wrongData)
    let problems = failure?.problems ?? []
    let inCorrections = problems.filter { $0.location?.path == files.corrections }
    #expect(inCorrections.map { $0.location?.line } == [2, 3, 4, 5, 6, 7])
    #expect(problems.count == 9)
    #expect(problems.allSatisfy { $0.severity == .error && !"\($0)".contains("secret") })
    #expect(problems.contains { $0.hint == "did you mean response?" })
  }
}

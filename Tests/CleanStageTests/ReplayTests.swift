import ConfidentialRecords
import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

@Suite("Raw answers and the log of edits are the clean answers")
struct ReplayTests {
  private static let units = (1...6).map { SmallStudy.unit("A\($0)", "E\($0)") }

  private static let decisions = Decisions(
    corrections: [
      .init(
        response: "r2", question: "Q2", row: nil, value: "9", role: "handläggare", reason: "ringt", date: "2026-03-01"),
      .init(
        response: "r2", question: "Q2", row: nil, value: "30", role: "handläggare", reason: "igen", date: "2026-03-09"),
      .init(
        response: "r3", question: "Q21", row: nil, value: "nej", role: "handläggare", reason: "ringt",
        date: "2026-03-02"),
      .init(
        response: "r4", question: "Q7", row: 2, value: "4", role: "handläggare", reason: "ringt", date: "2026-03-02"),
    ],
    coding: [
      CodingDecision(title: "rymdlots", ssyk: "7212", role: "kodare", date: "2026-03-01"),
      CodingDecision(title: "stjärnvakt", ssyk: "9111", role: "kodare", date: "2026-03-01"),
    ]
  ).standing(on: "2026-04-15")

  /// Answers of every kind that some step or person changes.
  private static func responses(_ seed: UInt64) -> [ResponseRecord] {
    var generator = SeededGenerator(seed: seed)
    let written = ["0", "4", "20", "ca 12", "10-14", "minst 3", "vet ej", "", "se bilaga", "-9", "99"]
    func draw() -> String { written.randomElement(using: &generator) ?? "" }
    return (1...6).map { number in
      var response = SmallStudy.response(
        "r\(number)", from: "A\(number)", form: number == 6 ? "kort" : "lang",
        [
          "Q2": number == 2 ? "20" : draw(), "Q3a": draw(), "Q3b": draw(), "Q5": draw(), "Q5L": draw(), "Q5H": draw(),
          "Q6/1": "rymdlots", "Q7/1": draw(), "Q8/1": draw(), "Q9/1": draw(), "Q6/2": "Städare", "Q7/2": draw(),
          "Q8/2": draw(), "Q6/3": "Alla övriga", "Q7/3": draw(), "Q21": "ja", "Q22": draw(), "Q23": draw(),
          "Q25/1": "stjärnvakt", "Q26/1": "Inom 5 år", "Q40": "Röd",
        ])
      response.answers.shuffle(using: &generator)
      return response
    }
  }

  @Test("the log leads from every response to its record, byte for byte", arguments: 0..<25 as Range<UInt64>)
  func replays(seed: UInt64) async throws {
    let responses = Self.responses(seed)
    let folder = try await CleanRunTests.run(responses, units: Self.units, decisions: Self.decisions)
    #expect(folder.totals.replayed == folder.totals.cleaned)
    let cleaner = try SmallStudy.cleaner(units: Self.units)
    let replayed = try folder.employers.map { employer in
      let response = try #require(responses.first { $0.response == employer.response })
      var again = try #require(
        cleaner.replay(response, edits: folder.edits.filter { $0.response == employer.response }))
      // What editing changed, and what stands out, is said of a record and is no answer.
      (again.edited, again.outliers) = (employer.edited, employer.outliers)
      return again
    }
    #expect(
      NDJSONWriter.encode(replayed) == NDJSONWriter.encode(folder.employers))
  }

  @Test("a log that lacks one change does not lead there")
  func incomplete() async throws {
    let responses = Self.responses(3)
    let folder = try await CleanRunTests.run(responses, units: Self.units, decisions: Self.decisions)
    let cleaner = try SmallStudy.cleaner(units: Self.units)
    // Reading and skip logic are told again by the questionnaire; the first of two corrections came to nothing.
    let derived = [EditStep.reading, EditStep.form, EditStep.skipLogic, EditStep.lowBestHigh]
    let changing = folder.edits.indices.filter {
      !derived.contains(folder.edits[$0].rule) && folder.edits[$0].after != "9"
    }
    #expect(changing.count >= 5)
    for index in changing {
      let key = folder.edits[index].response
      let response = try #require(responses.first { $0.response == key })
      let employer = folder.employers.first { $0.response == key }
      var log = folder.edits
      log.remove(at: index)
      var again = try #require(cleaner.replay(response, edits: log.filter { $0.response == key }))
      (again.edited, again.outliers) = (employer?.edited, employer?.outliers)
      #expect(again != employer, "\(folder.edits[index])")
    }
  }

  @Test("every change says who made it, when, and by which rule or decision")
  func complete() async throws {
    let folder = try await CleanRunTests.run(Self.responses(5), units: Self.units, decisions: Self.decisions)
    for edit in folder.edits {
      #expect(!edit.rule.isEmpty && !edit.role.isEmpty && !edit.reason.isEmpty && edit.date.count == 10)
      #expect(edit.before != edit.after)
    }
    let corrected = folder.edits.filter { $0.rule == EditStep.correction && $0.response == "r2" }
    #expect(corrected.map(\.after) == ["9", "30"])
    #expect(corrected.map(\.date) == ["2026-03-01", "2026-03-09"])
    #expect(folder.employers.first { $0.response == "r2" }?.staff == .point(30))
  }

  @Test("of two corrections the later one stands, whatever their order in the file")
  func laterWins() throws {
    let correction = { (value: String, date: String) in
      Decisions.Correction(response: "A1", question: "Q2", row: nil, value: value, role: "r", reason: "s", date: date)
    }
    let decisions = Decisions(corrections: [
      correction("7", "2026-03-09"), correction("5", "2026-03-01"), correction("8", "2026-03-09"),
      correction("6", "2026-04-20"),
    ]).standing(on: "2026-04-15")
    let cleaned = try SmallStudy.clean(["Q2": "4"], decisions: decisions).cleaned
    #expect(cleaned.employer.staff == .point(8))
    #expect(cleaned.edits.map(\.after) == ["5", "7", "8"])
  }

  @Test("a record keeps what its counts were before they were edited")
  func before() throws {
    let decisions = Decisions(corrections: [
      .init(response: "A1", question: "Q2", row: nil, value: "6", role: "r", reason: "s", date: "2026-03-01")
    ]).standing(on: "2026-04-15")
    let employer = try SmallStudy.clean(
      ["Q2": "60", "Q6/2": "Städare", "Q7/2": "4", "Q8/2": "9", "Q9/2": "1"], decisions: decisions
    ).cleaned.employer
    #expect(
      employer.edited?.map { [$0.subject, "\($0.row ?? -1)", $0.rule] } == [
        ["staff", "-1", "correction"], ["retirements(10)", "0", "retirements"],
      ])
    #expect(employer.edited?.map(\.before) == [.point(60), .point(9)])
    #expect(try SmallStudy.clean(["Q2": "60"]).cleaned.employer.edited == nil)
  }
}

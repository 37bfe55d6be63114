import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import CleanStage

@Suite("The whole stage")
struct CleanRunTests {
  /// Every record the stage writes.
  final class Folder {
    var employers: [EmployerRecord] = []
    var design: [DesignRecord] = []
    var frame: [FrameCellRecord] = []
    var edits: [EditRecord] = []
    var rejected: [RejectedRecord] = []
    var process: [ProcessRecord] = []
    var questions: [AskAgain] = []
    var problems: [Problem] = []
    var totals = CleanRun.Totals()
    var worklist = ""

    var bytes: [UInt8] {
      NDJSONWriter.encode(employers) + NDJSONWriter.encode(design) + NDJSONWriter.encode(frame)
        + NDJSONWriter.encode(edits) + NDJSONWriter.encode(rejected) + NDJSONWriter.encode(process)
        + Array(worklist.utf8)
    }

    func count(_ what: String, _ key: String? = nil) -> Int? {
      process.first { $0.what == what && $0.key == key }?.count
    }
  }

  static func run(
    _ responses: [ResponseRecord], units: [FrameUnitRecord], decisions: Decisions = Decisions(), threads: Int = 1,
    chunk: Int = 2, study: Study = SmallStudy.study()
  ) async throws -> Folder {
    let temporary = try TemporaryFolder()
    let folder = Folder()
    let frame = try FrameLookup(units, for: study, path: "frame.ndjson")
    let cleaner = try Cleaner(study, frame: frame, decisions: decisions)
    let run = CleanRun(study, frame, cleaner, layingAsideIn: temporary.path)
    let chunks = stride(from: 0, to: responses.count, by: chunk).map {
      Array(responses[$0..<min($0 + chunk, responses.count)])
    }
    try await orderedMap(
      chunks, threads: threads, { cleaner.clean($0) },
      into: { chunk in
        folder.problems += chunk.problems(under: "Data")
        try run.take(chunk)
      })
    try run.finish(
      CleanSinks(
        employer: { folder.employers.append(try Self.decode(EmployerRecord.self, $0)) },
        design: { folder.design.append($0) },
        frame: { folder.frame.append($0) }, edit: { folder.edits.append(try Self.decode(EditRecord.self, $0)) },
        rejected: { folder.rejected.append($0) }, process: { folder.process.append($0) },
        askAgain: { questions, _ in folder.questions += questions }))
    folder.totals = run.totals
    folder.worklist = String(decoding: run.worklist, as: UTF8.self)
    folder.problems += run.notes
    #expect(try temporary.names().isEmpty)
    return folder
  }

  private static func decode<R: Record>(_ type: R.Type, _ line: ArraySlice<UInt8>) throws -> R {
    try line.withUnsafeBytes { try JSONReader.decode(type, from: $0) }
  }

  static let units = [
    SmallStudy.unit("A1", "E2"), SmallStudy.unit("A2", "E1"), SmallStudy.unit("A3", "E1", disposition: .refused),
    SmallStudy.unit("A4", "E3"), SmallStudy.unit("A5", "E4", disposition: nil), SmallStudy.unit("A6", "E5"),
    SmallStudy.unit("A9", "E9", employees: 400),
  ]

  static let responses = [
    SmallStudy.response("r1", from: "A1", ["Q2": "20", "Q3a": "ca 12", "Q3b": "8", "Q5": "25"]),
    SmallStudy.response(
      "r2", from: "A2", ["Q2": "tjugo", "Q6/1": "rymdlots", "Q7/1": "20", "Q8/1": "30", "Q9/1": "1"]),
    SmallStudy.response("r2b", from: "A2", answered: "2026-02-01", ["Q2": "19", "Q5": "25", "Q6/1": "hovnarr"]),
    SmallStudy.response("r4", from: "A4", ["Q2": "30", "Q5": "30"]), SmallStudy.response("r5", from: "A5", ["Q2": "5"]),
    SmallStudy.response("r8", from: "Z9", ["Q2": "5"]),
    SmallStudy.response("r9", from: "A9", ["Q2": "hälften", "Q5": "400"]),
  ]

  static let decisions = Decisions(
    corrections: [
      .init(response: "gone", question: "Q2", row: nil, value: "1", role: "r", reason: "s", date: "2026-02-01")
    ], withdrawn: ["r4"])

  @Test("every response is cleaned, withdrawn or rejected; records are sorted and counted")
  func whole() async throws {
    let folder = try await Self.run(Self.responses, units: Self.units, decisions: Self.decisions)
    let totals = folder.totals
    #expect(totals.responses == totals.cleaned + totals.withdrawn + totals.rejected)
    #expect([totals.responses, totals.cleaned, totals.withdrawn, totals.rejected] == [7, 3, 1, 3])
    #expect(folder.employers.map(\.response) == ["r2", "r1", "r9"])
    #expect(
      folder.rejected.map { "\($0.response ?? "") \($0.reason.rawValue)" } == [
        "r2b duplicate", "r4 withdrawn", "r5 notInSample", "r8 notInFrame",
      ])
    #expect(folder.rejected[0].inFavourOf == "r2")
    #expect(folder.design.map(\.disposition) == [.completed, .partial, .refused, .noContact, .noContact, .partial])
    #expect(folder.employers[2].dominant == true)
    #expect(folder.count("disposition", "partial") == 2)
    #expect(folder.count("rejected", "duplicate") == 1)
    #expect(folder.count("missing unreadable", "staff") == 1)
    #expect(folder.count("missing implausible", "retirements(10)") == 1)
    #expect(folder.count("answered", "staff") == 2)
    #expect(folder.count("occupation coded", "none") == 1)
    #expect(folder.count("said to have answered, no usable answer") == 1)
    #expect(folder.count("decisions about a response that is not there") == 1)
    // The duplicate is in no count and no list, and a rule that came to nothing is listed all the same.
    #expect(folder.count("uncoded titles") == 1)
    #expect(folder.worklist.contains("rymdlots") && !folder.worklist.contains("hovnarr"))
    #expect(folder.count("rule breaks", "sexes") == 0)
    #expect(folder.count("rule holds", "retirements") == 0)
    #expect(folder.count("rule breaks", "retirements") == 1)
    #expect(folder.count("rule may break", "sexes") == 1)
  }

  @Test("a run that never had a withdrawn respondent gives the same answers")
  func withdrawal() async throws {
    let with = try await Self.run(Self.responses, units: Self.units, decisions: Self.decisions)
    let without = try await Self.run(
      Self.responses.filter { $0.response != "r4" }, units: Self.units, decisions: Self.decisions)
    #expect(with.employers.map(\.response) == without.employers.map(\.response))
    #expect(NDJSONWriter.encode(with.employers) == NDJSONWriter.encode(without.employers))
    #expect(NDJSONWriter.encode(with.edits) == NDJSONWriter.encode(without.edits))
    #expect(NDJSONWriter.encode(with.design) == NDJSONWriter.encode(without.design))
  }

  @Test("the same bytes on one core and two, in chunks of any size, from files in any order", arguments: [1, 2, 7])
  func deterministic(chunk: Int) async throws {
    let expected = try await Self.run(Self.responses, units: Self.units, decisions: Self.decisions).bytes
    for threads in [1, 2] {
      let again = try await Self.run(
        Self.responses, units: Self.units, decisions: Self.decisions, threads: threads, chunk: chunk)
      #expect(again.bytes == expected)
    }
    let reversed = try await Self.run(
      Self.responses.reversed(), units: Self.units.reversed(), decisions: Self.decisions, threads: 2, chunk: chunk)
    #expect(reversed.bytes == expected)
  }

  @Test("no responses are no fault")
  func empty() async throws {
    let folder = try await Self.run([], units: Self.units)
    #expect(folder.employers.isEmpty)
    #expect(folder.totals == CleanRun.Totals())
    #expect(folder.design.allSatisfy { !$0.disposition.isAnswer })
  }

  @Test(
    "hostile answers end in records or reasons, and no problem repeats them",
    arguments: [
      "hemligheten 4711 är", "=HYPERLINK(\"http://hemligheten\")", "<script>hemligheten</script>",
      "| hemligheten | **a** |",
      "hemligheten\u{0}\u{1B}[31m", String(repeating: "hemligheten ", count: 2_000), "\u{202E}hemligheten\u{200B}",
      "070-174 06 05 hemligheten@example.se", "[[[[hemligheten", "{\"hemligheten\":1}",
    ])
  func hostile(text: String) async throws {
    var response = SmallStudy.response("r1", from: "A1", [:])
    response.answers = SmallStudy.questionnaire.questions.flatMap { question in
      (question.repeats == .employer ? [nil] : [1, 2]).map {
        RawAnswer(question: question.id, row: $0, values: [text, text], line: 3)
      }
    }
    response.form = text
    response.answered = text
    let ordinary = SmallStudy.response("r2", from: "A2", ["Q2": "20"])
    var lost = ordinary
    lost.establishment = text
    let folder = try await Self.run([response, ordinary, lost], units: Self.units)
    #expect(folder.totals.responses == 3)
    #expect(folder.employers.contains { $0.response == "r2" })
    #expect(!folder.problems.isEmpty)
    for problem in folder.problems {
      #expect(!"\(problem)".contains("hemligheten") && !"\(problem)".contains("4711") && !"\(problem)".contains("070"))
    }
    for employer in folder.employers {
      #expect(employer.staff == .missing(.unreadable) || employer.response == "r2")
      #expect(employer.occupations.allSatisfy { $0.ssyk == Occupation.uncoded })
    }
    #expect(!folder.worklist.contains("\u{0}") && !folder.worklist.contains("\n="))
    #expect(!folder.worklist.contains("example.se"))
  }
}

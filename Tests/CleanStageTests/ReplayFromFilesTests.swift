import ConfidentialRecords
import Diagnostics
import FileSafety
import RecordStreams
import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

/// Raw + log = clean, from what lies on disk (EDT-06): nothing is taken over from the run that cleaned.
@Suite("The files of ingest and the log of edits make the file of clean answers")
struct ReplayFromFilesTests {
  private static let units = (1...5).map { SmallStudy.unit("A\($0)", "E\(6 - $0)") }

  /// A correction, hard rules that break, a code that a person put, a code by likeness, posts for heads, answers that
  /// skip logic passes over or that cannot be read, and one response too many.
  private static let responses = [
    SmallStudy.response(
      "r1", from: "A1",
      [
        "Q2": "200", "Q3a": "12", "Q3b": "8", "Q52": "25", "Q6/1": "undderhållsmekaniker", "Q7/1": "6", "Q82/1": "9",
        "Q6/2": "rymdlots", "Q7/2": "2,5 tjänster", "Q21": "nej", "Q22": "3",
      ]),
    SmallStudy.response("r2", from: "A2", ["Q2": "20", "Q3a": "12", "Q3b": "9", "Q7/1": "se bilaga", "Q6/1": "kock"]),
    SmallStudy.response("r3", from: "A3", form: "kort", ["Q2": "7", "Q6/1": "kock", "Q7/1": "2", "Q21": "ja"]),
    SmallStudy.response("r4", from: "A4", ["Q2": "12", "Q55": "ca 14"]),
    SmallStudy.response("r4b", from: "A4", answered: "2026-01-02", ["Q2": "11"]),
    SmallStudy.response("r5", from: "A5", ["Q2": ""]),
  ]

  private static let decisions = Decisions(
    corrections: [
      .init(
        response: "r1", question: "Q2", row: nil, value: "20", role: "handläggare", reason: "ringt", date: "2026-03-01")
    ],
    coding: [CodingDecision(title: "rymdlots", ssyk: "3153", role: "kodare", date: "2026-03-01")]
  ).standing(on: "2026-04-15")

  /// Cleans, and leaves the files as the stage does.
  /// - Returns: what the manifest says of `employers.ndjson`.
  private static func clean(_ study: Study, into folder: TemporaryFolder) async throws -> Digest {
    let run = try await CleanRunTests.run(responses, units: units, decisions: decisions, study: study)
    try folder.write(NDJSONWriter.encode(units), to: "1-frame.ndjson")
    try folder.write(NDJSONWriter.encode(responses), to: "1-responses.ndjson")
    try folder.write(NDJSONWriter.encode(run.edits), to: "2-edits.ndjson")
    try folder.write(NDJSONWriter.encode(run.rejected), to: "2-rejected.ndjson")
    try folder.write(NDJSONWriter.encode(run.employers), to: "2-employers.ndjson")
    return try Digest.ofFile(folder.path("2-employers.ndjson"))
  }

  private static func records<R: Record>(_ name: String, in folder: TemporaryFolder) throws -> [R] {
    var records: [R] = []
    try NDJSONReader<R>(path: folder.path(name)).forEachRecord { records.append($0) }
    return records
  }

  /// The clean answers as the files of ingest and the log make them. `edited` and `outliers` are taken from the clean
  /// file: they say what editing did and are no answers.
  ///
  /// - Parameter log: what becomes of the log on the way.
  private static func replay(
    _ study: Study, _ folder: TemporaryFolder, log: ([EditRecord]) -> [EditRecord] = { $0 }
  ) throws -> Digest {
    let units: [FrameUnitRecord] = try records("1-frame.ndjson", in: folder)
    let raw: [ResponseRecord] = try records("1-responses.ndjson", in: folder)
    let edits = Dictionary(grouping: log(try records("2-edits.ndjson", in: folder)), by: \.response)
    let rejected: [RejectedRecord] = try records("2-rejected.ndjson", in: folder)
    let said: [EmployerRecord] = try records("2-employers.ndjson", in: folder)

    let cleaner = try Cleaner(
      study, frame: FrameLookup(units, for: study, path: "frame.ndjson"), decisions: Decisions())
    let left = Set(rejected.compactMap(\.response))
    var replayed: [EmployerRecord] = []
    for response in raw where !left.contains(response.response) {
      var employer = try #require(cleaner.replay(response, edits: edits[response.response] ?? []))
      let clean = said.first { $0.response == response.response }
      (employer.edited, employer.outliers) = (clean?.edited, clean?.outliers)
      replayed.append(employer)
    }
    replayed.sort { SortKey([$0.enterprise, $0.establishment]) < SortKey([$1.enterprise, $1.establishment]) }
    return Digest.of(NDJSONWriter.encode(replayed))
  }

  @Test("they have one SHA-256, and without any change of the log another one")
  func oneDigest() async throws {
    let study = try DemoK.study()
    let folder = try TemporaryFolder()
    let cleaned = try await Self.clean(study, into: folder)
    #expect(try Self.replay(study, folder) == cleaned)

    let edits: [EditRecord] = try Self.records("2-edits.ndjson", in: folder)
    let steps = Set(edits.map(\.rule))
    let wanted = [EditStep.correction, EditStep.coding, EditStep.reading, EditStep.conversion, EditStep.form]
    #expect(steps.isSuperset(of: wanted) && steps.contains(EditStep.skipLogic))
    #expect(Set(edits.filter { $0.rule == EditStep.coding }.map(\.role)) == [EditRecord.program, "kodare"])
    let changing = edits.indices.filter { !EditStep.ofReading.contains(edits[$0].rule) }
    #expect(changing.contains { !EditStep.all.contains(edits[$0].rule) })
    for index in changing {
      let digest = try Self.replay(study, folder) { log in log.enumerated().filter { $0.offset != index }.map(\.element)
      }
      #expect(digest != cleaned, "\(edits[index].rule)")
    }
  }
}

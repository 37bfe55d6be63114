import ConfidentialRecords
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import IngestStage

@Suite("A source of LimeSurvey responses in a study")
struct LimeSurveySourceTests {
  private static let fixture = LimeSurveyFixture([
    .init("ANT", "N", "Antal", "Number"), .init("JA", "Y", "Sökt?", "Tried?"),
  ])
  private static var columns: [String] { ["ANT", "JA"].map { fixture.column($0) } }

  private static func responses(_ tokens: [String]) -> String {
    LimeSurveyFixture.responses(
      columns,
      tokens.map { ["token": $0, "submitdate": "2026-01-02 03:04:05", columns[0]: "5.0000000000", columns[1]: "Y"] })
  }

  private static func study(_ path: String, structure: String? = "lime/e.lss") -> Study {
    let source = ResponseSource(
      name: "lime", carrier: .limeSurvey, path: path, questionnaire: "employer", mode: .web, structure: structure)
    return TestStudy.make(
      responses: [source], pages: [],
      questionnaire: LimeSurveyCarrierTests.questionnaire(["count ANT", "yesNo JA", "text SAKNAS"]))
  }

  private static func folder(_ files: KeyValuePairs<String, [UInt8]>) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("lime"), withIntermediateDirectories: false)
    try folder.write(TestStudy.frame, to: "frame.csv")
    try folder.write(TestStudy.sample, to: "sample.csv")
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    return folder
  }

  @Test("has rows with keys and lines; its structure is no stranger, and counts among what was read")
  func source() async throws {
    let folder = try Self.folder([
      "lime/e.lss": Array(Self.fixture.structure(isOld: true).utf8),
      "lime/a.lsr": Array(Self.responses(["0181-0001", "", "0181-0002"]).utf8),
      "lime/b.lsr": Array(Self.responses(["0181-0002"]).utf8), "lime/anteckning.txt": [],
    ])
    let study = Self.study("lime/*.lsr")
    let outcome = try await IngesterTests.run(folder, study: study)
    #expect(outcome.responses.map(\.response) == ["lime-a-0001", "lime-a-0003", "lime-b-0001"])
    #expect(outcome.responses.map(\.line) == [3, 5, 3])
    #expect(outcome.responses.allSatisfy { $0.carrier == .limeSurvey && $0.answers.count == 2 })
    #expect(outcome.rejected.map { "\($0.path):\($0.line ?? 0) \($0.reason)" } == ["lime/a.lsr:4 noUnitKey"])
    #expect(outcome.counts.input == 4)
    let summaries = outcome.problems.map(\.summary)
    #expect(summaries.count { $0.hasPrefix("not read") } == 1)
    #expect(outcome.problems.contains { $0.got == "SAKNAS" })
    let ingester = try Ingester(study: study, dataFolder: folder.path)
    #expect(ingester.paths(readBy: outcome.counts).contains("lime/e.lss"))
  }

  @Test("a structure that is not there is no input")
  func missing() throws {
    let folder = try Self.folder(["lime/a.lsr": Array(Self.responses([]).utf8)])
    let failure = #expect(throws: StageFailure.self) {
      try Ingester(study: Self.study("lime/a.lsr"), dataFolder: folder.path)
    }
    #expect(failure?.exit == .noInput)
  }

  @Test("one thread and many give the same", arguments: [1, 4])
  func threads(count: Int) async throws {
    let tokens = (1...400).map { $0 % 13 == 0 ? "" : "0181-\($0)" }
    let folder = try Self.folder([
      "lime/a.lsa": ZipWriter.archive([
        "r.lsr": Self.responses(tokens), "s.lss": Self.fixture.structure(isOld: false),
      ])
    ])
    let outcome = try await IngesterTests.run(folder, study: Self.study("lime/a.lsa", structure: nil), threads: count)
    #expect(outcome.responses.map(\.establishment) == tokens.filter { !$0.isEmpty })
    #expect(outcome.rejected.count == 400 / 13)
  }

  // MARK: Hostile files

  private func failure(_ bytes: [UInt8]) async throws -> StageFailure? {
    let folder = try Self.folder(["lime/a.lsa": bytes])
    return await #expect(throws: StageFailure.self) {
      try await IngesterTests.run(folder, study: Self.study("lime/a.lsa", structure: nil))
    }
  }

  @Test("a bomb, a deep nest, an entity and an archive of two surveys stop the stage with a clear word")
  func hostile() async throws {
    let structure = Self.fixture.structure(isOld: false)
    let (packed, _) = ZipWriter.deflatedZeros(matches: 1_000)
    let bomb = ZipWriter.archive([
      ZipWriter.Member("s.lss", Array(structure.utf8)),
      ZipWriter.Member("r.lsr", packed, method: 8, size: 0xFFFF_FFF0),
    ])
    #expect(try await failure(bomb)?.problems.first?.summary.contains("unpacks to far more") == true)
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try await failure(ZipWriter.archive(["s.lss": deep, "r.lsr": ""]))?.exit == .wrongData)
    let entity = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>"
    #expect(try await failure(ZipWriter.archive(["s.lss": structure, "r.lsr": entity]))?.exit == .wrongData)
    let two = ZipWriter.archive(["s.lss": structure, "t.lss": structure, "r.lsr": Self.responses(["1"])])
    #expect(try await failure(two)?.problems.map(\.got) == ["2 of them"])
    #expect(try await failure(Array(ZipWriter.archive(["a.lss": structure]).dropLast(10)))?.exit == .wrongData)
  }

  @Test("whatever is changed in an archive, nothing crashes and no answer is in a message", arguments: 0..<150)
  func mutations(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let secret = "HEMLIGT"
    var bytes = ZipWriter.archive([
      "s.lss": Self.fixture.structure(isOld: seed % 2 == 0), "r.lsr": Self.responses(["u1", secret, "u3"]),
    ])
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    let folder = try Self.folder(["lime/a.lsa": bytes])
    var problems: [Problem] = []
    do {
      problems = try await IngesterTests.run(folder, study: Self.study("lime/a.lsa", structure: nil)).problems
    } catch let failure as StageFailure { problems = failure.problems }
    #expect(!problems.contains { "\($0)".contains(secret) })
  }
}

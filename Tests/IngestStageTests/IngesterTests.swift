import ConfidentialRecords
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import IngestStage

@Suite("The ingest stage")
struct IngesterTests {
  /// Everything that came of a run.
  struct Outcome: Equatable {
    var responses: [ResponseRecord] = []
    var pages: [PageRecord] = []
    var rejected: [RejectedRecord] = []
    var problems: [Problem] = []
    var counts = IngestCounts()

    static func == (a: Outcome, b: Outcome) -> Bool {
      NDJSONWriter.encode(a.responses) == NDJSONWriter.encode(b.responses)
        && NDJSONWriter.encode(a.pages) == NDJSONWriter.encode(b.pages)
        && NDJSONWriter.encode(a.rejected) == NDJSONWriter.encode(b.rejected) && a.problems == b.problems
        && a.counts == b.counts
    }
  }

  static func run(_ folder: TemporaryFolder, study: Study = TestStudy.make(), threads: Int = 2) async throws -> Outcome
  {
    defer { withExtendedLifetime(folder) {} }
    let ingester = try Ingester(study: study, dataFolder: folder.path)
    var outcome = Outcome()
    outcome.counts = try await ingester.run(threads: threads, preparing: \.responses.count) { ingested, count in
      #expect(count == ingested.responses.count)
      outcome.responses += ingested.responses
      outcome.pages += ingested.pages
      outcome.rejected += ingested.rejected
      outcome.problems += ingested.problems
    }
    return outcome
  }

  static func form(_ unit: String, _ controls: String = "<input name=anstallda value=7>") -> String {
    "<html><body><form><input type=hidden name=unit_id value='\(unit)'>\(controls)</form></body></html>"
  }

  static func folder(_ files: KeyValuePairs<String, String> = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["employers", "pages", "more"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
    }
    try folder.write(TestStudy.frame, to: "frame.csv")
    try folder.write(TestStudy.sample, to: "sample.csv")
    try folder.write(form("0181-0001"), to: "employers/0181-0001.html")
    try folder.write("enhet;anst\n0181-0002;40\n", to: "telephone.csv")
    try folder.write("<h1>Demo K</h1><h2>Syfte</h2><p>Att göra.</p>", to: "pages/k.html")
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  @Test("files and rows in are responses, pages and rejected")
  func conservation() async throws {
    let folder = try Self.folder([
      "employers/tack.html": "<h1>Tack</h1>", "employers/tom.html": "",
      "telephone.csv": "enhet;anst\n0181-0002;40\n;5\n6;7;8\n",
      "pages/tom.html": "",
    ])
    let outcome = try await Self.run(folder)
    #expect(outcome.responses.map(\.response) == ["0181-0001", "telephone-0001"])
    #expect(outcome.pages.map(\.page) == ["k"])
    #expect(
      outcome.rejected.map { "\($0.path):\($0.line ?? 0) \($0.response ?? "-") \($0.reason)" } == [
        "employers/tack.html:0 - notAQuestionnaire", "employers/tom.html:0 - emptyFile",
        "telephone.csv:3 telephone-0002 noUnitKey", "telephone.csv:4 telephone-0003 brokenRow",
        "pages/tom.html:0 - emptyFile",
      ])
    #expect(outcome.counts.input == 8)
    #expect(outcome.counts.responses + outcome.counts.pages + outcome.counts.rejected == 8)
    #expect(outcome.problems.count { $0.severity == .warning && $0.location?.path.hasPrefix(folder.path) == true } >= 5)
  }

  @Test("the process counts what came in, by source, reason and encoding")
  func process() async throws {
    let folder = try Self.folder([
      "employers/0181-0002.html": Self.form(
        "0181-0002", "<input name=k_namn value=A><textarea name=ovrigt>a@b.se</textarea>")
    ])
    let outcome = try await Self.run(folder)
    let frame = try Ingester(study: TestStudy.make(), dataFolder: folder.path).frame
    let records = outcome.counts.records(frame: frame, vintage: "2025-11")
    let lines = records.map { "\($0.what) \($0.key ?? "-") \($0.count)" }
    #expect(
      lines == [
        "frame units 2025-11 2", "sample units 2025-11 2", "files in bank 1", "files in forms 2", "rows in telephone 1",
        "responses forms 2", "responses telephone 1", "pages - 1", "cut-off pages - 0", "encoding utf-8 by validUTF8 4",
        "contact data removed email 1", "contact data removed telephone 0",
        "contact data removed personalIdentityNumber 0", "contact fields filled in - 1",
        "page lines known as furniture - 0", "page facts and sentences - 1", "page sentences left over - 0",
      ])
    #expect(records.allSatisfy { $0.stage == "ingest" && $0.feature.hasPrefix("ING-") })
  }

  @Test("one thread and many, and any order of the files on disk, give the same", arguments: 0..<3)
  func determinism(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<60).map { "employers/\($0)å:\n.html" }
    func folder(_ names: [String]) throws -> TemporaryFolder {
      let folder = try Self.folder()
      for name in names { try folder.write(name.contains("7") ? "<p>" : Self.form(name), to: name) }
      let rows = (1...300).map { $0 % 11 == 0 ? ";" : "0181-\($0);\($0)" }
      try folder.write("enhet;anst\n" + rows.joined(separator: "\n"), to: "telephone.csv")
      return folder
    }
    let first = try await Self.run(try folder(names), threads: 1)
    let second = try await Self.run(try folder(names.shuffled(using: &generator)), threads: 4)
    #expect(first.responses.count > 300)
    #expect(NDJSONWriter.encode(first.responses) == NDJSONWriter.encode(second.responses))
    #expect(NDJSONWriter.encode(first.rejected) == NDJSONWriter.encode(second.rejected))
    #expect(first.problems.map(\.summary) == second.problems.map(\.summary))
    #expect(first.counts == second.counts)
  }

  @Test("every response has a key of its own")
  func keys() async throws {
    let more = ResponseSource(
      name: "more", carrier: .htmlForm, path: "more/*.html", questionnaire: "employer", mode: .paper)
    let folder = try Self.folder([
      "more/0181-0001.html": Self.form("0181-0001"), "more/0181-0002.html": Self.form("0181-0002"),
      "more/telephone-0001.html": Self.form("0181-0002"),
    ])
    // The same name to the eye, other bytes.
    try folder.write(Self.form("1"), to: "more/\u{E5}.html")
    try folder.write(Self.form("2"), to: "more/a\u{30A}.html")
    let outcome = try await Self.run(
      folder, study: TestStudy.make(responses: [TestStudy.forms, TestStudy.telephone, more]))
    let keys = outcome.responses.map(\.response)
    #expect(Set(keys).count == keys.count)
    #expect(
      keys == [
        "employers/0181-0001.html", "telephone-0001", "more/0181-0001.html", "0181-0002", "more/a\u{30A}.html",
        "more/telephone-0001.html", "more/\u{E5}.html#2",
      ])
    #expect(outcome.responses.map(\.mode).last == .paper)
  }

  @Test("a question that no page shows is told, once for the source")
  func wrongMapping() async throws {
    var questionnaire = TestStudy.questionnaire
    questionnaire.questions[1].places = FieldPlaces(["html-form": ["behov_två"], "csv": ["anst"]])
    let page = Self.form(
      "0181-0001",
      "<input name=blankett value=kort><input name=anstallda><input name=behov_2><input name=sokt><input name=stod>"
        + "<input name=svart><input name=ovrigt>")
    let folder = try Self.folder(["employers/0181-0001.html": page, "employers/0181-0002.html": page])
    let study = TestStudy.make(responses: [TestStudy.forms], questionnaire: questionnaire)
    let problems = try await Self.run(folder, study: study).problems
    #expect(problems.map(\.got) == ["Q2"])
    #expect(problems.first?.location?.path.hasSuffix("employers/*.html") == true)
  }

  @Test("a file that fits no source is told, not read")
  func strangers() async throws {
    let folder = try Self.folder(["employers/brev.docx": "x"])
    let problems = try await Self.run(folder).problems.filter { $0.summary.hasPrefix("not read") }
    #expect(problems.compactMap(\.location?.path).map { $0.hasSuffix("employers/brev.docx") } == [true])
  }

  @Test("sources without files are all told at once, before anything is read")
  func missingSources() throws {
    let folder = try Self.folder()
    defer { withExtendedLifetime(folder) {} }
    try FileManager.default.removeItem(atPath: folder.path("telephone.csv"))
    try FileManager.default.removeItem(atPath: folder.path("pages/k.html"))
    let failure = #expect(throws: StageFailure.self) { try Ingester(study: TestStudy.make(), dataFolder: folder.path) }
    #expect(failure?.exit == .noInput)
    #expect(failure?.problems.count == 2)
  }

  @Test("a file of two sources is a fault of the study")
  func twoSources() throws {
    var twin = TestStudy.forms
    twin.name = "twin"
    twin.path = "employers/0181*.html"
    let study = TestStudy.make(responses: [TestStudy.forms, twin])
    let folder = try Self.folder()
    defer { withExtendedLifetime(folder) {} }
    let failure = #expect(throws: StageFailure.self) { try Ingester(study: study, dataFolder: folder.path) }
    #expect(failure?.exit == .wrongStudyFile)
  }

  @Test("a declared table that cannot be read stops the stage")
  func unreadableTable() async throws {
    let folder = try Self.folder()
    defer { withExtendedLifetime(folder) {} }
    try FileManager.default.removeItem(atPath: folder.path("telephone.csv"))
    try FileManager.default.createDirectory(atPath: folder.path("telephone.csv"), withIntermediateDirectories: false)
    let failure = await #expect(throws: StageFailure.self) { try await Self.run(folder) }
    #expect(failure?.exit == .cannotRead)
  }

  @Test("an empty table is set aside and counted")
  func emptyTable() async throws {
    let outcome = try await Self.run(try Self.folder(["telephone.csv": ""]))
    #expect(outcome.rejected.map(\.reason) == [.emptyFile])
    #expect(outcome.counts.input == 3)
  }

  @Test("no word of a respondent stands in a problem")
  func silence() async throws {
    let secret = "HEMLIGT"
    let folder = try Self.folder([
      "employers/a.html": Self.form("", "<input name=anstallda value=\(secret)>"),
      "employers/b.html": "<html><body>\(secret)<input name=anstallda value=\(secret)",
      "employers/c.html": "\(secret)", "telephone.csv": "enhet;anst\n;\(secret)\n1;\"\(secret)\n",
      "pages/b.html": "<p>\(secret)",
    ])
    let outcome = try await Self.run(folder)
    for problem in outcome.problems { #expect(!"\(problem)".contains(secret)) }
    #expect(outcome.problems.count >= 5)
  }
}

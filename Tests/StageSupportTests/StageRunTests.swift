import Foundation
import Testing

@Suite("A stage's run")
struct StageRunTests {
  @Test("writes its folder, says one line on standard error and nothing on standard output") func plain() throws {
    let study = try ProbeStudy()
    let source = try study.run("source")
    #expect(source.exit == 0)
    #expect(source.output == "")
    #expect(
      source.errors == """
        units/b.csv:1002: warning: not a number
        survey-source: 3001 lines in, 3000 out, 1 rejected

        """)
    let double = try study.run("double")
    #expect(double.errors == "survey-double: 3000 records out\n")
    let lines = try study.text(cleaned + "/doubled.ndjson").split(separator: "\n")
    #expect(lines.count == 3000)
    #expect(lines.first == #"{"unit":"u1","doubled":2}"#)
    #expect(lines == lines.sorted())
    #expect(try study.text("Stages/demo-k/steward/double/sum.txt") == "9003000\n")
  }

  @Test("leaves no temporary name behind, and lets nobody else read") func modes() throws {
    let study = try ProbeStudy.doubled()
    #expect(try study.names("Stages/demo-k") == [".lock", "1-ingested", "2-cleaned", "steward"])
    #expect(try study.names(cleaned) == ["doubled.ndjson", "manifest.json"])
    for folder in ["Stages", "Stages/demo-k", cleaned, "Stages/demo-k/steward/double"] {
      #expect(try study.mode(folder) == 0o700)
    }
    for file in [cleaned + "/doubled.ndjson", cleaned + "/manifest.json", "Stages/demo-k/steward/double/sum.txt"] {
      #expect(try study.mode(file) == 0o600)
    }
  }

  @Test("says in its manifest what it holds, from what, and that nothing was lost") func manifest() throws {
    struct Manifest: Decodable {
      struct Conservation: Decodable, Equatable {
        var `in`: Int
        var out: [String: Int]
        var what: String
      }
      struct Source: Decodable {
        var files: Int?
        var path: String
        var sha256: String?
      }
      struct File: Decodable {
        var bytes: Int
        var name: String
        var records: Int?
        var schema: String?
        var schemaVersion: Int?
      }
      struct Input: Decodable { var folder: String }
      struct Producer: Decodable, Equatable {
        var name: String
        var version: Int
      }
      var asOf: String
      var conservation: [Conservation]
      var data: [Source]
      var files: [File]
      var inputs: [Input]
      var options: [String: String]
      var producer: Producer
    }
    let study = try ProbeStudy.doubled()
    func read(_ folder: String) throws -> Manifest {
      try JSONDecoder().decode(Manifest.self, from: Data(try study.folder.read(folder + "/manifest.json")))
    }
    let source = try read(ingested)
    #expect(source.conservation == [.init(in: 3001, out: ["units": 3000, "rejected": 1], what: "lines")])
    #expect(source.data.map(\.path) == ["frame.csv", "supply.csv", "units/*.csv"])
    #expect(source.data.map(\.files) == [nil, nil, 2])
    #expect(source.data.map { $0.sha256 == nil } == [false, true, false])
    #expect(source.files.map(\.name) == ["rejected.ndjson", "units.ndjson"])
    #expect(source.options == ["factor": "1"])
    let double = try read(cleaned)
    #expect(double.asOf == "2026-04-15")
    #expect(double.inputs.map(\.folder) == ["1-ingested"])
    #expect(double.producer == .init(name: "survey-double", version: 2))
    #expect(double.files.map(\.records) == [3000])
    #expect(double.files.map(\.schemaVersion) == [3])
    #expect(try double.files.map(\.bytes) == [study.folder.read(cleaned + "/doubled.ndjson").count])
  }

  @Test(
    "gives the same bytes on one core and two, in any locale and time zone",
    arguments: [
      ("1", ["LC_ALL": "C", "TZ": "UTC"]), ("2", ["LC_ALL": "sv_SE.UTF-8", "TZ": "Europe/Stockholm"]),
      ("2", ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]),
    ])
  func sameBytes(threads: String, environment: [String: String]) throws {
    let usual = try ProbeStudy.doubled()
    let other = try ProbeStudy()
    _ = try other.run("source", "--threads", threads, environment: environment)
    _ = try other.run("double", "--threads", threads, environment: environment)
    #expect(try other.content(ingested) == usual.content(ingested))
    #expect(try other.content(cleaned) == usual.content(cleaned))
  }

  @Test("that changes nothing leaves the folder as it was, and one that finds it damaged puts it right")
  func unchanged() throws {
    let study = try ProbeStudy.doubled()
    let before = try study.attribute(.systemFileNumber, cleaned, as: NSNumber.self)
    #expect(try study.run("double").exit == 0)
    #expect(try study.attribute(.systemFileNumber, cleaned, as: NSNumber.self) == before)
    let good = try study.content(cleaned)
    try study.edit(cleaned + "/doubled.ndjson") { $0.removeLast(30) }
    #expect(try study.run("double").exit == 0)
    #expect(try study.content(cleaned) == good)
  }

  @Test("counts from the day it is given") func asOf() throws {
    let study = try ProbeStudy()
    _ = try study.run("source", "--as-of", "2026-05-31")
    #expect(try study.text(ingested + "/manifest.json").contains(#""asOf": "2026-05-31""#))
  }

  @Test("prints problems alone when quiet, and everything to the log in any case") func quiet() throws {
    let study = try ProbeStudy()
    let outcome = try study.run("source", "--quiet", "--color", "always", "--log", "run.log")
    #expect(outcome.errors.contains("not a number"))
    #expect(outcome.errors.contains("\u{1B}["))
    #expect(!outcome.errors.contains("lines in"))
    _ = try study.run("source", "--quiet", "--log", "run.log")
    let lines = try study.text("run.log").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last == "survey-source: 3001 lines in, 3000 out, 1 rejected")
    #expect(!lines.joined().contains("\u{1B}"))
  }

  @Test("shows its two examples and its version when asked") func help() throws {
    let study = try ProbeStudy()
    let help = try study.run("double", "--help")
    #expect(help.exit == 0)
    #expect(help.output.contains("  survey-double --study Pipelines/demo-k --check\n"))
    #expect(try study.run("double", "--version").output == "survey-double 2\n")
  }
}

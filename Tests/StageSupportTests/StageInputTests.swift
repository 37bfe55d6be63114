import Diagnostics
import Foundation
import Testing

@Suite("A stage's input")
struct StageInputTests {
  /// What was done to the folder, the exit code, and words of the message.
  struct Damage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var exit = StageExit.wrongData
    var says: String
    var act = "work"
    var damage: @Sendable (ProbeStudy) throws -> Void = { _ in }
  }

  static let damages = [
    Damage(testDescription: "a folder that was never made", exit: .noInput, says: "the input of this stage is missing")
    {
      try FileManager.default.removeItem(atPath: $0.folder.path(ingested))
    },
    Damage(testDescription: "a file that is gone", says: "a file of the manifest is missing") {
      try FileManager.default.removeItem(atPath: $0.folder.path(ingested + "/units.ndjson"))
    },
    Damage(testDescription: "a figure changed by hand", says: "the file is not the one of the manifest") {
      try $0.edit(ingested + "/units.ndjson") { $0 = $0.replacing(#""number":7}"#, with: #""number":8}"#) }
    },
    Damage(testDescription: "a record lost", says: "the number of records is not that of the manifest") {
      try $0.edit(ingested + "/units.ndjson") { $0 = String($0[$0.index(after: $0.firstIndex(of: "\n")!)...]) }
    },
    Damage(testDescription: "a file cut off", says: "the number of records is not that of the manifest") {
      try $0.edit(ingested + "/units.ndjson") { $0.removeLast(5) }
    },
    Damage(testDescription: "a manifest cut off", says: "manifest.json") {
      try $0.edit(ingested + "/manifest.json") { $0.removeLast($0.count / 2) }
    },
    Damage(testDescription: "a manifest that is no JSON", says: "manifest.json:1") {
      try $0.edit(ingested + "/manifest.json") { $0 = "made by hand" }
    },
    Damage(testDescription: "an empty manifest", says: "manifest.json") {
      try $0.edit(ingested + "/manifest.json") { $0 = "" }
    },
    Damage(testDescription: "a folder of another study", says: "belongs to another study") {
      try $0.edit(ingested + "/manifest.json") { $0 = $0.replacing(#""id": "demo-k""#, with: #""id": "demo-x""#) }
    },
    Damage(testDescription: "a schema of another version", says: "another version", act: "readAnotherSchema"),
    Damage(testDescription: "a file the folder never had", says: "no such file", act: "readAnotherFile"),
  ]

  @Test("that is not what its manifest says is refused, and the old output stands", arguments: damages)
  func damaged(damage: Damage) throws {
    let study = try ProbeStudy.doubled()
    let before = try study.content(cleaned)
    try damage.damage(study)
    let outcome = try study.run("double", "--act", damage.act)
    #expect(outcome.exit == damage.exit.rawValue)
    #expect(outcome.errors.contains(damage.says), "\(outcome.errors)")
    #expect(outcome.errors.contains("run survey-ingest"))
    #expect(try study.content(cleaned) == before)
    #expect(try study.names("Stages/demo-k").allSatisfy { !$0.contains(".new.") })
  }

  @Test("is reported with all that is wrong at once, and --check finds it too") func allAtOnce() throws {
    let study = try ProbeStudy.doubled()
    try study.edit(ingested + "/units.ndjson") { $0.removeLast(5) }
    try study.edit(ingested + "/rejected.ndjson") { $0 = "" }
    for option in ["--quiet", "--check"] {
      let outcome = try study.run("double", option)
      #expect(outcome.exit == StageExit.wrongData.rawValue)
      #expect(outcome.errors.contains("units.ndjson: error"))
      #expect(outcome.errors.contains("rejected.ndjson: error"))
    }
  }

  @Test("missing in the data folder is named", arguments: ["frame.csv", "units"]) func missingData(name: String) throws
  {
    let study = try ProbeStudy()
    try FileManager.default.removeItem(atPath: study.folder.path("Data/" + name))
    let outcome = try study.run("source")
    #expect(outcome.exit == StageExit.noInput.rawValue)
    #expect(outcome.errors.contains("Data/" + name))
    #expect(!study.exists(ingested))
  }

  @Test("that says nothing is wrong data for --check, which writes nothing") func check() throws {
    let study = try ProbeStudy()
    #expect(try study.run("source", "--check").errors == "survey-source: study and input are in order\n")
    #expect(!study.exists("Stages"))
    try FileManager.default.removeItem(atPath: study.folder.path("Data/frame.csv"))
    #expect(try study.run("source", "--check").exit == StageExit.noInput.rawValue)
  }
}

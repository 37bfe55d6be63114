import Foundation
import Testing

@Suite("--why")
struct StageWhyTests {
  private func why(_ study: ProbeStudy, _ stage: String, _ options: String...) throws -> [String] {
    let process = study.process(stage, ["--why"] + options)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map(String.init)
  }

  @Test("is silent about what is as it should be") func upToDate() throws {
    let study = try ProbeStudy.doubled()
    #expect(try why(study, "source") == ["1-ingested: up to date"])
    #expect(try why(study, "double") == ["2-cleaned: up to date"])
    #expect(try why(study, "publish") == ["Reports/demo-k: not made yet"])
    #expect(!study.exists(report))
  }

  @Test("does not mind times, nor files that no stage reads") func times() throws {
    let study = try ProbeStudy.doubled()
    try study.edit("Pipelines/demo-k/study.yaml") { _ in }
    try study.edit("Data/units/a.csv") { _ in }
    try study.folder.write("seed: 7", to: "Pipelines/demo-k/simulation.yaml")
    try study.folder.write("old", to: "Pipelines/demo-k/rules.yaml~")
    try study.folder.write("notes", to: "Data/units/notes.txt")
    #expect(try why(study, "source") == ["1-ingested: up to date"])
  }

  @Test("names the content that forces it") func reasons() throws {
    let study = try ProbeStudy.doubled()
    try study.edit("Pipelines/demo-k/rules.yaml") { $0 += "# a word more\n" }
    try study.folder.write("unit,number\nnew,1\n", to: "Data/units/c.csv")
    try study.folder.write("seekers\n", to: "Data/supply.csv")
    try study.edit(ingested + "/rejected.ndjson") { $0 = "" }
    #expect(
      try why(study, "source", "--factor", "2", "--as-of", "2026-05-01") == [
        "1-ingested: would be made again",
        "  the day it counts from is 2026-05-01, not 2026-04-15",
        "  option factor has changed",
        "  study file demo-k/rules.yaml has changed",
        "  data file supply.csv has changed",
        "  data file units/*.csv has changed",
        "  rejected.ndjson is not as it was written",
      ])
  }

  @Test("sees that a folder before it has changed, or is gone") func inputs() throws {
    let study = try ProbeStudy.doubled()
    _ = try study.run("source", "--factor", "2")
    #expect(try why(study, "double") == ["2-cleaned: would be made again", "  1-ingested has changed"])
    try FileManager.default.removeItem(atPath: study.folder.path(ingested))
    #expect(try why(study, "double") == ["2-cleaned: would be made again", "  1-ingested is missing"])
  }

  @Test("sees that another version of the program made it") func version() throws {
    let study = try ProbeStudy.doubled()
    try study.edit(cleaned + "/manifest.json") { $0 = $0.replacing(#""version": 2"#, with: #""version": 1"#) }
    #expect(
      try why(study, "double") == [
        "2-cleaned: would be made again", "  survey-double is version 2, it was made by survey-double version 1",
      ])
  }
}

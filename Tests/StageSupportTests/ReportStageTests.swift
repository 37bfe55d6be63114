import Diagnostics
import Foundation
import Testing

@Suite("The stage that writes the report")
struct ReportStageTests {
  @Test("writes it for all to read, with what it was made from, and no word of the key file") func report() throws {
    let study = try ProbeStudy.doubled()
    let outcome = try study.run("publish")
    #expect(outcome.exit == 0)
    #expect(outcome.errors.hasSuffix("survey-publish: 1 table\n"))
    #expect(try study.names("Reports") == ["demo-k"])
    #expect(try study.text("Reports/demo-k/tables/sum.csv") == "sum,9003000\n")
    #expect(try study.mode("Reports/demo-k/tables") == 0o755)
    #expect(try study.mode("Reports/demo-k/tables/sum.csv") == 0o644)
    let made = try study.text("Reports/demo-k/run.json")
    #expect(made.contains(#""folder": "2-cleaned""#))
    #expect(made.contains("demo-k/study.yaml"))
    #expect(!made.contains("key.yaml"))
    #expect(!made.contains(study.folder.path))
  }

  @Test("cannot open a confidential folder it was not given, nor anything else on the machine")
  func sandboxed() throws {
    let study = try ProbeStudy.doubled()
    _ = try study.run("publish")
    let before = try study.text("Reports/demo-k/run.json")
    for secret in [ingested + "/units.ndjson", "Data/frame.csv", "/etc/passwd"] {
      let outcome = try study.run("publish", "--open", secret)
      if outcome.errors.contains("Landlock") { return }
      #expect(outcome.exit == StageExit.ourFault.rawValue)
      #expect(!outcome.errors.contains("root"))
    }
    #expect(try study.run("publish", "--open", cleaned + "/doubled.ndjson").exit == 0)
    #expect(try study.text("Reports/demo-k/run.json") == before)
  }

  @Test("stays sandboxed when its report lies beside what is confidential") func sandboxedBeside() throws {
    let study = try ProbeStudy.doubled()
    for run in 1...2 {
      let secret = try study.run("publish", "--reports", "Stages/demo-k/report", "--open", ingested + "/units.ndjson")
      if secret.errors.contains("Landlock") { return }
      #expect(secret.exit == StageExit.ourFault.rawValue, "run \(run)")
      #expect(try study.run("publish", "--reports", "Stages/demo-k/report").exit == 0, "run \(run)")
      try study.edit("Data/units/b.csv") { $0 += "another,1\n" }
      _ = try study.run("source")
      _ = try study.run("double")
    }
    #expect(try study.names("Stages/demo-k") == [".lock", "1-ingested", "2-cleaned", "report", "steward"])
  }

  @Test("takes the report's folder and the stages' from its arguments") func elsewhere() throws {
    let study = try ProbeStudy()
    for stage in ["source", "double", "publish"] {
      #expect(try study.run(stage, "--stages", "elsewhere/stages", "--reports", "elsewhere/report").exit == 0)
    }
    #expect(study.exists("elsewhere/report/run.json"))
    #expect(!study.exists("Stages"))
    #expect(!study.exists("Reports"))
  }

  @Test("does not change when only the templates of another stage's input do") func templates() throws {
    let study = try ProbeStudy.doubled()
    _ = try study.run("publish")
    try FileManager.default.createDirectory(
      atPath: study.folder.path("Pipelines/templates"), withIntermediateDirectories: false)
    try study.folder.write("{{title}}", to: "Pipelines/templates/report.sv.md")
    #expect(try study.run("double", "--why").output == "2-cleaned: up to date\n")
    #expect(try study.run("publish", "--why").output.contains("study file templates/report.sv.md is new"))
  }
}

import Diagnostics
import Foundation
import Testing

@Suite("A stage that fails")
struct StageFailureTests {
  @Test(
    "leaves the old folder as it was and exits with the code of its kind",
    arguments: [
      ("lose", StageExit.ourFault, "units were lost or made up on the way"),
      ("surprise", .ourFault, "Surprise"),
      ("errors", .wrongData, "codes.csv:2: error: no such code"),
    ])
  func fails(act: String, exit: StageExit, says: String) throws {
    let study = try ProbeStudy.doubled()
    let before = try study.content(cleaned)
    let outcome = try study.run("double", "--act", act)
    #expect(outcome.exit == exit.rawValue)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(says))
    #expect(!outcome.errors.contains("secret"))
    #expect(try study.content(cleaned) == before)
    #expect(try study.names("Stages/demo-k") == [".lock", "1-ingested", "2-cleaned", "steward"])
    #expect(try study.text("Stages/demo-k/steward/double/sum.txt") == "9003000\n")
  }

  @Test("stops when more is rejected than the study allows") func rejectLimit() throws {
    let study = try ProbeStudy()
    try study.folder.write("unit,number\na,1\nb,x\n", to: "Data/units/a.csv")
    try study.folder.write("unit,number\nc,y\n", to: "Data/units/b.csv")
    let outcome = try study.run("source")
    #expect(outcome.exit == StageExit.wrongData.rawValue)
    #expect(outcome.errors.contains("2 of 3"))
    #expect(!study.exists(ingested))
  }

  @Test(
    "at its arguments says how to use it",
    arguments: [
      ["--threads", "0"], ["--threads", "two"], ["--as-of", "tomorrow"], ["--as-of", "2026-13-01"], ["--stages", ""],
      ["--color", "blue"], ["--fast"], ["file.csv"],
    ])
  func usage(options: [String]) throws {
    let study = try ProbeStudy()
    let process = study.process("source", options)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == StageExit.usage.rawValue)
    #expect(text.contains("survey-source --help"))
    #expect(!study.exists("Stages"))
  }

  @Test("at the study says what is wrong there") func wrongStudy() throws {
    let study = try ProbeStudy.doubled()
    try study.edit("Pipelines/demo-k/study.yaml") { $0 = $0.replacing("reject-limit:", with: "reject-limmit:") }
    let outcome = try study.run("double")
    #expect(outcome.exit == StageExit.wrongStudyFile.rawValue)
    #expect(outcome.errors.contains("study.yaml"))
    #expect(outcome.errors.contains("reject-limit"))
  }

  @Test("where it may not write says so") func cannotWrite() throws {
    let study = try ProbeStudy()
    try study.folder.write("mine", to: "Stages")
    let outcome = try study.run("source")
    #expect(outcome.exit == StageExit.cannotWrite.rawValue)
    #expect(try study.text("Stages") == "mine")
    #expect(try study.run("source", "--log", "nowhere/run.log").exit == StageExit.cannotWrite.rawValue)
  }
}

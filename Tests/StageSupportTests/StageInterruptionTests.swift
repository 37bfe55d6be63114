import Diagnostics
import Foundation
import Testing

@Suite("A stage that is interrupted")
struct StageInterruptionTests {
  /// A run that has written half its folder and goes no further.
  private func halfway(_ study: ProbeStudy) throws -> Process {
    let process = study.process("double", ["--act", "hang"])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    #expect(try output.fileHandleForReading.read(upToCount: 7) == Data("halfway".utf8))
    return process
  }

  @Test("leaves the old folder whole, and the next run clears up", arguments: [SIGKILL, SIGTERM, SIGINT])
  func killed(signal: Int32) throws {
    let study = try ProbeStudy.doubled()
    let before = try study.content(cleaned)
    let process = try halfway(study)
    #expect(try study.names("Stages/demo-k").count == 5)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try study.content(cleaned) == before)
    #expect(try study.run("double").exit == 0)
    #expect(try study.names("Stages/demo-k") == [".lock", "1-ingested", "2-cleaned", "steward"])
    #expect(try study.content(cleaned) == before)
  }

  @Test("the first time leaves no folder that looks finished") func killedFirst() throws {
    let study = try ProbeStudy()
    _ = try study.run("source")
    let process = try halfway(study)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(!study.exists(cleaned))
  }

  @Test("keeps every other writer of the study out while it lives, and no reader") func locked() throws {
    let study = try ProbeStudy.doubled()
    let before = try study.content(cleaned)
    let process = try halfway(study)
    for stage in ["source", "double", "publish"] {
      let second = try study.run(stage)
      #expect(second.exit == StageExit.locked.rawValue)
      #expect(second.errors.contains("another run is writing this study"))
    }
    #expect(try study.run("double", "--check").exit == 0)
    #expect(try study.run("double", "--why").exit == 0)
    #expect(try study.content(cleaned) == before)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

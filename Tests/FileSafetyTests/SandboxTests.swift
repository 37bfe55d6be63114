import Diagnostics
import FileSafety
import Testing

@Suite("Sandbox")
struct SandboxTests {
  @Test("opens what was named and nothing beside it, for root too") func onlyWhatWasNamed() throws {
    try withFolder { folder in
      for name in ["in", "out", "secret"] {
        try createFolders(folder + "/" + name)
        try write("text", to: folder + "/" + name + "/file")
      }
      let probe = try Probe(
        "sandbox", folder + "/in", folder + "/out",
        folder + "/in/file", "+" + folder + "/in/new", "+" + folder + "/in/file",
        folder + "/out/file", "+" + folder + "/out/new",
        folder + "/secret/file", folder + "/in/../secret/file", "+" + folder + "/new", "/etc/passwd",
        "/proc/1/environ", "/proc/self/stat")
      let (lines, exit) = try probe.finish()
      #expect(exit == 0)
      guard lines != ["unsupported"] else { return }
      #expect(
        lines == [
          "opened", "denied", "denied",
          "opened", "opened",
          "denied", "denied", "denied", "denied",
          "denied", "opened",
        ])
      #expect(try names(in: folder) == ["in", "out", "secret"])
    }
  }

  @Test("one file can be named, and its neighbour stays closed") func oneFile() throws {
    try withFolder { folder in
      try createFolders(folder + "/out")
      for name in ["one", "two"] { try write("text", to: folder + "/" + name) }
      let (lines, _) = try Probe("sandbox", folder + "/one", folder + "/out", folder + "/one", folder + "/two").finish()
      #expect(lines == ["opened", "denied"] || lines == ["unsupported"])
    }
  }

  @Test("asked for too late, it is refused instead of binding one thread only") func late() throws {
    let (lines, exit) = try Probe("sandbox-late").finish()
    #expect(lines.first?.hasPrefix("sandboxTooLate") == true || lines == ["unsupported"])
    #expect(lines == ["unsupported"] || exit == StageExit.ourFault.rawValue)
  }
}

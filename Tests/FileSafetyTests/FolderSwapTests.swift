import FileSafety
import Foundation
import Testing

@Suite("Folder swap")
struct FolderSwapTests {
  /// A finished folder holding one file with this text.
  private func publish(_ text: String, at final: String, mode: mode_t = 0o700) throws {
    let swap = try FolderSwap(replacing: final, mode: mode)
    try write(text, to: swap.path + "/records.ndjson")
    try swap.commit()
  }

  private func content(_ final: String) throws -> String {
    try String(contentsOfFile: final + "/records.ndjson", encoding: .utf8)
  }

  @Test("nothing stands at the final name before the commit, everything after it") func first() throws {
    try withFolder { folder in
      let final = folder + "/Stages/demo/2-cleaned"
      let swap = try FolderSwap(replacing: final)
      try write("new", to: swap.path + "/records.ndjson")
      #expect(!FileManager.default.fileExists(atPath: final))
      try swap.commit()
      #expect(try content(final) == "new")
      #expect(try names(in: folder + "/Stages/demo") == ["2-cleaned"])
    }
  }

  @Test("the old folder goes with all its files") func replaced() throws {
    try withFolder { folder in
      let final = folder + "/2-cleaned"
      let swap = try FolderSwap(replacing: final)
      try createFolders(swap.path + "/deep/er")
      try write("old", to: swap.path + "/deep/er/gone.ndjson")
      try swap.commit()
      try publish("new", at: final)
      #expect(try names(in: final) == ["records.ndjson"])
      #expect(try names(in: folder) == ["2-cleaned"])
    }
  }

  @Test("a folder given up leaves the old one as it was") func discarded() throws {
    try withFolder { folder in
      let final = folder + "/2-cleaned"
      try publish("old", at: final)
      let swap = try FolderSwap(replacing: final)
      try write("new", to: swap.path + "/records.ndjson")
      swap.discard()
      #expect(try content(final) == "old")
      #expect(try names(in: folder) == ["2-cleaned"])
    }
  }

  @Test("killed while writing, the old folder stands, and the next run clears up") func killed() throws {
    try withFolder { folder in
      let final = folder + "/2-cleaned"
      try publish("old", at: final)
      let probe = try Probe("swap", final)
      #expect(probe.line() == "writing")
      probe.kill()
      #expect(try content(final) == "old")
      #expect(try names(in: folder).count == 2)
      try FolderSwap.removeLeftovers(beside: final)
      #expect(try content(final) == "old")
      #expect(try names(in: folder) == ["2-cleaned"])
    }
  }

  @Test("only leftovers of the same folder are removed") func leftovers() throws {
    try withFolder { folder in
      let others = ["2-cleaned.new.x", "2-cleaned.new.", "2-cleaned.old.1", "3-estimated.new.77", "2-cleaned2.new.1"]
      for name in others + ["2-cleaned.new.77", "2-cleaned.new.123456"] {
        try createFolders(folder + "/" + name)
      }
      try FolderSwap.removeLeftovers(beside: folder + "/2-cleaned")
      #expect(try names(in: folder) == others.sorted())
    }
  }

  @Test("confidential folders are for the owner alone, published ones for all", arguments: [0o700, 0o755])
  func modes(folderMode: Int) throws {
    try withFolder { folder in
      let before = umask(0o077)
      defer { umask(before) }
      try publish("text", at: folder + "/out", mode: mode_t(folderMode))
      #expect(try mode(of: folder + "/out") == folderMode)
      #expect(try mode(of: folder + "/out/records.ndjson") == folderMode & 0o666)
    }
  }

  @Test("a link at the final name stays a link to the replaced folder") func link() throws {
    try withFolder { folder in
      try createFolders(folder + "/disk/real")
      try FileManager.default.createSymbolicLink(atPath: folder + "/2-cleaned", withDestinationPath: "disk/real")
      try publish("new", at: folder + "/2-cleaned")
      #expect(try content(folder + "/disk/real") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/2-cleaned") == "disk/real")
    }
  }

  @Test("a link inside the new folder is never followed when it is removed") func linkInside() throws {
    try withFolder { folder in
      try createFolders(folder + "/precious")
      try write("keep", to: folder + "/precious/kept")
      let swap = try FolderSwap(replacing: folder + "/out")
      try FileManager.default.createSymbolicLink(atPath: swap.path + "/link", withDestinationPath: folder + "/precious")
      swap.discard()
      #expect(try names(in: folder) == ["precious"])
      #expect(try names(in: folder + "/precious") == ["kept"])
    }
  }

  @Test("a file at the final name is refused and left alone") func fileInTheWay() throws {
    try withFolder { folder in
      try write("mine", to: folder + "/2-cleaned")
      #expect(throws: FileFault.notAFolder(path: folder + "/2-cleaned")) {
        try FolderSwap(replacing: folder + "/2-cleaned")
      }
      #expect(try names(in: folder) == ["2-cleaned"])
    }
  }

  @Test("a final name given with a slash at its end is the same folder") func slash() throws {
    try withFolder { folder in
      try publish("new", at: folder + "/out//")
      #expect(try names(in: folder) == ["out"])
    }
  }
}

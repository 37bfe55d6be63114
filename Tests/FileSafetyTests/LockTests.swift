import Diagnostics
import FileSafety
import Testing

@Suite("Lock")
struct LockTests {
  @Test("a second run is refused with exit code 75 while the first lives") func second() throws {
    try withFolder { folder in
      let path = folder + "/demo/lock"
      let first = try Probe("lock", path)
      #expect(first.line() == "held")
      #expect(throws: FileFault.lockHeld(path: path)) { try Lock(path) }
      #expect(try Probe("lock", path).finish().exit == StageExit.locked.rawValue)
      #expect(try first.finish().exit == 0)
      withExtendedLifetime(try Lock(path)) {}
    }
  }

  @Test("a killed run leaves no lock behind") func killed() throws {
    try withFolder { folder in
      let first = try Probe("lock", folder + "/lock")
      #expect(first.line() == "held")
      first.kill()
      withExtendedLifetime(try Lock(folder + "/lock")) {}
    }
  }

  @Test("a lock let go can be taken again by the same program") func released() throws {
    try withFolder { folder in
      var lock: Lock? = try Lock(folder + "/lock")
      withExtendedLifetime(lock) {}
      lock = nil
      lock = try Lock(folder + "/lock")
      #expect(throws: FileFault.lockHeld(path: folder + "/lock")) { try Lock(folder + "/lock") }
      withExtendedLifetime(lock) {}
    }
  }
}

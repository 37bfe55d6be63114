import Foundation
import TestSupport
import Testing

/// Every folder under `Cases/<stage>/<claim>` is one claim about a program: `command` is run by bash in a copy of the
/// folder, and what it prints and how it ends must be `expected.stdout`, `expected.stderr` and `expected.exit`.
///
/// The programs stand in `PATH`, the package in `$ROOT`. `GOLDEN_ACCEPT=1` (`make golden-accept`) rewrites what is
/// expected; the difference is what gets reviewed.
@Suite("Golden cases")
struct GoldenCasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var folder: URL
    var testDescription: String { name }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let cases: [Case] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    let manager = FileManager.default
    let stages = (try? manager.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    return stages.flatMap { stage -> [Case] in
      let claims = (try? manager.contentsOfDirectory(atPath: folder.appendingPathComponent(stage).path))?.sorted() ?? []
      return claims.map {
        Case(name: "\(stage)/\($0)", folder: folder.appendingPathComponent(stage).appendingPathComponent($0))
      }
    }
  }()

  @Test("prints and ends as expected", arguments: cases) func golden(golden: Case) throws {
    let temporary = try TemporaryFolder()
    let copy = URL(fileURLWithPath: temporary.path("case"))
    try FileManager.default.copyItem(at: golden.folder, to: copy)
    let run = try Shell.run(try text(golden.folder, "command"), in: copy.path)
    let got = ["expected.stdout": run.stdout, "expected.stderr": run.stderr, "expected.exit": "\(run.exit)\n"]
    for (file, text) in got.sorted(by: { $0.key < $1.key }) {
      if ProcessInfo.processInfo.environment["GOLDEN_ACCEPT"] == "1" {
        try Data(text.utf8).write(to: golden.folder.appendingPathComponent(file))
      }
      #expect(text == (try self.text(golden.folder, file)), "\(golden.name)/\(file)")
    }
  }

  @Test("for every stage there is a case that works and one that fails") func bothWays() throws {
    for stage in ["ingest", "clean", "aggregate", "match", "protect", "render", "trace"] {
      let exits = try Self.cases.filter { $0.name.hasPrefix(stage + "/") }.map {
        try text($0.folder, "expected.exit")
      }
      #expect(exits.contains("0\n"), "\(stage)")
      #expect(exits.contains { $0 != "0\n" }, "\(stage)")
    }
  }

  private func text(_ folder: URL, _ file: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
  }
}

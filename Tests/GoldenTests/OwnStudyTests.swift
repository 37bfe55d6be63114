import Foundation
import TestSupport
import Testing

/// What Documentation/own-study.md says, done word for word.
@Suite("A study of one's own")
struct OwnStudyTests {
  @Test("the ten steps lead from an export to a report") func tenSteps() throws {
    let root = GoldenCasesTests.root
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    func place(_ name: String) -> URL { URL(fileURLWithPath: folder.path(name)) }
    for name in ["Makefile", "Pipelines", "SampleData"] {
      try manager.copyItem(at: root.appendingPathComponent(name), to: place(name))
    }
    // Step 1 has built the programs: they are those that are tested.
    try manager.createDirectory(at: place(".build"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(at: place(".build/release"), withDestinationURL: Shell.programs)
    try folder.write("", to: ".build/programs.built")

    let page = try String(contentsOf: root.appendingPathComponent("Documentation/own-study.md"), encoding: .utf8)
    let headings = page.split(separator: "\n").count { $0.hasPrefix("## ") }
    #expect(headings == 10)
    let steps = Self.commands(in: page)
    #expect(steps.count > 8)
    try folder.write(steps.joined(separator: "\n"), to: "steps.sh")
    let run = Process()
    run.executableURL = URL(fileURLWithPath: "/bin/bash")
    run.arguments = ["-euo", "pipefail", "steps.sh"]
    run.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    run.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nowhere"]
    _ = manager.createFile(atPath: folder.path("log"), contents: nil)
    let log = FileHandle(forWritingAtPath: folder.path("log"))
    (run.standardOutput, run.standardError) = (log, log)
    try run.run()
    run.waitUntilExit()
    let printed = String(decoding: try folder.read("log"), as: UTF8.self)
    #expect(run.terminationStatus == 0, "\(printed)")

    let report = String(decoding: try folder.read("Reports/skills-2026/report.sv.md"), as: UTF8.self)
    #expect(report.contains("**22 svarade"))
    #expect(report.contains("## Personalen i dag och behovet framöver"))
    // What the study does not ask for has no heading either.
    #expect(!report.contains("## Platser att fylla"))
    #expect(!report.contains("Studien har ingen tabell om detta"))
  }

  /// The blocks of commands, in order.
  private static func commands(in page: String) -> [String] {
    page.components(separatedBy: "\n```sh\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
  }
}

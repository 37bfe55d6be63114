import Foundation
import TestSupport
import Testing

/// The Makefile with programs that only copy what they read, and say on standard error that they ran.
@Suite("The Makefile")
struct MakefileTests {
  private final class Walk {
    let folder: TemporaryFolder
    private static let program = """
      #!/bin/bash
      set -eu
      name=$(basename "$0")
      while [ $# -gt 0 ]; do case $1 in --stages) stages=$2;; --study) study=$2;; esac; shift; done
      [ "${FAILING:-}" != "$name" ] || exit 65
      file=manifest.json
      case $name in
        survey-ingest) out=$stages/1-ingested; in=$(cat Data/frame.csv);;
        survey-clean) out=$stages/2-cleaned; in=$(cat "$stages/1-ingested/manifest.json");;
        survey-aggregate) out=$stages/3-estimated; in=$(cat "$stages/2-cleaned/manifest.json" "$study/rules.yaml");;
        survey-match) out=$stages/4-matched; in=$(cat "$stages/3-estimated/manifest.json");;
        survey-protect) out=$stages/5-released; in=$(cat "$stages"/[34]-*/manifest.json);;
        survey-render) out=Reports/$(basename "$study"); in=$(cat "$stages/5-released/manifest.json"); file=run.json;;
      esac
      mkdir -p "$out"
      [ "$(cat "$out/$file" 2> /dev/null)" = "$in" ] || echo "$in" > "$out/$file"
      echo "$name" >&2
      """

    init() throws {
      folder = try TemporaryFolder()
      for place in ["Sources", "Data", "bin", "Pipelines/one/templates", "Pipelines/classifications"] {
        try FileManager.default.createDirectory(atPath: folder.path(place), withIntermediateDirectories: true)
      }
      let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).joined(separator: "/")
      try FileManager.default.copyItem(atPath: repository + "/Makefile", toPath: folder.path("Makefile"))
      try folder.write("", to: "Package.swift")
      try folder.write("id: one\ndata-folder: Data   # of the study\n", to: "Pipelines/one/study.yaml")
      try folder.write("rules: []\n", to: "Pipelines/one/rules.yaml")
      try folder.write("first\n", to: "Data/frame.csv")
      for name in ["ingest", "clean", "aggregate", "match", "protect", "render", "simulate"] {
        let path = try folder.write(Self.program, to: "bin/survey-" + name)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
      try folder.write("", to: "built")
    }

    /// The stages that ran, and what make printed.
    func make(_ arguments: String..., failing: String = "") throws -> (ran: [String], output: String, exit: Int32) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["make", "BIN=bin", "BUILT=built"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = ["PATH": "/usr/bin:/bin", "FAILING": failing]
      let output = Pipe()
      let errors = Pipe()
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let printed = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      let ran = said.split(separator: "\n").filter { $0.hasPrefix("survey-") }.map { String($0.dropFirst(7)) }
      return (ran, printed, process.terminationStatus)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder.path(path)) }
  }

  private static let all = ["ingest", "clean", "aggregate", "match", "protect", "render"]

  @Test("runs the six stages in order, and a second time nothing, and says so") func twice() throws {
    let walk = try Walk()
    #expect(try walk.make("report").ran == Self.all)
    let second = try walk.make("report")
    #expect(second.ran == [])
    #expect(second.output == "one: up to date, nothing to do\n")
    #expect(second.exit == 0)
  }

  @Test("runs what depends on a change, and stops where the output comes out the same") func change() throws {
    let walk = try Walk()
    _ = try walk.make("report")
    try walk.folder.write("second\n", to: "Data/frame.csv")
    #expect(try walk.make("report").ran == Self.all)
    try walk.folder.write("a name", to: "Data/odd: name & *.html")
    #expect(try walk.make("report").ran == ["ingest", "clean", "match", "protect"])
    #expect(try walk.make("report").ran == [])
    try walk.folder.write("hello", to: "Pipelines/one/templates/report.sv.md")
    #expect(try walk.make("report").ran == ["render"])
    try walk.folder.write("rules: [] # more\n", to: "Pipelines/one/rules.yaml")
    #expect(try walk.make("report").ran == Self.all)
    #expect(try walk.make("report").ran == [])
  }

  @Test(
    "makes again what was removed",
    arguments: zip(["2-cleaned", "3-estimated", "5-released"], ["clean", "aggregate", "protect"]))
  func removed(folder: String, program: String) throws {
    let walk = try Walk()
    _ = try walk.make("report")
    try walk.remove("Stages/one/" + folder)
    #expect(try walk.make("report").ran.first == program)
    #expect(try walk.make("report").ran == [])
    try walk.remove("Reports/one")
    #expect(try walk.make("report").ran == ["render"])
    #expect(try walk.make("report").ran == [])
  }

  @Test("goes on where it failed") func failing() throws {
    let walk = try Walk()
    let failed = try walk.make("report", failing: "survey-aggregate")
    #expect(failed.exit == 2)
    #expect(failed.ran == ["ingest", "clean"])
    #expect(try walk.make("report").ran == Array(Self.all[2...]))
    #expect(try walk.make("report").ran == [])
  }

  @Test("keeps the ledger of releases when it cleans") func clean() throws {
    let walk = try Walk()
    _ = try walk.make("report")
    try FileManager.default.createDirectory(
      atPath: walk.folder.path("Stages/one/ledger"), withIntermediateDirectories: true)
    #expect(try walk.make("clean").exit == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: walk.folder.path("Stages/one")) == ["ledger"])
    #expect(try walk.make("report").ran == Self.all)
  }

  @Test("names the studies there are when asked for another") func unknownStudy() throws {
    let walk = try Walk()
    #expect(try walk.make("report", "STUDY=two").exit == 2)
    #expect(try walk.make("report", "STUDY=one").ran == Self.all)
  }
}

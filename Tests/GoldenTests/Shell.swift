import Foundation

/// Runs commands as a person at a prompt would, with the programs that were built beside the tests in `PATH`.
enum Shell {
  struct Outcome {
    var stdout: String
    var stderr: String
    var exit: Int32
  }

  /// Where the build put the programs: beside the test bundle.
  static let programs: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates =
      [bundle] + ["debug", "release"].map { GoldenCasesTests.root.appendingPathComponent(".build/\($0)") }
    return candidates.first {
      FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("survey-ingest").path)
    } ?? bundle
  }()

  static func run(
    _ command: String, in folder: String, environment extra: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = programs.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["ROOT"] = GoldenCasesTests.root.path
    environment["LC_ALL"] = "C"
    environment["TZ"] = "UTC"
    environment.merge(extra) { _, new in new }
    process.environment = environment
    // Files, not pipes: a program that prints more than a pipe holds must not wait for a reader.
    let (out, err) = (folder + "/.stdout", folder + "/.stderr")
    for path in [out, err] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      stdout: try String(contentsOfFile: out, encoding: .utf8),
      stderr: try String(contentsOfFile: err, encoding: .utf8),
      exit: process.terminationStatus)
  }
}

import Foundation
import TestSupport

/// A working folder with the mini study in it, in which the programs of the walk are run.
final class WalkFolder: Sendable {
  static let stages = ["ingest", "clean", "aggregate", "match", "protect", "render"]
  static let study = "Pipelines/mini"
  static let data = "SampleData/mini"

  struct Outcome {
    var exit: Int32
    /// Killed by a signal; `exit` then is its number.
    var isKilled: Bool
    var stderr: String
  }

  private let temporary: TemporaryFolder
  var path: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
    let mini = GoldenCasesTests.root.appendingPathComponent("Tests/GoldenTests/Mini")
    for place in ["Pipelines", "SampleData"] {
      try FileManager.default.copyItem(
        at: mini.appendingPathComponent(place), to: URL(fileURLWithPath: temporary.path(place)))
    }
    for shared in ["classifications", "templates"] {
      try FileManager.default.copyItem(
        at: GoldenCasesTests.root.appendingPathComponent("Pipelines/\(shared)"),
        to: URL(fileURLWithPath: temporary.path("Pipelines/\(shared)")))
    }
  }

  /// The mini study, walked through once.
  private static let walked = Result { () throws -> WalkFolder in
    let folder = try WalkFolder()
    try folder.walk()
    return folder
  }

  /// A folder in which the walk has already been made.
  static func afterWalk() throws -> WalkFolder {
    let (walked, folder) = (try walked.get(), try WalkFolder())
    for place in ["Stages", "Reports"] {
      try FileManager.default.copyItem(atPath: walked.path(place), toPath: folder.path(place))
    }
    return folder
  }

  // MARK: Files

  func path(_ name: String) -> String { temporary.path(name) }
  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
  func bytes(_ name: String) throws -> [UInt8] { try temporary.read(name) }
  func text(_ name: String) throws -> String { String(decoding: try temporary.read(name), as: UTF8.self) }
  func write(_ text: String, to name: String) throws { try temporary.write(text, to: name) }
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func edit(_ name: String, _ change: (inout String) -> Void) throws {
    var text = try text(name)
    change(&text)
    try write(text, to: name)
  }

  func copy(_ from: String, to: String) throws {
    try FileManager.default.copyItem(atPath: path(from), toPath: path(to))
  }

  /// Every file beneath a folder with its bytes; locks are no content.
  func content(_ folder: String) throws -> [String: [UInt8]] {
    var content: [String: [UInt8]] = [:]
    for name in FileManager.default.subpaths(atPath: path(folder)) ?? [] where !name.hasSuffix(".lock") {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path("\(folder)/\(name)"), isDirectory: &isFolder) else { continue }
      if !isFolder.boolValue { content[name] = try bytes("\(folder)/\(name)") }
    }
    return content
  }

  /// All that the programs have made.
  func made() throws -> [String: [UInt8]] {
    var made: [String: [UInt8]] = [:]
    for folder in ["Stages", "Reports"] {
      for (name, bytes) in try content(folder) { made["\(folder)/\(name)"] = bytes }
    }
    return made
  }

  /// The folder that a stage makes.
  static func output(of stage: String) -> String {
    let places = ["1-ingested", "2-cleaned", "3-estimated", "4-matched", "5-released"]
    guard let place = stages.firstIndex(of: stage), place < places.count else { return "Reports/mini" }
    return "Stages/mini/" + places[place]
  }

  // MARK: Programs

  /// A run that has been started, and the file its standard error goes to.
  struct Run {
    fileprivate let process: Process
    fileprivate let stderr: String

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    func end() throws -> Outcome {
      process.waitUntilExit()
      let text = try String(contentsOfFile: stderr, encoding: .utf8)
      try FileManager.default.removeItem(atPath: stderr)
      return Outcome(
        exit: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal, stderr: text)
    }
  }

  /// - Parameter shell: a command of bash that becomes the program at its end, such as `umask 077`.
  func start(
    _ stage: String, _ options: [String] = [], environment: [String: String] = [:], after shell: String? = nil
  ) throws -> Run {
    let program = Shell.programs.appendingPathComponent("survey-\(stage)").path
    let arguments = ["--study", Self.study] + options
    let process = Process()
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", shell + "; exec \"$@\"", "bash", program] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nowhere"].merging(environment) { $1 }
    let stderr = path("stderr-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: stderr, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: stderr)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return Run(process: process, stderr: stderr)
  }

  func run(
    _ stage: String, _ options: [String] = [], environment: [String: String] = [:], after shell: String? = nil
  ) throws -> Outcome {
    try start(stage, options, environment: environment, after: shell).end()
  }

  /// Runs all the stages up to one and gives what they print.
  ///
  /// - Throws: when one of them fails.
  @discardableResult
  func walk(
    to last: String = "render", _ options: [String] = [], environment: [String: String] = [:],
    after shell: String? = nil
  ) throws -> String {
    var printed = ""
    for stage in Self.stages {
      let outcome = try run(stage, options, environment: environment, after: shell)
      printed += outcome.stderr
      guard outcome.exit == 0, !outcome.isKilled else { throw WalkStopped(stage: stage, stderr: printed) }
      if stage == last { break }
    }
    return printed
  }

  struct WalkStopped: Error {
    var stage: String
    var stderr: String
  }
}

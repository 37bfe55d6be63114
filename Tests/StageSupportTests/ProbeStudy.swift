import Foundation
import TestSupport

/// A working folder with a study, its data and its stages, in which `stage-probe` is run.
final class ProbeStudy {
  struct Outcome {
    var exit: Int32
    var output: String
    var errors: String
  }

  let folder: TemporaryFolder

  /// Demo K's own study files, and 3,000 units to read, the last of them without a number.
  init() throws {
    folder = try TemporaryFolder()
    let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).joined(separator: "/")
    for place in ["Pipelines", "Data/units"] {
      try FileManager.default.createDirectory(atPath: folder.path(place), withIntermediateDirectories: true)
    }
    for name in ["classifications", "demo-k"] {
      try FileManager.default.copyItem(
        atPath: repository + "/Pipelines/" + name, toPath: folder.path("Pipelines/" + name))
    }
    try folder.write("establishment\n", to: "Data/frame.csv")
    let lines = (1...3000).reversed().map { "u\($0),\($0)\n" }
    try folder.write("unit,number\n" + lines.prefix(2000).joined(), to: "Data/units/a.csv")
    try folder.write("unit,number\n" + lines.dropFirst(2000).joined() + "last,many\n", to: "Data/units/b.csv")
  }

  /// The first two stages, run once.
  static func doubled() throws -> ProbeStudy {
    let study = try ProbeStudy()
    guard try study.run("source").exit == 0, try study.run("double").exit == 0 else {
      throw CocoaError(.featureUnsupported)
    }
    return study
  }

  func process(_ stage: String, _ options: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("stage-probe")
    process.arguments = [stage, "--study", "Pipelines/demo-k", "--data", "Data"] + options
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return process
  }

  func run(_ stage: String, _ options: String..., environment: [String: String] = [:]) throws -> Outcome {
    let process = process(stage, options, environment: environment)
    let output = Pipe()
    let errors = folder.path("stderr-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: errors, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: errors) }
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let exit = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(
      exit: exit, output: String(decoding: printed, as: UTF8.self),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  func text(_ path: String) throws -> String { String(decoding: try folder.read(path), as: UTF8.self) }

  func edit(_ path: String, _ change: (inout String) -> Void) throws {
    var text = try text(path)
    change(&text)
    try folder.write(text, to: path)
  }

  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(path)).sorted()
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(path)) }

  func attribute<T>(_ key: FileAttributeKey, _ path: String, as type: T.Type) throws -> T? {
    try FileManager.default.attributesOfItem(atPath: folder.path(path))[key] as? T
  }

  func mode(_ path: String) throws -> Int? { try attribute(.posixPermissions, path, as: NSNumber.self)?.intValue }

  /// Every file of a stage with its bytes.
  func content(_ stage: String) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try names(stage).map { ($0, try folder.read(stage + "/" + $0)) })
  }
}

let ingested = "Stages/demo-k/1-ingested"
let cleaned = "Stages/demo-k/2-cleaned"
let report = "Reports/demo-k"

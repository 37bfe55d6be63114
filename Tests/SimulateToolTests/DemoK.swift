import Diagnostics
import SimulateTool

/// Demo K's own plan and templates, and the sample that is made of them.
enum DemoK {
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Pipelines/demo-k"
  }()

  static let simulation = Result<Simulation, StageFailure> { () throws(StageFailure) in
    try Simulation(studyFolder: folder)
  }
  static let files: [String: [UInt8]] = {
    guard let simulation = try? simulation.get() else { return [:] }
    return Dictionary(simulation.files().map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }()

  static func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The rows of a comma-separated file without quotation marks in it, by column.
  static func rows(_ path: String) -> [[String: String]] {
    let lines = text(path).split(separator: "\n")
    let heading = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(heading, cells), uniquingKeysWith: { first, _ in first })
    }
  }

  static var pages: [(name: String, bytes: [UInt8])] {
    files.filter { $0.key.hasPrefix("demo-k/employers/") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

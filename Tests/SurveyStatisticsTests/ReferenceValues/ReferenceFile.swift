import Foundation
import Testing

/// One `*expected-*.json` and the folder its tables lie in.
struct ReferenceFile: CustomTestStringConvertible {
  let url: URL
  var testDescription: String { url.lastPathComponent }
  var folder: URL { url.deletingLastPathComponent() }

  /// The folder named by SURVEY_REFERENCE, by default the one beside the package.
  static let given: URL = {
    if let named = ProcessInfo.processInfo.environment["SURVEY_REFERENCE"] { return URL(fileURLWithPath: named) }
    return root.appendingPathComponent("../shared/reference/survey-r").standardizedFileURL
  }()

  /// The project's own synthetic set.
  static let own = here.appendingPathComponent("Synthetic")

  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static let root = (0..<3).reduce(here) { folder, _ in folder.deletingLastPathComponent() }

  static let all: [ReferenceFile] = [given, own].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.contains("expected-") && $0.hasSuffix(".json") }.sorted()
      .map { ReferenceFile(url: folder.appendingPathComponent($0)) }
  }

  func cases() throws -> [ReferenceCase] {
    let file = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: url))
    return (file["cases"]?.list ?? []).map(ReferenceCase.init)
  }
}

/// One case: what was computed from which table under which design, and what came out.
struct ReferenceCase {
  let json: JSON
  var id: String { json["id"]?.text ?? "" }
  var statistic: String { json["statistic"]?.text ?? "" }
  var by: [String] { json["by"]?.texts ?? [] }
  var results: [JSON] { json["results"]?.list ?? [] }
  var design: JSON { json["design"] ?? .null }
  var data: [String] { json["data"]?.texts ?? [] }

  /// Weights of iterative calibration are as exact as its stopping rule; distributions are held to more.
  var tolerance: Double {
    if statistic == "distribution" { return 1e-12 }
    let isIterative = design["calibration"] != nil && design["calibration"]?["kind"] != .text("poststratification")
    return statistic == "weights" && isIterative ? 1e-8 : TreeComparison.demand
  }

  /// Whether the case stands on response groups with one weight each, as the aggregate stage has them.
  var isByResponseGroups: Bool {
    statistic == "totals_and_ratios" && design["weight"] == .text("weight") && design["calibration"] == nil
  }
}

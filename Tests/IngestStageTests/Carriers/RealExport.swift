import ConfidentialRecords
import Foundation

/// Files as survey tools wrote them, where the folder of references stands beside the package.
enum RealExport {
  static let folder: URL = {
    let here = URL(fileURLWithPath: #filePath)
    let root = (0..<4).reduce(here) { folder, _ in folder.deletingLastPathComponent() }
    return root.appendingPathComponent("../shared/reference/survey-formats").standardizedFileURL
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

extension RawAnswer {
  /// `Q4.2=a|b`: question, row, values.
  var plain: String { "\(question)\(row.map { ".\($0)" } ?? "")=\(values.joined(separator: "|"))" }
}

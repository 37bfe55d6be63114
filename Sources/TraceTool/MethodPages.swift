import Diagnostics
import ReleasedRecords

/// Which method page explains an indicator: the one whose table has a row for it.
package enum MethodPages {
  package static let folder = "Documentation/method"

  /// - Parameter pages: name and text of each page, in the order of their names.
  package static func page(of indicator: Indicator, in pages: [(name: String, text: String)]) -> String? {
    pages.first { page in
      page.text.split(separator: "\n").contains { $0.hasPrefix("| \(indicator.rawValue) |") }
    }.map { "\(folder)/\($0.name)" }
  }
}

import ConfidentialRecords
import SwedishText

/// A page for those who run the fieldwork, in one language.
struct StewardText {
  let wording: Wording
  private(set) var lines: [String] = []

  init(_ wording: Wording) { self.wording = wording }

  func pick(_ swedish: String, _ english: String) -> String { wording == .swedish ? swedish : english }
  func pick(_ text: LocalizedText) -> String { pick(text.sv, text.en) }

  mutating func heading(_ text: String, level: Int = 2) {
    if !lines.isEmpty { lines.append("") }
    lines.append(String(repeating: "#", count: level) + " " + text)
  }

  mutating func paragraph(_ text: String) { lines += ["", text] }

  /// - Parameter numbers: the first column that holds numbers; those after it do too.
  mutating func table(_ heading: [String], numbersFrom numbers: Int, _ rows: [[String]]) {
    lines.append("")
    lines.append("| " + heading.joined(separator: " | ") + " |")
    lines.append("|" + heading.indices.map { $0 < numbers ? ":--|" : "--:|" }.joined())
    for row in rows { lines.append("| " + row.map(Self.escaped).joined(separator: " | ") + " |") }
  }

  /// A count that is not known is a dash.
  func number(_ value: Double?, decimals: Int = 0) -> String {
    value.map { wording.number($0, decimals: decimals) } ?? "–"
  }
  func percent(_ share: Double?, decimals: Int = 0) -> String {
    share.map { wording.percent($0, decimals: decimals) } ?? "–"
  }
  func percent(_ part: Int, of whole: Int, decimals: Int = 0) -> String {
    percent(whole > 0 ? Double(part) / Double(whole) : nil, decimals: decimals)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Keys and questions are others' words: none of them ends a cell or begins a tag.
  private static func escaped(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "|": text += "\\|"
      case "<": text += "&lt;"
      case "\n", "\r", "\t": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

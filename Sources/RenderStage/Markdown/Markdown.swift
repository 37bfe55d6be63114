/// Text that somebody else wrote, made harmless for Markdown: it can start no markup, link, image, HTML or table.
enum Markdown {
  private static let special = Set("\\`*_{}[]<>()#+-.!|~&:@$\"'=^")

  static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where character.isNewline: escaped += " "
      case _ where character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }): continue
      case _ where special.contains(character): escaped += "\\" + String(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A text of ours without its emphasis, for where Markdown means nothing.
  static func plain(_ text: String) -> String { text.replacing("**", with: "") }

  /// What our own labels need inside a table cell.
  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

/// A Markdown table: the first column to the left, the others to the right.
struct MarkdownTable {
  var heading: [String]
  var rows: [[String]] = []
  /// All columns to the left: they hold words.
  var isProse = false

  var text: String {
    guard !heading.isEmpty else { return "" }
    let others = String(repeating: isProse ? "|:--" : "|--:", count: heading.count - 1)
    var lines = [line(heading), "|:--" + others + "|"]
    lines += rows.map { line($0) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map { Markdown.cell($0) }.joined(separator: " | ") + " |"
  }
}

/// Text that somebody else wrote, made harmless for Markdown: it can start no markup, link, image, HTML or table, in
/// CommonMark or GitHub's dialect. What means nothing where it stands is left as it is, so that it can be read.
enum Markdown {
  private static let special = Set("\\`*_{}[]|~@#$")
  /// What begins a list, a heading, a rule or a quotation at the start of a line.
  private static let leading = Set("+-=.)")

  static func escape(_ text: String) -> String {
    var escaped = ""
    var isLeading = true
    let text = Array(text)
    for (place, character) in text.enumerated() {
      defer { isLeading = isLeading && (character.isWhitespace || character.isNumber) }
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where character.isNewline: escaped += " "
      case _ where character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }): continue
      case _ where special.contains(character) || isLeading && leading.contains(character):
        escaped += "\\" + String(character)
      // Addresses that become links by themselves.
      case ":" where place + 1 < text.count && text[place + 1] == "/": escaped += "\\:"
      case "." where escaped.lowercased().hasSuffix("www"): escaped += "\\."
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// One empty line at most, and none at the beginning: a value that is empty leaves no hole.
  static func tidy(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(isEmpty ? "" : line)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text of ours without its emphasis, for where Markdown means nothing.
  static func plain(_ text: String) -> String { text.replacing("**", with: "") }

  /// What our own labels need inside a table cell.
  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

/// A Markdown table: columns of words to the left, columns of figures to the right.
struct MarkdownTable {
  var heading: [String]
  /// Places of the columns that hold words.
  var words: Set<Int> = [0]
  var rows: [[String]] = []

  var text: String {
    guard !heading.isEmpty else { return "" }
    var lines = [line(heading), heading.indices.map { words.contains($0) ? "|:--" : "|--:" }.joined() + "|"]
    lines += rows.map { line($0) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map { Markdown.cell($0) }.joined(separator: " | ") + " |"
  }
}

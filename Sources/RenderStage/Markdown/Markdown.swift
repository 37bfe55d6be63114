/// Text that somebody else wrote, made harmless for Markdown: it can start no markup, link, image, HTML or table, in
/// CommonMark or GitHub's dialect. What means nothing where it stands is left as it is, so that it can be read.
enum Markdown {
  private static let special = Set("\\`*_{}[]|~@#$")
  /// What begins a list, a heading or a rule: at the start of a line, or after a number there.
  private static let leading = Set("+-=")
  private static let afterNumber = Set(".)")

  static func escape(_ text: String) -> String {
    var escaped = ""
    let text = Array(text)
    let start = text.firstIndex { !$0.isWhitespace } ?? text.count
    let number = text[start...].firstIndex { !$0.isNumber } ?? text.count
    for (place, character) in text.enumerated() {
      let begins =
        place == start && leading.contains(character)
        || place == number && number > start && afterNumber.contains(character)
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where character.isNewline: escaped += " "
      case _ where character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }): continue
      case _ where special.contains(character) || begins:
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

  /// What our own labels need inside a table cell. Text that has been escaped before stays as it is: a second backslash
  /// would undo the first one.
  static func cell(_ text: String) -> String {
    var cell = ""
    var isEscaped = false
    for character in text {
      if character == "|", !isEscaped { cell.append("\\") }
      cell.append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return cell
  }
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

import ConfidentialRecords

/// Writes YAML for a person to go on with: every text in double quotes, comments on lines of their own.
struct DraftYAML {
  private(set) var text = ""

  mutating func line(_ content: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + content + "\n"
  }

  mutating func blank() { if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" } }

  /// Broken into lines of 120 characters; those after the first stand in by `hanging` blanks.
  mutating func comment(_ content: String, indent: Int = 0, hanging: Int = 0) {
    var line = ""
    var margin = ""
    for word in Self.printable(content).split(separator: " ") {
      if !line.isEmpty, indent + 3 + margin.count + line.count + word.count > 120 {
        self.line("# " + margin + line, indent: indent)
        margin = String(repeating: " ", count: hanging)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { self.line("# " + margin + line, indent: indent) }
  }

  static func quoted(_ text: String) -> String {
    let escaped = printable(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

  static func localized(_ text: LocalizedText) -> String { "{sv: \(quoted(text.sv)), en: \(quoted(text.en))}" }

  /// One line of what YAML and its readers take: no controls, no marks that nobody sees, no private characters.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      case .format, .privateUse, .unassigned, .surrogate: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

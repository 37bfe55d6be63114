import Diagnostics
import Markup

/// A selector of a study file: the name of a field, its label, or something else that Markup looks for.
enum WrittenSelector {
  case name(String)
  case label(NormalisedText)
  case other(Selector)

  init(_ written: String) throws(SelectorError) {
    if let name = Self.quoted("name:", written) ?? Self.bareName(written) {
      self = .name(name)
    } else if let label = Self.unquoted("label:", written) ?? Self.quoted("label:", written) {
      self = .label(NormalisedText(label))
    } else {
      self = .other(try Selector(Self.withQuotes(written)))
    }
  }

  private static func bareName(_ written: String) -> String? {
    guard let first = written.first, first.isLetter || first.isNumber || first == "_" else { return nil }
    return written.contains { $0.isWhitespace || "\"'>:#".contains($0) } ? nil : written
  }

  /// `label:"Hur många …"`, with nothing after it and no quotation mark inside.
  private static func quoted(_ keyword: String, _ written: String) -> String? {
    guard written.hasPrefix(keyword), let mark = written.dropFirst(keyword.count).first, mark == "\"" || mark == "'"
    else {
      return nil
    }
    let text = written.dropFirst(keyword.count + 1)
    guard text.last == mark, !text.dropLast().contains(where: { $0 == mark || $0 == "\\" }) else { return nil }
    return text.dropLast().isEmpty ? nil : String(text.dropLast())
  }

  /// `label:Hur många …`: without quotation marks the text goes on to the end.
  private static func unquoted(_ keyword: String, _ written: String) -> String? {
    guard written.hasPrefix(keyword) else { return nil }
    let text = String(written.dropFirst(keyword.count)).trimmed
    guard let first = text.first, first != "\"", first != "'" else { return nil }
    return text
  }

  private static func withQuotes(_ written: String) -> String {
    for keyword in ["legend:", "heading:"] {
      guard let text = unquoted(keyword, written) else { continue }
      return "\(keyword)\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    return written
  }
}

extension SelectorError {
  func problem(_ selector: String, in questionnaire: String) -> Problem {
    Problem(
      .error, at: SourceLocation(path: "questionnaires/\(questionnaire).yaml"),
      "found: html-form cannot be understood: \(selector)", expected: "\(expected), at character \(position)",
      hint: #"a field name, #id, label:"…", legend:"…" or heading:"…""#)
  }
}

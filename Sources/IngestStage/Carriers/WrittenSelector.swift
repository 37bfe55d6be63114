import Diagnostics
import Markup

/// A selector of a study file: the name of a field, or something that Markup looks for.
enum WrittenSelector {
  case name(String)
  case other(Selector)

  init(_ written: String) throws(SelectorError) {
    if let text = Self.quoted("name", written) ?? Self.bareName(written) {
      self = .name(text)
      return
    }
    // `label:Hur många …` may do without quotation marks: it is the whole selector then.
    for keyword in ["label:", "legend:", "heading:"] where written.hasPrefix(keyword) {
      let text = written.dropFirst(keyword.count).trimmingPrefix { $0 == " " }
      guard let first = text.first, first != "\"", first != "'" else { break }
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      self = .other(try Selector("\(keyword)\"\(escaped)\""))
      return
    }
    self = .other(try Selector(written))
  }

  private static func bareName(_ written: String) -> String? {
    guard let first = written.first, first.isLetter || first == "_" else { return nil }
    return written.contains { $0.isWhitespace || "\"'>:#".contains($0) } ? nil : written
  }

  private static func quoted(_ keyword: String, _ written: String) -> String? {
    guard written.hasPrefix(keyword + ":\""), written.hasSuffix("\""), written.count > keyword.count + 3 else {
      return nil
    }
    let text = written.dropFirst(keyword.count + 2).dropLast()
    return text.contains { $0 == "\"" || $0 == "\\" } ? nil : String(text)
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

import Markup

/// What stands above a column, in one to three rows, and the names that a study may call the column by. All texts are
/// normalised.
struct ColumnHeading: Sendable {
  /// From 1.
  let number: Int
  /// The texts from the top down, each once.
  let parts: [String]
  /// All of them: `behov > om 2 år`.
  let path: String
  /// Each by itself, the lowest first, and what LimeSurvey puts into one: `code[sub]. question [sub-question]`.
  let names: [String]

  static let divider = " > "

  init(number: Int, texts: [String]) {
    self.number = number
    var parts: [String] = []
    for text in texts where !text.isEmpty && parts.last != text { parts.append(text) }
    self.parts = parts
    path = parts.joined(separator: Self.divider)
    var names: [String] = []
    if parts.count == 3 { names.append(parts[1...].joined(separator: Self.divider)) }
    for part in parts.reversed() {
      names.append(part)
      if let (code, question) = Self.coded(part) { names += [code, question] }
    }
    self.names = names.filter { !$0.isEmpty }
  }

  /// What may say which option the column stands for: each part, and what ends one in brackets.
  var labels: [String] {
    parts.reversed().flatMap { part -> [String] in
      guard part.hasSuffix("]"), let open = Self.openingBracket(part) else { return [part] }
      return [part, String(part[part.index(after: open)...].dropLast())]
    }
  }

  /// `rse3[sq001]. who uses it? []` is code and question.
  private static func coded(_ text: String) -> (code: String, question: String)? {
    guard let point = text.firstRange(of: ". ") else { return nil }
    let code = text[..<point.lowerBound]
    var depth = 0
    for character in code {
      switch character {
      case "[": depth += 1
      case "]": depth -= 1
      default: if depth == 0, !(character.isLetter || character.isNumber || character == "_") { return nil }
      }
    }
    guard depth == 0, code.first?.isLetter == true else { return nil }
    return (String(code), String(text[point.upperBound...]))
  }

  /// The bracket that the last one closes.
  private static func openingBracket(_ text: String) -> String.Index? {
    var depth = 0
    for at in text.indices.reversed() {
      if text[at] == "]" { depth += 1 }
      if text[at] == "[" {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }
}

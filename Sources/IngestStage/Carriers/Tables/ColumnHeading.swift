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

  /// What may say which option the column stands for: each part, what ends one in brackets, and the code in brackets
  /// before a question.
  var labels: [String] {
    parts.reversed().flatMap { part in
      [part, Self.bracketed(part), Self.coded(part).flatMap { Self.bracketed($0.code) }]
    }
    .compactMap { $0 }
  }

  /// `rse3[sq001]. who uses it? []` is code and question.
  static func coded(_ text: String) -> (code: String, question: String)? {
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

  /// What stands in the brackets that end a text.
  static func bracketed(_ text: String) -> String? {
    guard text.hasSuffix("]") else { return nil }
    var depth = 0
    for at in text.indices.reversed() {
      if text[at] == "]" { depth += 1 }
      if text[at] == "[" {
        depth -= 1
        if depth == 0 { return String(text[text.index(after: at)...].dropLast()) }
      }
    }
    return nil
  }
}

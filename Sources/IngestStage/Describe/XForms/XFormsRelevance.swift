import ConfidentialRecords

/// Says a form's `relevant` in our expression language, as far as it can be said there: comparisons of a question with
/// a number or a text, `selected`, `not`, `and`, `or`.
struct XFormsRelevance {
  struct Subject: Hashable {
    let id: String
    let kind: Concept.Kind
  }

  private let questions: [[String]: Subject]
  private let around: [String]

  /// - Parameter around: the path of the element that the condition belongs to, where `../` starts from.
  init(_ questions: [[String]: Subject], around: [String]) {
    self.questions = questions
    self.around = around
  }

  /// Nil for what cannot be said.
  func condition(_ source: String) -> String? {
    guard source.utf8.count <= 4_000, let tokens = Self.tokens(source) else { return nil }
    var rest = tokens[...]
    guard let condition = any(&rest, depth: 0), rest.isEmpty else { return nil }
    return condition
  }

  // MARK: Words

  private enum Token: Hashable {
    case text(String)
    case number(String)
    /// A path, a function or an operator in words.
    case word(String)
    case sign(String)
  }

  private static func tokens(_ source: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = Substring(source)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "'" || first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else { return nil }
        tokens.append(.text(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else if first.isASCII && first.isNumber {
        let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        tokens.append(.number(String(number)))
        rest = rest.dropFirst(number.count)
      } else if first.isLetter || "_./".contains(first) {
        let word = rest.prefix { $0.isLetter || $0.isNumber || "_./:-".contains($0) }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      } else if let sign = ["!=", "<=", ">=", "=", "<", ">", "(", ")", ","].first(where: rest.hasPrefix) {
        tokens.append(.sign(sign))
        rest = rest.dropFirst(sign.count)
      } else {
        return nil
      }
    }
    return tokens
  }

  // MARK: Conditions

  private static let deepest = 50

  private func any(_ rest: inout ArraySlice<Token>, depth: Int) -> String? {
    joined(&rest, by: "or", depth: depth) { all(&$0, depth: depth) }
  }

  private func all(_ rest: inout ArraySlice<Token>, depth: Int) -> String? {
    joined(&rest, by: "and", depth: depth) { one(&$0, depth: depth) }
  }

  private func joined(
    _ rest: inout ArraySlice<Token>, by word: String, depth: Int, _ part: (inout ArraySlice<Token>) -> String?
  ) -> String? {
    guard depth < Self.deepest, let first = part(&rest) else { return nil }
    var parts = [first]
    while rest.first == .word(word) {
      rest.removeFirst()
      guard let next = part(&rest) else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : parts.map { "(\($0))" }.joined(separator: " \(word) ")
  }

  private func one(_ rest: inout ArraySlice<Token>, depth: Int) -> String? {
    switch rest.popFirst() {
    case .sign("("):
      guard let inner = any(&rest, depth: depth + 1), rest.popFirst() == .sign(")") else { return nil }
      return inner
    case .word("not") where rest.first == .sign("("):
      rest.removeFirst()
      guard let inner = any(&rest, depth: depth + 1), rest.popFirst() == .sign(")") else { return nil }
      return "not (\(inner))"
    case .word("selected") where rest.first == .sign("("):
      rest.removeFirst()
      guard case .word(let path)? = rest.popFirst(), rest.popFirst() == .sign(","),
        case .text(let code)? = rest.popFirst(), rest.popFirst() == .sign(")"), let subject = subject(path)
      else { return nil }
      return isChosen(code, in: subject)
    case .word(let path):
      guard let subject = subject(path), case .sign(let sign)? = rest.popFirst() else { return nil }
      return comparison(subject, sign, rest.popFirst())
    default: return nil
    }
  }

  private func comparison(_ subject: Subject, _ sign: String, _ value: Token?) -> String? {
    switch value {
    case .text("") where sign == "=": return "missing(\(subject.id))"
    case .text("") where sign == "!=": return "not missing(\(subject.id))"
    case .text(let code), .number(let code):
      if subject.kind == .count || subject.kind == .scale {
        guard Double(code) != nil, ["=", "!=", "<", "<=", ">", ">="].contains(sign) else { return nil }
        return "\(subject.id) \(sign) \(code)"
      }
      guard sign == "=" || sign == "!=", let chosen = isChosen(code, in: subject) else { return nil }
      return sign == "=" ? chosen : "not (\(chosen))"
    default: return nil
    }
  }

  private func isChosen(_ code: String, in subject: Subject) -> String? {
    guard !code.contains("'"), code.asIdentifier == code else { return nil }
    switch subject.kind {
    case .yesNo: return code == "yes" ? subject.id : code == "no" ? "not \(subject.id)" : nil
    case .choice: return "\(subject.id) = '\(code)'"
    case .choices: return "'\(code)' in \(subject.id)"
    default: return nil
    }
  }

  /// `/root/group/question`, `../question`.
  private func subject(_ written: String) -> Subject? {
    if written.hasPrefix("/") { return XFormsPath(written).flatMap { questions[$0.steps] } }
    var steps = around
    for part in written.split(separator: "/") {
      switch part {
      case "..": if steps.popLast() == nil { return nil }
      case ".": break
      default: steps.append(String(part))
      }
    }
    return questions[steps]
  }
}

/// Reads a selector's text; see `Selector` for the language.
struct SelectorParser {
  private let characters: [Character]
  private var at = 0

  init(_ text: String) { characters = Array(text) }

  private static let keywords = ["label", "legend", "heading", "name", "path"]

  mutating func steps() throws(SelectorError) -> [Selector.Step] {
    var steps: [Selector.Step] = []
    skipSpaces()
    while at < characters.count {
      steps.append(try step())
      skipSpaces()
    }
    guard !steps.isEmpty else { throw expected("a field name, label:\"…\", legend:\"…\", heading:\"…\" or a path") }
    return steps
  }

  private mutating func step() throws(SelectorError) -> Selector.Step {
    guard let keyword = keyword() else { return try bare() }
    at += keyword.count + 1
    let start = at
    let text = at < characters.count && isQuote(characters[at]) ? try quoted() : unquoted()
    guard !text.isBlank else { throw SelectorError(position: start + 1, expected: "a text after \(keyword):") }
    switch keyword {
    case "label": return .label(NormalisedText(text))
    case "legend": return .legend(NormalisedText(text))
    case "heading": return .heading(NormalisedText(text))
    case "name": return .name(FieldPattern(text))
    default:
      var path = PathParser(Array(text), offset: characters[start...].first.map(isQuote) == true ? start + 1 : start)
      return .path(try path.pattern())
    }
  }

  private func keyword() -> String? {
    Self.keywords.first { word in
      let end = at + word.count
      return end < characters.count && characters[at..<end].elementsEqual(word) && characters[end] == ":"
    }
  }

  /// Without quotes a text goes on to the next keyword, or to the end.
  private mutating func unquoted() -> String {
    let start = at
    while at < characters.count, characters[at] != " " || !isFollowedByKeyword { at += 1 }
    return String(characters[start..<at])
  }

  private var isFollowedByKeyword: Bool {
    var ahead = self
    ahead.skipSpaces()
    return ahead.keyword() != nil
  }

  private mutating func quoted() throws(SelectorError) -> String {
    let quote = characters[at]
    let start = at
    var text = ""
    at += 1
    while at < characters.count, characters[at] != quote {
      if characters[at] == "\\", at + 1 < characters.count { at += 1 }
      text.append(characters[at])
      at += 1
    }
    guard at < characters.count else {
      throw SelectorError(position: start + 1, expected: "a closing \(quote) for the one here")
    }
    at += 1
    guard at == characters.count || characters[at] == " " else { throw expected("a space after the closing quote") }
    return text
  }

  /// A field name or a path: everything up to the next keyword.
  private mutating func bare() throws(SelectorError) -> Selector.Step {
    let start = at
    while at < characters.count, at == start || characters[at - 1] != " " || keyword() == nil {
      if isQuote(characters[at]) { skipQuoted() } else { at += 1 }
    }
    var text = Array(characters[start..<at])
    while text.last == " " { text.removeLast() }
    if isFieldName(text) { return .name(FieldPattern(String(text))) }
    var path = PathParser(text, offset: start)
    return .path(try path.pattern())
  }

  private mutating func skipQuoted() {
    let quote = characters[at]
    at += 1
    while at < characters.count, characters[at] != quote { at += 1 }
    at = min(at + 1, characters.count)
  }

  /// One word that begins with a letter or a digit; brackets hold nothing, a number or a word.
  private func isFieldName(_ text: [Character]) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber || first == "_" else { return false }
    let brackets = text.filter { $0 == "[" || $0 == "]" }
    guard brackets.indices.allSatisfy({ brackets[$0] == ($0 % 2 == 0 ? "[" : "]") }), brackets.count % 2 == 0 else {
      return false
    }
    return text.allSatisfy { $0.isLetter || $0.isNumber || "_-.[]$".contains($0) }
  }

  private func isQuote(_ character: Character) -> Bool { character == "\"" || character == "'" }

  private mutating func skipSpaces() { while at < characters.count, characters[at] == " " { at += 1 } }

  private func expected(_ what: String) -> SelectorError { SelectorError(position: at + 1, expected: what) }
}

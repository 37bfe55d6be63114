/// Skip logic of LimeSurvey as a tree.
indirect enum Relevance: Hashable {
  case number(String)
  case text(String)
  /// A question or a part of one, without what stands after a point: `.NAOK`, `.value`, `.code`.
  case name(String)
  case call(String, [Relevance])
  case not(Relevance)
  case negative(Relevance)
  case operation(String, Relevance, Relevance)

  /// Nil for what cannot be read.
  init?(_ source: String) {
    guard let lexer = RelevanceLexer(source), !lexer.tokens.isEmpty else { return nil }
    var parser = RelevanceParser(lexer.tokens)
    guard let tree = parser.whole() else { return nil }
    self = tree
  }
}

/// Weakest binding first: `||`, `&&`, comparisons, `+ -`, `* /`, sign and `!`.
private struct RelevanceParser {
  private let tokens: [RelevanceLexer.Token]
  private var position = 0
  private var depth = 0

  private static let deepest = 40
  private static let levels: [Set<String>] = [
    ["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/"],
  ]
  private static let endings: Set<String> = ["NAOK", "value", "valueNAOK", "code"]

  init(_ tokens: [RelevanceLexer.Token]) { self.tokens = tokens }

  mutating func whole() -> Relevance? {
    guard let tree = level(0), position == tokens.count else { return nil }
    return tree
  }

  private mutating func level(_ number: Int) -> Relevance? {
    guard number < Self.levels.count else { return unary() }
    guard var left = level(number + 1) else { return nil }
    while let sign = take(Self.levels[number]) {
      guard let right = level(number + 1) else { return nil }
      left = .operation(sign, left, right)
    }
    return left
  }

  private mutating func unary() -> Relevance? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    if take(["!"]) != nil { return unary().map { .not($0) } }
    if take(["-"]) != nil { return unary().map { .negative($0) } }
    if take(["("]) != nil {
      guard let inner = level(0), take([")"]) != nil else { return nil }
      return inner
    }
    guard position < tokens.count else { return nil }
    defer { position += 1 }
    switch tokens[position] {
    case .number(let text): return .number(text)
    case .text(let text): return .text(text)
    case .name(let name): return call(name) ?? bare(name)
    case .sign: return nil
    }
  }

  private func bare(_ name: String) -> Relevance? {
    guard let point = name.firstIndex(of: ".") else { return .name(name) }
    guard Self.endings.contains(String(name[name.index(after: point)...])) else { return nil }
    return .name(String(name[..<point]))
  }

  /// A function, if a parenthesis follows; leaves the position on its last sign.
  private mutating func call(_ name: String) -> Relevance? {
    guard position + 1 < tokens.count, tokens[position + 1] == .sign("(") else { return nil }
    position += 2
    var arguments: [Relevance] = []
    if take([")"]) == nil {
      repeat {
        guard let argument = level(0) else { return nil }
        arguments.append(argument)
      } while take([","]) != nil
      guard take([")"]) != nil else { return nil }
    }
    position -= 1
    return .call(name, arguments)
  }

  private mutating func take(_ signs: Set<String>) -> String? {
    guard position < tokens.count, case .sign(let sign) = tokens[position], signs.contains(sign) else { return nil }
    position += 1
    return sign
  }
}

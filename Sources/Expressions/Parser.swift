/// Reads tokens into a tree, weakest binding first: `or`, `and`, `not`, comparisons and `in`, `+ -`, `* /`, sign.
///
/// A fault leaves a hole and reading goes on, so that all faults of an expression are found at once.
struct Parser {
  private let tokens: [Token]
  private let limits: ExpressionLimits
  private var position = 0
  private var depth = 0
  private(set) var names: [Name] = []
  private(set) var faults: [ExpressionFault] = []

  init(_ tokens: [Token], limits: ExpressionLimits) {
    self.tokens = tokens
    self.limits = limits
  }

  mutating func parse() -> Node {
    guard tokens.count <= limits.tokens else {
      return fault(.tooManyWords(limit: limits.tokens), at: tokens[limits.tokens])
    }
    let root = disjunction()
    while token.kind != .end {
      _ = fault(.expected("the end of the expression, or an operator such as and", got: token.description), at: token)
      while token.kind != .end, !(take("and") || take("or")) { position += 1 }
      if token.kind != .end { _ = disjunction() }
    }
    return root
  }

  // MARK: Levels

  private mutating func disjunction() -> Node {
    var left = conjunction()
    while let sign = taken(["or"]) { left = Node(form: .or(left, conjunction()), column: sign.column) }
    return left
  }

  private mutating func conjunction() -> Node {
    var left = negation()
    while let sign = taken(["and"]) { left = Node(form: .and(left, negation()), column: sign.column) }
    return left
  }

  private mutating func negation() -> Node {
    guard let sign = taken(["not"]) else { return comparison() }
    return nested(at: sign) { parser in Node(form: .not(parser.negation()), column: sign.column) }
  }

  private mutating func comparison() -> Node {
    let left = sum()
    if let sign = taken(["in"]) { return membership(of: left, at: sign) }
    let signs: Set<String> = ["=", "!=", "<", "<=", ">", ">="]
    guard let sign = taken(signs), case .sign(let text) = sign.kind, let operation = Node.Comparison(rawValue: text)
    else { return left }
    let node = Node(form: .comparison(operation, left, sum()), column: sign.column)
    while let next = taken(signs) {
      _ = fault(.chainedComparison, at: next)
      _ = sum()
    }
    return node
  }

  private mutating func membership(of left: Node, at sign: Token) -> Node {
    guard take("[") else {
      let right = primary()
      if case .hole = right.form { return right }
      guard case .name = right.form else {
        return fault(
          .expected("a list such as [1, 2], or the name of a set", got: "something else"), column: right.column)
      }
      return Node(form: .member(left, of: right), column: sign.column)
    }
    var values: [Node] = []
    repeat { values.append(sum()) } while take(",")
    expect("]")
    return Node(form: .among(left, values), column: sign.column)
  }

  private mutating func sum() -> Node {
    arithmetic(["+", "-"]) { $0.product() }
  }

  private mutating func product() -> Node {
    arithmetic(["*", "/"]) { $0.signed() }
  }

  private mutating func arithmetic(_ signs: Set<String>, of operand: (inout Parser) -> Node) -> Node {
    var left = operand(&self)
    while let sign = taken(signs), case .sign(let text) = sign.kind, let operation = Node.Arithmetic(rawValue: text) {
      left = Node(form: .arithmetic(operation, left, operand(&self)), column: sign.column)
    }
    return left
  }

  private mutating func signed() -> Node {
    guard let sign = taken(["-"]) else { return primary() }
    return nested(at: sign) { parser in Node(form: .negative(parser.signed()), column: sign.column) }
  }

  private mutating func primary() -> Node {
    let first = token
    switch first.kind {
    case .number(let value): return leaf(.number(value))
    case .text(let text): return leaf(.text(text))
    case .sign("true"): return leaf(.boolean(true))
    case .sign("false"): return leaf(.boolean(false))
    case .sign("("):
      position += 1
      return nested(at: first) { parser in
        let inner = parser.disjunction()
        parser.expect(")")
        return inner
      }
    case .word(let word):
      position += 1
      return named(word, at: first)
    default:
      let hole = fault(.expected("a number, a text in quotes or a name", got: first.description), at: first)
      let closes: Set<Token.Kind> = [.sign(")"), .sign("]"), .sign(","), .sign("and"), .sign("or"), .end]
      if !closes.contains(first.kind) { position += 1 }
      return hole
    }
  }

  // MARK: Names and functions

  private mutating func named(_ word: String, at first: Token) -> Node {
    guard take("(") else { return Node(form: .name(place(of: Name(word))), column: first.column) }
    switch word {
    case "sum":
      return nested(at: first) { parser in
        var terms: [Node] = []
        repeat { terms.append(parser.sum()) } while parser.take(",")
        parser.expect(")")
        return Node(form: .sum(terms), column: first.column)
      }
    case "missing":
      let inner = primary()
      expect(")")
      if case .hole = inner.form { return inner }
      guard case .name(let place) = inner.form else {
        return fault(.expected("a name", got: "something else"), column: inner.column)
      }
      return Node(form: .missing(place), column: inner.column)
    default:
      if case .number(let years) = token.kind, years >= 0, years <= 1_000, years == years.rounded(.towardZero) {
        position += 1
        expect(")")
        return Node(form: .name(place(of: Name(word, horizon: Int(years)))), column: first.column)
      }
      let hole = fault(.unknownFunction(word), at: first)
      skipArguments()
      return hole
    }
  }

  private mutating func place(of name: Name) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }

  /// Passes over what stands in the parentheses of a function that does not exist.
  private mutating func skipArguments() {
    var open = 1
    while open > 0, token.kind != .end {
      if token.kind == .sign("(") { open += 1 }
      if token.kind == .sign(")") { open -= 1 }
      position += 1
    }
  }

  // MARK: Tokens

  private var token: Token { tokens[position] }

  private mutating func leaf(_ form: Node.Form) -> Node {
    defer { position += 1 }
    return Node(form: form, column: token.column)
  }

  private mutating func take(_ sign: String) -> Bool { taken([sign]) != nil }

  private mutating func taken(_ signs: Set<String>) -> Token? {
    let current = token
    guard case .sign(let sign) = current.kind, signs.contains(sign) else { return nil }
    position += 1
    return current
  }

  private mutating func expect(_ sign: String) {
    if !take(sign) { _ = fault(.expected(sign, got: token.description), at: token) }
  }

  /// One level down. Past the limit the rest is passed over: the one fault says it all.
  private mutating func nested(at first: Token, _ read: (inout Parser) -> Node) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else {
      position = tokens.count - 1
      return fault(.tooDeep(limit: limits.depth), at: first)
    }
    return read(&self)
  }

  private mutating func fault(_ kind: ExpressionFault.Kind, at token: Token) -> Node {
    fault(kind, column: token.column)
  }

  /// Notes a fault; one at the same place, or after the limit of depth, would only follow from the first.
  private mutating func fault(_ kind: ExpressionFault.Kind, column: Int) -> Node {
    let follows = faults.contains { $0.column == column || $0.kind == .tooDeep(limit: limits.depth) }
    if !follows { faults.append(ExpressionFault(kind: kind, column: column)) }
    return Node(form: .hole, column: column)
  }
}

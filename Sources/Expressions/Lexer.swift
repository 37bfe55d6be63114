/// A word or sign of an expression.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case text(String)
    case word(String)
    /// An operator, a bracket, a comma, or one of the reserved words `and or not in true false`.
    case sign(String)
    case end
  }

  var kind: Kind
  var column: Int

  /// How a fault names it.
  var description: String {
    switch kind {
    case .number: "a number"
    case .text: "a text in quotes"
    case .word(let word): word
    case .sign(let sign): sign
    case .end: "the end of the expression"
    }
  }
}

/// Cuts an expression into words and signs; what has no meaning is a fault and is passed over.
struct Lexer {
  static let reserved: Set<String> = ["and", "or", "not", "in", "true", "false"]

  private let characters: [Character]
  private var position = 0
  private(set) var tokens: [Token] = []
  private(set) var faults: [ExpressionFault] = []

  init(_ source: String) {
    characters = Array(source)
    while position < characters.count { next() }
    tokens.append(Token(kind: .end, column: characters.count + 1))
  }

  private mutating func next() {
    let start = position
    let character = characters[position]
    position += 1
    switch character {
    case _ where character.isWhitespace: break
    case _ where character.isLetter: add(word(from: start), at: start)
    case _ where character.isDecimalDigit: number(from: start)
    case "'", "\"": text(closedBy: character, from: start)
    case "<", ">", "!":
      let followed = position < characters.count && characters[position] == "="
      if followed { position += 1 }
      if character == "!" && !followed { return fault(.unknownCharacter(character), at: start) }
      add(.sign(followed ? "\(character)=" : "\(character)"), at: start)
    case "=", "+", "-", "*", "/", "(", ")", "[", "]", ",": add(.sign(String(character)), at: start)
    default: fault(.unknownCharacter(character), at: start)
    }
  }

  private mutating func word(from start: Int) -> Token.Kind {
    let word = run { $0.isLetter || $0.isDecimalDigit || $0 == "_" }
    let whole = String(characters[start]) + word
    return Self.reserved.contains(whole) ? .sign(whole) : .word(whole)
  }

  private mutating func number(from start: Int) {
    let text = String(characters[start]) + run { $0.isLetter || $0.isDecimalDigit || $0 == "." || $0 == "_" }
    if text.last != ".", text.allSatisfy({ $0.isDecimalDigit || $0 == "." }), let value = Double(text), value.isFinite {
      add(.number(value), at: start)
    } else {
      fault(.notANumber(text), at: start)
      add(.number(0), at: start)
    }
  }

  private mutating func text(closedBy quote: Character, from start: Int) {
    let text = run { $0 != quote }
    if position < characters.count { position += 1 } else { fault(.unendedText, at: start) }
    add(.text(text), at: start)
  }

  private mutating func run(while belongs: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, belongs(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func add(_ kind: Token.Kind, at index: Int) {
    tokens.append(Token(kind: kind, column: index + 1))
  }

  private mutating func fault(_ kind: ExpressionFault.Kind, at index: Int) {
    faults.append(ExpressionFault(kind: kind, column: index + 1))
  }
}

extension Character {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}

/// A piece of an answer that says how many.
enum QuantityToken: Hashable {
  case number(Double)
  /// `1,200`
  case ambiguousNumber
  case word(String)
  case dash
  /// `> < >= <= ~ + ? ,` and whatever else stands there.
  case sign(String)

  var saysANumber: Bool {
    switch self {
    case .number, .ambiguousNumber: true
    case .word(let word): NumberWords.value(of: word) != nil
    case .dash, .sign: false
    }
  }
}

/// A place in the pieces of an answer, and what can be taken there.
struct TokenCursor {
  private let tokens: [QuantityToken]
  private var position = 0

  init(_ tokens: [QuantityToken]) { self.tokens = tokens }

  var isAtEnd: Bool { position == tokens.count }

  /// The word that stands here.
  var word: String? { words.first.flatMap { $0.isEmpty ? nil : $0 } }

  /// The next few words; an empty one stands for a piece that is none.
  var words: [String] {
    tokens[position...].prefix(5).map { token in if case .word(let word) = token { word } else { "" } }
  }

  mutating func advance(by count: Int = 1) { position = min(position + count, tokens.count) }

  mutating func take(_ token: QuantityToken) -> Bool {
    guard !isAtEnd, tokens[position] == token else { return false }
    position += 1
    return true
  }

  mutating func take(sign: String) -> Bool { take(.sign(sign)) }

  mutating func takeDigits() -> Double? {
    guard !isAtEnd, case .number(let value) = tokens[position] else { return nil }
    position += 1
    return value
  }

  mutating func takeBoundSign() -> QuantityWords.Bound? {
    guard !isAtEnd, case .sign(let sign) = tokens[position], let bound = QuantityWords.boundSigns[sign] else {
      return nil
    }
    position += 1
    return bound
  }

  /// Takes the first of the phrases that stands here.
  mutating func take(anyOf phrases: [[String]]) -> Bool {
    take(oneOf: phrases.lazy.map { ($0, true) }) ?? false
  }

  /// Takes the first of the phrases that stands here, and says what it means.
  mutating func take<Meaning>(oneOf phrases: some Sequence<([String], Meaning)>) -> Meaning? {
    let rest = tokens[position...]
    guard let (words, meaning) = phrases.first(where: { rest.starts(with: $0.0.lazy.map(QuantityToken.word)) }) else {
      return nil
    }
    position += words.count
    return meaning
  }
}

/// Cuts an answer into numbers, words and signs. A number may be written with a blank, a point (thousands) or a comma
/// (decimals) in it; `20st` and `ca20` are two pieces each.
///
/// A point with three digits after it parts thousands: the point is no decimal sign in Swedish, and nobody counts
/// persons in thousandths. A single comma with three digits after it is a decimal in Swedish and a thousand in English:
/// a factor of a thousand is too much to guess at, so the number is ambiguous.
struct QuantityLexer {
  private let characters: [Character]
  private var position = 0
  private(set) var tokens: [QuantityToken] = []

  init(_ text: String) {
    characters = Array(text)
    while position < characters.count { takeToken() }
  }

  private mutating func takeToken() {
    let character = characters[position]
    switch character {
    case " ": position += 1
    case "0"..."9": takeNumber()
    case "½", "¼", "¾":
      position += 1
      tokens.append(.number(fraction(character)))
    case "-":
      position += 1
      tokens.append(.dash)
    case ".", ":", "!":
      // The end of a sentence or of a shortened word.
      position += 1
    case _ where character.isLetter: takeWord()
    default:
      position += 1
      var sign = String(character)
      if "<>".contains(character), position < characters.count, characters[position] == "=" {
        sign += "="
        position += 1
      }
      tokens.append(.sign(sign))
    }
  }

  /// Letters, with a colon or an apostrophe between two of them: `c:a`, `don't`.
  private mutating func takeWord() {
    let start = position
    while position < characters.count {
      let isJoint =
        ":'".contains(characters[position]) && position + 1 < characters.count
        && characters[position + 1].isLetter
      guard characters[position].isLetter || isJoint else { break }
      position += 1
    }
    tokens.append(.word(String(characters[start..<position])))
  }

  private mutating func takeNumber() {
    var groups = [takeDigits()]
    var commas = 0
    while groups[0].count <= 3, groups[0].first != "0", let separator = thousandsSeparator() {
      if separator == "," { commas += 1 }
      position += 1
      groups.append(takeDigits())
    }
    let whole = groups.joined()
    var decimals = ""
    if position + 1 < characters.count, characters[position] == "," || characters[position] == ".",
      isDigit(position + 1)
    {
      position += 1
      decimals = takeDigits()
    }
    if commas == 1, groups.count == 2, decimals.isEmpty { return tokens.append(.ambiguousNumber) }
    guard whole.count <= 12, decimals.count <= 12, var value = Double(decimals.isEmpty ? whole : "\(whole).\(decimals)")
    else { return tokens.append(.number(.infinity)) }
    if position < characters.count, decimals.isEmpty, "½¼¾".contains(characters[position]) {
      value += fraction(characters[position])
      position += 1
    }
    tokens.append(.number(value))
  }

  /// What parts the thousands here, when exactly three digits follow: a blank, a point or a comma.
  private func thousandsSeparator() -> Character? {
    guard position + 3 < characters.count, " .,".contains(characters[position]) else { return nil }
    let isGroup = (1...3).allSatisfy { isDigit(position + $0) } && !isDigit(position + 4)
    return isGroup ? characters[position] : nil
  }

  private mutating func takeDigits() -> String {
    let start = position
    while isDigit(position) { position += 1 }
    return String(characters[start..<position])
  }

  private func isDigit(_ place: Int) -> Bool { place < characters.count && ("0"..."9").contains(characters[place]) }

  private func fraction(_ character: Character) -> Double { character == "½" ? 0.5 : character == "¼" ? 0.25 : 0.75 }
}

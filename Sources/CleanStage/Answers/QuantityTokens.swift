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
    let word = String(characters[start..<position])
    if tokens.last == .dash, case .word(let ten) = tokens.dropLast().last, NumberWords.areOne(ten, word) {
      tokens.removeLast()
    }
    tokens.append(.word(word))
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
    } else if decimals.isEmpty, let part = partAfterBlank() {
      value += part
      position += 4
    }
    tokens.append(.number(value))
  }

  /// The `1/2` of `2 1/2`.
  private func partAfterBlank() -> Double? {
    guard position + 3 < characters.count, characters[position] == " ", characters[position + 2] == "/",
      isDigit(position + 1), isDigit(position + 3), !isDigit(position + 4),
      let part = characters[position + 1].wholeNumberValue, let whole = characters[position + 3].wholeNumberValue,
      part < whole
    else { return nil }
    return Double(part) / Double(whole)
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

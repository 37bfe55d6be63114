import SurveyModel

/// The ways of saying how many, over the pieces of one answer:
///
///     answer   = [opening] [about] (between | bounded | none | number [bound after | separator number]) [units]
///     bounded  = bound number [units] [[, | och] bound number]
///     between  = mellan number och number | från number till number
struct QuantityGrammar {
  private var tokens: TokenCursor
  /// The number is given as an approximate one: `ca 20`, `ett tjugotal`, `20?`.
  private(set) var isAbout = false

  init(_ tokens: [QuantityToken]) { self.tokens = TokenCursor(tokens) }

  /// Nil when a piece of the answer is not understood.
  mutating func quantity() -> Quantity? {
    _ = tokens.take(anyOf: QuantityWords.openings)
    skipAbout()
    let quantity = attempt { $0.between() } ?? attempt { $0.bounded() } ?? none() ?? attempt { $0.numberOrRange() }
    skipAbout()
    skipUnits()
    while tokens.take(sign: "?") { isAbout = true }
    return tokens.isAtEnd ? quantity : nil
  }

  private mutating func none() -> Quantity? {
    guard let word = tokens.word, QuantityWords.none.contains(word) else { return nil }
    tokens.advance()
    return .point(0)
  }

  /// `mellan 10 och 15`, `från 10 till 15`.
  private mutating func between() -> Quantity? {
    for (opening, middle) in QuantityWords.between where tokens.take(anyOf: [[opening]]) {
      guard let low = number()?.value, tokens.take(anyOf: [[middle]]) || tokens.take(.dash), let high = number()?.value
      else { return nil }
      return Self.range(low, high)
    }
    return nil
  }

  /// `minst 5`, `fler än 10`, `högst 8`, `minst 5, högst 8`.
  private mutating func bounded() -> Quantity? {
    guard let first = boundedNumber() else { return nil }
    let second = attempt { grammar in
      if !grammar.tokens.take(sign: ",") { _ = grammar.tokens.take(anyOf: QuantityWords.joints) }
      return grammar.boundedNumber()
    }
    guard let second else { return Self.oneSided(first) }
    let (lower, upper) = first.isLower ? (first, second) : (second, first)
    return lower.isLower && !upper.isLower && lower.value <= upper.value ? Self.range(lower.value, upper.value) : nil
  }

  private mutating func boundedNumber() -> (value: Double, isLower: Bool)? {
    guard let bound = tokens.takeBoundSign() ?? tokens.take(oneOf: QuantityWords.boundsBefore) else { return nil }
    skipAbout()
    guard let value = number()?.value else { return nil }
    skipUnits()
    return Self.end(value, bound)
  }

  private mutating func numberOrRange() -> Quantity? {
    guard let first = number() else { return nil }
    let bound = attempt { grammar in
      grammar.skipUnits()
      return grammar.tokens.take(sign: "+") ? .atLeast : grammar.tokens.take(oneOf: QuantityWords.boundsAfter)
    }
    if let bound { return Self.oneSided(Self.end(first.value, bound)) }
    skipAbout()
    let isDash = tokens.take(.dash)
    guard isDash || tokens.take(anyOf: QuantityWords.separators) else { return .point(first.value) }
    skipAbout()
    guard let second = number() else { return nil }
    // `twenty-five` is one number, `ten-fifteen` is two.
    if isDash, first.isInWords, second.isInWords, first.endsInATen, (1...9).contains(second.value) {
      return .point(first.value + second.value)
    }
    return Self.range(first.value, second.value)
  }

  // MARK: Numbers

  private struct Number {
    var value: Double
    var isInWords = false

    var endsInATen: Bool {
      value.truncatingRemainder(dividingBy: 100) >= 20 && value.truncatingRemainder(dividingBy: 10) == 0
    }
  }

  private mutating func number() -> Number? {
    if let number = attempt({ $0.collective() }) { return number }
    if let value = tokens.takeDigits() { return Number(value: value) }
    guard let leading = NumberWords.leading(tokens.words) else { return nil }
    tokens.advance(by: leading.count)
    return Number(value: Double(leading.value), isInWords: true)
  }

  /// `ett par`, `ett tjugotal`, `ett 20-tal`, `två dussin`, `half a dozen`.
  private mutating func collective() -> Number? {
    let isHalf = tokens.take(anyOf: QuantityWords.halves)
    let hasArticle = !isHalf && tokens.take(anyOf: QuantityWords.articles)
    if !isHalf, let value = tokens.takeDigits() {
      _ = tokens.take(.dash)
      isAbout = true
      return tokens.take(anyOf: [["tal"]]) ? Number(value: value) : nil
    }
    var times: Int?
    if !isHalf, !hasArticle, let leading = NumberWords.leading(tokens.words) {
      tokens.advance(by: leading.count)
      times = leading.value
    }
    guard let word = tokens.word, let size = NumberWords.collective(word) else { return nil }
    tokens.advance()
    _ = tokens.take(anyOf: [["of"]])
    isAbout = isAbout || word.hasSuffix("tal")
    if isHalf || hasArticle { return Number(value: Double(size) / (isHalf ? 2 : 1)) }
    // Only dozens and scores come in numbers; without a number a bare `par` is too little to go by.
    guard let times else { return size >= 10 ? Number(value: Double(size)) : nil }
    return size == 12 || size == 20 ? Number(value: Double(times * size)) : nil
  }

  // MARK: Results

  /// Persons are whole: more than 10 is 11 or more, and fewer than 5 is 4 or fewer.
  private static func end(_ value: Double, _ bound: QuantityWords.Bound) -> (value: Double, isLower: Bool) {
    switch bound {
    case .atLeast: (value, true)
    case .moreThan: (value.rounded(.down) + 1, true)
    case .atMost: (value, false)
    case .lessThan: (value.rounded(.up) - 1, false)
    }
  }

  private static func oneSided(_ end: (value: Double, isLower: Bool)) -> Quantity? {
    if end.isLower { return .range(low: end.value, best: nil, high: nil) }
    return end.value >= 0 ? range(0, end.value) : nil
  }

  private static func range(_ a: Double, _ b: Double) -> Quantity {
    a == b ? .point(a) : .range(low: min(a, b), best: nil, high: max(a, b))
  }

  // MARK: Passing over

  private mutating func skipAbout() {
    while tokens.take(sign: "~") || tokens.take(sign: "≈") || tokens.take(anyOf: QuantityWords.about) { isAbout = true }
  }

  private mutating func skipUnits() {
    while tokens.take(anyOf: QuantityWords.units) {}
  }

  /// What `read` gives; when that is nil, nothing has been read.
  private mutating func attempt<T>(_ read: (inout QuantityGrammar) -> T?) -> T? {
    let start = self
    if let result = read(&self) { return result }
    self = start
    return nil
  }
}

import SurveyModel

/// The ways of saying how much, over the pieces of one answer:
///
///     answer   = [opening] [about] (between | bounded | none | sum [bound after | separator sum]) [about] [unit]
///     bounded  = bound number [[, | och] bound number]
///     between  = mellan number och number | från number till number
///     sum      = number { + number }
///     number   = (digits | words | part of a whole | number of the measure's own) [unit]
struct QuantityGrammar {
  private var tokens: TokenCursor
  private let measure: Measure
  /// The number is given as an approximate one: `ca 20`, `ett tjugotal`, `20?`.
  private(set) var isAbout = false
  private(set) var units: Set<Measure.Unit> = []

  init(_ tokens: [QuantityToken], _ measure: Measure) {
    self.tokens = TokenCursor(tokens)
    self.measure = measure
  }

  /// Nil when a piece of the answer is not understood.
  mutating func quantity() -> Quantity? {
    skipAbout()
    while let word = tokens.take(measure.openings) { note(word) }
    skipAbout()
    let quantity = attempt { $0.between() } ?? attempt { $0.bounded() } ?? none() ?? attempt { $0.numberOrRange() }
    skipAbout()
    guard unit()?.factor == 1 else { return nil }
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
    guard let middle = tokens.take(QuantityWords.between), let low = number(),
      tokens.skip(middle == .and ? QuantityWords.and : QuantityWords.to) || tokens.take(.dash), let high = number()
    else { return nil }
    return range(low, high)
  }

  /// `minst 5`, `fler än 10`, `högst 8`, `minst 5, högst 8`.
  private mutating func bounded() -> Quantity? {
    guard let first = boundedNumber() else { return nil }
    let second = attempt { grammar in
      if !grammar.tokens.take(sign: ",") { _ = grammar.tokens.skip(QuantityWords.joints) }
      return grammar.boundedNumber()
    }
    guard let second else { return oneSided(end(first.number.value, first.bound)) }
    guard let aligned = Self.aligned(first.number, second.number) else { return nil }
    let ends = [end(aligned.0, first.bound), end(aligned.1, second.bound)]
    guard let lower = ends.first(where: \.isLower), let upper = ends.first(where: { !$0.isLower }) else { return nil }
    return lower.value <= upper.value ? Self.between(lower.value, upper.value) : nil
  }

  private mutating func boundedNumber() -> (number: Number, bound: QuantityWords.Bound)? {
    guard let bound = tokens.take(QuantityWords.boundSigns) ?? tokens.take(QuantityWords.boundsBefore) else {
      return nil
    }
    skipAbout()
    return number().map { ($0, bound) }
  }

  private mutating func numberOrRange() -> Quantity? {
    guard let first = sum() else { return nil }
    if let bound = tokens.take(sign: "+") ? .atLeast : tokens.take(QuantityWords.boundsAfter) {
      return oneSided(end(first.value, bound))
    }
    skipAbout()
    guard tokens.take(.dash) || tokens.skip(QuantityWords.separators) else { return .point(first.value) }
    skipAbout()
    guard let second = sum() else { return nil }
    return range(first, second)
  }

  /// `10+5`: who writes it has reckoned with both.
  private mutating func sum() -> Number? {
    guard var sum = number() else { return nil }
    while let next = attempt({ $0.tokens.take(sign: "+") ? $0.number() : nil }) {
      guard let aligned = Self.aligned(sum, next) else { return nil }
      sum.value = aligned.0 + aligned.1
      sum.factor = max(sum.factor, next.factor)
      sum.hasUnit = sum.hasUnit || next.hasUnit
      sum.isInWords = false
    }
    return sum
  }

  // MARK: Numbers

  private struct Number {
    var value: Double
    var isInWords = false
    var factor = 1.0
    var hasUnit = false
  }

  /// A number with its unit.
  private mutating func number() -> Number? {
    let collective = attempt { $0.collective() }
    let part = collective == nil ? attempt { $0.part() } : nil
    guard var number = collective ?? part ?? plain(), let unit = unit() else { return nil }
    // `tusen tusen` is no way to say a million.
    if number.isInWords, number.value >= 1_000, unit.factor != 1 { return nil }
    number.hasUnit = unit.isGiven
    number.factor = unit.factor
    number.value *= unit.factor
    // Half of a post and of a million is something; half a person is nobody.
    if part != nil, measure.partsOf == nil, unit.factor == 1,
      units.isDisjoint(with: [.posts, .fullTimeEquivalents, .hours])
    {
      return nil
    }
    if units.contains(.percent) { _ = tokens.skip(QuantityWords.ofWhole) }
    return number
  }

  private mutating func plain() -> Number? {
    if let value = tokens.take(measure.named) {
      units.insert(.percent)
      return Number(value: value)
    }
    var number: Number
    if let value = tokens.takeDigits() {
      number = Number(value: value)
    } else {
      guard let value = inWords() else { return nil }
      number = Number(value: value, isInWords: true)
    }
    // `två och en halv`
    if tokens.skip(QuantityWords.andAHalf) { number.value += 0.5 }
    return number
  }

  /// A part of a whole: `1/3`, `1 av 3`, `en halv`. Its unit is still to come.
  private mutating func part() -> Number? {
    if measure.partsOf == nil, tokens.skip(QuantityWords.half) { return Number(value: 0.5) }
    guard let part = tokens.takeDigits() ?? inWords() else { return nil }
    let isSlash = tokens.take(sign: "/")
    guard isSlash || measure.partsOf != nil && tokens.skip(QuantityWords.outOf),
      let whole = tokens.takeDigits() ?? inWords(),
      isSlash ? part < whole : part <= whole, whole >= 1, part.isWhole, whole.isWhole,
      measure.partsOf != nil || whole <= 10
    else { return nil }
    if measure.partsOf != nil { units.insert(.percent) }
    return Number(value: part / whole * (measure.partsOf ?? 1))
  }

  private mutating func inWords() -> Double? {
    guard let leading = NumberWords.leading(tokens.words) else { return nil }
    tokens.advance(by: leading.count)
    return Double(leading.value)
  }

  /// `ett par`, `ett par hundra`, `ett tjugotal`, `ett 20-tal`, `två dussin`, `half a dozen`.
  private mutating func collective() -> Number? {
    let isHalf = tokens.skip(QuantityWords.half)
    let hasArticle = !isHalf && tokens.skip(QuantityWords.articles)
    if !isHalf, let value = tokens.takeDigits() {
      _ = tokens.take(.dash)
      isAbout = true
      return tokens.take(.word("tal")) ? Number(value: value) : nil
    }
    var times: Int?
    if !isHalf, !hasArticle, let leading = NumberWords.leading(tokens.words) {
      tokens.advance(by: leading.count)
      times = leading.value
    }
    guard let word = tokens.word, let size = NumberWords.collective(word) else { return nil }
    tokens.advance()
    _ = tokens.take(.word("of"))
    isAbout = isAbout || word.hasSuffix("tal")
    if size == 2, hasArticle, let power = tokens.take(QuantityWords.powers) {
      isAbout = true
      return Number(value: 2 * power)
    }
    if isHalf || hasArticle { return Number(value: Double(size) / (isHalf ? 2 : 1)) }
    // Only dozens and scores come in numbers; without a number a bare `par` is too little to go by.
    guard let times else { return size >= 10 ? Number(value: Double(size)) : nil }
    return size == 12 || size == 20 ? Number(value: Double(times * size)) : nil
  }

  // MARK: Results

  /// Of whole things, more than 10 is 11 or more, and fewer than 5 is 4 or fewer.
  private func end(_ value: Double, _ bound: QuantityWords.Bound) -> (value: Double, isLower: Bool) {
    let isWhole =
      measure.isWhole && units.isDisjoint(with: [.fullTimeEquivalents, .hours])
      && !(units.contains(.posts) && !value.isWhole)
    return switch bound {
    case .atLeast: (value, true)
    case .moreThan: (isWhole ? value.rounded(.down) + 1 : value, true)
    case .atMost: (value, false)
    case .lessThan: (isWhole ? value.rounded(.up) - 1 : value, false)
    }
  }

  private func oneSided(_ end: (value: Double, isLower: Bool)) -> Quantity? {
    guard end.isLower else { return end.value >= 0 ? Self.between(0, end.value) : nil }
    guard let most = measure.most else { return .range(low: end.value, best: nil, high: nil) }
    return Self.between(end.value, max(most, end.value))
  }

  /// In order, where one unit serves both: `500–1 mkr` is no range that anybody would give.
  private func range(_ first: Number, _ second: Number) -> Quantity? {
    guard let (low, high) = Self.aligned(first, second) else { return nil }
    return low == first.value || low <= high ? Self.between(low, high) : nil
  }

  /// The unit of the second number is that of the first, too, where it has none: `2–3 mkr`. It is not so the other way
  /// round, and in words nobody knows: `två till trehundra` may begin at two or at two hundred.
  private static func aligned(_ first: Number, _ second: Number) -> (Double, Double)? {
    if !second.hasUnit, first.factor != 1 { return nil }
    if !first.hasUnit, second.factor != 1 { return (first.value * second.factor, second.value) }
    if second.isInWords, let power = [1_000.0, 100].first(where: { (second.value / $0).isWhole }),
      (1..<max(1, second.value / power)).contains(first.value)
    {
      return nil
    }
    return (first.value, second.value)
  }

  private static func between(_ a: Double, _ b: Double) -> Quantity {
    a == b ? .point(a) : .range(low: min(a, b), best: nil, high: max(a, b))
  }

  // MARK: Words around the numbers

  private mutating func skipAbout() {
    while tokens.skip(QuantityWords.about) { isAbout = true }
  }

  /// The words for what is counted, and what they multiply by. Nil when two of them multiply: `tusen miljoner`.
  private mutating func unit() -> (factor: Double, isGiven: Bool)? {
    var unit = (factor: 1.0, isGiven: false)
    while let word = tokens.take(measure.words) {
      guard unit.factor == 1 || word.factor == 1 else { return nil }
      unit.factor *= word.factor
      unit.isGiven = true
      note(word)
    }
    return unit
  }

  private mutating func note(_ word: Measure.Word) {
    if let unit = word.unit { units.insert(unit) }
  }

  /// What `read` gives; when that is nil, nothing has been read.
  private mutating func attempt<T>(_ read: (inout QuantityGrammar) -> T?) -> T? {
    let start = self
    if let result = read(&self) { return result }
    self = start
    return nil
  }
}

extension Double {
  var isWhole: Bool { self == rounded() }
}

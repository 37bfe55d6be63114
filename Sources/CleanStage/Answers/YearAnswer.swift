import Diagnostics
import SurveyModel

/// Reads a calendar year: `2028`, `år 2028`, `-28`, `2027/2028`, `tidigast 2028`, `2030-talet`, `om 2 år`.
///
/// - A range of years is a range; `senast 2030` begins with the earliest year that is accepted at all.
/// - `om 2 år` counts from the year in which the questionnaire was answered; where that is not known it is refused.
/// - Two digits are a year only after a dash, an apostrophe or another year, and lie within 70 years back and 30 ahead.
/// - A date is its year.
enum YearAnswer {
  static let years = 1900...2199

  /// - Parameter answered: the year in which the questionnaire was answered; nil when it is not known.
  static func read(_ written: WrittenText, answered: Int?) throws(AnswerProblem) -> QuantityReading {
    let shape = TextShape(written.text)
    guard written.text.utf8.count <= 120 else { throw .notAYear(got: shape) }
    if let date = try? DateAnswer.read(written), let year = Int(date.prefix(4)),
      written.text.contains(where: \.isLetter)
    {
      return QuantityReading(quantity: .point(Double(year)))
    }
    var grammar = YearGrammar(written.text, answered: answered)
    guard let quantity = grammar.quantity() else {
      throw grammar.needsAnsweredYear ? .relativeYear : .notAYear(got: shape)
    }
    let ends = [quantity.low, quantity.high].compactMap { $0.map { Int($0) } }
    guard ends.allSatisfy(years.contains) else { throw .notAYear(got: shape) }
    return QuantityReading(quantity: quantity, isAbout: grammar.isAbout)
  }
}

/// The ways of saying in which year, over the pieces of one answer.
private struct YearGrammar {
  private var tokens: TokenCursor
  private let answered: Int?
  private(set) var isAbout = false
  private(set) var needsAnsweredYear = false

  init(_ text: String, answered: Int?) {
    tokens = TokenCursor(QuantityLexer(text).tokens)
    self.answered = answered
  }

  /// Nil when a piece of the answer is not understood.
  mutating func quantity() -> Quantity? {
    if let quantity = whole({ $0.relative() }) { return quantity }
    skipAbout()
    return whole { $0.decade() } ?? whole { $0.bounded() } ?? whole { $0.yearOrRange() }
  }

  /// What `read` gives where it leaves nothing over; else nothing has been read.
  private mutating func whole(_ read: (inout YearGrammar) -> Quantity?) -> Quantity? {
    var rest = self
    let quantity = read(&rest)
    rest.skipAbout()
    while rest.tokens.take(sign: "?") { rest.isAbout = true }
    needsAnsweredYear = needsAnsweredYear || rest.needsAnsweredYear
    guard let quantity, rest.tokens.isAtEnd else { return nil }
    self = rest
    return quantity
  }

  private mutating func skipAbout() {
    while tokens.skip(QuantityWords.about) { isAbout = true }
    while tokens.skip(YearWords.fillings) { isAbout = true }
  }

  /// `2030-talet`, `2030s`
  private mutating func decade() -> Quantity? {
    guard let year = tokens.takeDigits(), Int(exactly: year)?.isMultiple(of: 10) == true else { return nil }
    _ = tokens.take(.dash)
    return tokens.skip(YearWords.decade) ? .range(low: year, best: nil, high: year + 9) : nil
  }

  /// `om 2 år`, `inom 5 år`, `om 2–3 år`, `nästa år`
  private mutating func relative() -> Quantity? {
    if let years = tokens.take(YearWords.near) { return fromAnswered(years, years) }
    guard let isWithin = tokens.take(YearWords.inYears) else { return nil }
    while tokens.skip(QuantityWords.about) { isAbout = true }
    guard let first = number() else { return nil }
    let isRange = tokens.take(.dash) || tokens.skip(QuantityWords.separators)
    guard let second = isRange ? number() : first, tokens.skip(YearWords.year) else { return nil }
    return isWithin ? fromAnswered(0, max(first, second)) : fromAnswered(min(first, second), max(first, second))
  }

  private mutating func fromAnswered(_ low: Int, _ high: Int) -> Quantity? {
    guard let answered else {
      needsAnsweredYear = true
      return nil
    }
    return Self.range(answered + low, answered + high)
  }

  private mutating func number() -> Int? {
    if let value = tokens.takeDigits() { return (0...100).contains(value) && value.isWhole ? Int(value) : nil }
    guard let leading = NumberWords.leading(tokens.words), leading.value <= 100 else { return nil }
    tokens.advance(by: leading.count)
    return leading.value
  }

  /// `tidigast 2028`, `senast 2030`, `före 2030`, `efter 2028`
  private mutating func bounded() -> Quantity? {
    guard let bound = tokens.take(YearWords.boundsBefore), let year = year() else { return nil }
    return Self.bounded(year, bound)
  }

  private mutating func yearOrRange() -> Quantity? {
    let joint = tokens.take(QuantityWords.between)
    guard let first = year() ?? shortYear(near: answered) else { return nil }
    if joint == nil, let bound = tokens.take(YearWords.boundsAfter) { return Self.bounded(first, bound) }
    let isRange = tokens.take(.dash) || tokens.take(sign: "/") || tokens.skip(YearWords.separators)
    guard isRange else { return joint == nil ? .point(Double(first)) : nil }
    _ = tokens.skip(YearWords.fillings)
    guard let second = year() ?? followingYear(first) else { return nil }
    return Self.range(first, second)
  }

  private mutating func year() -> Int? {
    let start = tokens
    _ = tokens.skip(YearWords.year)
    if let value = tokens.takeDigits(), value.isWhole, value >= 1_000, value < 10_000 { return Int(value) }
    tokens = start
    return nil
  }

  /// `-28`, `'28`
  private mutating func shortYear(near answered: Int?) -> Int? {
    guard tokens.take(.dash) || tokens.take(sign: "'"), let value = tokens.takeDigits(), (0...99).contains(value),
      value.isWhole
    else { return nil }
    let newest = (answered ?? 2000) + 30
    let year = newest - newest % 100 + Int(value)
    return year > newest ? year - 100 : year
  }

  /// The `28` of `2027/28`.
  private mutating func followingYear(_ first: Int) -> Int? {
    _ = tokens.take(sign: "'")
    guard let value = tokens.takeDigits(), (0...99).contains(value), value.isWhole else { return nil }
    let year = first - first % 100 + Int(value)
    return year > first ? year : nil
  }

  private static func bounded(_ year: Int, _ bound: QuantityWords.Bound) -> Quantity {
    let earliest = YearAnswer.years.lowerBound
    return switch bound {
    case .atLeast: .range(low: Double(year), best: nil, high: nil)
    case .moreThan: .range(low: Double(year + 1), best: nil, high: nil)
    case .atMost: range(earliest, year)
    case .lessThan: range(earliest, year - 1)
    }
  }

  private static func range(_ a: Int, _ b: Int) -> Quantity {
    a == b ? .point(Double(a)) : .range(low: Double(min(a, b)), best: nil, high: Double(max(a, b)))
  }
}

private enum YearWords {
  static let year = PhraseTable(["år", "året", "år from", "year", "years", "yrs"])
  static let fillings = PhraseTable([
    "i", "in", "under", "runt år", "omkring år", "i början av", "i mitten av", "i slutet av", "början av", "mitten av",
    "slutet av", "våren", "sommaren", "hösten", "vintern", "början på", "mitten på", "slutet på", "early", "late",
    "mid",
    "spring", "summer", "autumn", "fall", "winter", "the",
  ])
  static let decade = PhraseTable(["talet", "tal", "s", "'s"])
  /// Years from the one in which the question is answered.
  static let near = PhraseTable<Int>([
    (0, ["i år", "innevarande år", "detta år", "this year"]), (1, ["nästa år", "next year"]),
    (-1, ["förra året", "i fjol", "last year"]),
  ])
  /// Whether every year until then is meant.
  static let inYears = PhraseTable<Bool>([(false, ["om", "in", "in about"]), (true, ["inom", "within"])])
  static let separators = PhraseTable(["till", "to", "eller", "or", "och", "and"])
  static let boundsBefore = PhraseTable<QuantityWords.Bound>([
    (.atLeast, ["tidigast", "från", "från och med", "fr o m", "from", "from och med", "at the earliest", "since"]),
    (.moreThan, ["efter", "after", "senare än", "later than"]),
    (.atMost, ["senast", "till", "till och med", "t o m", "fram till", "by", "until", "no later than"]),
    (.lessThan, ["före", "innan", "tidigare än", "before", "earlier than"]),
  ])
  static let boundsAfter = PhraseTable<QuantityWords.Bound>([
    (.atLeast, ["eller senare", "och framåt", "och senare", "framåt", "or later", "onwards", "and later", "+"]),
    (.atMost, ["eller tidigare", "or earlier", "at the latest", "eller innan"]),
  ])
}

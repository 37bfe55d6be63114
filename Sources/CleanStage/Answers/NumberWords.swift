/// Numbers in words, below a million, in Swedish and English: `tjugofem`, `hundra tio`, `fyrahundratjugotre`,
/// `tolvhundra`, `two thousand and five`.
enum NumberWords {
  /// Words that a number can take: `nine hundred and ninety nine thousand nine hundred and ninety nine`.
  static let longest = 12

  private static let small: [String: Int] = {
    let swedish = [
      "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
      "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    ]
    let english = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    var values = ["en": 1, "aderton": 18, "nil": 0]
    for words in [swedish, english] {
      for (value, word) in words.enumerated() { values[word] = value }
    }
    return values
  }()

  private static let tens: [String: Int] = {
    let swedish = [
      "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio",
    ]
    let spoken = ["tjugi", "tretti", "fyrti", "femti", "sexti", "sjutti", "åtti", "nitti"]
    let english = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var values: [String: Int] = [:]
    for words in [swedish, spoken, english] {
      for (step, word) in words.enumerated() { values[word] = 20 + 10 * step }
    }
    return values
  }()

  private static let hundreds = ["hundra", "hundred"]
  private static let thousands = ["tusen", "thousand"]
  private static let joints = ["och", "and"]

  /// What one word says: a number written together.
  static func value(of word: String) -> Int? {
    guard word.utf8.count <= 80 else { return nil }
    return split(word, at: thousands, times: 1...999, below: value(belowThousand:))
      .map { times, rest in 1_000 * times + rest } ?? value(belowThousand: word)
  }

  /// Also `tolvhundra`, which is a thousand and more.
  private static func value(belowThousand word: String) -> Int? {
    split(word, at: hundreds, times: 1...19, below: value(belowHundred:)).map { times, rest in 100 * times + rest }
      ?? value(belowHundred: word)
  }

  /// `fyrahundratjugotre` at `hundra`: 4 of them and 23.
  private static func split(
    _ word: String, at marks: [String], times: ClosedRange<Int>, below: (String) -> Int?
  ) -> (times: Int, rest: Int)? {
    for mark in marks {
      guard let place = word.firstRange(of: mark) else { continue }
      let before = String(word[..<place.lowerBound])
      var after = word[place.upperBound...]
      // `ettusen` has one t too few to be cut.
      guard let count = before.isEmpty || before == "et" ? 1 : below(before), times.contains(count) else { return nil }
      if after.isEmpty { return (count, 0) }
      if after.hasPrefix("och") { after = after.dropFirst(3) }
      return below(String(after)).flatMap { $0 > 0 ? (count, $0) : nil }
    }
    return nil
  }

  private static func value(belowHundred word: String) -> Int? {
    if let value = small[word] ?? tens[word] { return value }
    for length in stride(from: min(8, word.count - 1), through: 5, by: -1) {
      guard let ten = tens[String(word.prefix(length))], let unit = small[String(word.dropFirst(length))],
        (1...9).contains(unit)
      else { continue }
      return ten + unit
    }
    return nil
  }

  /// The number at the start of a row of words, and how many of them it takes: `hundra och fem st` is 105 in three.
  static func leading(_ words: some Collection<String>) -> (value: Int, count: Int)? {
    let words = Array(words.prefix(longest))
    guard let first = words.first, value(of: first) != nil else { return nil }
    var (value, used) = group(words[...]) ?? (0, 0)
    if used == 0 {
      // `tvåtusen`, or `tvåtusenfem`
      value = Self.value(of: first) ?? 0
      used = 1
    } else if (1...999).contains(value), used < words.count, thousands.contains(words[used]) {
      value *= 1_000
      used += 1
    }
    guard value >= 1_000, value.isMultiple(of: 1_000) else { return (value, used) }
    let start = used + (used < words.count && joints.contains(words[used]) ? 1 : 0)
    if let rest = group(words[min(start, words.count)...]), (1...999).contains(rest.value) {
      return (value + rest.value, start + rest.count)
    }
    return (value, used)
  }

  /// A number below two thousand: `två hundra och fem`, `tolv hundra`.
  private static func group(_ words: ArraySlice<String>) -> (value: Int, count: Int)? {
    let words = Array(words)
    guard let first = words.first, !thousands.contains(where: first.contains), var value = value(of: first) else {
      return nil
    }
    var used = 1
    if (1...19).contains(value), used < words.count, hundreds.contains(words[used]) {
      value *= 100
      used += 1
    }
    if value >= 100, value.isMultiple(of: 100) {
      let place = used + (used < words.count && joints.contains(words[used]) ? 1 : 0)
      if place < words.count, let rest = Self.value(of: words[place]), (1..<100).contains(rest) {
        value += rest
        used = place + 1
      }
    }
    if value % 100 >= 20, value.isMultiple(of: 10), used < words.count, let unit = Self.value(of: words[used]),
      (1...9).contains(unit)
    {
      value += unit
      used += 1
    }
    return (value, used)
  }

  /// Whether a dash between two words makes one number of them: `twenty-five`, and not `ten-fifteen`.
  static func areOne(_ ten: String, _ unit: String) -> Bool {
    guard let ten = value(of: ten), let unit = value(of: unit) else { return false }
    return ten % 100 >= 20 && ten.isMultiple(of: 10) && (1...9).contains(unit)
  }

  /// Words for a number of things together: `dussin`, `tjog`, `par`, and `tjugotal`, which is about twenty.
  static func collective(_ word: String) -> Int? {
    switch word {
    case "par", "couple": 2
    case "halvdussin": 6
    case "dussin", "dozen": 12
    case "tjog": 20
    default:
      word.hasSuffix("tal") ? value(of: String(word.dropLast(3))).flatMap { $0 >= 10 ? $0 : nil } : nil
    }
  }
}

/// Numbers in words, 0 to 999, in Swedish and English: `tjugofem`, `hundra tio`, `two hundred and five`.
enum NumberWords {
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

  /// What one word says: a number written together, from 0 to 999.
  static func value(of word: String) -> Int? {
    for hundred in hundreds {
      guard let place = word.firstRange(of: hundred) else { continue }
      let before = word[..<place.lowerBound]
      let after = word[place.upperBound...]
      guard let times = before.isEmpty ? 1 : small[String(before)], (1...9).contains(times) else { return nil }
      if after.isEmpty { return 100 * times }
      let rest = after.hasPrefix("och") ? after.dropFirst(3) : after
      return belowHundred(String(rest)).flatMap { $0 > 0 ? 100 * times + $0 : nil }
    }
    return belowHundred(word)
  }

  private static func belowHundred(_ word: String) -> Int? {
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
    let words = Array(words.prefix(5))
    guard let first = words.first, var value = value(of: first) else { return nil }
    var used = 1
    if (1...9).contains(value), used < words.count, hundreds.contains(words[used]) {
      value *= 100
      used += 1
    }
    if value >= 100, value.isMultiple(of: 100) {
      let skipped = used < words.count && ["och", "and"].contains(words[used]) ? 1 : 0
      let place = used + skipped
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

/// Digits in groups, as a number is written from one place on: `08-550 123 45`, `811218-9876`, `1 200 000`.
struct WrittenNumber {
  struct Group {
    var digits: [Int]
    /// What stands between the group before it and this one; empty for the first.
    var separator: String
    var end: Int
  }

  let start: Int
  /// `+`, which announces a country.
  let isInternational: Bool
  private(set) var groups: [Group] = []

  private static let longest = 24

  /// Nil where no number starts: in the middle of digits, of decimals or of a date.
  init?(in text: ScannedText, at place: Int) {
    guard text.digit(place) != nil || text[place] == "+" || text[place] == "(", !Self.goesOn(in: text, at: place)
    else { return nil }
    var next = place
    if text[next] == "(" { next += 1 }
    isInternational = text[next] == "+"
    if isInternational { next += text.isBlank(next + 1) ? 2 : 1 }
    guard text.digit(next) != nil else { return nil }

    var separator = ""
    var count = 0
    while count < Self.longest, text.digit(next) != nil {
      var digits: [Int] = []
      while count < Self.longest, let digit = text.digit(next) {
        digits.append(digit)
        count += 1
        next += 1
      }
      groups.append(Group(digits: digits, separator: separator, end: next))
      let gap = next
      while next - gap < 3, Self.isSeparator(text, next) { next += 1 }
      separator = text.text(gap..<min(next, text.count))
    }
    // A bracket that is not closed inside the number encloses it.
    let isEnclosed = text[place] == "(" && !groups.contains { $0.separator.contains(")") }
    start = isEnclosed ? place + 1 : place
  }

  private static func goesOn(in text: ScannedText, at place: Int) -> Bool {
    if text.digit(place - 1) != nil || text[place - 1] == "_" { return true }
    let isJoined = text.isDash(place - 1) || [".", ",", "/", ":", "+"].contains(text[place - 1])
    return isJoined && text.digit(place - 2) != nil
  }

  static let telephoneWords: Set<String> = [
    "tel", "tfn", "tlf", "telefon", "telefonnr", "telefonnummer", "telnr", "mobil", "mobilnr", "mobilnummer", "mob",
    "ring", "ringa", "sms", "växel", "direktnr",
  ]

  private static func isSeparator(_ text: ScannedText, _ place: Int) -> Bool {
    text.isBlank(place) || text.isDash(place) || ["/", ".", "(", ")", "+", "_", "*"].contains(text[place])
  }

  func digits(inGroups count: Int) -> [Int] { groups.prefix(count).flatMap(\.digits) }

  /// Whether the first groups have these lengths.
  func begins(withGroups lengths: [Int]) -> Bool { groups.prefix(lengths.count).map(\.digits.count) == lengths }

  func value(ofGroup place: Int) -> Int { groups[place].digits.reduce(0) { $0 * 10 + $1 } }

  /// How many groups make a number with so many digits; the most, where several do. A first group that is longer
  /// than that by at most three digits is a mistyped number and taken as it is.
  func groups(withDigits allowed: ClosedRange<Int>) -> Int? {
    var count = 0
    var found: Int?
    for (place, group) in groups.enumerated() {
      count += group.digits.count
      if place > 0, group.separator.contains("+") || count > allowed.upperBound { break }
      if allowed.contains(count) || place == 0 && (allowed.upperBound...allowed.upperBound + 3).contains(count) {
        found = place + 1
      }
    }
    return found
  }
}

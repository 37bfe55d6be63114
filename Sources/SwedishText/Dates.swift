extension Wording {
  /// `2 februari 2026`, `2 February 2026` of `2026-02-02`; `nil` for what is no date.
  package func date(_ iso: String) -> String? {
    day(iso).map { "\($0.day) \(month($0.month)) \($0.year)" }
  }

  /// The days from the first to the last, saying month and year once where they are the same:
  /// `19 januari–27 mars 2026`.
  package func dates(from first: String, to last: String) -> String? {
    guard let a = day(first), let b = day(last) else { return nil }
    let end = "\(b.day) \(month(b.month)) \(b.year)"
    if a == b { return end }
    if a.year != b.year { return "\(a.day) \(month(a.month)) \(a.year)–\(end)" }
    if a.month != b.month { return "\(a.day) \(month(a.month))–\(end)" }
    return "\(a.day)–\(end)"
  }

  /// The months from the first date's to the last one's: `januari–mars 2026`. Takes days or months
  /// (`2026-01-19`, `2026-01`).
  package func months(from first: String, to last: String) -> String? {
    guard let a = yearAndMonth(first), let b = yearAndMonth(last) else { return nil }
    let end = "\(month(b.month)) \(b.year)"
    if a == b { return end }
    return a.year == b.year ? "\(month(a.month))–\(end)" : "\(month(a.month)) \(a.year)–\(end)"
  }

  private func month(_ number: Int) -> String {
    self == .swedish ? swedishMonths[number - 1] : englishMonths[number - 1]
  }
}

private let swedishMonths = [
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
  "december",
]
private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]

private func day(_ iso: String) -> (year: Int, month: Int, day: Int)? {
  guard iso.utf8.count == 10, iso.utf8.dropFirst(7).first == UInt8(ascii: "-"),
    let (year, month) = yearAndMonth(String(iso.prefix(7))), let day = number(iso.suffix(2)),
    (1...length(of: month, in: year)).contains(day)
  else { return nil }
  return (year, month, day)
}

private func yearAndMonth(_ iso: String) -> (year: Int, month: Int)? {
  guard iso.utf8.count == 7 || day(iso) != nil else { return nil }
  let parts = iso.prefix(7).split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[0].utf8.count == 4, let year = number(parts[0]), let month = number(parts[1]),
    (1...12).contains(month)
  else { return nil }
  return (year, month)
}

private func number(_ digits: Substring) -> Int? {
  digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(digits) : nil
}

private func length(of month: Int, in year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

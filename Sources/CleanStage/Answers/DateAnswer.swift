import Diagnostics

/// Reads a day: `2026-02-03`, `20260203`, `3/2 2026`, `3.2.2026`, `3 februari 2026`, `February 3, 2026`. The day comes
/// before the month, as it does in Swedish, unless the year comes first or the month stands in words.
enum DateAnswer {
  /// - Returns: the day as `2026-02-03`.
  static func read(_ written: WrittenText) throws(AnswerProblem) -> String {
    guard let date = isoDate(written.text) else { throw .notADate(got: TextShape(written.text)) }
    return date
  }

  private static func isoDate(_ text: String) -> String? {
    guard text.count <= 40 else { return nil }
    let parts = parts(of: text)
    let months = parts.map(month)
    let numbers = parts.map { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    switch parts.count {
    case 1 where parts[0].count == 8:
      guard let number = numbers[0] else { return nil }
      return date(number / 10_000, number / 100 % 100, number % 100)
    case 3:
      if parts[0].count == 4 { return date(numbers[0], months[1] ?? numbers[1], numbers[2]) }
      guard parts[2].count == 4 else { return nil }
      if let month = months[0] { return date(numbers[2], month, numbers[1]) }
      return date(numbers[2], months[1] ?? numbers[1], numbers[0])
    default: return nil
    }
  }

  /// The words and numbers of a date, without the time of day that some carriers add.
  private static func parts(of text: String) -> [String] {
    var day = text[...]
    if let colon = text.firstIndex(of: ":") {
      // `2026-02-03T08:15`, `2026-02-03 08:15`
      let hour = text[..<colon].suffix(3)
      guard let mark = hour.first, "t ".contains(mark), hour.dropFirst().allSatisfy(\.isNumber) else { return [] }
      day = text[..<hour.startIndex]
    }
    let parts = day.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return parts.filter { !["den", "the", "of"].contains($0) }.map(withoutOrdinal)
  }

  /// `3rd`, `2nd`
  private static func withoutOrdinal(_ part: String) -> String {
    let digits = part.prefix(while: \.isNumber)
    return !digits.isEmpty && ["st", "nd", "rd", "th", "e", "a"].contains(part.dropFirst(digits.count))
      ? String(digits) : part
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    let swedish = [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
      "december",
    ]
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    return [swedish, english].lazy.compactMap { names in names.firstIndex { $0.hasPrefix(word) } }.first.map { $0 + 1 }
  }

  private static func date(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
    guard let year, let month, let day, (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

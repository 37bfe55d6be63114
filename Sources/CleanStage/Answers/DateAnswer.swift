import Diagnostics

/// Reads a day, a month or a week, as ISO 8601 writes them: `2026-02-03`, `2026-03`, `2026-W12`.
///
/// A day is `2026-02-03`, `20260203`, `260203`, `3/2 2026`, `3/2-26`, `3.2.2026`, `3 februari 2026` or `February 3,
/// 2026`. The day comes before the month, as it does in Swedish, unless the year comes first or the month stands in
/// words: `03/02/2026` is 3 February, and `02/13/2026` is refused. So is a date without a year, and `26-02-03`, which
/// can begin with its day or with its year.
enum DateAnswer {
  /// - Returns: the day, month or week.
  static func read(_ written: WrittenText) throws(AnswerProblem) -> String {
    let parts = DateParts(written.text)
    guard let date = day(parts) ?? month(parts) ?? week(parts) else {
      throw parts.lacksYear ? .noYear : .notADate(got: TextShape(written.text))
    }
    return date
  }

  /// - Returns: the day as `2026-02-03`.
  static func readDay(_ written: WrittenText) throws(AnswerProblem) -> String {
    guard let day = day(DateParts(written.text)) else { throw .notADate(got: TextShape(written.text)) }
    return day
  }

  private static func day(_ parts: DateParts) -> String? {
    let (texts, numbers, months) = (parts.texts, parts.numbers, parts.months)
    switch texts.count {
    case 1:
      guard let number = numbers[0] else { return nil }
      let year = number / 10_000
      if texts[0].count == 8 { return date(year, number / 100 % 100, number % 100) }
      return texts[0].count == 6 ? date(2_000 + year, number / 100 % 100, number % 100) : nil
    case 3:
      if texts[0].count == 4, numbers[0] != nil { return date(numbers[0], months[1] ?? numbers[1], numbers[2]) }
      // `3/2-26`: a slash comes between day and month only.
      let isShort = texts[2].count == 2 && (parts.hasSlashFirst || months[0] != nil || months[1] != nil)
      guard texts[2].count == 4 || isShort else { return nil }
      let year = numbers[2].map { isShort ? 2_000 + $0 : $0 }
      if let month = months[0] { return date(year, month, numbers[1]) }
      return date(year, months[1] ?? numbers[1], numbers[0])
    default: return nil
    }
  }

  /// `mars 2026`, `2026-03`, `03/2026`
  private static func month(_ parts: DateParts) -> String? {
    guard parts.texts.count == 2 else { return nil }
    let isYearFirst = parts.texts[0].count == 4 && parts.numbers[0] != nil
    let (year, month) = isYearFirst ? (0, 1) : (1, 0)
    guard parts.texts[year].count == 4, let month = parts.months[month] ?? parts.numbers[month] else { return nil }
    return date(parts.numbers[year], month, 1).map { String($0.dropLast(3)) }
  }

  /// `v. 12 2026`, `vecka 12, 2026`, `2026 v12`, `2026-W12`
  private static func week(_ parts: DateParts) -> String? {
    guard let mark = parts.texts.firstIndex(where: DateParts.weekMarks.contains), parts.texts.count == 3 else {
      return nil
    }
    let others = (0..<3).filter { $0 != mark }
    guard let year = others.first(where: { parts.texts[$0].count == 4 }), let week = others.first(where: { $0 > mark }),
      week != year, let weekNumber = parts.numbers[week], let yearNumber = parts.numbers[year],
      (1900...2199).contains(yearNumber), (1...Calendar.weeks(in: yearNumber)).contains(weekNumber)
    else { return nil }
    return "\(yearNumber)-W\(weekNumber < 10 ? "0" : "")\(weekNumber)"
  }

  private static func date(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
    guard let year, let month, let day, (1900...2199).contains(year), (1...12).contains(month),
      (1...Calendar.days(in: month, of: year)).contains(day)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

/// The words and numbers of a date, without the time of day that some carriers add.
private struct DateParts {
  static let weekMarks: Set<String> = ["v", "vecka", "w", "week"]

  let texts: [String]
  let numbers: [Int?]
  let months: [Int?]
  let hasSlashFirst: Bool

  init(_ text: String) {
    let pieces = text.utf8.count <= 80 ? Self.pieces(of: text) : []
    texts = pieces
    numbers = pieces.map { piece in piece.allSatisfy { $0.isASCII && $0.isNumber } ? Int(piece) : nil }
    months = pieces.map(Self.month)
    hasSlashFirst = text.first { !$0.isNumber } == "/"
  }

  /// A day and month, or a week, and no year with it.
  var lacksYear: Bool {
    guard texts.count == 2, texts.allSatisfy({ $0.count != 4 || Int($0) == nil }) else { return false }
    let isWeek = Self.weekMarks.contains(texts[0])
    return numbers.contains { $0 != nil } && (isWeek || months.contains { $0 != nil } || hasSlashFirst)
  }

  private static func pieces(of text: String) -> [String] {
    var day = text[...]
    if let colon = text.firstIndex(of: ":") {
      // `2026-02-03T08:15`, `2026-02-03 08:15`
      let hour = text[..<colon].suffix(3)
      guard let mark = hour.first, "t ".contains(mark), hour.dropFirst().allSatisfy(\.isNumber) else { return [] }
      day = text[..<hour.startIndex]
    }
    let pieces = day.split { !$0.isLetter && !$0.isNumber }.flatMap { piece -> [String] in
      // `v12`, `w12`
      guard let mark = piece.first, "vw".contains(mark), piece.count > 1, piece.dropFirst().allSatisfy(\.isNumber)
      else {
        return [String(piece)]
      }
      return [String(mark), String(piece.dropFirst())]
    }
    return pieces.filter { !["den", "the", "of"].contains($0) }.map(withoutOrdinal)
  }

  /// `3rd`, `2nd`
  private static func withoutOrdinal(_ part: String) -> String {
    let digits = part.prefix(while: \.isNumber)
    return !digits.isEmpty && ["st", "nd", "rd", "th", "e", "a"].contains(part.dropFirst(digits.count))
      ? String(digits) : part
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return [Self.swedish, Self.english].lazy.compactMap { names in names.firstIndex { $0.hasPrefix(word) } }.first
      .map { $0 + 1 }
  }

  private static let swedish = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ]
  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}

/// The Gregorian calendar, with the weeks of ISO 8601.
private enum Calendar {
  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
  }

  static func days(in month: Int, of year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// 53 where the year begins or ends on a Thursday.
  static func weeks(in year: Int) -> Int {
    func weekdayOfLastDay(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return weekdayOfLastDay(year) == 4 || weekdayOfLastDay(year - 1) == 3 ? 53 : 52
  }
}

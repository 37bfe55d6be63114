/// A day of the Gregorian calendar, for counting days between dates without a clock or a time zone.
struct CalendarDay: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// From `2008-04-15`; nil unless it is a date.
  init?(_ written: some StringProtocol) {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], written.allSatisfy({ $0.isASCII }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      isCalendarDate(year: year, month: month, day: day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  static func firstOfJuly(_ year: Int) -> CalendarDay { CalendarDay(year: year, month: 7, day: 1) }
  static func lastOfJuly(_ year: Int) -> CalendarDay { CalendarDay(year: year, month: 7, day: 31) }

  /// Days from a fixed day on: Gregorian years counted from March, so that the leap day comes last.
  var number: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
  }

  /// The day with this number: see Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*.
  init(number: Int) {
    let era = (number >= 0 ? number : number - 146_096) / 146_097
    let ofEra = number - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * shifted + 2) / 5 + 1)
  }

  /// `2008-04-15`
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}

/// From one day to another, both included.
struct Period: Hashable, Sendable {
  let from: CalendarDay
  let to: CalendarDay

  /// From `2008-04-15 till 2008-08-10`, whatever stands between the dates; nil when the order is wrong.
  init?(_ written: String) {
    let dates = written.matches(of: /\d{4}-\d{2}-\d{2}/).compactMap { CalendarDay($0.output) }
    guard dates.count == 2, dates[0] <= dates[1] else { return nil }
    from = dates[0]
    to = dates[1]
  }

  var days: Int { to.number - from.number + 1 }

  /// Days in July, when Swedish workplaces are hard to reach.
  var julyDays: Int {
    (from.year...to.year).reduce(0) { sum, year in
      let start = max(from, .firstOfJuly(year))
      let end = min(to, .lastOfJuly(year))
      return sum + max(0, end.number - start.number + 1)
    }
  }
}

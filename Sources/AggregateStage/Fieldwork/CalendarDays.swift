/// Days between two ISO dates, such as `2026-03-27` and `2026-04-15`: 19. No clock and no time zone has a part in it.
///
/// - Source: days of the civil (proleptic Gregorian) calendar, counted from 1 March of the year 0.
/// - Returns: nil when one of them is no date.
func days(from first: String, to last: String) -> Int? {
  guard let a = dayNumber(first), let b = dayNumber(last) else { return nil }
  return b - a
}

/// Nil for what is no day of the calendar.
func dayNumber(_ iso: String) -> Int? {
  let bytes = Array(iso.utf8)
  func number(_ range: Range<Int>) -> Int? {
    bytes[range].reduce(0 as Int?) { sum, byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? sum.map { 10 * $0 + Int(byte - UInt8(ascii: "0")) } : nil
    }
  }
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(0..<4),
    let month = number(5..<7), let day = number(8..<10), (1...12).contains(month), day >= 1
  else { return nil }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  guard day <= length else { return nil }
  // The year begins in March, so that the leap day is its last.
  let (shifted, place) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
  return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * place + 2) / 5 + day - 1
}

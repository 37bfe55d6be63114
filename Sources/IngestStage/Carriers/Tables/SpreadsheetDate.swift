/// The days of a spreadsheet, which counts them from the beginning of 1900: `46097` is 2026-03-16.
///
/// 1 is 1900-01-01, and 60 a 29 February 1900 that never was, kept since Lotus 1-2-3 took 1900 for a leap year; after
/// it a day is its number of days since 1899-12-30. The time of the day stands in the decimals. Source: Microsoft,
/// *Excel incorrectly assumes that the year 1900 is a leap year*. A workbook that counts from 1904, as old ones of the
/// Macintosh do, cannot be told from its numbers.
enum SpreadsheetDate {
  /// Days on which somebody may have answered: from 1954-10-03 to 2119-01-10.
  private static let plausible = 20_000...80_000

  /// - Returns: the day as `2026-03-16`; nil for what is no day of a spreadsheet.
  static func day(_ written: String) -> String? {
    let parts = written.split(separator: written.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count == 5,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts.last?.isEmpty == false, let number = Int(parts[0]), plausible.contains(number)
    else { return nil }
    return CalendarDay(number: number + daysBefore).text
  }

  private static let daysBefore = (CalendarDay("1899-12-30")?.number ?? 0)
}

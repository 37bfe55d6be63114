/// How a language writes what a report prints: numbers, dates, lists.
///
///     Wording.swedish.number(-1234.5, decimals: 1)    −1 234,5   (with a no-break space)
///     Wording.english.number(-1234.5, decimals: 1)    −1,234.5
package enum Wording: String, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"

  /// A number with thousands set apart, rounded half away from zero. The minus sign is U+2212, which no
  /// spreadsheet takes for a formula and Markdown for no list. What rounds to zero has no sign. A value that
  /// is no finite number is printed as `..`, too uncertain.
  package func number(_ value: Double, decimals: Int = 0) -> String {
    value.isFinite ? written(DecimalText(value, decimals: decimals)) : ".."
  }

  package func number(_ value: Int) -> String {
    (value < 0 ? "\u{2212}" : "") + grouped(String(value.magnitude))
  }

  /// A share of 1 as per cent: `12,5 %` in Swedish, with a no-break space; `12.5%` in English.
  package func percent(_ share: Double, decimals: Int = 0) -> String {
    guard share.isFinite else { return ".." }
    let number = written(DecimalText(share, decimals: decimals, movingPoint: 2))
    return number + (self == .swedish ? "\u{A0}%" : "%")
  }

  /// Two bounds: `120–150`; where one is negative a word, since a dash beside a minus reads badly.
  package func range(_ low: Double, _ high: Double, decimals: Int = 0) -> String {
    let low = number(low, decimals: decimals)
    let high = number(high, decimals: decimals)
    if low == high { return low }
    let isNegative = low.hasPrefix("\u{2212}") || high.hasPrefix("\u{2212}")
    return low + (isNegative ? (self == .swedish ? " till " : " to ") : "–") + high
  }

  private func written(_ text: DecimalText) -> String {
    (text.isNegative ? "\u{2212}" : "") + grouped(text.whole) + (text.decimals.isEmpty ? "" : point + text.decimals)
  }

  /// Digits with a mark before every group of three, counted from the right.
  private func grouped(_ digits: String) -> String {
    var written = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { written += self == .swedish ? "\u{A0}" : "," }
      written.append(digit)
    }
    return written
  }

  private var point: String { self == .swedish ? "," : "." }
}

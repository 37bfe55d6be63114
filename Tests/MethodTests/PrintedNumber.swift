import Foundation
import TestSupport

/// A number as a page prints it: `1204`, `29/81`, `√4200`, `−√(7/3)`, or digits as far as they are shown, `64.8074`.
///
/// Whole numbers, fractions and roots are exact and so are ten digits and more: they are compared at 1e-9. Other digits
/// stand for what rounds to them.
struct PrintedNumber {
  let value: Double
  /// Half of the last digit; 0 for what is exact.
  let rounding: Double

  init?(_ text: String) {
    var text = Substring(text.replacingOccurrences(of: " ", with: ""))
    let sign = text.first == "−" || text.first == "-" ? -1.0 : 1
    if sign < 0 { text = text.dropFirst() }
    let isRoot = text.first == "√"
    if isRoot { text = text.dropFirst() }
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    let parts = text.split(separator: "/").map { Double($0) }
    guard !parts.isEmpty, parts.count <= 2, let first = parts[0], let last = parts[parts.count - 1] else { return nil }
    let amount = parts.count == 2 ? first / last : first
    value = sign * (isRoot ? amount.squareRoot() : amount)
    let digits = text.filter(\.isNumber).drop { $0 == "0" }.count
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 }
    let isRounded = !isRoot && parts.count == 1 && decimals != nil && digits < 10
    rounding = isRounded ? 0.5 * pow(10, -Double(decimals ?? 0)) : 0
  }

  var isExact: Bool { rounding == 0 }

  func agrees(with number: Double) -> Bool {
    isClose(value, number) || abs(value - number) <= rounding * (1 + 1e-9)
  }
}

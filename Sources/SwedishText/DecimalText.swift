/// A number in the decimal digits that people read, rounded half away from zero.
///
/// Rounding looks at the shortest digits that give the number back, not at its binary value: 2.675 to two
/// decimals is 2.68, as on paper.
struct DecimalText {
  var isNegative: Bool
  /// At least one digit, without leading zeros.
  var whole: String
  /// As many as were asked for.
  var decimals: String

  /// - Parameter shift: places to move the point to the right; exact, as a product by 100 is not.
  init(_ number: Double, decimals count: Int, movingPoint shift: Int = 0) {
    var (digits, point) = Self.digits(of: number.magnitude)
    point += shift
    let kept = point + max(count, 0)
    if kept < 0 {
      digits = []
    } else if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeLast(digits.count - kept)
      if roundsUp, Self.increment(&digits) { point += 1 }
    }
    let all = Array(repeating: 0, count: max(0, -point)) + digits
    whole = Self.text(all.prefix(max(point, 0)), length: max(point, 0))
    if whole.isEmpty { whole = "0" }
    decimals = Self.text(all.dropFirst(max(point, 0)), length: max(count, 0))
    isNegative = number < 0 && (whole + decimals).contains { $0 != "0" }
  }

  /// So many digits; zeros where there are no more.
  private static func text(_ digits: ArraySlice<UInt8>, length: Int) -> String {
    digits.prefix(length).map { String($0) }.joined() + String(repeating: "0", count: max(0, length - digits.count))
  }

  /// The digits of `Double.description`, and how many of them stand before the point; 0.05 is ([5], −1).
  private static func digits(of number: Double) -> (digits: [UInt8], point: Int) {
    let parts = number.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let sides = (parts.first ?? "0").split(separator: ".")
    let all = sides.joined().utf8.map { $0 - UInt8(ascii: "0") }
    let leading = all.prefix { $0 == 0 }.count
    return (Array(all.dropFirst(leading)), (sides.first?.count ?? 0) + exponent - leading)
  }

  /// Adds one to the last digit; true when that made one digit more in front.
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return false
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    return true
  }
}

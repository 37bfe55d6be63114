/// A Swedish personal identity number or co-ordination number: date of birth (its day raised by 60 in a co-ordination
/// number), three digits and a check digit, with or without century and sign.
///
/// Source: Skatteverket, SKV 704 (personal identity numbers) and SKV 707 (co-ordination numbers).
enum PersonalIdentityNumber {
  /// - Parameter digits: ten or twelve of them.
  static func isValid(_ digits: [Int]) -> Bool {
    let short = Array(digits.suffix(10))
    guard isCheckDigitRight(short) else { return false }
    let year = short[0] * 10 + short[1]
    let month = short[2] * 10 + short[3]
    let day = short[4] * 10 + short[5]
    let birthday = day > 60 ? day - 60 : day
    guard digits.count == 12 else {
      return [1800, 1900, 2000].contains { isCalendarDate(year: $0 + year, month: month, day: birthday) }
    }
    let century = digits[0] * 10 + digits[1]
    return (18...20).contains(century) && isCalendarDate(year: century * 100 + year, month: month, day: birthday)
  }

  /// The algorithm of Luhn: every other digit doubled from the first, digit sums added, divisible by ten.
  private static func isCheckDigitRight(_ digits: [Int]) -> Bool {
    var sum = 0
    for (place, digit) in digits.enumerated() {
      let doubled = place.isMultiple(of: 2) ? 2 * digit : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }
}

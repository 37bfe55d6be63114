#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number as it stands in the text: ±`mantissa` · 10^`exponent`, if the mantissa did not overflow.
struct JSONNumber {
  var isNegative = false
  var mantissa: UInt64 = 0
  var exponent = 0
  /// False when the digits are more than 64 bits hold.
  var isWhole = true
  /// No decimals and no exponent.
  var isPlainInteger = true
  var start = 0
  var end = 0
}

extension JSONReader {
  /// Longer than any number anyone writes; a text of digits without end is not a number.
  private static var longestNumber: Int { 1024 }

  /// Reads a number exactly: the `Double` nearest to what is written. Refuses one beyond the largest `Double`.
  package mutating func readDouble() throws(JSONError) -> Double {
    let number = try readNumber()
    if number.isWhole, number.mantissa <= 1 << 53, (-22...22).contains(number.exponent) {
      // Both factors are exact, so the one rounding is the right one (Clinger, 1990).
      let whole = Double(number.mantissa)
      let size =
        number.exponent < 0 ? whole / powersOfTen[-number.exponent] : whole * powersOfTen[number.exponent]
      return number.isNegative ? -size : size
    }
    return try readSlowDouble(number)
  }

  /// Reads a whole number; `40.0` and `4e1` are 40.
  package mutating func readInt() throws(JSONError) -> Int {
    let number = try readNumber()
    if number.isPlainInteger {
      guard number.isWhole else { throw JSONError(.numberOutOfRange, at: number.start) }
      if number.isNegative {
        guard number.mantissa <= UInt64(Int.max) + 1 else { throw JSONError(.numberOutOfRange, at: number.start) }
        return Int(truncatingIfNeeded: 0 &- number.mantissa)
      }
      guard let value = Int(exactly: number.mantissa) else { throw JSONError(.numberOutOfRange, at: number.start) }
      return value
    }
    position = number.start
    let value = try readDouble()
    guard let whole = Int(exactly: value), abs(value) <= 0x1p53 else {
      throw JSONError(value == value.rounded() ? .numberOutOfRange : .notAnInteger, at: number.start)
    }
    return whole
  }

  /// Reads a number by the grammar of RFC 8259, section 6.
  mutating func readNumber() throws(JSONError) -> JSONNumber {
    skipWhiteSpace()
    var number = JSONNumber()
    number.start = position
    if byte == UInt8(ascii: "-") {
      number.isNegative = true
      position += 1
    } else if !isDigit(byte) {
      throw mismatch(expected: .number)
    }
    if byte == UInt8(ascii: "0") {
      position += 1
    } else {
      try readDigits(into: &number)
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      number.isPlainInteger = false
      let start = position
      try readDigits(into: &number)
      number.exponent -= position - start
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      number.isPlainInteger = false
      number.exponent += try readExponent()
    }
    number.end = position
    guard number.end - number.start <= Self.longestNumber else {
      throw JSONError(.malformedNumber, at: number.start)
    }
    return number
  }

  private mutating func readDigits(into number: inout JSONNumber) throws(JSONError) {
    guard isDigit(byte) else { throw position < bytes.count ? error(.malformedNumber) : error(.endsTooSoon) }
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      position += 1
      if number.mantissa < UInt64.max / 10 {
        number.mantissa = number.mantissa * 10 + UInt64(digit)
      } else {
        number.isWhole = false
      }
    }
  }

  private mutating func readExponent() throws(JSONError) -> Int {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { position += 1 }
    guard isDigit(byte) else { throw position < bytes.count ? error(.malformedNumber) : error(.endsTooSoon) }
    var exponent = 0
    while isDigit(byte) {
      // Beyond any Double; more digits change nothing.
      if exponent < 100_000 { exponent = exponent * 10 + Int(byte - UInt8(ascii: "0")) }
      position += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// The C library's conversion, for numbers with many digits or large exponents. It stops by itself at the
  /// first byte that is no part of a number, but needs one to stop at: hence the copy at the end of the text.
  private func readSlowDouble(_ number: JSONNumber) throws(JSONError) -> Double {
    let value =
      if number.end < bytes.count, let start = bytes.baseAddress {
        strtod(start.advanced(by: number.start).assumingMemoryBound(to: CChar.self), nil)
      } else {
        strtod(bytes[number.start..<number.end].map { CChar(truncatingIfNeeded: $0) } + [0], nil)
      }
    guard value.isFinite else { throw JSONError(.numberOutOfRange, at: number.start) }
    return value
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}

/// 10^0 to 10^22: all the powers of ten that a `Double` holds exactly.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]

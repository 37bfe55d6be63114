import Expressions

extension YAMLType where Value == String {
  package static var text: YAMLType {
    YAMLType("a text without control characters") { (text: String) in
      text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" } ? nil : text
    }
  }

  /// A code or name for use in files and formulas: letters, digits, `-`, `_` and `.`, at most 80 of them.
  package static var identifier: YAMLType {
    YAMLType("letters, digits, - or _") { (text: String) in
      let isSafe = text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
          || "-_.".unicodeScalars.contains(scalar)
      }
      return isSafe && text.count <= 80 && !text.hasPrefix(".") ? text : nil
    }
  }

  /// A day that exists, as `2026-04-15`.
  package static var date: YAMLType {
    YAMLType("a date such as 2026-04-15") { (text: String) in isISODate(text) ? text : nil }
  }

  /// One of the names that are known, with the nearest of them as the hint.
  package static func name(among known: some Collection<String>, what: String) -> YAMLType {
    let names = Array(known)
    let expected = names.isEmpty || names.count > 12 ? "a known \(what)" : names.joined(separator: ", ")
    return YAMLType(expected) { node, faults in
      if case .text(let text) = node.content, names.contains(text) { return text }
      guard case .text(let text) = node.content, !text.isEmpty else {
        faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
        return nil
      }
      let hint = nearestName(to: text, among: names).map { "did you mean \($0)?" }
      faults.add("\(text) is not a known \(what)", at: node.location, expected: expected, hint: hint)
      return nil
    }
  }
}

extension YAMLType where Value: RawRepresentable & Sendable, Value.RawValue == String {
  /// A value of a closed list, written as in code.
  package static func one(of values: [Value], what: String) -> YAMLType {
    let names = YAMLType<String>.name(among: values.map(\.rawValue), what: what)
    return YAMLType(names.expected) { node, faults in
      names.read(node, faults).flatMap { name in values.first { $0.rawValue == name } }
    }
  }
}

extension YAMLType where Value == Int {
  /// A whole number in digits, without leading zeros.
  package static func integer(in range: ClosedRange<Int>) -> YAMLType {
    let expected =
      range.upperBound == .max
      ? "a whole number, \(range.lowerBound) or more" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return YAMLType(expected) { (text: String) in
      Int(text).flatMap { range.contains($0) && String($0) == text ? $0 : nil }
    }
  }
}

extension YAMLType where Value == Double {
  /// A number with a decimal point, such as `0.05`.
  package static func number(in range: ClosedRange<Double>) -> YAMLType {
    let lower = range.lowerBound == -.infinity ? "" : " from \(range.lowerBound)"
    let upper = range.upperBound == .infinity ? "" : " to \(range.upperBound)"
    return YAMLType("a number\(lower)\(upper)") { (text: String) in
      let signs = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "-" }
      return signs ? Double(text).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }
}

extension YAMLType where Value == Bool {
  /// `true` or `false`, and nothing else: `yes` and `no` are answers.
  package static var boolean: YAMLType {
    YAMLType("true or false") { (text: String) in text == "true" ? true : text == "false" ? false : nil }
  }
}

/// A day of the Gregorian calendar as `yyyy-mm-dd`.
func isISODate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ ("0"..."9").contains($0) }),
    let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
  else { return false }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...days[month - 1]).contains(day)
}

import Diagnostics
import Expressions

/// How a node of a study file is read as a value: what may stand there, and what becomes of it.
///
/// A study file is read by a type built from these: `.text`, `.integer(in:)`, `.list(of:)`, `.mapping { keys in … }`.
/// What does not fit is noted in the list of faults and gives nil; reading goes on with the rest of the file.
package struct YAMLType<Value>: Sendable {
  /// What should stand there, as a message says it: `a whole number from 1 to 10`.
  package let expected: String
  package let read: @Sendable (YAMLNode, FaultList) -> Value?

  package init(_ expected: String, _ read: @escaping @Sendable (YAMLNode, FaultList) -> Value?) {
    self.expected = expected
    self.read = read
  }

  /// A type of texts, each of which means a value or is a fault.
  package init(_ expected: String, text meaning: @escaping @Sendable (String) -> Value?) {
    self.init(expected) { node, faults in
      if case .text(let text) = node.content, !text.isEmpty, let value = meaning(text) { return value }
      faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
      return nil
    }
  }

  /// The same type, of whose values only some are right.
  package func that(_ expected: String, _ isRight: @escaping @Sendable (Value) -> Bool) -> YAMLType {
    YAMLType(expected) { node, faults in
      guard let value = read(node, faults) else { return nil }
      if isRight(value) { return value }
      faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
      return nil
    }
  }

  /// Another value made of the one that was read.
  package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> YAMLType<Other> {
    YAMLType<Other>(expected) { node, faults in read(node, faults).map(transform) }
  }

  /// The value together with where it stands, for what can only be checked later.
  package var located: YAMLType<Located<Value>> {
    YAMLType<Located<Value>>(expected) { node, faults in
      read(node, faults).map { Located(value: $0, location: node.location) }
    }
  }
}

/// A value and the place in a study file that says it.
package struct Located<Value> {
  package var value: Value
  package var location: SourceLocation
}

extension Located: Sendable where Value: Sendable {}

// MARK: Texts and numbers

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

// MARK: Lists and keys

extension YAMLType {
  /// A list, or a single value where a list of one is meant.
  package static func list<Item>(of item: YAMLType<Item>, atLeast minimum: Int = 0) -> YAMLType where Value == [Item] {
    let expected = "a list of " + item.expected
    return YAMLType(expected) { node, faults in
      var items = [node]
      if case .list(let nodes) = node.content { items = nodes }
      if case .text("") = node.content { items = [] }
      let values = items.map { item.read($0, faults) }
      guard values.count >= minimum else {
        faults.add("\(node.label) is too short", at: node.location, expected: "\(expected), at least \(minimum)")
        return nil
      }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }

  /// A list in which no two items have the same name.
  package static func list<Item>(
    of item: YAMLType<Item>, atLeast minimum: Int = 0, unique what: String,
    by name: @escaping @Sendable (Item) -> String
  ) -> YAMLType where Value == [Item] {
    let items = YAMLType<[Located<Item>]>.list(of: item.located, atLeast: minimum)
    return YAMLType(items.expected) { node, faults in
      guard let located = items.read(node, faults) else { return nil }
      noteDuplicates(
        of: what, in: located.map { Located<String>(value: name($0.value), location: $0.location) }, faults)
      return located.map(\.value)
    }
  }

  /// Keys that the file may choose, each with a value of the same type, in the order of the file.
  package static func dictionary<Item>(of item: YAMLType<Item>) -> YAMLType
  where Value == [(key: String, value: Item)] {
    YAMLType("keys, each with \(item.expected)") { node, faults in
      guard let pairs = pairs(of: node, faults, expected: "keys, each with \(item.expected)") else { return nil }
      let values = pairs.map { pair in item.read(pair.value, faults).map { (key: pair.key, value: $0) } }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }

  /// Keys that are known. The closure must ask for every one of them, whatever is missing; a key of the file that it has
  /// not asked for is a fault.
  package static func mapping(_ expected: String, _ read: @escaping @Sendable (YAMLKeys) -> Value?) -> YAMLType {
    YAMLType(expected) { node, faults in
      guard let pairs = pairs(of: node, faults, expected: expected) else { return nil }
      let keys = YAMLKeys(pairs, at: node.location, what: expected, faults)
      let value = read(keys)
      keys.noteUnknown()
      return value
    }
  }
}

/// The keys of a node, each once; the second of two that are alike is a fault.
private func pairs(of node: YAMLNode, _ faults: FaultList, expected: String) -> [(key: String, value: YAMLNode)]? {
  guard case .keys(let nodes) = node.content else {
    faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
    return nil
  }
  var pairs: [(key: String, value: YAMLNode)] = []
  var known: Set<String> = []
  for (key, value) in nodes {
    guard case .text(let text) = key.content else {
      faults.add("a key is no text", at: key.location, got: key.description)
      continue
    }
    if known.insert(text).inserted {
      pairs.append((text, value))
    } else {
      faults.add("the key \(text) stands twice", at: key.location, hint: "keep one of them")
    }
  }
  return pairs
}

/// Notes every name that an earlier one in the list has already taken.
func noteDuplicates(of what: String, in names: [Located<String>], _ faults: FaultList) {
  var known: [String: SourceLocation] = [:]
  for name in names {
    if let first = known[name.value] {
      let line = first.line.map { " in line \($0)" } ?? ""
      faults.add("\(what) \(name.value) stands twice", at: name.location, hint: "the first one is\(line)")
    } else {
      known[name.value] = name.location
    }
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

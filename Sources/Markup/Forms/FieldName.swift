/// The name of a form field, taken apart: `yrke[1].antal` is field `antal` of row 1 of `yrke`.
///
/// The same field is written `yrke[1].antal`, `yrke[1][antal]`, `yrke.1.antal` or `yrke_1_antal`, as the program that
/// made the form would have it; all of them have the pattern `yrke[].antal` and the rows `[1]`. Empty brackets are a
/// row without a number, to be counted on the page.
///
/// A name with brackets or dots is divided at them and nowhere else: `yrke[1].pension_2` is `pension_2` of row 1. In a
/// name without them the first number between underscores is the row: `yrke_1_pension_2` is the same field, and
/// `behov_2` is row 2 of `behov`. What a name begins with is never a row.
package struct FieldName: Hashable, Sendable {
  /// The name with every row number left out of its brackets.
  package let pattern: String
  /// The row numbers in order; `nil` where the brackets are empty.
  package let rows: [Int?]

  package init(_ name: String) {
    var pattern = ""
    var rows: [Int?] = []
    var name = name
    name.withUTF8 { bytes in
      Self.forEachWord(in: bytes) { word, isRow in
        let text = String(decoding: bytes[word], as: UTF8.self)
        if isRow {
          rows.append(Int(text))
          pattern += "[]"
        } else {
          pattern += pattern.isEmpty ? text : "." + text
        }
      }
    }
    self.pattern = pattern
    self.rows = rows
  }

  /// What stands before the first row: `yrke`.
  package var base: String { String(pattern.prefix { $0 != "[" }) }
  /// The first row.
  package var row: Int? { rows.first ?? nil }
  /// What stands after the last row: `antal`; empty if nothing does, all of the name if it has no rows.
  package var field: String {
    guard let close = pattern.lastIndex(of: "]") else { return pattern }
    return String(pattern[pattern.index(after: close)...].drop { $0 == "." })
  }

  /// A number that names of one pattern share, made without making the pattern (FNV-1a).
  static func patternHash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    forEachWord(in: name) { word, isRow in
      hash = (hash ^ UInt64(isRow ? UInt8(ascii: "[") : UInt8(ascii: "."))) &* 0x100_0000_01B3
      if isRow { return }
      for at in word { hash = (hash ^ UInt64(name[at])) &* 0x100_0000_01B3 }
    }
    return hash
  }

  static func patternHash(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { patternHash($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ".")
  }

  /// The words that a name is divided into, and which of them are rows: numbers and empty brackets after the first.
  @inline(__always)
  private static func forEachWord(in name: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ isRow: Bool) -> Void) {
    guard name.contains(where: isDivider) else { return forEachWordBetweenUnderscores(in: name, body) }
    var start = 0
    var isFirst = true
    for at in 0...name.count where at == name.count || isDivider(name[at]) {
      let word = start..<at
      start = at + 1
      let isEmptyBrackets = word.isEmpty && at < name.count && name[at] == UInt8(ascii: "]")
      let isRow = !isFirst && (isEmptyBrackets || !word.isEmpty && word.allSatisfy { isDigit(name[$0]) })
      if isRow || !word.isEmpty {
        body(word, isRow)
        isFirst = false
      }
    }
  }

  @inline(__always)
  private static func forEachWordBetweenUnderscores(
    in name: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ isRow: Bool) -> Void
  ) {
    var at = 1
    while at < name.count {
      if name[at] == UInt8(ascii: "_") {
        var end = at + 1
        while end < name.count, isDigit(name[end]) { end += 1 }
        if end > at + 1, end == name.count || name[end] == UInt8(ascii: "_") {
          body(0..<at, false)
          body(at + 1..<end, true)
          if end + 1 < name.count { body(end + 1..<name.count, false) }
          return
        }
      }
      at += 1
    }
    if !name.isEmpty { body(0..<name.count, false) }
  }
}

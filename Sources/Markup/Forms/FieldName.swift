/// The name of a form field, taken apart: `yrke[1].antal` is field `antal` of row 1 of `yrke`.
///
/// The same field is written `yrke[1].antal`, `yrke[1][antal]`, `yrke_1_antal` or `yrke.1.antal`, as the program that
/// made the form would have it; all of them have the pattern `yrke[].antal` and the rows `[1]`. Empty brackets are a
/// row without a number, to be counted on the page. A name that begins with a number has no row there.
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

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// What stands between brackets, dots, and those underscores that have a number on one side: `antal_idag` is one
  /// word, `yrke_1_antal` is three. After the first word, a number or an empty pair of brackets is a row.
  @inline(__always)
  private static func forEachWord(in name: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ isRow: Bool) -> Void) {
    var start = 0
    var isFirst = true
    func isNumber(from: Int, step: Int) -> Bool {
      var at = from
      while name.indices.contains(at), isDigit(name[at]) { at += step }
      return at != from && (!name.indices.contains(at) || isMark(name[at]))
    }
    func close(at end: Int, isBracketed: Bool) {
      let word = start..<end
      start = end + 1
      let isRow = !isFirst && (word.isEmpty ? isBracketed : word.allSatisfy { isDigit(name[$0]) })
      guard isRow || !word.isEmpty else { return }
      isFirst = false
      body(word, isRow)
    }
    for at in name.indices where isMark(name[at]) {
      if name[at] == UInt8(ascii: "_"), !isNumber(from: at + 1, step: 1), !isNumber(from: at - 1, step: -1) { continue }
      close(at: at, isBracketed: name[at] == UInt8(ascii: "]"))
    }
    close(at: name.count, isBracketed: false)
  }
}

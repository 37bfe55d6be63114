/// A cell of a table.
package enum CSVCell: Hashable, Sendable {
  case text(String)
  case number(Double)
  case integer(Int)
  case empty
}

/// Writes CSV by RFC 4180: UTF-8, CRLF, quotation marks where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236; OWASP, *CSV
/// Injection*). Numbers are numbers and stay as they are.
package struct CSVWriter: Sendable {
  package enum Variant: Sendable {
    /// Comma between fields, decimal point.
    case comma
    /// Semicolon between fields, decimal comma: what Excel opens where Swedish is the language.
    case semicolon
  }

  package private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let decimalSign: UInt8
  private let lineEnd: [UInt8]
  private let disarmsFormulas: Bool

  /// - Parameter hasByteOrderMark: tells Excel that the file is UTF-8.
  /// - Parameter disarmsFormulas: false only where the file must hold a formula, as in tests of its harm.
  package init(
    _ variant: Variant = .comma, lineEnd: String = "\r\n", hasByteOrderMark: Bool = false, disarmsFormulas: Bool = true
  ) {
    delimiter = variant == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";")
    decimalSign = variant == .comma ? UInt8(ascii: ".") : UInt8(ascii: ",")
    self.lineEnd = Array(lineEnd.utf8)
    self.disarmsFormulas = disarmsFormulas
    if hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  package mutating func append(_ row: [CSVCell]) {
    for (i, cell) in row.enumerated() {
      if i > 0 { bytes.append(delimiter) }
      append(cell)
    }
    // A row of one empty cell would be an empty line, which is no row.
    if row == [.empty] || row == [.text("")] { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: lineEnd)
  }

  /// A row of texts, such as the heading.
  package mutating func append(_ row: [String]) {
    append(row.map(CSVCell.text))
  }

  /// Hands over what has been written, to be put into a file, and begins anew.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ cell: CSVCell) {
    switch cell {
    case .empty: break
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      // Not a number: an empty cell, which is what R and pandas take for missing.
      guard value.isFinite else { return }
      for byte in shortestDigits(of: value).utf8 {
        bytes.append(byte == UInt8(ascii: ".") ? decimalSign : byte)
      }
    case .text(let text): append(disarmsFormulas && isFormula(text) ? "'" + text : text)
    }
  }

  private mutating func append(_ text: String) {
    let needsQuotes =
      text.utf8.contains { byte in
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      } || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The full-width signs too: spreadsheets in East Asian languages take them for the others.
  private func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}

import Diagnostics

/// What parts the fields of a row.
package enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The one that stands most often in a heading row outside quotation marks; a comma if none does.
  package init(detectedIn heading: some Sequence<UInt8>) {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in heading.drop(while: isLineEnd) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      for (i, delimiter) in Self.allCases.enumerated() where delimiter.rawValue == byte { counts[i] += 1 }
    }
    let most = counts.max() ?? 0
    self = zip(Self.allCases, counts).first { $1 == most }?.0 ?? .comma
  }
}

extension CSVDelimiter {
  /// The one that a first line such as `sep=;` names, as Excel writes it, and the bytes of that line without its end.
  static func named(in head: ArraySlice<UInt8>) -> (delimiter: CSVDelimiter, length: Int)? {
    let line = head.prefix { !isLineEnd($0) }
    var written = line
    if written.first == UInt8(ascii: "\""), written.last == UInt8(ascii: "\"") {
      written = written.dropFirst().dropLast()
    }
    let isNaming = ["sep=", "SEP=", "Sep="].contains { written.dropLast().elementsEqual($0.utf8) }
    guard isNaming, let delimiter = written.last.flatMap(CSVDelimiter.init(rawValue:))
    else { return nil }
    return (delimiter, line.count)
  }
}

/// One row of a CSV file.
package struct CSVRow: Hashable, Sendable {
  /// The line of the file on which the row begins, from 1.
  package let line: Int
  package let fields: [String]
  /// What is wrong with the row; its fields are then what could be read of it.
  package let fault: CSVFault?
}

/// What can be wrong with a row. The rows after it can still be read.
package enum CSVFault: Error, Hashable, Sendable {
  /// More or fewer fields than the heading has.
  case ragged(expected: Int, got: Int)
  case unclosedQuote
  case textAfterQuote
  case invalidUTF8(column: Int)
  case fieldTooLong(column: Int)
  case rowTooLong
  case tooManyColumns

  package func problem(at location: SourceLocation) -> Problem {
    switch self {
    case .ragged(let expected, let got):
      Problem(
        .warning, at: location, "a row with the wrong number of fields", expected: "\(expected), as in the heading",
        got: "\(got)", hint: "a field that holds the delimiter needs quotation marks around it")
    case .unclosedQuote:
      Problem(
        .warning, at: location, "a quotation mark that is never closed",
        hint: "inside a quoted field a quotation mark is written twice")
    case .textAfterQuote:
      Problem(
        .warning, at: location, "text between a closing quotation mark and the delimiter",
        hint: "inside a quoted field a quotation mark is written twice")
    case .invalidUTF8(let column):
      Problem(.warning, at: location, "bytes that are not UTF-8 in field \(column)")
    case .fieldTooLong(let column):
      Problem(
        .warning, at: location, "field \(column) is too long", expected: "at most \(CSVLimits.field) bytes",
        hint: "look for a quotation mark that is never closed")
    case .rowTooLong:
      Problem(.warning, at: location, "a row is too long", expected: "at most \(CSVLimits.row) bytes")
    case .tooManyColumns:
      Problem(.warning, at: location, "a row has too many fields", expected: "at most \(CSVLimits.columns)")
    }
  }
}

/// What a row may hold at most; beyond it the rest of the line is passed over.
package enum CSVLimits {
  /// Bytes in a field.
  package static let field = 1 << 20
  /// Bytes in a row.
  package static let row = 16 << 20
  package static let columns = 10_000
}

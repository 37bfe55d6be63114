import Diagnostics

/// Reads CSV by RFC 4180, row by row, from UTF-8.
///
/// A byte order mark is passed over. Rows end with CRLF, LF or CR; empty lines are no rows. The first row is the
/// heading, and every other should have as many fields. A row that is wrong carries its fault and is handed over
/// like the others.
package struct CSVReader {
  package let delimiter: CSVDelimiter
  /// The heading row, with its fault if it has one; `nil` if the file holds nothing.
  package private(set) var heading: CSVRow?
  private var source: ByteSource
  private var line = 1

  /// - Parameter delimiter: `nil` finds it out from the heading.
  /// - Throws: `StageFailure` `.noInput` or `.cannotRead`, as `next` does.
  package init(path: String, delimiter: CSVDelimiter? = nil, tap: ByteTap? = nil) throws(StageFailure) {
    try self.init(ByteSource(file: try InputFile(path: path, tap: tap)), delimiter)
  }

  /// Reads bytes that are already at hand, such as a file made into UTF-8.
  package init(bytes: [UInt8], delimiter: CSVDelimiter? = nil) throws(StageFailure) {
    try self.init(ByteSource(bytes: bytes), delimiter)
  }

  private init(_ source: ByteSource, _ delimiter: CSVDelimiter?) throws(StageFailure) {
    self.source = source
    let head = try self.source.prefix(1 << 16)
    let hasByteOrderMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    self.delimiter = delimiter ?? CSVDelimiter(detectedIn: head.dropFirst(hasByteOrderMark ? 3 : 0))
    if hasByteOrderMark { for _ in 0..<3 { self.source.skip() } }
    heading = try readRow(columns: nil)
  }

  /// The next row, or `nil` at the end.
  package mutating func next() throws(StageFailure) -> CSVRow? {
    try readRow(columns: heading?.fields.count)
  }

  private mutating func readRow(columns: Int?) throws(StageFailure) -> CSVRow? {
    while let byte = try source.peek(), isLineEnd(byte) { try skipLineEnd() }
    guard try source.peek() != nil else { return nil }
    var row = CSVRowBuilder(line: line)
    repeat {
      try readField(into: &row)
      row.endField()
    } while try skipDelimiter() && !row.isFull
    if row.isFull {
      while let byte = try source.peek(), !isLineEnd(byte) { source.skip() }
    }
    try skipLineEnd()
    return row.finished(columns: columns)
  }

  private mutating func readField(into row: inout CSVRowBuilder) throws(StageFailure) {
    if try source.peek() == UInt8(ascii: "\"") {
      try readQuoted(into: &row)
      if row.isFull { return }
    }
    let delimiter = delimiter.rawValue
    while true {
      let run = try source.run { $0 == delimiter || isLineEnd($0) }
      if run.isEmpty || row.isFull { return }
      row.append(run)
    }
  }

  private mutating func readQuoted(into row: inout CSVRowBuilder) throws(StageFailure) {
    source.skip()
    while !row.isFull {
      let run = try source.run { $0 == UInt8(ascii: "\"") || isLineEnd($0) }
      row.append(run)
      guard let byte = try source.peek() else {
        row.note(.unclosedQuote)
        return
      }
      if isLineEnd(byte) {
        row.append(try skipLineEnd())
      } else if byte == UInt8(ascii: "\"") {
        source.skip()
        guard let after = try source.peek() else { return }
        if after == UInt8(ascii: "\"") {
          row.append([after])
          source.skip()
        } else {
          if after != delimiter.rawValue && !isLineEnd(after) { row.note(.textAfterQuote) }
          return
        }
      }
    }
  }

  private mutating func skipDelimiter() throws(StageFailure) -> Bool {
    guard try source.peek() == delimiter.rawValue else { return false }
    source.skip()
    return true
  }

  /// Passes over one line end, if it is next, and returns it.
  @discardableResult
  private mutating func skipLineEnd() throws(StageFailure) -> ArraySlice<UInt8> {
    guard let byte = try source.peek(), isLineEnd(byte) else { return [] }
    source.skip()
    line += 1
    guard byte == UInt8(ascii: "\r"), try source.peek() == UInt8(ascii: "\n") else { return [byte] }
    source.skip()
    return [byte, UInt8(ascii: "\n")]
  }
}

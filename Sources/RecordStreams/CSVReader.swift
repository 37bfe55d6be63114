import Diagnostics

/// Reads CSV by RFC 4180, row by row, from UTF-8.
///
/// A byte order mark is passed over, and so is a first line such as `sep=;`, which names the delimiter. Rows end with
/// CRLF, LF or CR; empty lines are no rows. The first row is the heading, and every other should have as many fields;
/// in a file read without a heading the first row is like the others, and each may have as many as it likes. A row
/// that is wrong carries its fault and is handed over like the others.
///
/// A quotation mark that is not closed where a field ends, after a line break, has lost its partner: its row ends on
/// the line where it began, and reading goes on with the next line.
package struct CSVReader {
  package let delimiter: CSVDelimiter
  /// The heading row, with its fault if it has one; `nil` if the file holds nothing.
  package private(set) var heading: CSVRow?
  private var source: ByteSource
  private var line = 1
  /// Bytes read twice because of quotation marks that are never closed. Beyond the limit they are read once.
  private var bytesReadAgain = 0
  private static let mostReadAgain = 64 << 20

  /// - Parameter delimiter: `nil` finds it out from the heading.
  /// - Throws: `StageFailure` `.noInput` or `.cannotRead`, as `next` does.
  package init(path: String, delimiter: CSVDelimiter? = nil, tap: ByteTap? = nil) throws(StageFailure) {
    try self.init(ByteSource(file: try InputFile(path: path, tap: tap)), delimiter)
  }

  /// Reads bytes that are already at hand, such as a file made into UTF-8.
  ///
  /// - Parameter hasHeading: false: there is none, or it is not the first row.
  package init(bytes: [UInt8], delimiter: CSVDelimiter? = nil, hasHeading: Bool = true) throws(StageFailure) {
    try self.init(ByteSource(bytes: bytes), delimiter, hasHeading: hasHeading)
  }

  private init(_ source: ByteSource, _ delimiter: CSVDelimiter?, hasHeading: Bool = true) throws(StageFailure) {
    self.source = source
    var head = try self.source.prefix(1 << 16)
    var skipped = 0
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      skipped = 3
      head = head.dropFirst(skipped)
    }
    let named = CSVDelimiter.named(in: head)
    self.delimiter = delimiter ?? named?.delimiter ?? CSVDelimiter(detectedIn: head)
    for _ in 0..<skipped + (named?.length ?? 0) { self.source.skip() }
    if hasHeading { heading = try readRow(columns: nil) }
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
    source.setMark()
    let start = line
    let isClosed = try readToClosingQuote(into: &row)
    guard !isClosed, line > start, bytesReadAgain < Self.mostReadAgain else { return source.dropMark() }
    bytesReadAgain += source.countSinceMark
    source.returnToMark()
    line = start
    row.giveUp(.unclosedQuote)
  }

  /// - Returns: whether it was found, and the field ends there.
  private mutating func readToClosingQuote(into row: inout CSVRowBuilder) throws(StageFailure) -> Bool {
    while true {
      let run = try source.run { $0 == UInt8(ascii: "\"") || isLineEnd($0) }
      row.append(run)
      if row.isFull { return false }
      guard let byte = try source.peek() else {
        row.note(.unclosedQuote)
        return false
      }
      if isLineEnd(byte) {
        row.append(try skipLineEnd())
      } else if byte == UInt8(ascii: "\"") {
        source.skip()
        guard let after = try source.peek() else { return true }
        if after == UInt8(ascii: "\"") {
          row.append([after])
          source.skip()
        } else {
          if after == delimiter.rawValue || isLineEnd(after) { return true }
          row.note(.textAfterQuote)
          return false
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

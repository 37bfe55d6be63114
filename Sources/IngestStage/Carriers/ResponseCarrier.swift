import Diagnostics

/// Reads files that hold one response each, such as a saved form.
protocol SheetCarrier: Sendable {
  /// - Parameter place: where the file is, for messages.
  func read(_ bytes: [UInt8], path: String, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse
}

/// Reads files that hold many responses each, such as a table or an export.
protocol TableCarrier: Sendable {
  associatedtype Table: ResponseTable

  /// Opens a file and reads what stands before its responses; nil when there is nothing in it.
  ///
  /// - Throws: `.cannotRead` for a file that cannot be read, `.wrongData` for one whose heading cannot be used.
  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> Table?
}

/// An open file of many responses, which come one after another and may then be read on any core.
protocol ResponseTable {
  associatedtype Reader: RowReader

  var reader: Reader { get }
  /// The next row as it stands in the file; nil at the end.
  ///
  /// - Throws: what ends the reading. The rows before it stay.
  mutating func next() throws(IngestProblem) -> Reader.Row?
}

/// Makes a response of a row.
protocol RowReader: Sendable {
  associatedtype Row: TableRow

  func read(_ row: Row, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse
}

protocol TableRow: Sendable {
  /// Where it begins in its file.
  var line: Int { get }
  /// Bytes that it holds, about; 0 where rows are short by nature.
  var size: Int { get }
}

extension TableRow {
  var size: Int { 0 }
}

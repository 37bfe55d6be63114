import Diagnostics

/// Writes a file of records, one JSON object a line.
///
/// The file is whole only when `close` has returned. Every function throws `StageFailure` `.cannotWrite`.
package final class NDJSONWriter<R: Record> {
  package private(set) var recordCount = 0
  private let file: OutputFile
  private var line = JSONWriter()

  /// - Parameter mode: who may read the file; as a rule nobody else.
  /// - Parameter tap: sees every byte of the file, once it is closed.
  package init(path: String, mode: UInt32 = 0o600, tap: ByteTap? = nil) throws(StageFailure) {
    file = try OutputFile(path: path, mode: mode, tap: tap)
  }

  package var path: String { file.path }

  package func append(_ record: R) throws(StageFailure) {
    line.removeAll()
    record.write(to: &line)
    line.endLine()
    try append(bytes: line.bytes, count: 1)
  }

  /// Appends lines encoded elsewhere, by `encode` as a rule; `count` is how many.
  package func append(bytes: [UInt8], count: Int) throws(StageFailure) {
    try file.write(bytes)
    recordCount += count
  }

  /// Appends a line encoded elsewhere, without its newline.
  package func append(line: ArraySlice<UInt8>) throws(StageFailure) {
    try line.withUnsafeBufferPointer { raw throws(StageFailure) in try file.write(UnsafeRawBufferPointer(raw)) }
    try append(bytes: [UInt8(ascii: "\n")], count: 1)
  }

  package func append(bytes: UnsafeRawBufferPointer, count: Int) throws(StageFailure) {
    try file.write(bytes)
    recordCount += count
  }

  /// The records as lines. Any thread may call it.
  package static func encode(_ records: some Sequence<R>) -> [UInt8] {
    var writer = JSONWriter()
    for record in records {
      record.write(to: &writer)
      writer.endLine()
    }
    return writer.bytes
  }

  /// Writes what is left and waits until the disk has it.
  package func close() throws(StageFailure) { try file.close() }
}

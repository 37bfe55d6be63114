import Diagnostics

/// Reads a file of records, one JSON object a line, without ever holding the whole file.
///
/// The file is handed over in chunks of a constant number of records, so that sums made chunk by chunk are the
/// same whatever the number of cores. (A chunk ends sooner only when it has reached `chunkSizeLimit`, which
/// depends on the file alone.)
///
///     let reader = try NDJSONReader<Response>(path: path)
///     try reader.forEachRecord { response in … }
package final class NDJSONReader<R: Record> {
  package let path: String
  private let file: InputFile
  private let recordsPerChunk: Int
  private let longestLine: Int
  private var line = 1

  /// Bytes read and not yet handed over stand in `buffer[start..<end]`.
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0

  /// - Parameter longestLine: a longer one is an error: 16 MB by default.
  /// - Parameter tap: sees every byte of the file, once all chunks have been taken.
  /// - Throws: `StageFailure` `.noInput` or `.cannotRead`.
  package init(
    path: String, recordsPerChunk: Int = 2048, longestLine: Int = 16 << 20, tap: ByteTap? = nil
  ) throws(StageFailure) {
    precondition(recordsPerChunk > 0)
    self.path = path
    self.recordsPerChunk = recordsPerChunk
    self.longestLine = longestLine
    file = try InputFile(path: path, tap: tap)
    buffer = [UInt8](repeating: 0, count: 2 * pieceSize)
  }

  /// The next chunk, or `nil` at the end of the file.
  ///
  /// - Throws: `StageFailure`: `.wrongData` for a line that is too long or a file without its last newline,
  ///   which has been cut off; `.cannotRead` when reading fails.
  package func nextChunk() throws(StageFailure) -> NDJSONChunk? {
    var length = 0
    var count = 0
    while count < recordsPerChunk, length < chunkSizeLimit {
      guard let lineLength = try nextLine(after: length, number: line + count) else { break }
      length += lineLength
      count += 1
    }
    if count == 0 { return nil }
    let chunk = NDJSONChunk(bytes: Array(buffer[start..<start + length]), firstLine: line, count: count)
    start += length
    line += count
    return chunk
  }

  /// The records of a chunk, in order. Any thread may call it.
  ///
  /// - Throws: the first `JSONError`, with its line.
  package static func decode(_ chunk: NDJSONChunk) throws(JSONError) -> [R] {
    var records: [R] = []
    records.reserveCapacity(chunk.count)
    try forEachRecord(of: chunk) { records.append($0) }
    return records
  }

  /// Hands over the records of a chunk one by one, so that each is done with while it is at hand. Any thread may call it.
  package static func forEachRecord(of chunk: NDJSONChunk, _ body: (R) -> Void) throws(JSONError) {
    try chunk.forEachLine { (bytes, line) throws(JSONError) in body(try decode(bytes, line: line)) }
  }

  /// Hands over every record that is left, one after the other.
  ///
  /// - Throws: what `nextChunk` throws, `StageFailure` `.wrongData` for a line that is no such record, and what
  ///   `body` throws.
  package func forEachRecord(_ body: (R) throws -> Void) throws {
    while let chunk = try nextChunk() {
      try chunk.forEachLine { (bytes, line) throws(any Error) in
        let record: R
        do throws(JSONError) { record = try Self.decode(bytes, line: line) } catch { throw error.failure(in: path) }
        try body(record)
      }
    }
  }

  private static func decode(_ bytes: UnsafeRawBufferPointer, line: Int) throws(JSONError) -> R {
    do {
      return try JSONReader.decode(R.self, from: bytes)
    } catch {
      var error = error
      error.line = line
      throw error
    }
  }

  /// The length, with its newline, of the line that begins `offset` bytes after `start`; `nil` at the end.
  private func nextLine(after offset: Int, number: Int) throws(StageFailure) -> Int? {
    var searched = offset
    while true {
      let newline = buffer.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: $0[(start + searched)..<end]).firstNewline
      }
      let length = newline.map { searched + $0 + 1 - offset }
      searched = end - start
      guard length ?? (searched - offset) <= longestLine else {
        throw failure(number, "a line is too long", expected: "at most \(longestLine) bytes")
      }
      if let length { return length }
      if try refill() { continue }
      if searched == offset { return nil }
      throw failure(
        number, "the last line has no end: the file was cut off", expected: "a newline after the last record")
    }
  }

  /// Reads on, after making room; false at the end of the file.
  private func refill() throws(StageFailure) -> Bool {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: bytes[..<(end - start)])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      end -= start
      start = 0
    }
    if end + pieceSize > buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    let count = try file.read(into: &buffer, from: end)
    end += count
    return count > 0
  }

  private func failure(_ line: Int, _ summary: String, expected: String) -> StageFailure {
    let location = SourceLocation(path: path, line: line)
    return StageFailure(.wrongData, [Problem(.error, at: location, summary, expected: expected)])
  }
}

extension JSONError {
  /// What ends a program whose input is not the records it should be.
  package func failure(in path: String) -> StageFailure {
    StageFailure(.wrongData, [problem(in: path)])
  }
}

/// The least room for one read.
private let pieceSize = 1 << 20

/// Bytes after which a chunk ends although it has not its number of records yet.
private let chunkSizeLimit = 64 << 20

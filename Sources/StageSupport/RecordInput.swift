import Diagnostics
import RecordStreams

/// The records of one file of an earlier stage.
///
///     for try await response in try stage.input(ResponseRecord.self, "responses", from: .ingested) { … }
package final class RecordInput<R: Record>: AsyncSequence {
  package let path: String
  /// As the manifest says, and the file was found to hold.
  package let count: Int
  private let threads: Int
  fileprivate let progress: Progress

  init(path: String, count: Int, threads: Int, progress: Progress) {
    self.path = path
    self.count = count
    self.threads = threads
    self.progress = progress
    progress.expect(count)
  }

  /// Every record in the order of the file, one at a time.
  package func forEach(_ body: (R) throws -> Void) throws {
    let reader = try NDJSONReader<R>(path: path)
    while let chunk = try reader.nextChunk() {
      for record in try Self.decode(chunk, path) { try body(record) }
      progress.advance(by: chunk.count)
    }
  }

  /// The whole file: for those that are small whatever the study.
  package func all() throws -> [R] {
    var records: [R] = []
    records.reserveCapacity(count)
    try forEach { records.append($0) }
    return records
  }

  /// Transforms chunks of a constant number of records on all cores and hands the results over in the order of
  /// the file, so that sums made of them are the same whatever the number of cores.
  package func map<Out: Sendable>(
    threads: Int? = nil, _ transform: @escaping @Sendable ([R]) throws -> Out, sink: (Out) throws -> Void
  ) async throws {
    let path = path
    let reader = try NDJSONReader<R>(path: path)
    try await orderedMap(
      threads: threads ?? self.threads, from: reader.nextChunk,
      { chunk in (try transform(try Self.decode(chunk, path)), chunk.count) },
      into: { out, count in
        try sink(out)
        progress.advance(by: count)
      })
  }

  /// The same with one record after the other: each chunk begins with `start`, to which `add` adds its records.
  package func fold<Out: Sendable>(
    _ start: Out, _ add: @escaping @Sendable (inout Out, R) -> Void, sink: (Out) throws -> Void
  ) async throws {
    let path = path
    let reader = try NDJSONReader<R>(path: path)
    try await orderedMap(
      threads: threads, from: reader.nextChunk,
      { chunk in
        var out = start
        do throws(JSONError) { try NDJSONReader<R>.forEachRecord(of: chunk) { add(&out, $0) } } catch {
          throw error.failure(in: path)
        }
        return (out, chunk.count)
      },
      into: { out, count in
        try sink(out)
        progress.advance(by: count)
      })
  }

  package func makeAsyncIterator() -> Iterator { Iterator(input: self) }

  /// Reads the file from its beginning, a chunk at a time.
  package struct Iterator: AsyncIteratorProtocol {
    private let input: RecordInput
    private var reader: NDJSONReader<R>?
    private var records: [R] = []
    private var next = 0

    fileprivate init(input: RecordInput) { self.input = input }

    package mutating func next() async throws -> R? {
      if next == records.count {
        let reader = try self.reader ?? NDJSONReader(path: input.path)
        self.reader = reader
        input.progress.advance(by: records.count)
        records = try reader.nextChunk().map { try RecordInput.decode($0, input.path) } ?? []
        next = 0
        if records.isEmpty { return nil }
      }
      next += 1
      return records[next - 1]
    }
  }

  fileprivate static func decode(_ chunk: NDJSONChunk, _ path: String) throws(StageFailure) -> [R] {
    do throws(JSONError) { return try NDJSONReader<R>.decode(chunk) } catch { throw error.failure(in: path) }
  }
}

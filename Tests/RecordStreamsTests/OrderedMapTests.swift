import RecordStreams
import TestSupport
import Testing

@Suite("Ordered map")
struct OrderedMapTests {
  struct Refused: Error, Equatable { let number: Int }

  /// Work whose length differs from one input to the next, so that results come out of order.
  @Sendable static func work(_ number: Int) -> Int {
    var chance = SeededGenerator(seed: UInt64(number))
    var sum: UInt64 = 0
    for _ in 0..<Int(chance.next() % 5_000) { sum &+= chance.next() }
    return number * 2 + (sum == 1 ? 1 : 0)
  }

  @Test("hands results over in the order of the input", arguments: [1, 2, 3, 8])
  func order(threads: Int) async throws {
    for count in [0, 1, 2, 5, 300] {
      var results: [Int] = []
      try await orderedMap(0..<count, threads: threads, Self.work) { results.append($0) }
      #expect(results == (0..<count).map { $0 * 2 })
    }
  }

  @Test("throws the error that stands first, after the results before it", arguments: [1, 2, 8])
  func transformError(threads: Int) async throws {
    for _ in 0..<20 {
      var results: [Int] = []
      await #expect(throws: Refused(number: 37)) {
        try await orderedMap(0..<100, threads: threads) { number in
          if number >= 37 { throw Refused(number: number) }
          return Self.work(number)
        } into: {
          results.append($0)
        }
      }
      #expect(results == (0..<37).map { $0 * 2 })
    }
  }

  @Test("an error of the source or of the sink comes through, in its place", arguments: [1, 2, 8])
  func sourceAndSinkErrors(threads: Int) async throws {
    var results: [Int] = []
    var next = 0
    await #expect(throws: Refused(number: 20)) {
      func count() throws -> Int? {
        if next == 20 { throw Refused(number: 20) }
        next += 1
        return next - 1
      }
      try await orderedMap(threads: threads, from: count, Self.work) { results.append($0) }
    }
    #expect(results == (0..<20).map { $0 * 2 })
    await #expect(throws: Refused(number: 14)) {
      try await orderedMap(0..<100, threads: threads, Self.work) { if $0 == 14 { throw Refused(number: $0) } }
    }
  }

  @Test("a file decoded and encoded on one core and on several has the same bytes")
  func sameBytes() async throws {
    let folder = try TemporaryFolder()
    let records = (0..<500).map { Vacancy(seed: $0) }
    let path = try folder.write(NDJSONWriter<Vacancy>.encode(records), to: "in.ndjson")
    for threads in 1...3 {
      let reader = try NDJSONReader<Vacancy>(path: path, recordsPerChunk: 16)
      let writer = try NDJSONWriter<Vacancy>(path: folder.path("out-\(threads).ndjson"))
      try await orderedMap(threads: threads, from: reader.nextChunk) { chunk in
        (NDJSONWriter<Vacancy>.encode(try NDJSONReader.decode(chunk)), chunk.count)
      } into: { bytes, count in
        try writer.append(bytes: bytes, count: count)
      }
      try writer.close()
      #expect(try folder.read("out-\(threads).ndjson") == folder.read("in.ndjson"))
      #expect(writer.recordCount == 500)
    }
  }
}

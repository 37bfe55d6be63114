import Diagnostics
import RecordStreams
import TestSupport
import Testing

@Suite("External sort")
struct ExternalSortTests {
  /// The records sorted through files.
  func sorted(_ records: [Answer], bufferSize: Int, fanIn: Int) throws -> [Answer] {
    let folder = try TemporaryFolder()
    let input = try folder.write(NDJSONWriter<Answer>.encode(records), to: "in.ndjson")
    let writer = try NDJSONWriter<Answer>(path: folder.path("out.ndjson"))
    let sort = ExternalSort<Answer>(folder: folder.path, bufferSize: bufferSize, fanIn: fanIn) { SortKey([$0.key]) }
    try sort.sort(try NDJSONReader(path: input, recordsPerChunk: 7), into: writer)
    try writer.close()
    #expect(try folder.names() == ["in.ndjson", "out.ndjson"], "the runs are removed")
    #expect(writer.recordCount == records.count)
    var result: [Answer] = []
    try NDJSONReader<Answer>(path: folder.path("out.ndjson")).forEachRecord { result.append($0) }
    return result
  }

  @Test(
    "gives what a sort in memory gives, equal keys in their old order, whatever the buffer",
    arguments: [(1, 2), (500, 2), (500, 3), (2_000, 64), (1 << 20, 64)])
  func agrees(bufferSize: Int, fanIn: Int) throws {
    for seed in 0..<5 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let records = (0..<Int.random(in: 0...200, using: &chance)).map { number in
        Answer(
          key: ["", "a", "å", "ab", "a\u{0}", "b", "Z", "😀", "\u{FFFF}"].randomElement(using: &chance) ?? "",
          number: number)
      }
      let expected = records.sorted { a, b in
        let (x, y) = (Array(a.key.utf8), Array(b.key.utf8))
        return x == y ? a.number < b.number : x.lexicographicallyPrecedes(y)
      }
      #expect(try sorted(records, bufferSize: bufferSize, fanIn: fanIn) == expected)
    }
  }

  @Test("keys compare text by text, and the shorter first")
  func keys() {
    let keys = [[], [""], ["", "b"], ["a"], ["a", ""], ["a", "b"], ["a\u{0}"], ["a\u{0}", ""], ["ab"], ["b"]]
    for (i, a) in keys.enumerated() {
      for (j, b) in keys.enumerated() { #expect((SortKey(a) < SortKey(b)) == (i < j), "\(a) \(b)") }
    }
  }

  @Test("a line that is no record ends the sort with its place, and leaves no runs behind")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let good = String(repeating: #"{"key":"a","number":1}"# + "\n", count: 50)
    let path = try folder.write(good + "{}\n", to: "in.ndjson")
    let writer = try NDJSONWriter<Answer>(path: folder.path("out.ndjson"))
    let sort = ExternalSort<Answer>(folder: folder.path, bufferSize: 100) { SortKey([$0.key]) }
    do {
      try sort.sort(try NDJSONReader(path: path, recordsPerChunk: 10), into: writer)
      Issue.record("no error")
    } catch let failure as StageFailure {
      #expect(failure.exit == .wrongData)
      #expect(failure.problems.first?.location == SourceLocation(path: path, line: 51, column: 1))
    }
    #expect(try folder.names() == ["in.ndjson", "out.ndjson"])
  }
}

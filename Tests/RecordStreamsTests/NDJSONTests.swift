import Diagnostics
import Glibc
import RecordStreams
import TestSupport
import Testing

@Suite("NDJSON files")
struct NDJSONTests {
  /// What reading a file to its end throws.
  func failure(_ text: String, longestLine: Int = 1 << 20) throws -> StageFailure? {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a.ndjson")
    do {
      try NDJSONReader<Answer>(path: path, recordsPerChunk: 2, longestLine: longestLine).forEachRecord { _ in }
      return nil
    } catch let failure as StageFailure {
      return failure
    }
  }

  static let line = #"{"key":"x","number":1}"# + "\n"

  @Test("come back as they were written, byte for byte and chunk by chunk", arguments: [1, 3, 100, 2048])
  func roundTrip(recordsPerChunk: Int) throws {
    let folder = try TemporaryFolder()
    let records = (0..<250).map { Vacancy(seed: $0) }
    var written: [UInt8] = []
    let writer = try NDJSONWriter<Vacancy>(path: folder.path("a.ndjson"), tap: { written += $0 })
    for record in records { try writer.append(record) }
    try writer.close()
    #expect(try folder.read("a.ndjson") == written)
    #expect(written == NDJSONWriter<Vacancy>.encode(records))

    var seen: [UInt8] = []
    let reader = try NDJSONReader<Vacancy>(
      path: folder.path("a.ndjson"), recordsPerChunk: recordsPerChunk, tap: { seen += $0 })
    var read: [Vacancy] = []
    var line = 1
    while let chunk = try reader.nextChunk() {
      #expect(chunk.firstLine == line)
      #expect(chunk.count == min(recordsPerChunk, 250 - line + 1))
      read += try NDJSONReader.decode(chunk)
      line += chunk.count
    }
    #expect(read == records)
    #expect(seen == written)
  }

  @Test("lines longer than the buffer are read, those beyond the limit refused with their place")
  func longLines() throws {
    let folder = try TemporaryFolder()
    let records = [3_000_000, 5, 2_097_152, 1].map { Answer(key: String(repeating: "å", count: $0), number: $0) }
    let path = try folder.write(NDJSONWriter<Answer>.encode(records), to: "a.ndjson")
    var read: [Answer] = []
    try NDJSONReader<Answer>(path: path).forEachRecord { read.append($0) }
    #expect(read == records)

    let refused = try failure(Self.line + Self.line + NDJSONWriter<Answer>.encode(records).text, longestLine: 1000)
    #expect(refused?.exit == .wrongData)
    #expect(refused?.problems.first?.location?.line == 3)
  }

  @Test(
    "a damaged file is refused at the line where it is damaged",
    arguments: [
      (line + line + #"{"key":"x","number":1}"#, 3), (line + line + "{", 3), (line + "\n" + line, 2),
      (line + line + line + "not JSON\n", 4), (line + #"{"key":"x","number":1}{}"# + "\n", 2),
      (line + line + #"{"key":"x"}"# + "\n" + line, 3), ("\u{FEFF}" + line, 1), ("x", 1),
    ])
  func damaged(text: String, line: Int) throws {
    let failure = try failure(text)
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.first?.location?.line == line)
  }

  @Test("an empty file holds no records; one with CRLF is read")
  func unusual() throws {
    #expect(try failure("") == nil)
    #expect(try failure(#"{"key":"x","number":1}"# + "\r\n") == nil)
  }

  @Test("a pipe, a folder and a device are no files to read", .timeLimit(.minutes(1))) func special() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    for path in [folder.path, folder.path("pipe"), "/dev/zero"] {
      let reading = #expect(throws: StageFailure.self) { try NDJSONReader<Answer>(path: path) }
      #expect(reading?.exit == .cannotRead)
      let table = #expect(throws: StageFailure.self) { try CSVReader(path: path) }
      #expect(table?.exit == .cannotRead)
    }
  }

  @Test("a file that is missing, unreadable or cannot be made ends with the exit code that says so")
  func systemErrors() throws {
    let folder = try TemporaryFolder()
    do { _ = try NDJSONReader<Answer>(path: folder.path("no.ndjson")) } catch { #expect(error.exit == .noInput) }
    #expect(throws: StageFailure.self) { try NDJSONReader<Answer>(path: folder.path).nextChunk() }
    do { _ = try NDJSONReader<Answer>(path: folder.path).nextChunk() } catch { #expect(error.exit == .cannotRead) }
    #expect(throws: StageFailure.self) { try NDJSONWriter<Answer>(path: folder.path("no/a.ndjson")) }
    do {
      let full = try NDJSONWriter<Answer>(path: "/dev/full")
      try full.append(Answer(key: "x", number: 1))
      try full.close()
      Issue.record("a full disk went unnoticed")
    } catch { #expect(error.exit == .cannotWrite) }
  }
}

import ConfidentialRecords
import Diagnostics
import Glibc
import RecordStreams
import ReleasedRecords

/// Records: what can be read can be written, and reads back as the same.
@Sendable func fuzzNDJSON(_ bytes: [UInt8]) {
  fuzzRecord(ResponseRecord.self, bytes)
  fuzzRecord(EmployerRecord.self, bytes)
  fuzzRecord(EstimateRecord.self, bytes)
  fuzzRecord(PageRecord.self, bytes)
  fuzzRecord(ReleasedCell.self, bytes)
  if bytes.last == UInt8(ascii: "\n") { fuzzFile(bytes) }
}

private func fuzzRecord<R: Record>(_ type: R.Type, _ bytes: [UInt8]) {
  do throws(JSONError) {
    let written = write(try read(type, bytes))
    do throws(JSONError) {
      claim(write(try read(type, written)) == written, "\(type): writing what was read gives something else")
    } catch {
      fatalError("\(type): what was written cannot be read: \(error)")
    }
  } catch {
    claim((0...bytes.count).contains(error.offset), "\(type): the place of the error is outside the line")
    _ = error.problem(in: "records.ndjson")
  }
}

/// A file is its lines, whatever the size of a chunk.
private func fuzzFile(_ bytes: [UInt8]) {
  let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  let expected = lines.map { try? write(read(ResponseRecord.self, Array($0))) }
  var name = Array("/dev/shm/survey-fuzz-XXXXXX".utf8CString)
  let file = mkstemp(&name)
  claim(file >= 0 && unlink(name) == 0, "no room for a file")
  defer { close(file) }
  claim(Glibc.write(file, bytes, bytes.count) == bytes.count, "no room for a file")
  for size in [1, 3] {
    var got: [[UInt8]] = []
    do {
      let reader = try NDJSONReader<ResponseRecord>(
        path: "/proc/self/fd/\(file)", recordsPerChunk: size, longestLine: 1 << 20)
      try reader.forEachRecord { got.append(write($0)) }
      claim(got == expected, "a file is not its lines")
    } catch {
      claim(error is StageFailure, "an error of another kind")
      claim(got.count < expected.count && expected[got.count] == nil, "a line that can be read was refused")
    }
  }
}

private func read<R: Record>(_ type: R.Type, _ bytes: [UInt8]) throws(JSONError) -> R {
  try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
    try JSONReader.decode(type, from: UnsafeRawBufferPointer(buffer))
  }
}

private func write(_ record: some Record) -> [UInt8] {
  var writer = JSONWriter()
  record.write(to: &writer)
  return writer.bytes
}

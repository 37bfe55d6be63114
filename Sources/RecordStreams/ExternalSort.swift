import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sorts the records of a file within bounded memory; records with equal keys keep their order.
package struct ExternalSort<R: Record> {
  private let folder: String
  private let bufferSize: Int
  private let fanIn: Int
  private let key: (R) -> SortKey

  /// - Parameter folder: a folder of one's own: the runs hold the records as they are.
  /// - Parameter bufferSize: bytes of records held at once, 64 MB by default.
  package init(folder: String, bufferSize: Int = 64 << 20, fanIn: Int = 64, by key: @escaping (R) -> SortKey) {
    self.folder = folder
    self.bufferSize = bufferSize
    self.fanIn = fanIn
    self.key = key
  }

  /// - Throws: what `reader` and `writer` throw, and `StageFailure` `.cannotWrite` for the runs.
  package func sort(_ reader: NDJSONReader<R>, into writer: NDJSONWriter<R>) throws {
    let sorter = LineSorter(folder: folder, bufferSize: bufferSize, fanIn: fanIn)
    while let chunk = try reader.nextChunk() {
      let records: [R]
      do throws(JSONError) { records = try NDJSONReader<R>.decode(chunk) } catch {
        throw error.failure(in: reader.path)
      }
      try sorter.append(lines: chunk.bytes, keys: records.map(key))
    }
    try sorter.forEachSorted { line in try writer.append(line: line) }
  }
}

/// Sorts lines by keys within bounded memory; lines with equal keys keep their order.
///
/// What fits the buffer is sorted in memory. Beyond that, sorted runs are written to files in `folder` and merged,
/// at most `fanIn` at a time. The runs are removed whatever happens.
package final class LineSorter {
  private let bufferSize: Int
  private let fanIn: Int
  private var runs: RunFiles
  private var held = HeldRecords()

  /// - Parameter folder: a folder of one's own: the runs hold the lines as they are.
  /// - Parameter bufferSize: bytes of lines held at once, 64 MB by default.
  package init(folder: String, bufferSize: Int = 64 << 20, fanIn: Int = 64) {
    precondition(fanIn >= 2)
    self.bufferSize = bufferSize
    self.fanIn = fanIn
    runs = RunFiles(folder: folder)
  }

  deinit { runs.removeAll() }

  /// - Parameters:
  ///   - lines: each with its newline.
  ///   - keys: one for each line.
  /// - Throws: `StageFailure` `.cannotWrite` for the runs.
  package func append(lines: [UInt8], keys: [SortKey]) throws {
    var keys = keys.makeIterator()
    try NDJSONChunk(bytes: lines, firstLine: 1, count: 0).forEachLine { (line, _) throws(any Error) in
      if !held.isEmpty, held.size + line.count > bufferSize { try held.write(toRun: &runs) }
      if let key = keys.next() { held.append(line, key: key) }
    }
  }

  /// Hands over all lines, without their newlines, and forgets them.
  package func forEachSorted(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    defer {
      runs.removeAll()
      held = HeldRecords()
    }
    if runs.paths.isEmpty { return try held.forEachSorted { _, line in try body(line) } }
    if !held.isEmpty { try held.write(toRun: &runs) }
    while runs.paths.count > fanIn { try mergeOnce() }
    try RunMerge(runs.paths).forEachRecord { _, line in try body(line) }
  }

  /// Merges neighbours, so that records with equal keys keep their order.
  private func mergeOnce() throws {
    let old = runs.paths
    runs.paths = []
    var rest = old[...]
    defer { runs.paths += rest }
    while !rest.isEmpty {
      let group = Array(rest.prefix(fanIn))
      let file = try RunFile(path: runs.add())
      try RunMerge(group).forEachRecord { key, line in try file.append(key: key, line: line) }
      try file.close()
      for path in group { unlink(path) }
      rest = rest.dropFirst(fanIn)
    }
  }
}

/// Records in memory: their lines one after the other, and their keys.
private struct HeldRecords {
  private struct Entry {
    let key: SortKey
    let line: Range<Int>
  }

  private var lines: [UInt8] = []
  private var entries: [Entry] = []
  private var keySize = 0

  var isEmpty: Bool { entries.isEmpty }
  /// Bytes held, roughly.
  var size: Int { lines.count + keySize + entries.count * 64 }

  mutating func append(_ line: UnsafeRawBufferPointer, key: SortKey) {
    let start = lines.count
    lines.append(contentsOf: line)
    keySize += key.bytes.count
    entries.append(Entry(key: key, line: start..<lines.count))
  }

  /// The order of equal keys is that of the lines.
  func forEachSorted(_ body: (SortKey, ArraySlice<UInt8>) throws -> Void) rethrows {
    let sorted = entries.sorted { a, b in
      a.key == b.key ? a.line.lowerBound < b.line.lowerBound : a.key < b.key
    }
    for entry in sorted { try body(entry.key, lines[entry.line]) }
  }

  mutating func write(toRun runs: inout RunFiles) throws {
    let file = try RunFile(path: runs.add())
    try forEachSorted { key, line in try file.append(key: key, line: line) }
    try file.close()
    lines.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    keySize = 0
  }
}

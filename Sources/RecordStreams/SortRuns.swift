import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of an external sort, in the order of the input.
struct RunFiles {
  private let folder: String
  private var made = 0
  var paths: [String] = []

  init(folder: String) {
    self.folder = folder
  }

  /// The path of one more.
  mutating func add() -> String {
    made += 1
    let path = "\(folder)/sort-\(made).run"
    paths.append(path)
    return path
  }

  mutating func removeAll() {
    for path in paths { unlink(path) }
    paths = []
  }
}

/// Writes one sorted run: for each record the lengths of key and line, the key, the line.
struct RunFile {
  private let file: OutputFile

  init(path: String) throws(StageFailure) {
    file = try OutputFile(path: path)
  }

  func append(key: SortKey, line: ArraySlice<UInt8>) throws(StageFailure) {
    var lengths = [UInt8]()
    for length in [key.bytes.count, line.count] {
      for shift in stride(from: 0, to: 32, by: 8) { lengths.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    try file.write(lengths)
    try file.write(key.bytes)
    try file.write(Array(line))
  }

  func close() throws(StageFailure) { try file.close() }
}

/// Merges sorted runs; of equal keys that of the earlier run comes first.
struct RunMerge {
  private var runs: [RunCursor] = []
  /// The numbers of the runs that have a record left, as a heap: the least stands first.
  private var heap: [Int] = []

  init(_ paths: [String]) throws(StageFailure) {
    for path in paths {
      var run = try RunCursor(path: path)
      let hasRecord = try run.advance()
      runs.append(run)
      if hasRecord {
        heap.append(runs.count - 1)
        siftUp()
      }
    }
  }

  consuming func forEachRecord(_ body: (SortKey, ArraySlice<UInt8>) throws -> Void) throws {
    while let least = heap.first {
      try body(runs[least].key, runs[least].line[...])
      if try !runs[least].advance() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      siftDown()
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let keyA = runs[heap[a]].key
    let keyB = runs[heap[b]].key
    return keyA == keyB ? heap[a] < heap[b] : keyA < keyB
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}

/// Stands on one record of a run.
private struct RunCursor {
  private(set) var key = SortKey(bytes: [])
  private(set) var line: [UInt8] = []
  private let path: String
  private var source: ByteSource

  init(path: String) throws(StageFailure) {
    self.path = path
    source = ByteSource(file: try InputFile(path: path))
  }

  /// Moves to the next record; false at the end.
  mutating func advance() throws(StageFailure) -> Bool {
    guard try source.peek() != nil else { return false }
    let keyLength = try readLength()
    let lineLength = try readLength()
    key = SortKey(bytes: try read(keyLength))
    line = try read(lineLength)
    return true
  }

  private mutating func readLength() throws(StageFailure) -> Int {
    try read(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func read(_ count: Int) throws(StageFailure) -> [UInt8] {
    let bytes = try source.take(count)
    guard bytes.count == count else {
      throw StageFailure(
        .cannotRead, [Problem(.error, at: SourceLocation(path: path), "a run of the sort has been cut off")])
    }
    return bytes
  }
}

import Diagnostics
import FileSafety
import Glibc
import RecordStreams

/// Records as the lines they will be, made on any core for `RecordOutput.append`.
package struct EncodedRecords<R: Record>: Sendable {
  package let count: Int
  let bytes: [UInt8]

  package init(_ records: [R]) {
    count = records.count
    bytes = NDJSONWriter<R>.encode(records)
  }
}

/// One file of records in the folder that a stage makes. It is closed, counted and hashed for the stage.
package final class RecordOutput<R: Record>: StageOutput {
  let name: String
  private let path: String
  private var writer: NDJSONWriter<R>
  private var tally = Tally()
  private var isOpen = true

  init(name: String, path: String) throws(StageFailure) {
    self.name = name
    self.path = path
    let tally = tally
    writer = try NDJSONWriter(path: path, tap: { tally.add($0) })
  }

  package var count: Int { writer.recordCount }

  /// - Throws: `StageFailure` `.cannotWrite`, as all of these do.
  package func append(_ record: R) throws(StageFailure) { try writer.append(record) }

  package func append(contentsOf records: some Sequence<R>) throws(StageFailure) {
    for record in records { try writer.append(record) }
  }

  /// Appends a line encoded elsewhere, without its newline.
  package func append(line: ArraySlice<UInt8>) throws(StageFailure) { try writer.append(line: line) }

  package func append(_ records: EncodedRecords<R>) throws(StageFailure) {
    try writer.append(bytes: records.bytes, count: records.count)
  }

  /// Sorts what has been written, in bounded memory; records with equal keys keep their order. Nothing can be
  /// appended afterwards.
  func sort(by key: @escaping (R) -> SortKey) throws {
    try close()
    let unsorted = path + ".unsorted"
    guard rename(path, unsorted) == 0 else { throw FileFault.cannotWrite(path: path, errno: errno) }
    let tally = Tally()
    let sorted = try NDJSONWriter<R>(path: path, tap: { tally.add($0) })
    try ExternalSort(folder: parent(of: path), by: key).sort(try NDJSONReader(path: unsorted), into: sorted)
    try sorted.close()
    try removeTree(unsorted)
    (writer, self.tally) = (sorted, tally)
  }

  func close() throws(StageFailure) {
    if isOpen { try writer.close() }
    isOpen = false
  }

  var entry: Manifest.File {
    var entry = Manifest.File()
    entry.name = name
    entry.bytes = tally.bytes
    entry.records = writer.recordCount
    entry.schema = R.schema.name
    entry.schemaVersion = R.schema.version
    entry.sha256 = tally.digest.description
    return entry
  }
}

/// What the stage needs of its outputs when the work is done.
protocol StageOutput: AnyObject {
  var name: String { get }
  var entry: Manifest.File { get }
  func close() throws(StageFailure)
}

/// Counts and hashes the bytes of a file on their way to the disk.
private final class Tally {
  private(set) var bytes = 0
  private var hash = SHA256()

  func add(_ piece: UnsafeRawBufferPointer) {
    bytes += piece.count
    hash.update(piece)
  }

  var digest: Digest {
    let hash = hash
    return hash.finish()
  }
}

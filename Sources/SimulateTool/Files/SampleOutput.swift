import Diagnostics
import Glibc
import RecordStreams

/// Writes files below a folder, making the folders they need.
package struct SampleOutput {
  package let folder: String
  private var made: Set<String> = []

  package init(folder: String) { self.folder = folder }

  /// - Throws: `.cannotWrite` when the folder or the file cannot be made.
  package mutating func write(_ file: SampleFile) throws(StageFailure) {
    if let slash = file.path.lastIndex(of: "/") { try makeFolder(String(file.path[..<slash])) }
    let output = try OutputFile(path: "\(folder)/\(file.path)", mode: 0o644)
    try output.write(file.bytes)
    try output.close()
  }

  private mutating func makeFolder(_ path: String) throws(StageFailure) {
    guard made.insert(path).inserted else { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    guard mkdir("\(folder)/\(path)", 0o755) == 0 || errno == EEXIST else {
      throw StageFailure(
        .cannotWrite,
        [
          Problem(
            .error, at: SourceLocation(path: "\(folder)/\(path)"), "the folder cannot be made",
            got: String(cString: strerror(errno)))
        ])
    }
  }
}

import Diagnostics
import Glibc

/// Writes files below a folder, making the folders they need. Whoever opened the folder forces it to the disk.
package struct SampleOutput {
  package let folder: String
  private var made: Set<String> = []

  package init(folder: String) { self.folder = folder }

  /// - Throws: `.cannotWrite` when the folder or the file cannot be made.
  package mutating func write(_ file: SampleFile) throws(StageFailure) {
    if let slash = file.path.lastIndex(of: "/") { try makeFolder(String(file.path[..<slash])) }
    let path = "\(folder)/\(file.path)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path, "the file cannot be made") }
    var written = 0
    while written < file.bytes.count {
      let count = file.bytes.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno != EINTR { break }
      written += max(0, count)
    }
    guard close(descriptor) == 0, written == file.bytes.count else {
      throw failure(path, "the file cannot be written to the end")
    }
  }

  private mutating func makeFolder(_ path: String) throws(StageFailure) {
    guard made.insert(path).inserted else { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    guard mkdir("\(folder)/\(path)", 0o755) == 0 || errno == EEXIST else {
      throw failure("\(folder)/\(path)", "the folder cannot be made")
    }
  }

  private func failure(_ path: String, _ summary: String) -> StageFailure {
    StageFailure(
      .cannotWrite,
      [Problem(.error, at: SourceLocation(path: path), summary, got: String(cString: strerror(errno)))])
  }
}

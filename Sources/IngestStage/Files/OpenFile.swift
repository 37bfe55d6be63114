import Diagnostics
import Glibc

/// A file of the data folder, open for reading.
final class OpenFile {
  let size: Int
  let place: SourceLocation
  private let descriptor: Int32

  /// Takes the descriptor over, and closes it in any case.
  init(_ descriptor: Int32, at place: SourceLocation) throws(IngestProblem) {
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      let number = errno
      close(descriptor)
      throw isKnown ? .notAFile(at: place) : .cannotOpen(errno: number, at: place)
    }
    size = Int(status.st_size)
    self.place = place
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The same file for a library that closes it when it is done. Both share one position.
  func duplicate() throws(IngestProblem) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .cannotOpen(errno: errno, at: place) }
    return copy
  }

  /// Fills the buffer, as far as the file goes.
  ///
  /// - Returns: the number of bytes, 0 at the end of the file.
  func read(into buffer: inout [UInt8]) throws(IngestProblem) -> Int {
    var count = 0
    while count < buffer.count {
      let got = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw .cannotOpen(errno: errno, at: place) }
      if got == 0 { break }
      count += got
    }
    return count
  }
}

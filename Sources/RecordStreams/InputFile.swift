import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sees bytes as they pass, for a digest.
package typealias ByteTap = (UnsafeRawBufferPointer) -> Void

/// A file read from front to back in pieces.
final class InputFile {
  let path: String
  private let descriptor: Int32
  private let tap: ByteTap?

  /// - Throws: `StageFailure` `.noInput` when there is no such file, `.cannotRead` when it cannot be opened or is no
  ///   ordinary file: a pipe may never end, nor ever begin.
  init(path: String, tap: ByteTap? = nil) throws(StageFailure) {
    self.path = path
    self.tap = tap
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if descriptor < 0 {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw systemFailure(isMissing ? .noInput : .cannotRead, path, "the file cannot be opened")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StageFailure(
        .cannotRead,
        [
          Problem(
            .error, at: SourceLocation(path: path), "is no ordinary file", expected: "a file",
            got: "a folder, a pipe or a device", hint: "move it out of the way")
        ])
    }
  }

  deinit { close(descriptor) }

  /// Reads at least one byte into `buffer[start...]`; 0 is the end of the file.
  func read(into buffer: inout [UInt8], from start: Int) throws(StageFailure) -> Int {
    let count = buffer.withUnsafeMutableBytes { bytes in
      let space = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      var count = 0
      repeat { count = Self.system(descriptor, space) } while count < 0 && errno == EINTR
      if count > 0 { tap?(UnsafeRawBufferPointer(rebasing: space[..<count])) }
      return count
    }
    if count < 0 { throw systemFailure(.cannotRead, path, "the file cannot be read") }
    return count
  }

  private static func system(_ descriptor: Int32, _ space: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, space.baseAddress, space.count)
    #else
      Darwin.read(descriptor, space.baseAddress, space.count)
    #endif
  }
}

/// A failure of the operating system, in its own words.
func systemFailure(_ exit: StageExit, _ path: String, _ summary: String) -> StageFailure {
  let reason = String(cString: strerror(errno))
  return StageFailure(exit, [Problem(.error, at: SourceLocation(path: path), summary, got: reason)])
}

import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file written from front to back through a buffer. It is whole only when `close` has returned.
package final class OutputFile {
  package let path: String
  private let descriptor: Int32
  private let tap: ByteTap?
  private var buffer: [UInt8] = []
  private var isOpen = true

  private static let bufferSize = 1 << 20

  /// Makes the file, or empties the one that is there.
  ///
  /// - Parameter mode: who may read it; as a rule nobody else. The process's umask takes its part away.
  /// - Throws: `StageFailure` `.cannotWrite`, as all of this type's functions do.
  package init(path: String, mode: UInt32 = 0o600, tap: ByteTap? = nil) throws(StageFailure) {
    self.path = path
    self.tap = tap
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
    if descriptor < 0 { throw systemFailure(.cannotWrite, path, "the file cannot be made") }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { if isOpen { _ = systemClose(descriptor) } }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(StageFailure) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try writeThrough(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  package func write(_ bytes: [UInt8]) throws(StageFailure) {
    try bytes.withUnsafeBufferPointer { raw throws(StageFailure) in try write(UnsafeRawBufferPointer(raw)) }
  }

  /// Writes what is left and waits until the disk has it (fsync).
  package func close() throws(StageFailure) {
    guard isOpen else { return }
    try flush()
    isOpen = false
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL  // a pipe has nothing to sync
    guard systemClose(descriptor) == 0, isSynced else {
      throw systemFailure(.cannotWrite, path, "the file cannot be written to the end")
    }
  }

  private func flush() throws(StageFailure) {
    try buffer.withUnsafeBufferPointer { raw throws(StageFailure) in
      try writeThrough(UnsafeRawBufferPointer(raw))
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeThrough(_ bytes: UnsafeRawBufferPointer) throws(StageFailure) {
    tap?(bytes)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if count < 0 {
        if errno == EINTR { continue }
        throw systemFailure(.cannotWrite, path, "the file cannot be written")
      }
      rest = rest.dropFirst(count)
    }
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

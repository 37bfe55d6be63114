import Diagnostics
import Glibc

/// The record at the end of every zip archive, looked at before libzip is: it says how many members there are.
///
/// libzip tries every end that it finds, and believes a 64-bit one about any number of members. An archive with one
/// plain end record costs little to open; no other is let through.
struct EndRecord {
  let memberCount: Int

  private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let locator64: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
  private static let length = 22
  /// The longest comment that can follow the record.
  private static let longestComment = 0xFFFF

  init(of descriptor: Int32, at place: SourceLocation) throws(ZipFault) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno, at: place) }
    let size = Int(status.st_size)
    // Before the record stands the locator of a 64-bit one, if there is one: 20 bytes.
    var tail = [UInt8](repeating: 0, count: min(size, Self.length + Self.longestComment + 20))
    var count = 0
    while count < tail.count {
      let got = tail.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count, off_t(size - $0.count + count))
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { throw .unreadable(errno: got < 0 ? errno : EIO, at: place) }
      count += got
    }
    let ends = Self.places(of: Self.signature, in: tail)
    guard let end = ends.last, end + Self.length <= tail.count else { throw .notAnArchive(code: 0, at: place) }
    guard ends.count == 1, Self.places(of: Self.locator64, in: tail).isEmpty else { throw .doubtfulEnd(at: place) }
    memberCount = Int(tail[end + 10]) + Int(tail[end + 11]) << 8
  }

  private static func places(of signature: [UInt8], in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0...].starts(with: signature) }
  }
}

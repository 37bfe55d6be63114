import Glibc

/// A SHA-256 value: what a manifest says about a file.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 hexadecimal digits; `nil` for anything else.
  package init?(hex: some StringProtocol) {
    let digits = hex.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of bytes in memory.
  package static func of(_ bytes: some Sequence<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of a file, read in pieces of 256 KB; `visit` sees each piece on its way.
  ///
  /// - Throws: `FileFault.notFound`, `cannotRead`, or `notAFile` for a pipe, a device or a folder, none of which ends.
  package static func ofFile(
    _ path: String, visiting visit: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FileFault) -> Digest {
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw .notFound(path: path)
      case ENXIO: throw .notAFile(path: path)  // a socket
      default: throw .cannotRead(path: path, errno: errno)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { piece.deallocate() }
    var hash = SHA256()
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(path: path, errno: errno) }
      if count == 0 { return hash.finish() }
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      hash.update(bytes)
      visit(bytes)
    }
  }

  /// HMAC-SHA256 (RFC 2104), with which employer keys are keyed.
  ///
  ///     HMAC(K, m) = H((K′ ⊕ 5c…) ‖ H((K′ ⊕ 36…) ‖ m)),   K′ = K, or H(K) when K is longer than a block
  ///
  /// - Source: checked against the vectors of RFC 4231 in `DigestTests`.
  package static func hmac(key: some Collection<UInt8>, message: some Sequence<UInt8>) -> Digest {
    var block = key.count > SHA256.blockSize ? Digest.of(key).bytes : Array(key)
    block += Array(repeating: 0, count: SHA256.blockSize - block.count)
    var inner = SHA256()
    inner.update(block.map { $0 ^ 0x36 })
    inner.update(message)
    var outer = SHA256()
    outer.update(block.map { $0 ^ 0x5c })
    outer.update(inner.finish().bytes)
    return outer.finish()
  }
}

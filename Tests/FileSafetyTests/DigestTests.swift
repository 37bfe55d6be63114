import FileSafety
import Foundation
import Testing

@Suite("Digest")
struct DigestTests {
  /// NIST, FIPS 180-4 examples (one block, two blocks, a million a's) and CAVP SHA256ShortMsg (Len 0, 8, 16).
  static let published: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ([0xd3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ([0x11, 0xaf], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("agrees with NIST's published values", arguments: [SHA256.Arithmetic.plain, .hardware])
  func publishedVectors(arithmetic: SHA256.Arithmetic) {
    for (message, digest) in Self.published {
      var hash = SHA256(arithmetic)
      hash.update(message)
      #expect(hash.finish().description == digest)
    }
  }

  @Test("does not depend on how the bytes are cut, nor on the arithmetic", arguments: [1, 7, 63, 64, 65, 128, 1000])
  func cutting(size: Int) {
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 500, 4096] {
      let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ 7) }
      var cut = SHA256(.plain)
      for start in stride(from: 0, to: length, by: size) { cut.update(message[start..<min(start + size, length)]) }
      #expect(cut.finish() == Digest.of(message), "length \(length)")
    }
  }

  /// RFC 4231, test cases 1 to 4, 6 and 7 (5 is of truncated output).
  static let keyed: [(key: [UInt8], message: [UInt8], mac: String)] = [
    (
      Array(repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: 0xaa, count: 20), Array(repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), Array(repeating: 0xcd, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      Array(repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      Array(repeating: 0xaa, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test("HMAC agrees with RFC 4231", arguments: 0..<keyed.count)
  func hmac(number: Int) {
    let (key, message, mac) = Self.keyed[number]
    #expect(Digest.hmac(key: key, message: message).description == mac)
  }

  @Test("a file's digest is that of its bytes, in whatever pieces it is read")
  func file() throws {
    try withFolder { folder in
      let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/records"))
      var seen = 0
      #expect(try Digest.ofFile(folder + "/records") { seen += $0.count } == Digest.of(bytes))
      #expect(seen == bytes.count)
    }
  }

  @Test("a file that is not there is said to be missing") func missing() {
    #expect(throws: FileFault.notFound(path: "/nowhere/records")) { try Digest.ofFile("/nowhere/records") }
  }

  /// A pipe that nobody writes into would be waited for, and a device has no end.
  @Test("what is no ordinary file is refused at once", .timeLimit(.minutes(1))) func special() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      for path in [folder, folder + "/pipe", "/dev/zero"] {
        #expect(throws: FileFault.notAFile(path: path)) { try Digest.ofFile(path) }
      }
    }
  }

  @Test("a printed digest reads back; anything else does not") func hexadecimal() {
    let digest = Digest.of(Array("abc".utf8))
    #expect(Digest(hex: digest.description) == digest)
    #expect(Digest(hex: digest.description.dropLast()) == nil)
    #expect(Digest(hex: digest.description.uppercased()) == nil)
    #expect(Digest(hex: String(repeating: "å", count: 32)) == nil)
  }
}

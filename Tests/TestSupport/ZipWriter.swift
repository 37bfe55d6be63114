/// Writes small zip archives for tests, members stored as they are or as bytes that are already packed.
package struct ZipWriter {
  package struct Member {
    package var name: String
    package var bytes: [UInt8]
    /// 0 stored, 8 deflate.
    package var method: UInt16 = 0
    /// What the archive says of the unpacked bytes; nil: the truth of stored ones.
    package var size: UInt32?
    package var checkSum: UInt32?
    package var flags: UInt16 = 0

    package init(
      _ name: String, _ bytes: [UInt8], method: UInt16 = 0, size: UInt32? = nil, checkSum: UInt32? = nil,
      flags: UInt16 = 0
    ) {
      self.name = name
      self.bytes = bytes
      self.method = method
      self.size = size
      self.checkSum = checkSum
      self.flags = flags
    }
  }

  package static func archive(_ members: [Member]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let start = UInt32(archive.count)
      let common =
        bytes(UInt16(20)) + bytes(member.flags) + bytes(member.method) + bytes(UInt32(0))
        + bytes(member.checkSum ?? checkSum(of: member.bytes)) + bytes(UInt32(member.bytes.count))
        + bytes(member.size ?? UInt32(member.bytes.count)) + bytes(UInt16(member.name.utf8.count)) + bytes(UInt16(0))
      archive += [0x50, 0x4B, 3, 4] + common + Array(member.name.utf8) + member.bytes
      directory +=
        [0x50, 0x4B, 1, 2] + bytes(UInt16(20)) + common + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0))
        + bytes(UInt32(0)) + bytes(start) + Array(member.name.utf8)
    }
    let count = bytes(UInt16(members.count))
    return archive + directory + [0x50, 0x4B, 5, 6] + bytes(UInt32(0)) + count + count
      + bytes(UInt32(directory.count)) + bytes(UInt32(archive.count)) + bytes(UInt16(0))
  }

  package static func archive(_ texts: KeyValuePairs<String, String>) -> [UInt8] {
    archive(texts.map { Member($0.key, Array($0.value.utf8)) })
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 as in ISO 3309.
  package static func checkSum(of bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// `count` zeros in one deflate block of fixed codes: a literal, then matches of 258 bytes at distance 1, 158 to 1.
  package static func deflatedZeros(matches: Int) -> (packed: [UInt8], size: Int) {
    var bits: [Bool] = [true, true, false]  // the last block, fixed codes
    bits += [false, false, true, true, false, false, false, false]  // the literal 0
    let match: [Bool] = [true, true, false, false, false, true, false, true] + Array(repeating: false, count: 5)
    for _ in 0..<matches { bits += match }
    bits += Array(repeating: false, count: 7)  // the end
    var packed = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (place, bit) in bits.enumerated() where bit { packed[place / 8] |= 1 << (place % 8) }
    return (packed, 1 + 258 * matches)
  }
}

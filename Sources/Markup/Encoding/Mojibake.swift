import Glibc

/// Letters that were spoilt before the text came here. They are counted and left as they are: what stands there is what
/// was saved, and a repair could spoil what is right.
struct Mojibake {
  /// Characters of UTF-8 that were read as windows-1252 and encoded once more: `å` is then `Ã¥`, and `–` is `â€“`.
  private(set) var doublyEncoded = 0
  /// U+FFFD: somebody's program could not read what stood there.
  private(set) var lost = 0

  /// - Parameter text: valid UTF-8.
  init(in text: UnsafeBufferPointer<UInt8>) {
    text.forEach(0xC3) { place in
      if text.starts(with: [0xC3, 0x83], at: place) {
        if Self.continuations.contains(where: { text.starts(with: $0, at: place + 2) }) { doublyEncoded += 1 }
      } else if text.starts(with: [0xC3, 0xA2, 0xE2, 0x82, 0xAC], at: place) {
        doublyEncoded += 1
      }
    }
    text.forEach(0xEF) { if text.starts(with: [0xEF, 0xBF, 0xBD], at: $0) { lost += 1 } }
  }

  /// What windows-1252 makes of the bytes that go on a character of UTF-8, 0x80 to 0xBF.
  private static let continuations = Transcoder.windows1252.prefix(64).map { code in
    Array(String(Character(Unicode.Scalar(code) ?? " ")).utf8)
  }
}

extension EncodingVerdict {
  /// The verdict with what the text itself tells of its past.
  func examining(_ text: UnsafeBufferPointer<UInt8>) -> EncodingVerdict {
    var verdict = self
    let mojibake = Mojibake(in: text)
    verdict.doublyEncoded = mojibake.doublyEncoded
    verdict.lost = max(0, mojibake.lost - replaced)
    return verdict
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func forEach(_ byte: UInt8, _ body: (Int) -> Void) {
    guard let base = baseAddress else { return }
    var place = 0
    while place < count, let found = memchr(base + place, Int32(byte), count - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      body(place)
      place += 1
    }
  }

  fileprivate func starts(with bytes: [UInt8], at place: Int) -> Bool {
    place + bytes.count <= count && bytes.indices.allSatisfy { self[place + $0] == bytes[$0] }
  }
}

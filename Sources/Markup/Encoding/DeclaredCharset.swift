/// The charset that a page declares about itself, as written.
struct DeclaredCharset {
  /// In `<?xml … encoding="…"?>`.
  var xml: String?
  /// In `<meta charset=…>` or `<meta http-equiv … content="…charset=…">`.
  var meta: String?

  /// Browsers look into the first 1024 bytes; pages saved by hand have been seen with long comments before it.
  static let searched = 4096

  init(in bytes: UnsafeBufferPointer<UInt8>, syntax: MarkupTree.Syntax) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + Self.searched)])
    if head.has("<?xml", at: 0), let close = head.find("?>") {
      xml = head.value(of: "encoding", in: 0..<close)
    }
    guard syntax == .html else { return }
    var at = 0
    while meta == nil, let open = head[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      if head.has("!--", at: at) {
        at = head.find("-->", from: at) ?? head.count
      } else if head.has("meta", at: at) {
        let close = head.find(">", from: at) ?? head.count
        meta = head.value(of: "charset", in: at..<close)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of an ASCII word, whatever its case; the word is given in lower case.
  func find(_ word: StaticString, from: Int = 0) -> Int? {
    var at = from
    while at + word.utf8CodeUnitCount <= count {
      if has(word, at: at) { return at }
      at += 1
    }
    return nil
  }

  @inline(__always)
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    for offset in 0..<length where lowercase(self[place + offset]) != word.utf8Start[offset] { return false }
    return true
  }

  @inline(__always)
  private func lowercase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// What stands after `key=`, with or without quotes; at most 40 characters of a charset's name.
  fileprivate func value(of key: StaticString, in range: Range<Int>) -> String? {
    guard let found = find(key, from: range.lowerBound), found < range.upperBound else { return nil }
    var at = found + key.utf8CodeUnitCount
    func skipSpace() { while at < range.upperBound, self[at] <= 0x20 { at += 1 } }
    skipSpace()
    guard at < range.upperBound, self[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    skipSpace()
    if at < range.upperBound, self[at] == 0x22 || self[at] == 0x27 { at += 1 }
    let start = at
    while at < range.upperBound, at - start < 40, isNameByte(self[at]) { at += 1 }
    return at > start ? String(decoding: self[start..<at], as: UTF8.self) : nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

extension PushParser {
  /// Pushes XML in pieces, so that a limit is noticed soon after it is exceeded, and watches what libxml2 holds back: a
  /// start tag that does not end is refused before it is parsed, since the time for one grows with the square of its
  /// attributes. A piece is as long as what is held back, at least, for libxml2 looks through that again.
  ///
  /// HTML is pushed whole: where a piece ends inside a quoted value or a script, the HTML parser of libxml2 2.9 misses
  /// the end of that, and with it the rest of the page.
  mutating func pushPieces(_ text: UnsafeBufferPointer<UInt8>, of pieceSize: Int) {
    var pushed = 0
    while pushed < text.count, failure == nil {
      let size = max(pieceSize, unusedCount)
      let piece = UnsafeBufferPointer(rebasing: text[pushed..<min(text.count, pushed + size)])
      push(piece)
      pushed += piece.count
      checkUnfinishedTag(UnsafeBufferPointer(rebasing: text[(pushed - min(pushed, unusedCount))..<pushed]))
    }
  }

  private mutating func checkUnfinishedTag(_ unused: UnsafeBufferPointer<UInt8>) {
    guard unused.count > Self.looseBytes, unused[0] == UInt8(ascii: "<") else { return }
    let limits = builder.limits
    if unused.count > limits.attributeBytes + Self.looseBytes { return fail(.attributeBytes) }
    if unused.attributeCount > limits.attributesPerElement { fail(.attributesPerElement) }
  }

  /// What a start tag may hold beside its longest attribute before it is looked at.
  private static var looseBytes: Int { 16 << 10 }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many words stand outside quotes in a start tag: its attributes.
  fileprivate var attributeCount: Int {
    var words = 0
    var quote: UInt8?
    var wasSpace = false
    for byte in self {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else {
        if wasSpace, byte > 0x20 { words += 1 }
        wasSpace = byte <= 0x20
      }
    }
    return words
  }
}

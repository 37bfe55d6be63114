extension PushParser {
  /// Small pieces, so that a limit is noticed soon after it is exceeded. An ordinary page is one piece.
  private static var pieceSize: Int { 16 << 10 }

  /// Pushes all of the text, and watches what libxml2 holds back: a start tag that does not end is refused before
  /// it is parsed, since the time for one grows with the square of its attributes.
  /// - Returns: how many bytes were pushed.
  @discardableResult
  mutating func pushPieces(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var pushed = 0
    while pushed < text.count, failure == nil, !hasStopped {
      let piece = UnsafeBufferPointer(rebasing: text[pushed..<min(text.count, pushed + Self.pieceSize)])
      push(piece)
      pushed += piece.count
      checkUnfinishedTag(UnsafeBufferPointer(rebasing: text[(pushed - min(pushed, unusedCount))..<pushed]))
    }
    return pushed
  }

  private mutating func checkUnfinishedTag(_ unused: UnsafeBufferPointer<UInt8>) {
    guard unused.count > 1, unused[0] == UInt8(ascii: "<"), unused[1] | 0x20 >= UInt8(ascii: "a") else { return }
    guard !isInsideRawText else { return }  // a script may hold anything
    let limits = builder.limits
    if unused.count > limits.attributeBytes + Self.pieceSize { return fail(.attributeBytes) }
    if unused.count > Self.pieceSize, unused.attributeCount > limits.attributesPerElement {
      fail(.attributesPerElement)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many words stand outside quotes in a start tag: its attributes, a few too many at worst.
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
        let isSpace = byte <= 0x20 || byte == UInt8(ascii: "/")
        if wasSpace, !isSpace { words += 1 }
        wasSpace = isSpace
      }
    }
    return words
  }
}

/// Whether bytes are UTF-8, strictly: no overlong form, no surrogate, nothing above U+10FFFF.
struct UTF8Check {
  var isValid: Bool
  var hasNonASCII: Bool
  /// All is right but for a last character that lacks its end: a page cut off in the middle of an `å`.
  var endsInsideCharacter = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    do throws(UTF8.ValidationError) {
      let span = try UTF8Span(validating: bytes.span)
      isValid = true
      hasNonASCII = !span.isKnownASCII
    } catch {
      hasNonASCII = true
      endsInsideCharacter = error.kind == .truncatedScalar && error.byteOffsets.upperBound == bytes.count
      isValid = endsInsideCharacter
    }
  }

  /// Characters of two and more bytes that are right outnumber the byte sequences that are not.
  func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var balance = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      balance += scalar == "\u{FFFD}" ? -1 : 1
    }
    return balance > 0
  }
}

/// What records are sorted by: texts compared one after the other, byte by byte in UTF-8, in no locale.
///
/// A key that is the beginning of another comes first. For numbers, pad with zeros.
package struct SortKey: Hashable, Sendable, Comparable {
  /// The texts as bytes that compare as the texts do: each 0 in a text is 0 1, and each text ends with 0 0.
  let bytes: [UInt8]

  package init(_ texts: [String]) {
    var bytes: [UInt8] = []
    for text in texts {
      for byte in text.utf8 {
        bytes.append(byte)
        if byte == 0 { bytes.append(1) }
      }
      bytes.append(0)
      bytes.append(0)
    }
    self.bytes = bytes
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package static func < (a: SortKey, b: SortKey) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

extension String {
  /// The text with every run of white space as one space and none at the ends. No-break and other Unicode spaces
  /// are white space; zero-width characters, byte order marks and soft hyphens are nothing.
  package var collapsed: String {
    var result = ""
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isInvisible { continue }
      if scalar.properties.isWhitespace {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(" ") }
        isPending = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Nothing but white space.
  package var isBlank: Bool {
    if let first = utf8.first, first > 0x20, first < 0x7F { return false }
    return unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.isInvisible }
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}

/// A label, heading or cell as two people would call it the same: white space collapsed, capitals not told apart,
/// a colon or asterisk at the end left out. `å` as one character or as `a` with a ring is the same: Swift compares
/// strings by what they mean.
package struct NormalisedText: Hashable, Sendable {
  package let text: String

  package init(_ written: String) {
    var text = written.collapsed.lowercased()
    while let last = text.last, last == ":" || last == "*" || last == " " { text.removeLast() }
    self.text = text
  }
}

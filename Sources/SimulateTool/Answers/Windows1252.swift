/// Text as windows-1252, for the pages of an old program. What the code page lacks becomes a question mark.
package enum Windows1252 {
  package static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
      return special[scalar] ?? UInt8(ascii: "?")
    }
  }

  private static let special: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "›": 0x9B,
  ]
}

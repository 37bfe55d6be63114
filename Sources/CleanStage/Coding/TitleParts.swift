/// The parts of a title that likeness is measured by: every run of two to five letters of its words, the beginning and
/// the end of a word counting as letters. In Swedish a compound's head is its end (`förskolelärare` is a `lärare`), and
/// `lärare⟩` with the end of the word is another part than `lärare` inside one.
///
/// Source: Cavnar & Trenkle (1994), *N-gram-based text categorization*.
enum TitleParts {
  /// More letters than any title has.
  private static let longest = 100

  /// One number for each part, none twice, in the order they stand.
  static func of(_ title: OccupationTitle) -> [UInt64] {
    var parts: [UInt64] = []
    var left = longest
    for word in title.words where left > 0 {
      let letters = [edge.start] + word.unicodeScalars.prefix(left).map(\.value) + [edge.end]
      left -= letters.count - 2
      for start in letters.indices {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
        for place in start..<min(start + 5, letters.count) {
          hash = (hash ^ UInt64(letters[place])) &* 0x100_0000_01B3
          if place > start, !parts.contains(hash) { parts.append(hash) }
        }
      }
    }
    return parts
  }

  private static let edge: (start: UInt32, end: UInt32) = (2, 3)
}

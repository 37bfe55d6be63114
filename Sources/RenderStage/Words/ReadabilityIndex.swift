/// How hard a text is to read: LIX, the average length of a sentence in words plus the percentage of words with more
/// than six letters (REP-06).
///
///     LIX = words / sentences + 100 · long words / words
///
/// Below 30 very easy, 40 easy, 50 medium, 60 hard, above that very hard.
///
/// - Source: C. H. Björnsson (1968), *Läsbarhet*. Numbers are no words; a sentence ends at a full stop, a colon, a
///   question mark or an exclamation mark.
struct ReadabilityIndex {
  /// Nil for a text without words.
  let value: Double?

  init(_ text: String) {
    var (words, long, sentences) = (0, 0, 0)
    var isOpen = false
    for token in text.split(whereSeparator: \.isWhitespace) {
      let letters = token.count(where: \.isLetter)
      if letters > 0 {
        words += 1
        if letters > 6 { long += 1 }
        isOpen = true
      }
      let end = token.last { !"*_”\")]".contains($0) }
      if isOpen, end.map({ ".:?!".contains($0) }) == true {
        sentences += 1
        isOpen = false
      }
    }
    if isOpen { sentences += 1 }
    value = words == 0 ? nil : Double(words) / Double(sentences) + 100 * Double(long) / Double(words)
  }
}

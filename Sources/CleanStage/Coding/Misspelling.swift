/// Whether two words differ by one slip: a letter too many, too few, another, or two that have changed places.
///
/// Source: Damerau (1964), *Communications of the ACM* 7(3): four in five misspellings are one of these.
enum Misspelling {
  /// Shorter words are one slip from too many others.
  static let shortest = 7

  static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) <= 1, min(a.count, b.count) >= shortest else { return false }
    let most = min(a.count, b.count)
    var start = 0
    while start < most, a[start] == b[start] { start += 1 }
    var end = 0
    while end < most - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (a.count - start - end, b.count - start - end)
    if max(left, right) <= 1 { return true }
    return left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }

  /// The first three and the last three letters: one slip leaves one of the two as it is.
  static func ends(_ word: [UInt8]) -> [UInt32] {
    guard word.count >= shortest else { return [] }
    func number(_ letters: ArraySlice<UInt8>) -> UInt32 { letters.reduce(0) { $0 << 8 | UInt32($1) } }
    return [number(word.prefix(3)), 1 << 24 | number(word.suffix(3))]
  }

  /// One byte a letter, so that a slip in å is one slip; letters outside Latin-1 are all the same.
  static func letters(_ word: String) -> [UInt8] { word.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0 } }
}

/// Several choices in one cell: labels or codes with a line break, a semicolon, a bar or a comma between them, codes
/// with blanks between them, or a string of bits with one for each code.
///
/// A label may itself hold a comma: the longest piece that is on the question's list is taken. What is on no list stays
/// as it was written, to be told later.
enum ListCell {
  /// Pieces that one label may be in.
  private static let mostPieces = 12

  static func values(in cell: String, _ options: OptionTexts?) -> [String] {
    let cell = cell.trimmed
    guard !cell.isEmpty else { return [] }
    guard let options else { return pieces(of: cell, at: strongest(in: cell)).map { String(cell[$0]).trimmed } }
    if let written = options.written(cell) { return [written] }
    if let ticked = bits(cell, options) { return ticked }
    let words = cell.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count > 1, words.allSatisfy({ options.code($0) != nil }) { return words }
    return longest(in: cell, options)
  }

  private static func longest(in cell: String, _ options: OptionTexts) -> [String] {
    let pieces = pieces(of: cell, at: ",;|\n\r\r\n")
    var values: [String] = []
    var at = 0
    while at < pieces.count {
      var taken = 1
      var value = String(cell[pieces[at]]).trimmed
      for count in stride(from: min(pieces.count - at, mostPieces), through: 1, by: -1) {
        let text = String(cell[pieces[at].lowerBound..<pieces[at + count - 1].upperBound]).trimmed
        if let written = options.written(text) {
          value = written
          taken = count
          break
        }
      }
      if !value.isEmpty { values.append(value) }
      at += taken
    }
    return values
  }

  /// `0110`: one bit for each code of the list, or for each number up to the highest code.
  private static func bits(_ cell: String, _ options: OptionTexts) -> [String]? {
    let bits = Array(cell.utf8)
    guard bits.count > 1, bits.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else { return nil }
    let numbers = options.codes.compactMap(Int.init)
    if numbers.count == options.codes.count, let highest = numbers.max(), numbers.allSatisfy({ $0 > 0 }) {
      guard bits.count == highest else { return nil }
      let ticked = zip(1..., bits).filter { $1 == 0x31 }.map { String($0.0) }
      return ticked.allSatisfy { options.code($0) != nil } ? ticked : nil
    }
    guard bits.count == options.codes.count else { return nil }
    return zip(options.codes, bits).filter { $1 == 0x31 }.map(\.0)
  }

  /// Without a list, commas part the choices only where nothing stronger does.
  private static func strongest(in cell: String) -> String {
    for marks in ["\n\r\r\n", ";", "|"] where cell.contains(where: marks.contains) { return marks }
    return ","
  }

  private static func pieces(of cell: String, at marks: String) -> [Range<String.Index>] {
    cell.split(whereSeparator: marks.contains).filter { !String($0).trimmed.isEmpty }
      .map { $0.startIndex..<$0.endIndex }
  }
}

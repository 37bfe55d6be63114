/// Reads an answer in the respondent's own words: white space set right, what cannot be seen taken out.
enum TextAnswer {
  /// Characters kept of one answer.
  static let longest = 4_000

  static func read(_ written: [String]) -> String {
    var characters: [Character] = []
    for character in written.joined(separator: " ") {
      if characters.count == longest { break }
      if character.isWhitespace {
        if let last = characters.last, last != " " { characters.append(" ") }
      } else if !character.isInvisible {
        characters.append(character)
      }
    }
    if characters.last == " " { characters.removeLast() }
    return String(characters)
  }
}

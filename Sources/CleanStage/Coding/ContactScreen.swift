/// Keeps what could reach a person out of files that people read. Ingest has already taken contact data out of every
/// answer; this is the second lock on the door, and it rather keeps too much than too little.
enum ContactScreen {
  /// An address, a web address, or so many digits that they can be a telephone number or a personal identity number.
  static func finds(in text: String) -> Bool {
    if text.contains("@") || text.lowercased().contains("www.") || text.contains("://") { return true }
    var digits = 0
    for character in text {
      if character.isNumber {
        digits += 1
        if digits >= 6 { return true }
      } else if !" -–+()/.".contains(character) && !character.isWhitespace {
        digits = 0
      }
    }
    return false
  }
}

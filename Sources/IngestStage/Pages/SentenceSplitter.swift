/// Parts running Swedish text into sentences, as people write them on pages: the blank after a full stop may be
/// missing, abbreviations and list numbers have full stops of their own.
enum SentenceSplitter {
  /// Abbreviations that something always comes after. Those that may end a sentence (`m.fl.`, `osv.`) are not here.
  private static let unfinished: Set<String> = [
    "t.ex", "tex", "bl.a", "bla", "s.k", "f.d", "dvs", "d.v.s", "ca", "c:a", "kl", "nr", "kap", "sid", "resp", "inkl",
    "exkl", "jfr", "jmf", "tel", "tfn", "max", "min", "enl", "ang", "avd", "prof", "dr", "fil", "civ", "fr.o.m", "from",
    "t.o.m", "o.a", "p.g.a", "m.h.a", "m.a.o", "f.n", "t.v", "fig", "tab", "st:a", "u.s",
  ]

  /// The sentences in order, white space at their ends left out. Nothing else of the text is lost.
  static func sentences(of text: String) -> [String] {
    let characters = Array(text)
    var sentences: [String] = []
    var start = 0
    var at = 0
    while at < characters.count {
      if let end = sentenceEnd(characters, from: start, at: at) {
        sentences.append(String(characters[start..<end]).trimmed)
        start = end
        at = end
      } else {
        at += 1
      }
    }
    sentences.append(String(characters[start...]).trimmed)
    return sentences.filter { !$0.isEmpty }
  }

  /// Where the sentence is over, if the mark at this place ends it.
  private static func sentenceEnd(_ text: [Character], from start: Int, at place: Int) -> Int? {
    if text[place] == ")" { return endOfBracket(text, from: start, at: place) }
    guard isMark(text[place]) else { return nil }
    var end = place + 1
    while end < text.count, isMark(text[end]) { end += 1 }
    let isStop = text[place] == "." && end == place + 1
    while end < text.count, ")\"”’»'".contains(text[end]) { end += 1 }
    guard end < text.count else { return end }

    let next = text[end...].first { !$0.isWhitespace }
    if isStop, isAbbreviation(text, from: start, before: place, next: next) { return nil }
    if text[end].isWhitespace { return next == "(" || beginsSentence(text, after: end) ? end : nil }
    // "konkurrenskraft.För": the blank is missing. "www.Example.se" and "NET.Core" are no sentences.
    guard text[end].isUppercase, end + 1 < text.count, text[end + 1].isLowercase || text[end + 1].isWhitespace else {
      return nil
    }
    let word = self.word(text, from: start, before: place)
    let isWord =
      word.count >= 3 && word.allSatisfy(\.isLetter) && word.last?.isLowercase == true && String(word) != "www"
    let isNumber = !word.isEmpty && word.allSatisfy(\.isNumber)
    return !isStop || isWord || isNumber || place > start && text[place - 1] == ")" ? end : nil
  }

  /// A sentence that stands in brackets as a whole may lack its mark: `(se bilaga) Två program …`.
  private static func endOfBracket(_ text: [Character], from start: Int, at place: Int) -> Int? {
    let sentence = text[start...place].drop { $0.isWhitespace }
    guard sentence.first == "(", sentence.count(where: { $0 == "(" }) == sentence.count(where: { $0 == ")" }),
      place + 1 < text.count, text[place + 1].isWhitespace, beginsSentence(text, after: place + 1)
    else { return nil }
    return place + 1
  }

  private static func isMark(_ character: Character) -> Bool { ".!?…".contains(character) }

  private static func beginsSentence(_ text: [Character], after end: Int) -> Bool {
    guard let next = text[end...].first(where: { !$0.isWhitespace && !"(\"“”‘’«»'–—-•*".contains($0) }) else {
      return false
    }
    return next.isUppercase || next.isNumber
  }

  private static func isAbbreviation(
    _ text: [Character], from start: Int, before place: Int, next: Character?
  ) -> Bool {
    let word = self.word(text, from: start, before: place)
    // An initial, unless a bracket comes after it.
    if word.count == 1, word.first?.isUppercase == true { return next != "(" }
    // "1." at the beginning numbers an item of a list.
    if word.count <= 2, word.allSatisfy(\.isNumber) {
      return text[start..<place - word.count].allSatisfy { $0.isWhitespace || "(•".contains($0) }
    }
    return unfinished.contains(String(word).lowercased())
  }

  /// What stands before a place without a blank, full stops inside it included.
  private static func word(_ text: [Character], from start: Int, before place: Int) -> ArraySlice<Character> {
    var first = place
    while first > start, !text[first - 1].isWhitespace, !"(\"”“/".contains(text[first - 1]) { first -= 1 }
    return text[first..<place]
  }
}

import Diagnostics
import SurveyModel

/// Reads an answer that chooses several codes of a list: ticked boxes, or codes and labels in one text, with commas,
/// semicolons, bars, slashes, lines or `och` between them.
///
/// This is the one place that parts them: a label may itself hold a comma or an `och`, and only who knows the list can
/// tell. The longest label that fits is taken. What is on no list costs the rest of the answer nothing; where `annat` is
/// chosen, it says what that is and stays in the answer as written.
enum ChoicesAnswer {
  /// - Parameter values: as written, with their line breaks.
  /// - Returns: the codes, once each in the order of the list; and one problem for every part that is on no list.
  static func read(_ values: [String], from list: CodeTexts) -> (codes: [String], problems: [AnswerProblem]) {
    var chosen: Set<String> = []
    var problems: [AnswerProblem] = []
    for value in values {
      if let code = list.code(WrittenText(value)) {
        chosen.insert(code)
      } else {
        for line in value.split(whereSeparator: \.isNewline) { take(line, from: list, into: &chosen, &problems) }
      }
    }
    return (list.codes.filter(chosen.contains), chosen.isDisjoint(with: list.others) ? problems : [])
  }

  /// Says that nothing on the list is chosen.
  static func isNone(_ written: WrittenText) -> Bool {
    [
      "inga", "ingen", "inget", "ingenting", "inget av dessa", "inget av detta", "inga av dessa", "ingen av dessa",
      "inget av ovanstående", "inga av ovanstående", "ingen av ovanstående", "none", "none of these",
      "none of the above", "nothing",
    ].contains(written.bare)
  }

  private static func take(
    _ line: Substring, from list: CodeTexts, into chosen: inout Set<String>, _ problems: inout [AnswerProblem]
  ) {
    let text = WrittenText(line).text
    let cuts = cuts(in: text)
    var start = text.startIndex
    var next = 0
    while next < cuts.count {
      let reach = next..<min(next + longestLabel, cuts.count)
      func part(_ cut: Int) -> WrittenText { WrittenText(text[start..<cuts[cut].lowerBound]) }
      if let end = reach.last(where: { list.code(part($0)) != nil }), let code = list.code(part(end)) {
        chosen.insert(code)
        next = end
      } else if let code = list.codeAndMore(part(next)) {
        chosen.insert(code)
      } else if !part(next).bare.isEmpty {
        problems.append(.notOnList(got: TextShape(part(next).text), codes: list.codes.count))
      }
      start = cuts[next].upperBound
      next += 1
    }
  }

  /// Parts in a label.
  private static let longestLabel = 8

  /// The places between two choices, and the end of the text.
  private static func cuts(in text: String) -> [Range<String.Index>] {
    var cuts: [Range<String.Index>] = []
    var place = text.startIndex
    while place < text.endIndex {
      let rest = text[place...]
      if let word = [" och ", " samt ", " and ", " & ", " + "].first(where: rest.hasPrefix) {
        // The blank after the word may be the one before the next.
        let end = text.index(place, offsetBy: word.count - 1)
        cuts.append(place..<end)
        place = end
        continue
      }
      if ",;|/•·".contains(text[place]) { cuts.append(place..<text.index(after: place)) }
      place = text.index(after: place)
    }
    return cuts + [text.endIndex..<text.endIndex]
  }
}

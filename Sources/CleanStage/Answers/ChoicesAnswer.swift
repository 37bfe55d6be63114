import Diagnostics
import SurveyModel

/// Reads an answer that chooses several codes of a list: ticked boxes, or labels in one cell with `,` `;` or `|` between
/// them. A label may itself hold a comma: the longest one that fits is taken.
enum ChoicesAnswer {
  /// - Returns: the codes, once each in the order of the list; and one problem for every part that is on no list.
  static func read(_ written: [WrittenText], from list: CodeTexts) -> (codes: [String], problems: [AnswerProblem]) {
    var chosen: Set<String> = []
    var problems: [AnswerProblem] = []
    for text in written {
      let parts = text.text.split(whereSeparator: { ",;|".contains($0) }).map { WrittenText($0).text }
      var rest = parts.filter { !$0.isEmpty }[...]
      while !rest.isEmpty {
        if let (code, count) = longest(at: rest, from: list) {
          chosen.insert(code)
          rest = rest.dropFirst(count)
        } else {
          problems.append(.notOnList(got: TextShape(rest[rest.startIndex]), codes: list.codes.count))
          rest = rest.dropFirst()
        }
      }
    }
    return (list.codes.filter(chosen.contains), problems)
  }

  private static func longest(at parts: ArraySlice<String>, from list: CodeTexts) -> (code: String, count: Int)? {
    for count in stride(from: min(parts.count, 4), through: 1, by: -1) {
      if let code = list.code(WrittenText(parts.prefix(count).joined(separator: ", "))) { return (code, count) }
    }
    return nil
  }
}

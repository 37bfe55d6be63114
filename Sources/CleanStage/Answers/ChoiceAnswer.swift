import Diagnostics
import SurveyModel

/// The ways in which each code of a list may be written: the code, both labels, and what the list says besides.
struct CodeTexts: Sendable {
  /// In the order of the list.
  let codes: [String]
  private let meanings: [String: String]

  init(_ list: CodeList) {
    codes = list.codes.map(\.code)
    var meanings: [String: String] = [:]
    // A code itself is never taken for the label of another.
    for code in list.codes { meanings[WrittenText(code.code).text] = code.code }
    for code in list.codes {
      for text in ([code.label.sv, code.label.en] + code.written).map({ WrittenText($0) }) {
        for key in [text.text, text.bare] where !key.isEmpty && meanings[key] == nil { meanings[key] = code.code }
      }
    }
    self.meanings = meanings
  }

  func code(_ written: WrittenText) -> String? { meanings[written.text] ?? meanings[written.bare] }

  /// The code of a text that says more than a label: `2. Inom 5 år` with its number before it, and `Annat: praktik`
  /// with what the other thing is, which is left to the answer as written.
  func codeAndMore(_ written: WrittenText) -> String? {
    // Marks further in belong to what the other thing is.
    let places = written.text.indices.prefix(Self.longestLabel).filter { Self.marks.contains(written.text[$0]) }
    for place in places.prefix(8) {
      let before = WrittenText(written.text[..<place])
      guard let code = code(before) else { continue }
      if Self.others.contains(where: before.text.hasPrefix) { return code }
      if self.code(WrittenText(written.text[written.text.index(after: place)...])) == code { return code }
    }
    return nil
  }

  private static let longestLabel = 200
  private static let marks: Set<Character> = [":", ".", ")", "(", "-", ",", "="]
  /// What a label begins with that stands for everything not on the list.
  private static let others = ["annat", "annan", "annars", "andra", "övrig", "other"]
}

/// Reads an answer that chooses one code of a list.
enum ChoiceAnswer {
  static func read(_ written: WrittenText, from list: CodeTexts) throws(AnswerProblem) -> String {
    guard let code = list.code(written) ?? list.codeAndMore(written) else {
      throw .notOnList(got: TextShape(written.text), codes: list.codes.count)
    }
    return code
  }
}

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
      for text in [code.label.sv, code.label.en] + code.written {
        let key = WrittenText(text).text
        if meanings[key] == nil { meanings[key] = code.code }
      }
    }
    self.meanings = meanings
  }

  func code(_ written: WrittenText) -> String? { meanings[written.text] ?? meanings[written.bare] }
}

/// Reads an answer that chooses one code of a list.
enum ChoiceAnswer {
  static func read(_ written: WrittenText, from list: CodeTexts) throws(AnswerProblem) -> String {
    guard let code = list.code(written) else {
      throw .notOnList(got: TextShape(written.text), codes: list.codes.count)
    }
    return code
  }
}

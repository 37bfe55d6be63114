import Diagnostics
import SurveyModel

/// The ways in which each code of a list may be written: the code, both labels, and what the list says besides.
struct CodeTexts: Sendable {
  /// In the order of the list.
  let codes: [String]
  /// Those that stand for everything not on the list: `Annat, nämligen`.
  let others: Set<String>
  private let meanings: [String: String]

  init(_ list: CodeList) {
    codes = list.codes.map(\.code)
    var meanings: [String: String] = [:]
    var others: Set<String> = []
    func note(_ key: String, _ code: String) {
      if !key.isEmpty, meanings[key] == nil { meanings[key] = code }
    }
    // A code itself is never taken for the label of another, nor a label for another one without its marks.
    let texts = list.codes.map { code in
      (code.code, ([code.label.sv, code.label.en] + code.written).map { WrittenText($0) })
    }
    for (code, _) in texts { note(WrittenText(code).text, code) }
    for (code, labels) in texts { for label in labels { note(label.text, code) } }
    for (code, labels) in texts { for label in labels { note(label.bare, code) } }
    for (code, labels) in texts where (labels + [WrittenText(code)]).contains(where: Self.saysOther) {
      others.insert(code)
      guard others.count == 1 else { continue }
      for word in Self.otherWords { note(word, code) }
    }
    self.meanings = meanings
    self.others = others
  }

  /// `Annat`, `Annat, nämligen`, `Other (please specify)`; not `Andra språk`.
  private static func saysOther(_ label: WrittenText) -> Bool {
    let words = label.text.split { !$0.isLetter }.map(String.init)
    guard let first = words.first, otherWords.contains(first) else { return false }
    return words.dropFirst().allSatisfy(sayWhat.contains)
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
      if others.contains(code) { return code }
      if self.code(WrittenText(written.text[written.text.index(after: place)...])) == code { return code }
    }
    return nil
  }

  private static let longestLabel = 200
  private static let marks: Set<Character> = [":", ".", ")", "(", "-", ",", "="]
  private static let otherWords: Set<String> = ["annat", "annan", "andra", "övrigt", "övriga", "other"]
  private static let sayWhat: Set<String> = [
    "nämligen", "ange", "vad", "vilket", "vilken", "vilka", "namely", "please", "specify", "what", "which", "state",
  ]
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

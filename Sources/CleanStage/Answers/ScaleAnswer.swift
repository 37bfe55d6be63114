import Diagnostics
import SurveyModel

/// Reads a grade: the number, the label of the list, or both as in `4 – svårt`; also `4/5`, `4 av 5` and `fyra`.
///
/// The grades are those of the code list; without one they run from 1 to 5.
enum ScaleAnswer {
  static func read(_ written: WrittenText, from list: CodeTexts?) throws(AnswerProblem) -> Int {
    let grades = grades(of: list)
    guard let grade = list?.code(written).flatMap({ Int($0) }) ?? number(written, from: list, upTo: grades.upperBound),
      grades.contains(grade)
    else { throw .outsideScale(got: TextShape(written.text), lowest: grades.lowerBound, highest: grades.upperBound) }
    return grade
  }

  private static func grades(of list: CodeTexts?) -> ClosedRange<Int> {
    let codes = list?.codes.compactMap { Int($0) } ?? []
    guard let lowest = codes.min(), let highest = codes.max() else { return 1...5 }
    return lowest...highest
  }

  /// `4`, `4,0`, `4/5`, and `4 – svårt` where the label does not say another grade.
  private static func number(_ written: WrittenText, from list: CodeTexts?, upTo highest: Int) -> Int? {
    if let said = NumberWords.leading(written.bare.split(separator: " ").map(String.init)),
      said.count == written.bare.split(separator: " ").count
    {
      return said.value
    }
    let digits = written.text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let grade = Int(digits) else { return nil }
    var rest = written.text.dropFirst(digits.count)
    if rest == ",0" || rest == ".0" { return grade }
    rest = rest.drop { $0 == " " }
    guard let mark = rest.first else { return grade }
    if isOutOf(rest, highest) { return grade }
    guard "-.:=(".contains(mark) else { return nil }
    rest = rest.drop { !$0.isLetter && !$0.isNumber }
    guard !rest.contains(where: \.isNumber) else { return nil }
    let said = list?.code(WrittenText(rest))
    return said == nil || said == String(grade) ? grade : nil
  }

  /// `/5`, `av 5`, `(av 5)`: of another scale it is another grade.
  private static func isOutOf(_ rest: Substring, _ highest: Int) -> Bool {
    let words = rest.split { $0 == " " || "()".contains($0) }
    return ["/\(highest)", "/ \(highest)", "av \(highest)", "of \(highest)", "out of \(highest)"]
      .contains(words.joined(separator: " "))
  }
}

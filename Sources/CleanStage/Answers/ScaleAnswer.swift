import Diagnostics
import SurveyModel

/// Reads a grade from 1 to 5: the number, the label of the list, or both as in `4 – svårt`.
enum ScaleAnswer {
  static let grades = 1...5

  static func read(_ written: WrittenText, from list: CodeTexts?) throws(AnswerProblem) -> Int {
    let problem = AnswerProblem.outsideScale(got: TextShape(written.text))
    guard let grade = list?.code(written).flatMap({ Int($0) }) ?? number(written, from: list), grades.contains(grade)
    else { throw problem }
    return grade
  }

  /// `4`, `4,0`, and `4 – svårt` where the label does not say another grade.
  private static func number(_ written: WrittenText, from list: CodeTexts?) -> Int? {
    let digits = written.text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 1, let grade = Int(digits) else { return nil }
    var rest = written.text.dropFirst()
    if rest == ",0" || rest == ".0" { return grade }
    let mark = rest.drop(while: { $0 == " " }).first
    guard let mark else { return grade }
    guard "-.:=(".contains(mark) else { return nil }
    rest = rest.drop { !$0.isLetter && !$0.isNumber }
    guard !rest.contains(where: \.isNumber) else { return nil }
    let said = list?.code(WrittenText(rest))
    return said == nil || said == String(grade) ? grade : nil
  }
}

import Diagnostics
import SurveyModel

/// Reads yes or no, in the words of the questionnaire's list or the common ones. A ticked box without a value of its
/// own sends `on`.
enum YesNoAnswer {
  static let yes = "yes"
  static let no = "no"

  static func read(_ written: WrittenText, from list: CodeTexts?) throws(AnswerProblem) -> Bool {
    if let code = list?.code(written) { return code == yes }
    switch written.bare {
    case "ja", "j", "jo", "javisst", "ja tack", "yes", "y", "true", "sant", "x", "on", "1": return true
    case "nej", "n", "nej tack", "no", "false", "falskt", "off", "0": return false
    default: throw .notYesOrNo(got: TextShape(written.text))
    }
  }
}

import Diagnostics
import SurveyModel

/// Reads yes or no, in the words of the questionnaire's list or the common ones. A ticked box without a value of its
/// own sends `on`.
///
/// What follows after a comma or in brackets explains the answer: `ja, två stycken`. It is refused where it takes
/// something back: `ja, men bara delvis`. Partly, sometimes and perhaps are neither yes nor no.
enum YesNoAnswer {
  static let yes = "yes"
  static let no = "no"

  static func read(_ written: WrittenText, from list: CodeTexts?) throws(AnswerProblem) -> Bool {
    if let code = list?.code(written) { return code == yes }
    if let answer = answers[written.bare] ?? answers[written.text] { return answer }
    let first = WrittenText(written.text.prefix { !",.;:(-!".contains($0) })
    let rest = written.text.dropFirst(first.text.count)
    let words = rest.split { !$0.isLetter }.map(String.init)
    if let answer = list?.code(first).map({ $0 == yes }) ?? answers[first.bare], !rest.isEmpty, first.bare.count > 1,
      words.allSatisfy({ answers[$0].map { $0 == answer } ?? true && !reservations.contains($0) })
    {
      return answer
    }
    throw .notYesOrNo(got: TextShape(written.text))
  }

  private static let answers: [String: Bool] = {
    let yes = [
      "ja", "j", "jo", "japp", "jepp", "jajamän", "jajamensan", "javisst", "ja visst", "ja tack", "jadå", "jodå", "yes",
      "y", "yep", "yeah", "yes please", "true", "sant", "stämmer", "absolut", "självklart", "givetvis", "naturligtvis",
      "of course", "certainly", "x", "xx", "on", "1", "✓", "✔", "✅", "☑", "√",
    ]
    let no = [
      "nej", "n", "nä", "nej tack", "nejdå", "nix", "icke", "absolut inte", "inte alls", "aldrig", "no", "nope",
      "no thanks", "not at all", "never", "false", "falskt", "stämmer inte", "stämmer ej", "off", "0", "☐",
    ]
    return Dictionary(yes.map { ($0, true) } + no.map { ($0, false) }, uniquingKeysWith: { a, _ in a })
  }()

  /// A word with which an answer takes back some of itself.
  private static let reservations: Set<String> = [
    "men", "delvis", "kanske", "ibland", "båda", "både", "eller", "om", "fast", "inte", "ej", "utom", "nästan", "snart",
    "mån", "viss", "vissa", "but", "partly", "maybe", "perhaps", "sometimes", "if", "not", "except", "or", "both",
    "some", "almost", "soon",
  ]
}

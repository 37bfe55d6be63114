/// A survey as its structure file tells it: groups, questions, parts, answers and languages, in the order of the pages.
struct LimeSurveyStructure: Sendable {
  /// By language, with its markup.
  typealias Texts = [String: String]

  /// A sub-question: a row of an array, a column of a two-way array, a box to tick.
  struct Part: Sendable {
    var id: String
    var code: String
    var texts: Texts
    var relevance: String
  }

  struct Answer: Sendable {
    var id: String
    var code: String
    var texts: Texts
  }

  struct Question: Sendable {
    var id: String
    var group: String
    var code: String
    var letter: String
    var texts: Texts
    var relevance: String
    /// There is a box for an answer in the respondent's own words.
    var hasOther: Bool
    var rows: [Part] = []
    /// Of two-way arrays only.
    var columns: [Part] = []
    /// One list, or two in a dual array.
    var answers: [[Answer]] = [[], []]
    /// Cells of a two-way array are boxes to tick.
    var isOfCheckBoxes = false
    /// Never on a page: filled in by the link or by a formula.
    var isHidden = false
    /// Shows only the rows that another question's answer picks.
    var isFiltered = false

    /// Nil for a type that we do not know.
    var kind: LimeSurveyKind? { LimeSurveyKind(rawValue: letter) }
  }

  struct Group: Sendable {
    var id: String
    var texts: Texts
    var relevance: String
  }

  var id: String
  /// The version of LimeSurvey's tables.
  var version: Int
  /// The base language first.
  var languages: [String]
  var title: Texts
  /// Languages in which respondents see a comma before decimals.
  var commaLanguages: Set<String>
  var groups: [Group]
  var questions: [Question]
}

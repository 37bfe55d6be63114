import ConfidentialRecords

/// What became of one response, before it is known whether it is the only one of its establishment.
package struct CleanedResponse: Sendable {
  package var employer = EmployerRecord()
  package var line = 0
  package var edits: [EditRecord] = []
  /// For each rule how often it held, broke, may break and did not apply.
  package var ruleCounts: [Int] = []
  /// Titles that a person should look at.
  package var listed: [ListedTitle] = []
  package var askAgain: [AskAgain] = []
  /// Of each of the employer's occupations the row of the questionnaire that it stood in.
  package var rows: [Int] = []
  /// The log of edits leads from the answers to the record.
  package var replays = true

  package init() {}

  package static func order(_ response: CleanedResponse) -> SortKey {
    SortKey([response.employer.enterprise, response.employer.establishment, response.employer.response])
  }
}

/// A title for the work list: one that no code could be put on, or only by likeness; or an answer that its question's
/// classification has no code for.
package struct ListedTitle: JSONObject, Hashable {
  /// The group of rows it stands in, or the classification.
  package var group = ""
  package var title = ""
  /// What it was coded as by likeness; `uncoded` otherwise.
  package var code = Occupation.uncoded
  /// Why there is no code.
  package var doubt: String?

  package init() {}
  package init(group: Concept.Repeat, title: String, code: String = Occupation.uncoded, doubt: String? = nil) {
    self.group = group.rawValue
    self.title = title
    self.code = code
    self.doubt = doubt
  }

  package init(_ classification: Classification, text: String, doubt: String?) {
    group = classification.rawValue
    title = text
    self.doubt = doubt
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("group", &group)
    try v.field("title", &title)
    try v.field("code", &code)
    try v.field("doubt", &doubt)
  }
}

/// One changed value: raw + edits = clean (EDT-06). `2-cleaned/edits`, in the order of the employers.
package struct EditRecord: Record {
  package static let schema = RecordSchema(name: "edit", version: 2)

  package var response = ""
  package var path = ""
  package var line: Int?
  /// Concept with horizon as rules write it, or the question's id.
  package var subject = ""
  package var row: Int?
  package var before = ""
  /// What stands there now: an answer as it would be written, a code, or the reason why there is none.
  package var after = ""
  /// The rule, decision or step that made the change.
  package var rule = ""
  package var reason = ""
  /// The role of changes that nobody decided.
  package static let program = "program"
  /// `program`, or the role of the person who decided.
  package var role = EditRecord.program
  /// The day of a person's decision; for the program the day the run counts from.
  package var date = ""
  /// The file and line of a person's decision, such as `decisions/corrections.csv:3`.
  package var decision: String?
  /// Other hard rules that the same change settles (EDT-03).
  package var alsoRules: [String]?
  /// What could have been taken out instead, with its row: `headcount/3`.
  package var alternative: [String]?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("response", &response)
    try v.field("path", &path)
    try v.field("line", &line)
    try v.field("subject", &subject)
    try v.field("row", &row)
    try v.field("before", &before)
    try v.field("after", &after)
    try v.field("rule", &rule)
    try v.field("reason", &reason)
    try v.field("role", &role)
    try v.field("date", &date)
    try v.field("decision", &decision)
    try v.field("alsoRules", &alsoRules)
    try v.field("alternative", &alternative)
  }
}

/// One changed value: raw + edits = clean (EDT-06). `2-cleaned/edits`.
package struct EditRecord: Record {
  package static let schema = RecordSchema(name: "edit", version: 1)

  package var response = ""
  package var path = ""
  package var line: Int?
  /// Concept with horizon as rules write it, or the question's id.
  package var subject = ""
  package var row: Int?
  package var before = ""
  package var after = ""
  /// The rule, decision or step that made the change.
  package var rule = ""
  package var reason = ""
  /// `program`, or the role of the person who decided.
  package var role = "program"

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
  }
}

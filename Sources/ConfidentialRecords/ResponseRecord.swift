@_exported import RecordValues

/// One questionnaire as it came in, answers as written, each with its place. `1-ingested/responses`.
///
/// Contact data is already removed. What the form did not show is not in `answers`; what it showed and nobody filled
/// in has no values.
package struct ResponseRecord: Record {
  package static let schema = RecordSchema(name: "response", version: 1)

  /// Key of the response: the file name without ending, or file name and row, such as `telephone-0017`.
  package var response = ""
  /// The source of study.yaml it belongs to.
  package var source = ""
  package var questionnaire = ""
  package var carrier = Carrier.htmlForm
  package var mode = Mode.web
  /// Where it stands: path within the data folder and line.
  package var path = ""
  package var line = 0
  /// The frame unit it says it is from, as written; clean looks it up.
  package var establishment = ""
  /// Form code as written, such as `kort`.
  package var form = ""
  /// Date as written.
  package var answered = ""
  /// Which rule decided the encoding, and what spoke against it (ING-03).
  package var encoding = ""
  package var encodingEvidence: String?
  /// The page ended before its end: what is there is kept, the rest is `notReached`.
  package var truncated: Bool?
  /// A contact field was filled in; its value was dropped (ING-06).
  package var contactPresent = false
  package var answers: [RawAnswer] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("response", &response)
    try v.field("source", &source)
    try v.field("questionnaire", &questionnaire)
    try v.field("carrier", &carrier)
    try v.field("mode", &mode)
    try v.field("path", &path)
    try v.field("line", &line)
    try v.field("establishment", &establishment)
    try v.field("form", &form)
    try v.field("answered", &answered)
    try v.field("encoding", &encoding)
    try v.field("encodingEvidence", &encodingEvidence)
    try v.field("truncated", &truncated)
    try v.field("contactPresent", &contactPresent)
    try v.field("answers", &answers)
  }
}

/// One answer as written.
package struct RawAnswer: JSONObject, Hashable {
  package var question = ""
  /// From 1 in a repeating group; nil for the employer's own questions.
  package var row: Int?
  /// One text as written, one or more chosen values, or none when it was left empty.
  package var values: [String] = []
  package var line: Int?

  package init() {}
  package init(question: String, row: Int? = nil, values: [String], line: Int? = nil) {
    self.question = question
    self.row = row
    self.values = values
    self.line = line
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("q", &question)
    try v.field("row", &row)
    try v.field("values", &values)
    try v.field("line", &line)
  }
}

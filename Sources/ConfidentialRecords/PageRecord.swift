/// A page that is no questionnaire, read by a description: its facts, and every sentence not among them.
/// `1-ingested/pages`, copied to `2-cleaned/pages`.
package struct PageRecord: Record {
  package static let schema = RecordSchema(name: "page", version: 2)

  package var page = ""
  package var path = ""
  package var description = ""
  /// Which rule decided the encoding, and what spoke against it (ING-03).
  package var encoding = ""
  package var encodingEvidence: String?
  package var title = ""
  package var fields: [PageField] = []
  /// Contact data stood here and was dropped.
  package var contactPresent = false
  /// Lines known as page furniture.
  package var boilerplateLines = 0
  /// Every sentence that is neither fact, section text nor boilerplate: nothing is silently dropped (ING-04).
  package var leftOver: [PageField] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("page", &page)
    try v.field("path", &path)
    try v.field("description", &description)
    try v.field("encoding", &encoding)
    try v.field("encodingEvidence", &encodingEvidence)
    try v.field("title", &title)
    try v.field("fields", &fields)
    try v.field("contactPresent", &contactPresent)
    try v.field("boilerplateLines", &boilerplateLines)
    try v.field("leftOver", &leftOver)
  }
}

/// One extracted fact or sentence of a page, with its line.
package struct PageField: JSONObject, Hashable {
  package var key = ""
  package var value = ""
  package var line: Int?
  package var feature: String?

  package init() {}
  package init(key: String, value: String, line: Int? = nil, feature: String? = nil) {
    self.key = key
    self.value = value
    self.line = line
    self.feature = feature
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("key", &key)
    try v.field("value", &value)
    try v.field("line", &line)
    try v.field("feature", &feature)
  }
}

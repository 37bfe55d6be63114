/// A fact that is no estimate: from a page, a decision or a permitted quotation. Folders 3 and 5.
package struct FactRecord: Record {
  package static let schema = RecordSchema(name: "fact", version: 1)

  package enum Kind: String, JSONEnumeration, Hashable {
    /// From a project page: `key` is the field.
    case project
    /// A respondent's own words, permitted and on the study's allow-list, without a key.
    case quotation
    /// Where data comes from, with its vintage.
    case source
  }

  package var kind = Kind.project
  package var key = ""
  package var value = ""
  package var feature = ""
  /// Page the fact stands on; never a response.
  package var page: String?

  package init() {}
  package init(kind: Kind, key: String, value: String, feature: String, page: String? = nil) {
    self.kind = kind
    self.key = key
    self.value = value
    self.feature = feature
    self.page = page
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("kind", &kind)
    try v.field("key", &key)
    try v.field("value", &value)
    try v.field("feature", &feature)
    try v.field("page", &page)
  }
}

/// How many records a stage read, used, changed or set aside, and why. Folders 3 and 5.
package struct ProcessRecord: Record {
  package static let schema = RecordSchema(name: "process", version: 1)

  /// `ingest`, `clean`, `aggregate`, `match`, `protect`.
  package var stage = ""
  /// What is counted: `responses in`, `rejected`, `edit`, `rule holds`, `uncoded titles`, …
  package var what = ""
  /// Rule, reason or source, where the count is of one.
  package var key: String?
  package var count = 0
  package var feature = ""

  package init() {}
  package init(stage: String, what: String, key: String? = nil, count: Int, feature: String) {
    self.stage = stage
    self.what = what
    self.key = key
    self.count = count
    self.feature = feature
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("stage", &stage)
    try v.field("what", &what)
    try v.field("key", &key)
    try v.field("count", &count)
    try v.field("feature", &feature)
  }
}

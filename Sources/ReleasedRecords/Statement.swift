/// A screened text that the report may print as it stands. `5-released/statements`.
package struct Statement: Record {
  package static let schema = RecordSchema(name: "statement", version: 1)

  /// Section of the report it belongs to.
  package var section = ""
  package var key = ""
  package var sv = ""
  package var en = ""
  package var feature = ""
  /// Ids of the cells whose values stand in the text.
  package var cells: [String] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("section", &section)
    try v.field("key", &key)
    try v.field("sv", &sv)
    try v.field("en", &en)
    try v.field("feature", &feature)
    try v.field("cells", &cells)
  }
}

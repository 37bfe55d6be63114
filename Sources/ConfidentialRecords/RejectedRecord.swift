/// What could not be used, and why: `1-ingested/rejected`, `2-cleaned/rejected`. Never what was written.
package struct RejectedRecord: Record {
  package static let schema = RecordSchema(name: "rejected", version: 1)

  package enum Reason: String, JSONEnumeration, Hashable {
    // Ingest
    case unreadableFile, notAQuestionnaire, emptyFile, tooLarge, brokenMarkup, brokenRow, noUnitKey, notAResponse
    // Clean
    case duplicate, notInFrame, notInSample, withdrawn, nothingAnswered, unknownQuestionnaire
  }

  package var path = ""
  package var line: Int?
  package var response: String?
  package var reason = Reason.unreadableFile
  /// For a duplicate: the response that was kept.
  package var inFavourOf: String?

  package init() {}
  package init(
    path: String, line: Int? = nil, response: String? = nil, reason: Reason, inFavourOf: String? = nil
  ) {
    self.path = path
    self.line = line
    self.response = response
    self.reason = reason
    self.inFavourOf = inFavourOf
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("path", &path)
    try v.field("line", &line)
    try v.field("response", &response)
    try v.field("reason", &reason)
    try v.field("inFavourOf", &inFavourOf)
  }
}

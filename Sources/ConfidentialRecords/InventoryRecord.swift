/// What a page says of an entry of an inventory, or of there being none (ING-12).
package enum InventoryStatus: String, JSONEnumeration, Hashable {
  /// There is an entry.
  case has
  /// It says that there is none.
  case none
  /// Nobody has said anything.
  case notAnswered
}

/// One course, measure, policy or the like as a page has it, values as written. `1-ingested/inventory`.
///
/// Contact data is already removed. A label that is not on the page is not in `fields`; one without a value is there
/// with an empty value.
package struct InventoryEntryRecord: Record {
  package static let schema = RecordSchema(name: "inventory-entry", version: 1)

  /// The inventory that the page description names, such as `courses`.
  package var inventory = ""
  /// The page description it was read by.
  package var description = ""
  /// Path of the page and running number: `inventory/salem.html#3`.
  package var entry = ""
  package var page = ""
  package var path = ""
  package var line: Int?
  package var status = InventoryStatus.has
  package var fields: [PageField] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("inventory", &inventory)
    try v.field("description", &description)
    try v.field("entry", &entry)
    try v.field("page", &page)
    try v.field("path", &path)
    try v.field("line", &line)
    try v.field("status", &status)
    try v.field("fields", &fields)
  }
}

/// One entry of an inventory, typed; or a hole: a municipality of the study that has none, or has not answered.
/// `2-cleaned/inventory`, by inventory, then the entries in the order of their pages, then the holes.
package struct InventoryRecord: Record {
  package static let schema = RecordSchema(name: "inventory", version: 1)

  package var inventory = ""
  /// As in `1-ingested`; nil for a municipality that no page speaks of.
  package var entry: String?
  /// Path within the data folder, and line.
  package var path: String?
  package var line: Int?
  package var status = InventoryStatus.has
  /// Four-digit code; nil when the entry names none that we know.
  package var municipality: String?
  package var name: String?
  /// In the order of the page description, `name` and `municipality` aside.
  package var values: [InventoryValue] = []

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("inventory", &inventory)
    try v.field("entry", &entry)
    try v.field("path", &path)
    try v.field("line", &line)
    try v.field("status", &status)
    try v.field("municipality", &municipality)
    try v.field("name", &name)
    try v.field("values", &values)
  }
}

/// One value of an entry, or the reason there is none. A label that the page does not have is `notAsked`.
package struct InventoryValue: JSONObject, Hashable {
  package var key = ""
  /// A count, such as seats.
  package var count: Quantity?
  /// Anything else: texts; a day, month or week as `2026-08-17`, `2026-08`, `2026-W34`, or `rolling`; `yes` or
  /// `no`.
  package var words: [String]?
  package var missing: MissingReason?

  package init() {}
  package init(key: String, count: Quantity) {
    self.key = key
    if let reason = count.missingReason { missing = reason } else { self.count = count }
  }
  package init(key: String, words: [String]) {
    self.key = key
    self.words = words
  }
  package init(key: String, missing: MissingReason) {
    self.key = key
    self.missing = missing
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("key", &key)
    try v.field("count", &count)
    try v.field("words", &words)
    try v.field("missing", &missing)
  }
}

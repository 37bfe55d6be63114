import ConfidentialRecords

/// What the stage read, kept, took out and set aside.
package struct IngestCounts: Hashable, Sendable {
  private var filesIn: [String: Int] = [:]
  private var rowsIn: [String: Int] = [:]
  private var responsesBySource: [String: Int] = [:]
  private var rejectedByReason: [RejectedRecord.Reason: Int] = [:]
  private var encodings: [String: Int] = [:]
  private var removed: ContactCounts
  private var respelt = RespeltCells()
  private var contactPresent = 0
  private var truncated = 0
  private var boilerplate = 0
  private var extracted = 0
  private var leftOver = 0
  private var entriesByInventory: [String: Int] = [:]

  private(set) var unreadableSources: Set<String> = []
  package private(set) var pages = 0
  package var responses: Int { responsesBySource.values.reduce(0, +) }
  package var rejected: Int { rejectedByReason.values.reduce(0, +) }
  /// Files and rows: `input = responses + pages + rejected`.
  package var input: Int { filesIn.values.reduce(0, +) + rowsIn.values.reduce(0, +) }

  /// - Parameter removed: contact data taken out of files' names.
  init(removed: ContactCounts = ContactCounts()) { self.removed = removed }

  mutating func add(_ ingested: Ingested, of source: String) {
    if ingested.filesIn > 0 { filesIn[source, default: 0] += ingested.filesIn }
    if ingested.rowsIn > 0 { rowsIn[source, default: 0] += ingested.rowsIn }
    for response in ingested.responses {
      responsesBySource[source, default: 0] += 1
      encodings[response.encoding, default: 0] += 1
      if response.contactPresent { contactPresent += 1 }
      if response.truncated == true { truncated += 1 }
    }
    for page in ingested.pages {
      pages += 1
      encodings[page.encoding, default: 0] += 1
      if page.contactPresent { contactPresent += 1 }
      boilerplate += page.boilerplateLines
      extracted += page.fields.count
      leftOver += page.leftOver.count
    }
    for entry in ingested.entries {
      entriesByInventory[entry.inventory, default: 0] += 1
      extracted += entry.fields.count
    }
    for rejected in ingested.rejected {
      rejectedByReason[rejected.reason, default: 0] += 1
      if rejected.reason == .unreadableFile { unreadableSources.insert(source) }
    }
    removed += ingested.removed
    respelt += ingested.respelt
  }

  /// For the report's sections on process and sources.
  package func records(frame: [FrameUnitRecord], vintage: String) -> [ProcessRecord] {
    var records: [ProcessRecord] = []
    func add(_ what: String, _ key: String? = nil, _ count: Int, _ feature: String) {
      records.append(ProcessRecord(stage: "ingest", what: what, key: key, count: count, feature: feature))
    }
    func add(_ what: String, _ counts: [String: Int], _ feature: String) {
      for (key, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        add(what, key, count, feature)
      }
    }
    add("frame units", vintage, frame.count, "ING-08")
    add("sample units", vintage, frame.count { $0.disposition != nil }, "ING-08")
    add("files in", filesIn, "ING-17")
    add("rows in", rowsIn, "ING-17")
    add("responses", responsesBySource, "ING-17")
    add("pages", nil, pages, "ING-17")
    for reason in RejectedRecord.Reason.allCases {
      if let count = rejectedByReason[reason] { add("rejected", reason.rawValue, count, "ING-17") }
    }
    add("cut-off pages", nil, truncated, "ING-17")
    add("encoding", encodings, "ING-03")
    if respelt.dates > 0 { add("cells of a spreadsheet", "dates", respelt.dates, "ING-02") }
    if respelt.wholeNumbers > 0 { add("cells of a spreadsheet", "wholeNumbers", respelt.wholeNumbers, "ING-02") }
    for kind in ContactRedaction.Kind.allCases { add("contact data removed", kind.rawValue, removed[kind], "ING-06") }
    add("contact fields filled in", nil, contactPresent, "ING-06")
    add("page lines known as furniture", nil, boilerplate, "ING-04")
    add("page facts and sentences", nil, extracted, "ING-04")
    add("page sentences left over", nil, leftOver, "ING-04")
    add("inventory entries", entriesByInventory, "ING-12")
    return records
  }
}

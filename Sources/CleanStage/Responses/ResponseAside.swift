import ConfidentialRecords

/// A cleaned response as it lies aside until all of them are there: what decides on it then, and beside it the lines
/// that are written if it is kept, as they will stand in the files. Most are written as they are, and never read.
///
/// It is one line, its parts with a tab between them, which JSON has none of: what decides, the employer, how the rules
/// came out, and every edit.
struct ResponseAside {
  /// What has to be known of a response once all are there.
  struct Decisive: JSONObject, Hashable {
    var enterprise = ""
    var establishment = ""
    var response = ""
    var path = ""
    var line = 0
    /// The key questions are answered.
    var isComplete = false
    var replays = true
    var listed: [ListedTitle] = []
    var askAgain: [AskAgain] = []
    /// Those that outlier rules look at; see `CountRatios.ratios(of:)`.
    var ratios: [[Double]] = []

    mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("enterprise", &enterprise)
      try v.field("establishment", &establishment)
      try v.field("response", &response)
      try v.field("path", &path)
      try v.field("line", &line)
      try v.field("isComplete", &isComplete)
      try v.field("replays", &replays)
      try v.field("listed", &listed)
      try v.field("askAgain", &askAgain)
      try v.field("ratios", &ratios)
    }
  }

  let decisive: Decisive
  private let parts: [ArraySlice<UInt8>]
  private static let separator = UInt8(ascii: "\t")

  static func write(_ cleaned: CleanedResponse, ratios: [[Double]], to writer: inout JSONWriter) {
    var decisive = Decisive()
    decisive.enterprise = cleaned.employer.enterprise
    decisive.establishment = cleaned.employer.establishment
    decisive.response = cleaned.employer.response
    decisive.path = cleaned.employer.path
    decisive.line = cleaned.line
    decisive.isComplete = cleaned.employer.isComplete
    decisive.replays = cleaned.replays
    decisive.listed = cleaned.listed
    decisive.askAgain = cleaned.askAgain
    decisive.ratios = ratios
    decisive.write(to: &writer)
    writer.endText(separator)
    cleaned.employer.write(to: &writer)
    writer.endText(separator)
    RuleOutcomes(counts: cleaned.ruleCounts, rows: cleaned.rows).write(to: &writer)
    for edit in cleaned.edits {
      writer.endText(separator)
      edit.write(to: &writer)
    }
    writer.endLine()
  }

  /// - Parameter line: without its newline.
  init(_ line: ArraySlice<UInt8>) throws(JSONError) {
    parts = line.parts(separatedBy: Self.separator)
    decisive = try Self.decode(Decisive.self, from: parts[0])
  }

  /// The line of `2-cleaned/employers`.
  var employer: ArraySlice<UInt8> { parts[1] }
  /// Those of `2-cleaned/edits`.
  var edits: ArraySlice<ArraySlice<UInt8>> { parts[3...] }

  /// The whole of it, read again.
  func cleaned() throws(JSONError) -> CleanedResponse {
    var cleaned = CleanedResponse()
    cleaned.employer = try Self.decode(EmployerRecord.self, from: employer)
    cleaned.line = decisive.line
    for edit in edits { cleaned.edits.append(try Self.decode(EditRecord.self, from: edit)) }
    let outcomes = try Self.decode(RuleOutcomes.self, from: parts[2])
    cleaned.ruleCounts = outcomes.counts
    cleaned.rows = outcomes.rows
    cleaned.listed = decisive.listed
    cleaned.askAgain = decisive.askAgain
    cleaned.replays = decisive.replays
    return cleaned
  }

  private static func decode<T: JSONValue>(_ type: T.Type, from part: ArraySlice<UInt8>) throws(JSONError) -> T {
    try part.withUnsafeBufferPointer { raw throws(JSONError) in
      try JSONReader.decode(type, from: UnsafeRawBufferPointer(raw))
    }
  }
}

/// What `CleanedResponse` says of rules and rows: an array of all counts, then one of the rows.
private struct RuleOutcomes: JSONValue {
  var counts: [Int] = []
  var rows: [Int] = []

  init() {}
  init(counts: [Int], rows: [Int]) {
    self.counts = counts
    self.rows = rows
  }

  mutating func read(from reader: inout JSONReader) throws(JSONError) {
    var lists: [[Int]] = []
    try lists.read(from: &reader)
    if lists.count == 2 { (counts, rows) = (lists[0], lists[1]) }
  }

  /// Number by number: there are hundreds, and hardly ever are they read.
  func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for list in [counts, rows] {
      writer.beginArray()
      for number in list { writer.write(number) }
      writer.endArray()
    }
    writer.endArray()
  }
}

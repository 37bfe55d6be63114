import RecordStreams

/// What a finished folder says about itself: what it holds, from what and by what it was made, and that
/// nothing was lost on the way. Keys in alphabetical order; no clock, no path of the machine.
package struct Manifest: JSONObject, Hashable {
  /// The day the run counted from, ISO.
  package var asOf = ""
  package var conservation: [Conservation] = []
  /// What was read of the data folder, in the order it was asked for.
  package var data: [Source] = []
  package var files: [File] = []
  package var inputs: [Input] = []
  /// The program's own options that alter the output.
  package var options: [String: String] = [:]
  package var producer = Producer()
  package var study = StudyContent()

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("asOf", &asOf)
    try v.field("conservation", &conservation)
    try v.field("data", &data)
    try v.field("files", &files)
    try v.field("inputs", &inputs)
    try v.field("options", &options)
    try v.field("producer", &producer)
    try v.field("study", &study)
  }

  /// A count that went in and the counts it came out as; they add up.
  package struct Conservation: JSONObject, Hashable {
    package var `in` = 0
    package var out: [String: Int] = [:]
    /// What is counted, such as `responses`.
    package var what = ""

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("in", &self.in)
      try v.field("out", &out)
      try v.field("what", &what)
    }
  }

  /// A file of the data folder, or all that match a pattern.
  package struct Source: JSONObject, Hashable {
    /// How many match; `nil` for one file named as such.
    package var files: Int?
    /// Relative to the data folder, as the study names it.
    package var path = ""
    /// `nil`: there was no such file, and none was needed.
    package var sha256: String?

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("files", &files)
      try v.field("path", &path)
      try v.field("sha256", &sha256)
    }
  }

  /// A file of this folder.
  package struct File: JSONObject, Hashable {
    package var bytes = 0
    /// Relative to this folder.
    package var name = ""
    /// `nil` for a file that holds no records.
    package var records: Int?
    package var schema: String?
    package var schemaVersion: Int?
    package var sha256 = ""

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("bytes", &bytes)
      try v.field("name", &name)
      try v.field("records", &records)
      try v.field("schema", &schema)
      try v.field("schemaVersion", &schemaVersion)
      try v.field("sha256", &sha256)
    }
  }

  /// A folder of an earlier stage, by the digest of its manifest.
  package struct Input: JSONObject, Hashable {
    package var folder = ""
    package var sha256 = ""

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("folder", &folder)
      try v.field("sha256", &sha256)
    }
  }

  package struct Producer: JSONObject, Hashable {
    package var name = ""
    package var version = 0

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("name", &name)
      try v.field("version", &version)
    }
  }

  /// The study's files that the program saw.
  package struct StudyContent: JSONObject, Hashable {
    /// Path from the folder that holds the studies to SHA-256.
    package var files: [String: String] = [:]
    package var id = ""
    /// Over all of them.
    package var sha256 = ""

    package init() {}

    package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("files", &files)
      try v.field("id", &id)
      try v.field("sha256", &sha256)
    }
  }
}

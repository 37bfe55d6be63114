/// What walks through a record's fields: the reader, the writer, or the one that lists them.
package protocol Visitor {
  /// Visits one field. `key` is plain ASCII without quotation marks; it is also the key in the file.
  mutating func field<T: JSONValue>(_ key: StaticString, _ value: inout T) throws(JSONError)
}

/// A value that stands in a record.
package protocol JSONValue: Sendable {
  /// The value a variable holds before it is read.
  init()
  mutating func read(from reader: inout JSONReader) throws(JSONError)
  func write(to writer: inout JSONWriter)
  /// True when the writer leaves the key out. A type whose `init()` is absent may be missing from a file.
  var isAbsent: Bool { get }
  /// What the value looks like in a file, for the field list.
  static var shape: JSONShape { get }
}

extension JSONValue {
  package var isAbsent: Bool { false }
  package static var shape: JSONShape { .other("\(Self.self)") }
}

/// A group of fields inside a record. One `fields` function is its reader, its writer and its field list.
package protocol JSONObject: JSONValue {
  /// Visits every field in the order of the file, handing on what the visitor throws and throwing nothing itself.
  mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError)
}

/// One line of an NDJSON file.
package protocol Record: JSONObject {
  static var schema: RecordSchema { get }
}

/// The name and version under which a record stands in a manifest.
package struct RecordSchema: Hashable, Sendable {
  package let name: String
  package let version: Int

  package init(name: String, version: Int) {
    self.name = name
    self.version = version
  }
}

extension JSONObject {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    try reader.readObject(into: &self)
  }

  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    var copy = self
    // The writer throws nothing, and `fields` throws only what its visitor throws.
    try? copy.fields(&writer)
    writer.endObject()
  }

  package static var shape: JSONShape { .object(fieldList) }
}

extension Int: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) { self = try reader.readInt() }
  package func write(to writer: inout JSONWriter) { writer.write(self) }
  package static var shape: JSONShape { .integer }
}

extension Double: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }
  package func write(to writer: inout JSONWriter) { writer.write(self) }
  package static var shape: JSONShape { .number }
}

extension Bool: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) { self = try reader.readBool() }
  package func write(to writer: inout JSONWriter) { writer.write(self) }
  package static var shape: JSONShape { .boolean }
}

extension String: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }
  package func write(to writer: inout JSONWriter) { writer.write(self) }
  package static var shape: JSONShape { .text }
}

/// `nil` is a key left out; on reading, a missing key and `null` are both `nil`.
extension Optional: JSONValue where Wrapped: JSONValue {
  package init() { self = nil }

  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    if try reader.readNull() {
      self = nil
    } else {
      var value = Wrapped()
      try value.read(from: &reader)
      self = value
    }
  }

  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.writeNull() }
  }

  package var isAbsent: Bool { self == nil }
  package static var shape: JSONShape { Wrapped.shape }
}

extension Array: JSONValue where Element: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    self = []
    try reader.beginArray()
    while try reader.nextElement() {
      var element = Element()
      do { try element.read(from: &reader) } catch { throw error.under("[\(count)]") }
      append(element)
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }

  package static var shape: JSONShape { .array(Element.shape) }
}

/// Written with its keys sorted by their UTF-8 bytes.
extension Dictionary: JSONValue where Key == String, Value: JSONValue {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    self = [:]
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard self[key] == nil else { throw reader.error(.duplicateKey).under(dictionaryKey: key) }
      var value = Value()
      do { try value.read(from: &reader) } catch { throw error.under(dictionaryKey: key) }
      self[key] = value
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (key, value) in self.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      writer.key(key)
      value.write(to: &writer)
    }
    writer.endObject()
  }

  package static var shape: JSONShape { .dictionary(Value.shape) }
}

/// A type of our own that stands as a text in the file; `init?(rawValue:)` may refuse one.
///
///     extension MunicipalityCode: JSONText {}
package protocol JSONText: JSONValue, RawRepresentable where RawValue == String {}

extension JSONText {
  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.position
    guard let value = Self(rawValue: try reader.readString()) else {
      throw JSONError(.refused(expected: Self.shape.words), at: start)
    }
    self = value
  }

  package func write(to writer: inout JSONWriter) { writer.write(rawValue) }
}

/// An enumeration that stands as a text; before it is read it holds its first case.
///
///     extension Sector: JSONEnumeration {}
package protocol JSONEnumeration: JSONText, CaseIterable {}

extension JSONEnumeration {
  package init() { self = Self.allCases[Self.allCases.startIndex] }
  package static var shape: JSONShape { .oneOf(allCases.map(\.rawValue)) }
}

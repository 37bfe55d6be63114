extension JSONReader {
  /// Reads an object into a value, whatever the order of its keys.
  mutating func readObject<T: JSONObject>(into value: inout T) throws(JSONError) {
    if keysAreInOrder {
      var pass = InOrderFields(reader: self)
      try pass.reader.beginObject()
      try value.fields(&pass)
      if pass.finish() {
        self = pass.reader
        return
      }
      // Once is enough: every later object of this text is indexed at once, so nothing is read over and over.
      keysAreInOrder = false
    }
    var pass = try IndexedFields(indexing: &self)
    try value.fields(&pass)
  }
}

/// Reads an object whose keys stand in the order of the schema, as in every file that our programs write: the
/// key expected next is compared where it should stand, and no key is ever made into a text.
///
/// A key that is not there is taken to be left out. If the object turns out to hold anything else in the end
/// (another order, unknown keys, a key twice), `finish` says so and the object is read again by `IndexedFields`.
struct InOrderFields: Visitor {
  var reader: JSONReader
  private var isFirst = true
  private var hasMissed = false

  init(reader: JSONReader) {
    self.reader = reader
  }

  mutating func field<T: JSONValue>(_ key: StaticString, _ value: inout T) throws(JSONError) {
    if hasMissed { return }
    if reader.skipKey(key, isFirst: isFirst) {
      isFirst = false
      do { try value.read(from: &reader) } catch { throw error.under(key.description) }
    } else {
      let none = T()
      if none.isAbsent { value = none } else { hasMissed = true }
    }
  }

  /// True when the object was read to its closing bracket.
  mutating func finish() -> Bool {
    if hasMissed { return false }
    return reader.closeObject()
  }
}

/// Reads an object with its keys in any order, after one pass that finds where each value stands.
struct IndexedFields: Visitor {
  private var reader: JSONReader
  private let start: Int
  private var offsets: [String: Int] = [:]

  /// Reads past the object, as strictly as if all of it were wanted.
  init(indexing reader: inout JSONReader) throws(JSONError) {
    reader.skipWhiteSpace()
    start = reader.position
    try reader.beginObject()
    self.reader = reader
    self.reader.keysAreInOrder = false
    while let key = try reader.nextKey() {
      guard offsets.updateValue(reader.position, forKey: key) == nil else {
        throw reader.error(.duplicateKey).under(dictionaryKey: key)
      }
      try reader.skipValue()
    }
  }

  mutating func field<T: JSONValue>(_ key: StaticString, _ value: inout T) throws(JSONError) {
    if let offset = offsets[key.description] {
      reader.position = offset
      do { try value.read(from: &reader) } catch { throw error.under(key.description) }
    } else {
      value = T()
      guard value.isAbsent else { throw JSONError(.missingKey(key.description), at: start) }
    }
  }
}

extension JSONReader {
  /// Reads past `key` and its colon if they are next, with the comma before them.
  fileprivate mutating func skipKey(_ key: StaticString, isFirst: Bool) -> Bool {
    var next = position
    if !isFirst {
      skipWhiteSpace(at: &next)
      guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { return false }
      next += 1
    }
    skipWhiteSpace(at: &next)
    let length = key.utf8CodeUnitCount
    guard next + length + 2 < bytes.count, bytes[next] == UInt8(ascii: "\"") else { return false }
    next += 1
    for i in 0..<length where bytes[next + i] != key.utf8Start[i] { return false }
    next += length
    guard bytes[next] == UInt8(ascii: "\"") else { return false }
    next += 1
    skipWhiteSpace(at: &next)
    guard next < bytes.count, bytes[next] == UInt8(ascii: ":") else { return false }
    position = next + 1
    isAtStart = false
    return true
  }

  fileprivate mutating func closeObject() -> Bool {
    skipWhiteSpace()
    guard byte == UInt8(ascii: "}") else { return false }
    isAtStart = false
    position += 1
    depth -= 1
    return true
  }
}

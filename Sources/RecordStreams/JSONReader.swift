/// Reads one JSON text, strictly by RFC 8259, front to back and without a tree.
///
/// The bytes are borrowed: a reader lives inside the closure that lent them. A value is read by asking for
/// what is expected; anything else is a `JSONError` with its byte offset. Refused besides malformed text: bytes
/// that are not UTF-8, half surrogate pairs, the same key twice, numbers no `Double` holds, and more than
/// `depthLimit` levels.
package struct JSONReader {
  /// Arrays and objects inside each other.
  package static let depthLimit = 64

  let bytes: UnsafeRawBufferPointer
  /// Bytes read so far.
  package internal(set) var position = 0
  var depth = 0
  /// True between an opening bracket and its first element.
  var isAtStart = false
  /// True until an object is met whose keys are not in the order of its schema; see `InOrderFields`.
  var keysAreInOrder = true

  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Reads the whole of a text as one value.
  package static func decode<T: JSONValue>(_ type: T.Type, from bytes: UnsafeRawBufferPointer) throws(JSONError) -> T {
    var reader = JSONReader(bytes)
    var value = T()
    try value.read(from: &reader)
    try reader.finish()
    return value
  }

  /// Demands that nothing but white space is left.
  package mutating func finish() throws(JSONError) {
    skipWhiteSpace()
    if position < bytes.count { throw error(.trailingBytes) }
  }

  /// An error at the current position.
  package func error(_ kind: JSONError.Kind) -> JSONError {
    JSONError(kind, at: position)
  }

  // MARK: Bytes

  /// The byte at the current position, and 0 (which no JSON text holds between values) past the end.
  var byte: UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  mutating func skipWhiteSpace() {
    skipWhiteSpace(at: &position)
  }

  func skipWhiteSpace(at position: inout Int) {
    while position < bytes.count, bytes[position] <= 0x20, isWhiteSpace(bytes[position]) { position += 1 }
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// What to say of a byte that cannot stand here.
  func unexpected() -> JSONError {
    error(position < bytes.count ? .unexpectedByte : .endsTooSoon)
  }

  /// The error for a value of another kind than the one asked for.
  func mismatch(expected: JSONKind) -> JSONError {
    var copy = self
    do {
      return error(.wrongKind(expected: expected, got: try copy.peekKind()))
    } catch {
      return error
    }
  }

  // MARK: Kinds and constants

  /// The kind of the next value, without reading it.
  package mutating func peekKind() throws(JSONError) -> JSONKind {
    skipWhiteSpace()
    switch byte {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw unexpected()
    }
  }

  package mutating func readBool() throws(JSONError) -> Bool {
    skipWhiteSpace()
    switch byte {
    case UInt8(ascii: "t"):
      try readWord("true")
      return true
    case UInt8(ascii: "f"):
      try readWord("false")
      return false
    default: throw mismatch(expected: .bool)
    }
  }

  /// Reads `null` if it is next, and says whether it was.
  package mutating func readNull() throws(JSONError) -> Bool {
    skipWhiteSpace()
    guard byte == UInt8(ascii: "n") else { return false }
    try readWord("null")
    return true
  }

  private mutating func readWord(_ word: StaticString) throws(JSONError) {
    for i in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[i] else { throw unexpected() }
      position += 1
    }
  }

  // MARK: Arrays and objects

  /// Begins an array; then `while try reader.nextElement() { … read one value … }`.
  package mutating func beginArray() throws(JSONError) {
    skipWhiteSpace()
    guard byte == UInt8(ascii: "[") else { throw mismatch(expected: .array) }
    try descend()
  }

  /// True when another element follows; false once the array has been closed.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try nextItem(closing: UInt8(ascii: "]"))
  }

  /// Begins an object; then `while let key = try reader.nextKey() { … read its value … }`.
  ///
  /// Whoever reads an object this way looks for keys that come twice.
  package mutating func beginObject() throws(JSONError) {
    skipWhiteSpace()
    guard byte == UInt8(ascii: "{") else { throw mismatch(expected: .object) }
    try descend()
  }

  /// The next key, with its colon read; `nil` once the object has been closed.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try nextItem(closing: UInt8(ascii: "}")) else { return nil }
    skipWhiteSpace()
    guard byte == UInt8(ascii: "\"") else { throw unexpected() }
    let key = try readString()
    skipWhiteSpace()
    guard byte == UInt8(ascii: ":") else { throw unexpected() }
    position += 1
    return key
  }

  private mutating func descend() throws(JSONError) {
    guard depth < Self.depthLimit else { throw error(.tooDeep) }
    depth += 1
    position += 1
    isAtStart = true
  }

  private mutating func nextItem(closing: UInt8) throws(JSONError) -> Bool {
    skipWhiteSpace()
    let isFirst = isAtStart
    isAtStart = false
    if byte == closing {
      position += 1
      depth -= 1
      return false
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw unexpected() }
      position += 1
    }
    return true
  }

  /// Reads past one value, as strictly as if it were wanted.
  package mutating func skipValue() throws(JSONError) {
    switch try peekKind() {
    case .number: _ = try readNumber()
    case .string: _ = try readString()
    case .bool: _ = try readBool()
    case .null: _ = try readNull()
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .object:
      _ = try IndexedFields(indexing: &self)
    }
  }
}

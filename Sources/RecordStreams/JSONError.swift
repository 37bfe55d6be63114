import Diagnostics

/// The kinds of value JSON has, told apart by their first byte.
package enum JSONKind: String, Hashable, Sendable {
  case number, string, array, object, bool, null
}

/// What is wrong with a piece of JSON, and where. It never holds what stood there.
package struct JSONError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case endsTooSoon
    case unexpectedByte
    case trailingBytes
    case wrongKind(expected: JSONKind, got: JSONKind)
    case missingKey(String)
    case duplicateKey
    case malformedNumber
    case numberOutOfRange
    case notAnInteger
    case invalidUTF8
    case invalidEscape
    case loneSurrogate
    case controlCharacter
    case tooDeep
    /// A value of the right kind that its type does not take.
    case refused(expected: String)
  }

  package let kind: Kind
  /// Bytes from the start of the line (or of the whole text) to the fault, from 0.
  package let offset: Int
  /// The way to the value, outermost first: `["answers", "Q7", "[2]"]`.
  package private(set) var path: [String] = []
  /// The line of the file, from 1, where the text is one line of a file.
  package var line: Int?

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The same error, seen from one step further out.
  package func under(_ key: String) -> JSONError {
    var error = self
    error.path.insert(key, at: 0)
    return error
  }

  /// A key that came from the file is named only if it has the looks of an identifier, so that
  /// nothing a person wrote is ever repeated.
  package func under(dictionaryKey key: String) -> JSONError {
    let isIdentifier = key.utf8.count <= 64 && key.utf8.allSatisfy(isIdentifierByte)
    return under(isIdentifier ? key : "…")
  }
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

import Diagnostics

extension JSONError {
  /// The error as it is shown: file, line, column in bytes, and never the content.
  package func problem(in path: String) -> Problem {
    Problem(
      .error, at: SourceLocation(path: path, line: line ?? 1, column: offset + 1),
      self.path.isEmpty ? summary : "\(summary), in \(keyPath)",
      expected: expected, got: got)
  }

  private var keyPath: String {
    path.reduce("") { $1.hasPrefix("[") || $0.isEmpty ? $0 + $1 : $0 + "." + $1 }
  }

  private var summary: String {
    switch kind {
    case .endsTooSoon: "the JSON ends too soon"
    case .unexpectedByte: "not JSON"
    case .trailingBytes: "more after the end of the JSON value"
    case .wrongKind: "a value of the wrong kind"
    case .missingKey(let key): "the key \(key) is missing"
    case .duplicateKey: "the same key twice in one object"
    case .malformedNumber: "not a JSON number"
    case .numberOutOfRange: "a number too large"
    case .notAnInteger: "a number with decimals where a whole one is due"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .invalidEscape: "an escape that JSON does not have"
    case .loneSurrogate: "half a surrogate pair"
    case .controlCharacter: "a control character inside a text"
    case .tooDeep: "arrays and objects too deep inside each other"
    case .refused: "a value that does not fit"
    }
  }

  private var expected: String? {
    switch kind {
    case .wrongKind(let expected, _): expected.words
    case .refused(let expected): expected
    case .tooDeep: "at most \(JSONReader.depthLimit) levels"
    default: nil
    }
  }

  private var got: String? {
    if case .wrongKind(_, let got) = kind { got.words } else { nil }
  }
}

extension JSONKind {
  fileprivate var words: String {
    switch self {
    case .number: "a number"
    case .string: "a text"
    case .array: "an array"
    case .object: "an object"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}

extension JSONShape {
  /// What is expected, in words.
  package var words: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "a text"
    case .oneOf(let values): "one of " + values.joined(separator: ", ")
    case .array(let element): "an array; each element: \(element.words)"
    case .dictionary(let value): "an object; each value: \(value.words)"
    case .object: "an object"
    case .other(let name): "a \(name)"
    }
  }
}

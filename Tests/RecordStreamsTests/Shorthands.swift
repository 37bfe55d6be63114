import RecordStreams

/// The text read as one value.
func decode<T: JSONValue>(_ type: T.Type, _ text: String) throws(JSONError) -> T {
  try decode(type, Array(text.utf8))
}

func decode<T: JSONValue>(_ type: T.Type, _ bytes: [UInt8]) throws(JSONError) -> T {
  try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
    try JSONReader.decode(type, from: UnsafeRawBufferPointer(buffer))
  }
}

func encode(_ value: some JSONValue) -> String {
  var writer = JSONWriter()
  value.write(to: &writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// The error of a text that must not be read.
func fault<T: JSONValue>(_ type: T.Type, _ text: String) -> JSONError? {
  fault(type, Array(text.utf8))
}

func fault<T: JSONValue>(_ type: T.Type, _ bytes: [UInt8]) -> JSONError? {
  do {
    _ = try decode(type, bytes)
    return nil
  } catch {
    return error
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

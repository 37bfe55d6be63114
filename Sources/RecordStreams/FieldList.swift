/// What a value looks like in a file.
package indirect enum JSONShape: Hashable, Sendable {
  case integer, number, boolean, text
  case oneOf([String])
  case array(JSONShape)
  case dictionary(JSONShape)
  case object([FieldDescription])
  case other(String)
}

/// One field of a record, as documentation and table headings need it.
package struct FieldDescription: Hashable, Sendable {
  package let key: String
  package let shape: JSONShape
  /// True when the key may be missing.
  package let isOptional: Bool
}

extension JSONObject {
  /// The fields in the order of the file. Not for a type that holds itself: its list would have no end.
  package static var fieldList: [FieldDescription] {
    var list = FieldLister()
    var blank = Self()
    // The lister throws nothing, and `fields` throws only what its visitor throws.
    try? blank.fields(&list)
    return list.fields
  }
}

private struct FieldLister: Visitor {
  var fields: [FieldDescription] = []

  mutating func field<T: JSONValue>(_ key: StaticString, _ value: inout T) {
    fields.append(FieldDescription(key: key.description, shape: T.shape, isOptional: T().isAbsent))
  }
}

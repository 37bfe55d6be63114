import RecordStreams

/// What `source` reads, a line of its file.
struct UnitRecord: Record {
  static let schema = RecordSchema(name: "unit", version: 1)

  var unit = ""
  var number = 0

  mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("unit", &unit)
    try v.field("number", &number)
  }
}

/// What `double` writes: sorted by unit.
struct DoubledRecord: Record {
  static let schema = RecordSchema(name: "doubled", version: 3)

  var unit = ""
  var doubled = 0

  mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("unit", &unit)
    try v.field("doubled", &doubled)
  }
}

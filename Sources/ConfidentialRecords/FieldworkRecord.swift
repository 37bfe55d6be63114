/// How the fieldwork went in one stratum, in units and in staff. `3-estimated/fieldwork`.
package struct FieldworkRecord: Record {
  package static let schema = RecordSchema(name: "fieldwork", version: 1)

  package var stratum = ""
  package var municipality = ""
  package var sector = Sector.private
  package var sizeClass = ""
  /// The response group the stratum was joined into (F1).
  package var group = ""
  package var frameUnits = 0
  package var frameEmployees = 0
  package var approached = 0
  package var approachedEmployees = 0
  package var answered = 0
  package var answeredEmployees = 0
  package var refused = 0
  package var noContact = 0
  package var ineligible = 0
  package var unknown = 0
  package var withdrawn = 0
  /// F1 weight of an answer of the group; nil when the group has none.
  package var weight: Double?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("stratum", &stratum)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("sizeClass", &sizeClass)
    try v.field("group", &group)
    try v.field("frameUnits", &frameUnits)
    try v.field("frameEmployees", &frameEmployees)
    try v.field("approached", &approached)
    try v.field("approachedEmployees", &approachedEmployees)
    try v.field("answered", &answered)
    try v.field("answeredEmployees", &answeredEmployees)
    try v.field("refused", &refused)
    try v.field("noContact", &noContact)
    try v.field("ineligible", &ineligible)
    try v.field("unknown", &unknown)
    try v.field("withdrawn", &withdrawn)
    try v.field("weight", &weight)
  }
}

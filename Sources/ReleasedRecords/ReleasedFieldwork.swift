/// Who was asked and who answered in one stratum: counts of units that no enterprise rule protects.
/// `5-released/fieldwork`.
package struct ReleasedFieldwork: Record {
  package static let schema = RecordSchema(name: "released-fieldwork", version: 1)

  package var stratum = ""
  package var municipality = ""
  package var sector = Sector.private
  package var sizeClass = ""
  package var group = ""
  package var frameUnits = 0
  package var approached = 0
  package var answered = 0
  package var refused = 0
  package var noContact = 0
  package var ineligible = 0
  /// Share of the approached units' employees who work at those that answered; nil where it would point at one.
  package var answeredStaffShare: Double?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("stratum", &stratum)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("sizeClass", &sizeClass)
    try v.field("group", &group)
    try v.field("frameUnits", &frameUnits)
    try v.field("approached", &approached)
    try v.field("answered", &answered)
    try v.field("refused", &refused)
    try v.field("noContact", &noContact)
    try v.field("ineligible", &ineligible)
    try v.field("answeredStaffShare", &answeredStaffShare)
  }
}

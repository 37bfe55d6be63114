/// How many units and employees the frame holds in one cell of municipality × sector × section × size class.
/// `2-cleaned/frame`, sorted. Units joined to another (one answer for several) are counted once; dominant employers
/// are counted apart, because they stand for themselves alone (F1).
package struct FrameCellRecord: Record {
  package static let schema = RecordSchema(name: "frame-cell", version: 1)

  package var municipality = ""
  package var sector = Sector.private
  package var section = ""
  package var sizeClass = ""
  package var stratum = ""
  package var units = 0
  package var employees = 0
  package var dominantUnits = 0
  package var dominantEmployees = 0

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("section", &section)
    try v.field("sizeClass", &sizeClass)
    try v.field("stratum", &stratum)
    try v.field("units", &units)
    try v.field("employees", &employees)
    try v.field("dominantUnits", &dominantUnits)
    try v.field("dominantEmployees", &dominantEmployees)
  }
}

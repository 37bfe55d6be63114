/// One unit of the sampling frame, with what the fieldwork did with it. `1-ingested/frame`, sorted by establishment.
package struct FrameUnitRecord: Record {
  package static let schema = RecordSchema(name: "frame-unit", version: 1)

  package var establishment = ""
  package var enterprise = ""
  package var holding: String?
  package var municipality = ""
  package var sector = Sector.private
  /// SNI 2007 division, two digits.
  package var division = ""
  package var employees = 0
  /// From the sample file; nil: the unit was not drawn.
  package var disposition: Disposition?
  package var joinedTo: String?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("establishment", &establishment)
    try v.field("enterprise", &enterprise)
    try v.field("holding", &holding)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("division", &division)
    try v.field("employees", &employees)
    try v.field("disposition", &disposition)
    try v.field("joinedTo", &joinedTo)
  }
}

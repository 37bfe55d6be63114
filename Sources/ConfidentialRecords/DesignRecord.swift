/// One approached unit and how the approach ended. `2-cleaned/design`, sorted by establishment.
package struct DesignRecord: Record {
  package static let schema = RecordSchema(name: "design", version: 1)

  package var establishment = ""
  /// Keyed enterprise, or the keyed holding where the frame has one: the contributor of the disclosure rules.
  package var enterprise = ""
  package var municipality = ""
  package var sector = Sector.private
  package var section = ""
  package var sizeClass = ""
  /// Municipality, sector and size class, such as `0181-private-10-19`: always the frame's.
  package var stratum = ""
  package var employees = 0
  package var disposition = Disposition.noContact
  /// Stands for itself alone (F1).
  package var dominant: Bool?
  /// The unit whose answer covers this one too; it then is no unit of its own.
  package var joinedTo: String?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("establishment", &establishment)
    try v.field("enterprise", &enterprise)
    try v.field("municipality", &municipality)
    try v.field("sector", &sector)
    try v.field("section", &section)
    try v.field("sizeClass", &sizeClass)
    try v.field("stratum", &stratum)
    try v.field("employees", &employees)
    try v.field("disposition", &disposition)
    try v.field("dominant", &dominant)
    try v.field("joinedTo", &joinedTo)
  }
}

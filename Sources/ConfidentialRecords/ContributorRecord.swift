/// Who stands behind a cell, for the disclosure rules (F25). `3-estimated/contributors`, one per estimate, same order.
///
/// A ratio has two: its denominator's stands in `denominator…`. Values are unweighted sums per enterprise of the
/// absolute contributions; totals are weighted.
package struct ContributorRecord: Record {
  package static let schema = RecordSchema(name: "contributors", version: 1)

  package var table = ""
  package var indicator = Indicator.staff
  /// `Domain.key`.
  package var domain = ""
  package var excludesDominant: Bool?
  package var numerator = Contributors()
  /// Only for shares.
  package var denominator: Contributors?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("table", &table)
    try v.field("indicator", &indicator)
    try v.field("domain", &domain)
    try v.field("excludesDominant", &excludesDominant)
    try v.field("numerator", &numerator)
    try v.field("denominator", &denominator)
  }
}

package struct Contributors: JSONObject, Hashable {
  /// Enterprises with a contribution other than 0 that the rules protect: sector not exempt, no waiver.
  package var enterprises = 0
  /// Of the exempt sectors, or with a waiver.
  package var unprotectedEnterprises = 0
  /// Σ w·|x| over protected enterprises, and over the others.
  package var total = 0.0
  package var unprotectedTotal = 0.0
  package var largestKey: String?
  package var largest = 0.0
  package var secondKey: String?
  package var second = 0.0
  /// Persons or units behind the cell, unweighted: what the person rule looks at.
  package var unweighted = 0.0

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("enterprises", &enterprises)
    try v.field("unprotectedEnterprises", &unprotectedEnterprises)
    try v.field("total", &total)
    try v.field("unprotectedTotal", &unprotectedTotal)
    try v.field("largestKey", &largestKey)
    try v.field("largest", &largest)
    try v.field("secondKey", &secondKey)
    try v.field("second", &second)
    try v.field("unweighted", &unweighted)
  }
}

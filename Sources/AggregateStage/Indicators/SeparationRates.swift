import ConfidentialRecords

/// How large a share of an occupation leaves it in a year, as a pinned table has it (F16).
package struct SeparationRates: Sendable {
  /// SSYK major group, or `all` for staff whose occupation is not known or has no row of its own.
  package static let all = "all"
  package static let columns = [
    ContextColumn("occupation", .code(among: (0...9).map(String.init) + [all])),
    ContextColumn("exits", .number(in: 0...0.1)), ContextColumn("transfers", .number(in: 0...0.1)),
    ContextColumn("origin", .code(among: ["own", "borrowed"])),
  ]

  /// By first digit.
  private let byGroup: [Int: Double]
  private let other: Double
  /// Rates that are not of the study's own place.
  package let borrowed: [String]

  /// - Returns: nil when the table has no row `all`: some staff would have no rate, which is not a rate of 0.
  package init?(_ table: ContextTable) {
    func rate(_ row: ContextTable.Row) -> Double { (row.number("exits") ?? 0) + (row.number("transfers") ?? 0) }
    guard let all = table.row(where: ["occupation": Self.all]) else { return nil }
    other = rate(all)
    byGroup = Dictionary(
      table.rows.compactMap { row in Int(row["occupation"]).map { ($0, rate(row)) } }, uniquingKeysWith: { a, _ in a })
    borrowed = table.rows.filter { $0["origin"] == "borrowed" }.map { $0["occupation"] }
  }

  /// Exits and transfers in a year, as a share of those employed, 0 to 0.2.
  func yearly(_ occupation: OccupationCode) -> Double { byGroup[occupation.group(digits: 1)] ?? other }
}

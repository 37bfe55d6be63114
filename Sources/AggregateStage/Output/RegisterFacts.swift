import ConfidentialRecords

/// The register's count of employed persons, for the report to hold the survey's staff against (EST-14).
package enum RegisterFacts {
  package static let feature = "EST-14"
  package static let key = ["municipality", "sector"]

  package static func columns(_ study: Study) -> [ContextColumn] {
    [
      ContextColumn("municipality", .code(among: study.municipalities)),
      ContextColumn("sector", .code(among: ["all"] + Sector.allCases.map(\.rawValue))),
      ContextColumn("employed", .number(in: 0...1e8)),
    ]
  }

  /// One for each row: `employment/0181/private` and the number of persons.
  package static func facts(_ table: ContextTable) -> [FactRecord] {
    table.rows.map { row in
      FactRecord(
        kind: .source, key: "employment/\(row["municipality"])/\(row["sector"])", value: row["employed"],
        feature: feature)
    }
  }
}

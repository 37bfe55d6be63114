import ConfidentialRecords

/// What a source outside the survey expects of occupations: the highest rung of the evidence ladder (FOR-12).
package struct JobOutlook: Sendable {
  package static func columns(_ study: Study) -> [ContextColumn] {
    [
      ContextColumn("occupation", .code(among: study.classifications.occupations.keys.sorted())),
      ContextColumn("change", .code(among: ["vanish", "appear"])), ContextColumn("source", .text),
    ]
  }

  private let rows: [(occupation: String, vanishes: Bool, source: String)]

  package init(_ table: ContextTable?) {
    rows = table?.rows.map { ($0["occupation"], $0["change"] == "vanish", $0["source"]) } ?? []
  }

  /// The first source, in the order of the table, that says the same of the occupation, of a group it belongs to, or
  /// of one that belongs to it.
  func source(for code: String, vanishes: Bool) -> (occupation: String, source: String)? {
    rows.first { row in
      row.vanishes == vanishes && (row.occupation.hasPrefix(code) || code.hasPrefix(row.occupation))
    }.map { ($0.occupation, $0.source) }
  }
}

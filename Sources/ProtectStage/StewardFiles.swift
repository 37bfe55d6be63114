import ConfidentialRecords

/// For authorised eyes: why each cell is as it is (DIS-14), and how far off a reader must stay (F26).
package enum StewardFiles {
  /// `disclosure-log.csv`: every cell that does not show its number.
  package static func disclosureLog(_ protected: Protected) -> [UInt8] {
    var csv = CSVWriter()
    csv.append([
      "cell", "status", "reason", "enterprises", "unprotected", "persons", "base_enterprises", "base_unprotected",
      "hidden_for",
    ])
    for entry in protected.entries {
      guard let reason = entry.reason else { continue }
      csv.append(row(entry.cell.id, entry.cell.status.rawValue, reason, entry.contributors, entry.secret))
    }
    for cell in protected.replaced {
      csv.append(row(cell.id, "replaced", .otherVersion, cell.contributors, nil))
    }
    return csv.takeBytes()
  }

  private static func row(
    _ id: String, _ status: String, _ reason: HidingReason, _ contributors: ContributorRecord?, _ secret: String?
  ) -> [CSVCell] {
    let (upper, lower) = (contributors?.numerator, contributors?.denominator)
    func count(_ value: Int?) -> CSVCell { value.map(CSVCell.integer) ?? .empty }
    return [
      .text(id), .text(status), .text(reason.rawValue), count(upper?.enterprises),
      count(upper?.unprotectedEnterprises), upper.map { .number($0.unweighted) } ?? .empty, count(lower?.enterprises),
      count(lower?.unprotectedEnterprises), secret.map(CSVCell.text) ?? .empty,
    ]
  }

  /// `protection-levels.csv`: for every secret and each cell that would give it away, the true value and U. `part` is
  /// the total itself, or the part of a share that the secret is.
  package static func protectionLevels(_ protected: Protected) -> [UInt8] {
    var csv = CSVWriter()
    csv.append(["cell", "part", "total", "value", "level"])
    let hiding = protected.hiding
    for (place, total) in hiding.linked.totals.enumerated() {
      guard let primary = hiding.primaries[place] else { continue }
      for cell in total.cells {
        let parts = hiding.linked.ofCell[cell]
        let part = parts.count == 1 ? "value" : parts[0] == place ? "numerator" : "denominator"
        csv.append([
          .text(hiding.cellIDs[cell]), .text(part), .text(total.id), .number(total.value),
          .number(primary.level),
        ])
      }
    }
    return csv.takeBytes()
  }
}

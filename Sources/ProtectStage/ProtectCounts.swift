import ConfidentialRecords
import ReleasedRecords

/// What the stage counts of its own work. These counts are released, so they say how much is hidden and never which of
/// it is a secret and which its cover: that stands in the steward's disclosure log.
package enum ProtectCounts {
  package static func process(_ protected: Protected, quotations: (shown: Int, withheld: Int)) -> [ProcessRecord] {
    func record(_ what: String, _ key: String? = nil, _ count: Int, _ feature: String) -> ProcessRecord {
      ProcessRecord(stage: "protect", what: what, key: key, count: count, feature: feature)
    }
    var counts = [
      record("cells in", nil, protected.entries.count + protected.replaced.count, "DIS-03"),
      record("replaced by the version without dominant employers", nil, protected.replaced.count, "DIS-15"),
    ]
    for status in ReleasedCell.Status.allCases {
      counts.append(record("cells", status.rawValue, protected.count(status), "DIS-11"))
    }
    counts += [
      record("statements", nil, protected.statements.count { $0.section != "excluded" }, "COD-07"),
      record("remarks of too few employers, not named", nil, protected.withheldRemarks, "COD-07"),
      record("quotations shown", nil, quotations.shown, "DIS-12"),
      record("quotations withheld", nil, quotations.withheld, "DIS-12"),
    ]
    return counts
  }
}

extension Protected {
  /// Printed cells with a status.
  package func count(_ status: ReleasedCell.Status) -> Int { entries.count { $0.cell.status == status } }
  package var replacedCount: Int { replaced.count }
  package var cellsIn: Int { entries.count + replaced.count }
}

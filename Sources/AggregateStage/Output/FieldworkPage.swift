import ConfidentialRecords

/// The page for those who run the fieldwork: who has answered in each stratum, in units and in staff (OPS-19).
/// For authorised eyes: it names no unit, but shows strata of any size.
package enum FieldworkPage {
  package static func markdown(_ records: [FieldworkRecord], study: Study) -> String {
    var lines = [
      "# Fieldwork, \(study.title.en)", "",
      "As of \(study.asOf). Dominant employers stand for themselves and are not in the table.", "",
      "| stratum | frame | approached | answered | rate | staff rate | refused | no contact | ineligible | unknown | withdrawn | weight |",
      "|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for record in records where record.approached > 0 {
      lines.append(
        "| \(record.stratum) | \(record.frameUnits) | \(record.approached) | \(record.answered)"
          + " | \(percent(record.answered, of: record.approached - record.ineligible))"
          + " | \(percent(record.answeredEmployees, of: record.approachedEmployees))"
          + " | \(record.refused) | \(record.noContact) | \(record.ineligible) | \(record.unknown)"
          + " | \(record.withdrawn) | \(record.weight.map(hundredths) ?? "–") |")
    }
    let missed = records.filter { $0.approached == 0 && $0.frameUnits > 0 }
    if !missed.isEmpty {
      lines += ["", "Not approached: " + missed.map(\.stratum).joined(separator: ", ") + "."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    whole > 0 ? "\(Int((100 * Double(part) / Double(whole)).rounded())) %" : "–"
  }

  private static func hundredths(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    let fraction = String(scaled % 100)
    return "\(scaled / 100).\(fraction.count == 1 ? "0" : "")\(fraction)"
  }
}

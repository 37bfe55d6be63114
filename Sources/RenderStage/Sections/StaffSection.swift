import ReleasedRecords

/// Whether staff grows or falls, at all employers, small ones too: "grows" only when the interval leaves out no change
/// (REP-05).
struct StaffSection {
  let report: Report

  private var words: Words { report.words }

  var values: [String: String] { ["growth": growth] }

  var growth: String {
    let lines = report.study.horizons.map { horizon in
      "- **\(words.within(horizon.years).uppercasedFirst)**: " + sentence(cell(horizon.years))
    }
    let without = report.without(report.study.horizons.map { cell($0.years) })
    return ([lines.joined(separator: "\n")] + without).joined(separator: "\n\n")
  }

  func cell(_ horizon: Int) -> ReleasedCell? { report.released.cell(.growth, Domain(horizon: horizon)) }

  func sentence(_ cell: ReleasedCell?) -> String {
    let range = cell.flatMap { words.spoken($0) }.map { words.pick(", med \($0) personer", ", by \($0) persons") } ?? ""
    switch cell?.change {
    case .positive: return words.pick("antalet anställda ökar\(range).", "the number of staff grows\(range).")
    case .negative:
      return words.pick(
        "antalet anställda minskar" + (cell.flatMap { words.interval($0) }.map { " (\($0) personer)." } ?? "."),
        "the number of staff falls" + (cell.flatMap { words.interval($0) }.map { " (\($0) persons)." } ?? "."))
    case nil:
      if cell?.status == .confidential {
        return words.pick(
          "om antalet anställda ökar eller minskar visas inte, av sekretess.",
          "whether the number of staff grows or falls is not shown, for confidentiality.")
      }
      let interval = cell.flatMap { $0.isSpeakable ? words.interval($0) : nil }.map { " (\($0))" } ?? ""
      return words.pick(
        "om antalet anställda ökar eller minskar går inte att säga\(interval).",
        "whether the number of staff grows or falls cannot be said\(interval).")
    }
  }
}

extension ReleasedCell {
  /// The sign of a change, where the interval leaves out no change; with grade C where the sign is decided.
  var change: Direction? {
    guard status == .shown else { return nil }
    switch grade {
    case .A, .B: return (low ?? 0) > 0 ? .positive : (high ?? 0) < 0 ? .negative : nil
    case .C: return direction
    case .D, nil: return nil
    }
  }
}

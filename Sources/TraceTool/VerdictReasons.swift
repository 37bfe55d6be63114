import ConfidentialRecords

/// Why a gap has its verdict (F18): the two ends over all scenarios, and what is not known.
struct VerdictReasons {
  let gap: GapRecord
  /// The report prints the ends of the gap; else only their signs are told.
  let isPrinted: Bool

  var lines: [String] {
    var lines = [gap.verdict.rawValue, FormulaText.verdict]
    if !gap.missingComponents.isEmpty {
      lines.append(
        "not known: \(gap.missingComponents.joined(separator: ", ")); then it is never stronger than undetermined")
    }
    if let low = gap.gapLow, let high = gap.gapHigh {
      let ends = isPrinted ? "G_L \(TraceText.number(low)), G_U \(TraceText.number(high))" : "G_L and G_U"
      lines.append(
        low > 0
          ? "\(ends): a shortage at both ends"
          : high < 0 ? "\(ends): a surplus at both ends" : "\(ends): the ends have different signs, so chance decides")
    }
    if isPrinted, let base = gap.gapBase, let error = gap.needStandardError {
      lines.append("base scenario \(TraceText.number(base)), standard error of the need \(TraceText.number(error))")
    }
    for scenario in gap.scenarios where isPrinted {
      if let low = scenario.low, let high = scenario.high {
        lines.append("scenario \(scenario.scenario): \(TraceText.number(low)) to \(TraceText.number(high))")
      }
    }
    if let other = gap.verdictWithoutOutliers {
      lines.append("without the answers marked as outliers: \(other.rawValue)")
    }
    if let other = gap.verdictWithoutFactors, other != gap.verdict {
      lines.append("with every external factor off: \(other.rawValue)")
    }
    return lines
  }
}

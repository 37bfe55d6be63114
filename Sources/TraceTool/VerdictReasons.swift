import ConfidentialRecords

/// Why a gap has its verdict (F18): on which side of 0 its ends lie, over all scenarios and in each, and what is not
/// known. The figures themselves are told where the report has them.
struct VerdictReasons {
  let gap: GapRecord

  var lines: [String] {
    var lines = [gap.verdict.rawValue, FormulaText.verdict]
    if !gap.missingComponents.isEmpty {
      lines.append(
        "not known: \(gap.missingComponents.joined(separator: ", ")); then it is never stronger than undetermined")
    }
    if let ends = ends(gap.gapLow, gap.gapHigh) { lines.append("over all scenarios: \(ends)") }
    for scenario in gap.scenarios {
      if let ends = ends(scenario.low, scenario.high) { lines.append("scenario \(scenario.scenario): \(ends)") }
    }
    if let base = gap.gapBase, let low = gap.gapLow, let high = gap.gapHigh, low <= 0, high >= 0 {
      let side = base > 0 ? "a shortage" : base < 0 ? "a surplus" : "neither"
      lines.append("base scenario: \(side); likely only where P(G > 0) is 0.9 or more, or 0.1 or less")
    }
    if gap.verdict == .undetermined, let high = gap.gapHigh, high < 0 {
      lines.append("the need leaves employers out who draw on the same supply: no surplus is claimed")
    }
    if gap.grade == .D { lines.append("grade D: nothing is claimed in the report") }
    if let other = gap.verdictWithoutOutliers {
      lines.append("without the answers marked as outliers: \(other.rawValue)")
    }
    if let other = gap.verdictWithoutFactors, other != gap.verdict {
      lines.append("with every external factor off: \(other.rawValue)")
    }
    return lines
  }

  private func ends(_ low: Double?, _ high: Double?) -> String? {
    guard let low, let high else { return nil }
    return low > 0
      ? "a shortage at both ends" : high < 0 ? "a surplus at both ends" : "the ends lie on either side of 0, or on it"
  }
}

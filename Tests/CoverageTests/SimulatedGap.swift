import ConfidentialRecords

@testable import MatchStage

/// The verdict on a gap, and what the gap truly is.
struct SimulatedGap {
  var verdict: Verdict
  var truth: Double

  /// Supply is made up beside the true need: from too little to too much, its scenarios around what comes true.
  static func all(
    _ study: Study, truths: [EstimateRecord], given: [EstimateRecord], _ chance: inout Chance
  ) throws -> [SimulatedGap] {
    let needs = truths.filter { Matcher.isNeed($0) && $0.occupation != nil }
    var supply: [Domain: Double] = [:]
    var lines = ["municipality,occupation,horizon,component,low,base,high,source,date"]
    for need in needs {
      guard let occupation = need.occupation, let horizon = need.horizon else { continue }
      let base = max(0, (need.estimate ?? 0) * chance.between(0.3, 1.7)).rounded()
      let (low, high) = ((base * 0.9).rounded(.down), (base * 1.1).rounded(.up))
      supply[need.domain] = chance.between(low, high)
      for component in SupplyComponent.allCases {
        let amounts = component == .seekersReady ? "\(low),\(base),\(high)" : "0,0,0"
        lines.append(
          "\(Municipality.code),\(occupation),\(horizon),\(component.rawValue),\(amounts),Register,2025-12-31")
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    let table = try SupplyReader.read(CSVReader(bytes: Array(text.utf8)), path: "supply.csv", study: study)
    let gaps = Matcher(study: study, supply: table).gaps(of: given)
    let need = Dictionary(needs.map { ($0.domain, $0.estimate ?? 0) }, uniquingKeysWith: { first, _ in first })
    return gaps.compactMap { gap in
      let domain = Domain(occupation: gap.occupation, horizon: gap.horizon)
      guard let need = need[domain], let supply = supply[domain] else { return nil }
      return SimulatedGap(verdict: gap.verdict, truth: need - supply)
    }
  }
}

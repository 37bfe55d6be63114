import ConfidentialRecords

/// What the stage counts of its own work. Verdicts are not counted here: which of them may be told is for protect to say.
package enum MatchCounts {
  package static func process(_ gaps: [GapRecord], supply: SupplyTable) -> [ProcessRecord] {
    var counts = [
      ProcessRecord(stage: "match", what: "amounts of supply", count: supply.count, feature: "SUP-01"),
      ProcessRecord(stage: "match", what: "needs matched", count: gaps.count, feature: "FOR-05"),
    ]
    for component in SupplyComponent.allCases {
      let missing = gaps.count { $0.missingComponents.contains(component.rawValue) }
      counts.append(
        ProcessRecord(
          stage: "match", what: "component missing", key: component.rawValue, count: missing, feature: "FOR-05"))
    }
    return counts
  }
}

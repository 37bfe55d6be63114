import ConfidentialRecords
import Diagnostics

/// Says of each headline what editing and outliers did to it.
package struct EditingEffects {
  private let aggregator: Aggregator
  private let sums: AggregateSums
  private let headlines: Aggregator

  package init(aggregator: Aggregator, sums: AggregateSums) {
    self.aggregator = aggregator
    self.sums = sums
    headlines = aggregator.forHeadlines
  }

  /// In the order of the headlines, then of the domains. Empty where a study asks for none of them.
  package func records() throws(StageFailure) -> [EditingRecord] {
    let (whole, reduced) = (EstimateBuilder(aggregator: aggregator), EstimateBuilder(aggregator: headlines))
    var records: [EditingRecord] = []
    for key in sums.headlines.unedited.keys.sorted() {
      let domain = headlines.plan.domain(of: key)
      let wholeKey = aggregator.headlines.whole(key)
      var record = EditingRecord()
      record.edited = try whole.estimate(
        wholeKey, domain: domain, sums: sums.cells[wholeKey], bases: sums.bases)
      record.unedited = try reduced.estimate(
        key, domain: domain, sums: sums.headlines.unedited[key], bases: sums.bases
      ).estimate
      record.withoutOutliers = try reduced.estimate(
        key, domain: domain, sums: sums.headlines.withoutOutliers[key], bases: sums.bases)
      record.behindEdits = sums.headlines.edits[key]?.behind.contributors ?? Contributors()
      record.behindOutliers = sums.headlines.outliers[key]?.behind.contributors ?? Contributors()
      record.rules = rules(of: key)
      records.append(record)
    }
    return records
  }

  /// Those that moved it most first.
  private func rules(of key: CellKey) -> [RuleEffect] {
    let effects = (sums.headlines.rules[key] ?? [:]).map { rule, change in
      var effect = RuleEffect()
      effect.rule = rule
      effect.change = change.sum.value
      effect.behind = change.behind.contributors
      return effect
    }
    return effects.sorted { (-abs($0.change), $0.rule) < (-abs($1.change), $1.rule) }
  }
}

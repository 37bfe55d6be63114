import ConfidentialRecords
import SurveyStatistics

/// The headlines added up a second and a third time: unedited, and without outliers. Memory is the number of headlines.
struct HeadlineSums: Sendable {
  /// What an employer changed, added up over employers.
  struct Change: Sendable {
    private(set) var sum = CompensatedSum()
    private(set) var behind = EnterpriseTally()

    mutating func add(_ amount: Double, of employer: EmployerUpdate) {
      sum += employer.weight * amount
      behind.add(
        amount, weight: employer.weight, enterprise: employer.enterprise, isProtected: employer.isProtected)
    }
  }

  private let plan: HeadlinePlan
  private(set) var unedited: CellTable
  private(set) var withoutOutliers: CellTable
  private(set) var edits: [CellKey: Change] = [:]
  private(set) var outliers: [CellKey: Change] = [:]
  private(set) var rules: [CellKey: [String: Change]] = [:]
  private(set) var nonresponse: NonresponseSums

  init(plan: HeadlinePlan, weighting: Weighting) {
    self.plan = plan
    nonresponse = NonresponseSums(plan: plan, weighting: weighting)
    unedited = CellTable(plan: plan.domains)
    withoutOutliers = CellTable(plan: plan.domains)
  }

  /// - Parameter variants: nil for an employer of whom nothing was edited or marked.
  mutating func add(_ employer: EmployerUpdate, _ variants: EmployerVariants?) {
    guard !plan.domains.groupings.isEmpty else { return }
    let edited = plan.reduced(employer)
    nonresponse.add(edited)
    unedited.add(variants?.unedited.map { edited.with($0) } ?? edited)
    withoutOutliers.add(variants?.withoutOutliers.map { edited.with($0) } ?? edited)
    guard let variants else { return }
    if let before = variants.unedited {
      for (key, change) in changes(from: before, to: edited) { edits[key, default: Change()].add(change, of: employer) }
    }
    for (rule, before) in variants.withoutRule {
      for (key, change) in changes(from: before, to: edited) {
        rules[key, default: [:]][rule, default: Change()].add(change, of: employer)
      }
    }
    if let without = variants.withoutOutliers {
      for (key, change) in changes(from: without, to: edited) {
        outliers[key, default: Change()].add(change, of: employer)
      }
    }
  }

  /// By cell, in the order of the cells.
  private func changes(
    from before: EmployerVariants.Entries, to after: EmployerUpdate
  ) -> [(key: CellKey, change: Double)] {
    var changes: [CellKey: Double] = [:]
    for (entries, sign) in [(after.entries, 1.0), (before.entries, -1.0)] {
      for entry in entries {
        for grouping in plan.domains.groupingsOfSlot[entry.slot] {
          let key = plan.domains.key(
            slot: entry.slot, grouping: grouping, place: after.place, occupation: entry.occupation)
          changes[key, default: 0] += sign * entry.y.value
        }
      }
    }
    // What differs by rounding alone is no change.
    return changes.filter { abs($0.value) > 1e-9 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

import ConfidentialRecords

/// What the input adds up to. Memory is the number of cells, not of answers; employers are added one by one in the
/// order of the input, so that the sums are the same whatever the number of cores.
package struct AggregateSums: Sendable {
  private let plan: DomainPlan
  private(set) var cells: CellTable
  private(set) var bases = BaseCounts()
  private(set) var modes = ModeComparison()
  private(set) var headlines: HeadlineSums
  private(set) var products: ItemProducts
  /// Dominant employers without a waiver, kept whole: there are few.
  private(set) var aside: [EmployerRecord] = []
  private(set) var calls = CallCandidates()
  /// The latest day of an answer; nil where none has one.
  private(set) var lastAnswer: String?
  /// Answers used.
  package private(set) var employers = 0

  init(plan: DomainPlan, headlines: HeadlinePlan, weighting: Weighting) {
    self.plan = plan
    self.headlines = HeadlineSums(plan: headlines, weighting: weighting)
    cells = CellTable(plan: plan)
    products = ItemProducts(slots: plan.slots)
  }

  /// Adds the part of the input that follows.
  package mutating func add(_ part: EmployerUpdates) {
    for (place, update) in part.updates.enumerated() {
      add(update)
      headlines.add(update, part.variants[place])
    }
    aside += part.aside
    if let latest = part.lastAnswer { lastAnswer = lastAnswer.map { max($0, latest) } ?? latest }
    for call in part.calls { calls.add(call) }
    employers += part.updates.count + part.aside.count
  }

  mutating func add(_ employer: EmployerUpdate) {
    bases.add(employer.place, group: employer.group, hasLongForm: employer.hasLongForm, plan: plan)
    modes.add(employer.entries, slots: plan.slots, mode: employer.mode, group: employer.group)
    cells.add(employer)
    products.add(employer.entries, group: employer.group)
  }
}

import ConfidentialRecords

/// What one employer adds, ready to be added: its place, its weight, and its entries by occupation. Made on any core.
package struct EmployerUpdate: Sendable {
  let place: DomainPlan.Place
  let group: Int
  let weight: Double
  let enterprise: String
  let isProtected: Bool
  let hasLongForm: Bool
  let mode: Mode
  let added: EmployerEntries
  var entries: [EmployerContributions.Entry] { added.entries }
}

/// The updates of a part of the input, and the dominant employers in it that are kept apart.
package struct EmployerUpdates: Sendable {
  var updates: [EmployerUpdate] = []
  /// By place among the updates.
  var variants: [Int: EmployerVariants] = [:]
  /// Printed with and without: they are added last, to cells that are whole without them (F25).
  var aside: [EmployerRecord] = []
  var lastAnswer: String?
  /// Employers whom a call could make better known.
  var calls: [CallCandidate] = []
}

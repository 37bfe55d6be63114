import ConfidentialRecords

/// What a part of the input, or all of it, adds up to. Memory is the number of cells, not of answers.
package struct AggregateSums: Sendable {
  private let partOfInput: Bool
  private(set) var cells: [CellKey: CellSums] = [:]
  var bases = BaseCounts()
  var modes = ModeComparison()
  /// Dominant employers without a waiver, kept whole: there are few.
  private(set) var aside: [EmployerRecord] = []
  /// Answers used.
  package private(set) var employers = 0

  package init(partOfInput: Bool = false) { self.partOfInput = partOfInput }

  mutating func setAside(_ employer: EmployerRecord) {
    aside.append(employer)
    employers += 1
  }

  mutating func add(
    _ key: CellKey, y: Contribution, x: Contribution, group: Int, weight: Double, enterprise: String,
    isProtected: Bool
  ) {
    cells[key, default: CellSums(partOfInput: partOfInput)].add(
      y: y, x: x, group: group, weight: weight, enterprise: enterprise, isProtected: isProtected)
  }

  mutating func countEmployer() { employers += 1 }

  /// Adds the sums of the part of the input that follows.
  package mutating func merge(_ later: AggregateSums) {
    for (key, part) in later.cells { cells[key, default: CellSums(partOfInput: partOfInput)].merge(part) }
    bases.merge(later.bases)
    modes.merge(later.modes)
    aside += later.aside
    employers += later.employers
  }
}

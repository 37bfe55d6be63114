import ConfidentialRecords

/// Chooses, once for the whole release, whether figures are printed with the dominant employers that have given no
/// waiver, or without them (F25).
///
/// Two versions of one figure, or figures with and without in tables that hang together, would give the difference
/// away, and the difference is such an employer's own figure. So there are two groups, and each is printed in one
/// version throughout:
///
/// - Counts and shares of employers, in which a dominant employer is one like any other: always with.
/// - All that counts or weighs persons or posts: without, as soon as one cell of the group is unsafe with the dominant
///   employers and safe without; else with. A cell that has nothing of theirs is the same in both and bears no mark.
struct DominantVersions: Sendable {
  /// Figures of persons and posts are printed without the dominant employers.
  let leavesOut: Bool

  init(_ cells: [InputCell], rules: EnterpriseRules) {
    var without: [Key: InputCell] = [:]
    for cell in cells where cell.leavesDominantOut { without[Key(cell)] = cell }
    leavesOut = cells.contains { cell in
      guard !cell.leavesDominantOut, !cell.indicator.countsEmployers, let twin = without[Key(cell)] else {
        return false
      }
      return !Self.isSafe(cell, rules) && Self.isSafe(twin, rules)
    }
  }

  /// The cells to be printed, in the order given, and those whose other version is printed.
  func choose(_ cells: [InputCell]) -> (printed: [InputCell], replaced: [InputCell]) {
    let hasTwin = Set(cells.filter(\.leavesDominantOut).map(Key.init))
    var printed: [InputCell] = []
    var replaced: [InputCell] = []
    for cell in cells {
      let wantsWithout = leavesOut && !cell.indicator.countsEmployers && hasTwin.contains(Key(cell))
      if cell.leavesDominantOut == wantsWithout { printed.append(cell) } else { replaced.append(cell) }
    }
    return (printed, replaced)
  }

  private struct Key: Hashable {
    var table: String
    var indicator: Indicator
    var domain: Domain

    init(_ cell: InputCell) {
      table = cell.estimate.table
      indicator = cell.indicator
      domain = cell.estimate.domain
    }
  }

  private static func isSafe(_ cell: InputCell, _ rules: EnterpriseRules) -> Bool {
    [cell.contributors.numerator, cell.contributors.denominator].compactMap(\.self)
      .allSatisfy { rules.reason(toHide: $0) == nil }
  }
}

import ConfidentialRecords

/// Headlines that can be reckoned from one another at a horizon: posts to fill less retirements leave growth and other
/// leavers. What is told of them is told of all or of none.
struct LinkedFigures: Hashable {
  private var family: Int
  private var horizon: Int?

  private static let families: [Set<Indicator>] = [
    [.retirements, .occupationGrowth, .postsToFill, .replacementNeed]
  ]

  init(_ indicator: Indicator, horizon: Int?) {
    family =
      Self.families.firstIndex { $0.contains(indicator) }
      ?? Self.families.count + (Indicator.allCases.firstIndex(of: indicator) ?? 0)
    self.horizon = horizon
  }
}

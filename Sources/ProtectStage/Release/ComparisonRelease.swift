import ConfidentialRecords
import ReleasedRecords
import SurveyStatistics

/// What may be said of differences (F48): of two cells that are both shown in figures, and with Holm's correction over
/// all such pairs of the family.
///
/// Nothing hidden takes part, neither in a family nor in a rank, so that nothing hidden can be placed above or below
/// what is shown. Of a figure's two versions the printed one is compared.
package struct ComparisonRelease {
  /// Of a whole family: that it claims something where nothing differs.
  private static let level = 0.05

  package let contrasts: [ReleasedContrast]
  package let ranks: [ReleasedRank]

  private struct Place: Hashable {
    var indicator: Indicator
    var domain: String
  }

  package init(_ records: [ContrastRecord], protected: Protected) {
    let cells = protected.cells.filter { $0.status == .shown && ($0.grade == .A || $0.grade == .B) }
    let printed = Dictionary(
      cells.map { (Place(indicator: $0.indicator, domain: $0.domain.key), $0) }, uniquingKeysWith: { first, _ in first }
    )
    var families: [String] = []
    var members: [String: [(record: ContrastRecord, first: ReleasedCell, second: ReleasedCell)]] = [:]
    for record in records {
      guard let first = printed[Place(indicator: record.indicator, domain: record.first)],
        let second = printed[Place(indicator: record.indicator, domain: record.second)],
        (record.excludesDominant == true) == (protected.leavesDominantOut && !record.indicator.countsEmployers)
      else { continue }
      if members[record.family] == nil { families.append(record.family) }
      members[record.family, default: []].append((record, first, second))
    }
    var contrasts: [ReleasedContrast] = []
    var ranks: [ReleasedRank] = []
    for family in families {
      let own = members[family] ?? []
      let released = Self.adjusted(own.map { ($0.record, $0.first.id, $0.second.id) })
      contrasts += released
      // Places are told of one measure, not of several side by side.
      if family.contains("/") { ranks += Self.ranks(released) }
    }
    self.contrasts = contrasts
    self.ranks = ranks
  }

  private static func adjusted(
    _ members: [(record: ContrastRecord, first: String, second: String)]
  ) -> [ReleasedContrast] {
    let adjusted = holmAdjusted(members.map(\.record.pValue))
    return zip(members, adjusted).map { member, p in
      var released = ReleasedContrast()
      released.family = member.record.family
      released.indicator = member.record.indicator
      released.first = member.first
      released.second = member.second
      released.comparisons = members.count
      if p < level { released.direction = member.record.difference > 0 ? .positive : .negative }
      released.adjustedP = (p * 1000).rounded(.up) / 1000
      released.feature = member.record.feature
      return released
    }
  }

  private static func ranks(_ contrasts: [ReleasedContrast]) -> [ReleasedRank] {
    var cells: [String] = []
    var above: [String: Set<String>] = [:]
    for contrast in contrasts {
      for cell in [contrast.first, contrast.second] where !cells.contains(cell) { cells.append(cell) }
      switch contrast.direction {
      case .positive: above[contrast.first, default: []].insert(contrast.second)
      case .negative: above[contrast.second, default: []].insert(contrast.first)
      case nil: break
      }
    }
    let intervals = rankIntervals(of: cells.count) { above[cells[$0]]?.contains(cells[$1]) ?? false }
    return zip(cells, intervals).map { cell, interval in
      var rank = ReleasedRank()
      rank.family = contrasts[0].family
      rank.indicator = contrasts[0].indicator
      rank.cell = cell
      (rank.first, rank.last, rank.of) = (interval.first, interval.last, cells.count)
      rank.feature = contrasts[0].feature
      return rank
    }
  }
}

extension Protected {
  /// Figures of persons and posts are printed without the dominant employers that have given no waiver.
  fileprivate var leavesDominantOut: Bool { replaced.contains { !$0.leavesDominantOut } }
}

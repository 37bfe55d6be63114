/// The places that one of *n* may have when only sure differences count (F48).
///
///     [1 + #surely above, n − #surely below]
///
/// Two whose difference is not sure share places: that is a tie, and is shown as one.
///
/// - Unit: places, the largest value first.
/// - Source: rule of this project (F48), on Holm-adjusted pairwise comparisons: with these all
///   intervals hold their true place at once with the probability of the family.
package struct RankInterval: Hashable, Sendable {
  package var first: Int
  package var last: Int

  package init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// One place and no other.
  package var isDecided: Bool { first == last }
}

/// The rank intervals of *n* values.
///
/// - Parameter isSurelyAbove: whether the first is surely larger than the second; never both ways round.
/// - Complexity: O(*n*²) questions.
package func rankIntervals(of count: Int, isSurelyAbove: (Int, Int) -> Bool) -> [RankInterval] {
  (0..<max(0, count)).map { own in
    let others = (0..<count).filter { $0 != own }
    return RankInterval(
      first: 1 + others.count { isSurelyAbove($0, own) }, last: count - others.count { isSurelyAbove(own, $0) })
  }
}

/// A cell of the frame that was approached on its own.
package struct FrameStratum: Hashable, Sendable {
  package var municipality: String
  package var sector: String
  /// Rank of the size class, smallest first.
  package var sizeClass: Int
  /// N_h, m_h, o_h.
  package var counts: ResponseGroup

  package init(municipality: String, sector: String, sizeClass: Int, counts: ResponseGroup) {
    self.municipality = municipality
    self.sector = sector
    self.sizeClass = sizeClass
    self.counts = counts
  }
}

/// One step of the joining: which strata were too thin, and what they were put together with.
package struct GroupJoin: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    case nextSmallerSize, nextLargerSize, otherSector
  }
  /// Places in the input of the strata that were too thin, ascending.
  package var strata: [Int]
  /// Places in the input of those they were joined with, ascending.
  package var joinedWith: [Int]
  package var answers: Int
  package var reason: Reason

  package init(strata: [Int], joinedWith: [Int], answers: Int, reason: Reason) {
    self.strata = strata
    self.joinedWith = joinedWith
    self.answers = answers
    self.reason = reason
  }
}

/// The response groups after joining: which group each stratum belongs to, and every join in the order made.
package struct JoinedGroups: Hashable, Sendable {
  /// Parallel to the strata given.
  package var groupOfStratum: [Int]
  /// By municipality, sector and size class of their first stratum.
  package var groups: [ResponseGroup]
  package var joins: [GroupJoin]
}

/// Joins strata into response groups until each is complete or holds the minimum number of answers.
///
/// A group is too thin when m_g < minimum and some of its units are not observed. From the largest size class
/// down, a thin group is joined with the next smaller size class of its municipality and sector, again and again
/// until it is thick enough; one without a smaller, with the next larger. A sector that is too thin as a whole goes to the group with the nearest size
/// class in another sector of the municipality (of equally near ones, the smaller class, then the first sector).
///
/// - Source: rule of this project; the groups of the reference employer survey are made by the same rule.
/// - Throws: `DesignError` when a whole municipality is too thin, a stratum stands twice, or counts are impossible.
/// - Complexity: O(*n* log *n*) in the number of strata, for a given number of sectors and size classes.
package func joinThinGroups(
  _ strata: [FrameStratum], minimumAnswers: Int
) throws(DesignError) -> JoinedGroups {
  var joining = GroupJoining(strata: strata, minimum: minimumAnswers)
  return try joining.run()
}

private struct GroupJoining {
  /// Strata being put together; `sizeClass` is that of the largest.
  struct Pile {
    var members: [Int]
    var counts: ResponseGroup
    var sizeClass: Int
  }

  let strata: [FrameStratum]
  let minimum: Int
  var joins: [GroupJoin] = []

  init(strata: [FrameStratum], minimum: Int) {
    self.strata = strata
    self.minimum = minimum
  }

  func isThin(_ pile: Pile) -> Bool { pile.counts.answers < minimum && !pile.counts.isComplete }

  mutating func run() throws(DesignError) -> JoinedGroups {
    let order = strata.indices.sorted { key(strata[$0]) < key(strata[$1]) }
    for (number, stratum) in strata.enumerated() { try check(stratum.counts, number) }
    for (a, b) in zip(order, order.dropFirst()) where key(strata[a]) == key(strata[b]) {
      throw .repeatedStratum(max(a, b))
    }
    var result = JoinedGroups(groupOfStratum: Array(repeating: 0, count: strata.count), groups: [], joins: [])
    for municipality in runs(order, by: { self.strata[$0].municipality }) {
      var sectors: [[Pile]] = []
      for sector in runs(municipality, by: { self.strata[$0].sector }) { sectors.append(joinSizes(of: sector)) }
      for pile in try joinSectors(sectors) {
        for member in pile.members { result.groupOfStratum[member] = result.groups.count }
        result.groups.append(pile.counts)
      }
    }
    result.joins = joins
    return result
  }

  func key(_ s: FrameStratum) -> (String, String, Int) { (s.municipality, s.sector, s.sizeClass) }

  func check(_ counts: ResponseGroup, _ number: Int) throws(DesignError) {
    do { _ = try designWeight(of: counts, number: number) } catch {
      // Frame units without an answer are what joining is for.
      if case .noAnswers = error { return }
      throw error
    }
  }

  /// Splits a sorted list into stretches of equal value.
  func runs(_ order: [Int], by value: (Int) -> String) -> [[Int]] {
    var result: [[Int]] = []
    for index in order {
      if let last = result.last?.last, value(last) == value(index) {
        result[result.count - 1].append(index)
      } else {
        result.append([index])
      }
    }
    return result
  }

  /// From the largest size class down; the piles come back smallest first.
  mutating func joinSizes(of sector: [Int]) -> [Pile] {
    var done: [Pile] = []
    var waiting = sector.map { Pile(members: [$0], counts: strata[$0].counts, sizeClass: strata[$0].sizeClass) }
    while var pile = waiting.popLast() {
      while isThin(pile), let smaller = waiting.popLast() {
        pile = join(pile, with: smaller, .nextSmallerSize, sizeClass: pile.sizeClass)
      }
      while isThin(pile), let larger = done.popLast() {
        pile = join(pile, with: larger, .nextLargerSize, sizeClass: larger.sizeClass)
      }
      done.append(pile)
    }
    return done.reversed()
  }

  /// A sector has either no thin pile, or is one thin pile.
  mutating func joinSectors(_ given: [[Pile]]) throws(DesignError) -> [Pile] {
    var sectors = given
    while let thin = sectors.firstIndex(where: { $0.count == 1 && isThin($0[0]) }) {
      let pile = sectors[thin][0]
      var nearest: (sector: Int, pile: Int, distance: Int)?
      for sector in sectors.indices where sector != thin {
        for (number, other) in sectors[sector].enumerated() {
          let distance = Int(clamping: (Int64(other.sizeClass) - Int64(pile.sizeClass)).magnitude)
          let isSmaller = { (n: (sector: Int, pile: Int, distance: Int)) in
            other.sizeClass < sectors[n.sector][n.pile].sizeClass
          }
          if let best = nearest, (best.distance, 0) <= (distance, isSmaller(best) ? -1 : 0) { continue }
          nearest = (sector, number, distance)
        }
      }
      guard let nearest else {
        throw .tooFewAnswers(
          municipality: strata[pile.members[0]].municipality, answers: pile.counts.answers, minimum: minimum)
      }
      let other = sectors[nearest.sector][nearest.pile]
      sectors[nearest.sector][nearest.pile] = join(pile, with: other, .otherSector, sizeClass: other.sizeClass)
      sectors.remove(at: thin)
    }
    return sectors.flatMap { $0 }
  }

  mutating func join(_ thin: Pile, with other: Pile, _ reason: GroupJoin.Reason, sizeClass: Int) -> Pile {
    joins.append(
      GroupJoin(
        strata: thin.members.sorted(), joinedWith: other.members.sorted(), answers: thin.counts.answers,
        reason: reason))
    let counts = ResponseGroup(
      frameUnits: thin.counts.frameUnits + other.counts.frameUnits,
      answers: thin.counts.answers + other.counts.answers,
      ineligible: thin.counts.ineligible + other.counts.ineligible)
    return Pile(members: thin.members + other.members, counts: counts, sizeClass: sizeClass)
  }
}

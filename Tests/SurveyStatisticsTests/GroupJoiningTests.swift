import SurveyStatistics
import Testing

@Suite("Joining of thin groups")
struct GroupJoiningTests {
  private func stratum(_ sector: String, _ size: Int, frame: Int, m: Int, o: Int = 0, in place: String = "0181")
    -> FrameStratum
  {
    FrameStratum(
      municipality: place, sector: sector, sizeClass: size,
      counts: ResponseGroup(frameUnits: frame, answers: m, ineligible: o))
  }

  @Test("leaves alone what has enough answers, or is observed in full") func enough() throws {
    let joined = try joinThinGroups(
      [
        stratum("private", 1, frame: 90, m: 3), stratum("private", 2, frame: 1, m: 1),
        stratum("private", 3, frame: 2, m: 0, o: 2),
      ],
      minimumAnswers: 3)
    #expect(joined.groupOfStratum == [0, 1, 2])
    #expect(joined.joins.isEmpty)
  }

  @Test("takes the next smaller size class, and on until it is thick enough") func smaller() throws {
    let joined = try joinThinGroups(
      [
        stratum("private", 3, frame: 7, m: 1), stratum("private", 2, frame: 20, m: 1, o: 2),
        stratum("private", 1, frame: 50, m: 9),
      ],
      minimumAnswers: 3)
    #expect(joined.groups == [ResponseGroup(frameUnits: 77, answers: 11, ineligible: 2)])
    #expect(
      joined.joins == [
        GroupJoin(strata: [0], joinedWith: [1], answers: 1, reason: .nextSmallerSize),
        GroupJoin(strata: [0, 1], joinedWith: [2], answers: 2, reason: .nextSmallerSize),
      ])
  }

  @Test("takes the next larger for the smallest") func larger() throws {
    let joined = try joinThinGroups(
      [
        stratum("private", 1, frame: 50, m: 2), stratum("private", 2, frame: 20, m: 5),
        stratum("private", 3, frame: 9, m: 5),
      ],
      minimumAnswers: 3)
    #expect(joined.groupOfStratum == [0, 0, 1])
    #expect(joined.joins == [GroupJoin(strata: [0], joinedWith: [1], answers: 2, reason: .nextLargerSize)])
  }

  @Test("takes one larger after the other where the first is small itself") func muchLarger() throws {
    let joined = try joinThinGroups(
      [
        stratum("public", 1, frame: 2, m: 0), stratum("public", 2, frame: 1, m: 1),
        stratum("public", 3, frame: 3, m: 3),
      ],
      minimumAnswers: 2)
    #expect(joined.groups == [ResponseGroup(frameUnits: 6, answers: 4)])
    #expect(joined.joins.map(\.reason) == [.nextLargerSize, .nextLargerSize])
  }

  @Test("takes the nearest size class of another sector when its own is too thin") func otherSector() throws {
    let joined = try joinThinGroups(
      [
        stratum("municipal", 4, frame: 3, m: 1), stratum("private", 1, frame: 50, m: 9),
        stratum("private", 3, frame: 9, m: 5),
        stratum("state", 2, frame: 9, m: 5),
      ],
      minimumAnswers: 3)
    #expect(joined.groupOfStratum[0] == joined.groupOfStratum[2])
    #expect(joined.joins.map(\.reason) == [.otherSector])
  }

  @Test("never crosses a municipality; one that is too thin as a whole is refused") func refused() {
    #expect(throws: DesignError.tooFewAnswers(municipality: "0136", answers: 2, minimum: 3)) {
      try joinThinGroups(
        [
          stratum("private", 1, frame: 50, m: 1, in: "0136"), stratum("state", 1, frame: 50, m: 1, in: "0136"),
          stratum("private", 1, frame: 50, m: 9),
        ], minimumAnswers: 3)
    }
  }

  @Test("does not depend on the order of the strata") func order() throws {
    let strata = [
      stratum("state", 1, frame: 9, m: 1), stratum("private", 2, frame: 20, m: 1),
      stratum("private", 1, frame: 50, m: 2),
      stratum("state", 3, frame: 8, m: 4), stratum("third", 2, frame: 8, m: 0), stratum("private", 4, frame: 8, m: 3),
    ]
    let forward = try joinThinGroups(strata, minimumAnswers: 3)
    let backward = try joinThinGroups(strata.reversed(), minimumAnswers: 3)
    #expect(forward.groups == backward.groups)
    #expect(forward.groupOfStratum == backward.groupOfStratum.reversed())
  }

  @Test("keeps every frame unit and every answer") func conservation() throws {
    let strata = (0..<60).map { stratum("s\($0 % 3)", $0 / 3, frame: 4 + $0, m: $0 % 4, o: $0 % 2) }
    let joined = try joinThinGroups(strata, minimumAnswers: 5)
    #expect(joined.groups.map(\.frameUnits).reduce(0, +) == strata.map(\.counts.frameUnits).reduce(0, +))
    #expect(joined.groups.map(\.answers).reduce(0, +) == strata.map(\.counts.answers).reduce(0, +))
    #expect(joined.groups.allSatisfy { $0.answers >= 5 || $0.isComplete })
  }

  @Test("refuses a stratum given twice, and more answers than units") func impossible() {
    #expect(throws: DesignError.repeatedStratum(1)) {
      try joinThinGroups([stratum("a", 1, frame: 5, m: 5), stratum("a", 1, frame: 5, m: 5)], minimumAnswers: 2)
    }
    #expect(throws: DesignError.moreAnswersThanUnits(group: 0, answers: 6, units: 5)) {
      try joinThinGroups([stratum("a", 1, frame: 5, m: 4, o: 2)], minimumAnswers: 2)
    }
  }
}

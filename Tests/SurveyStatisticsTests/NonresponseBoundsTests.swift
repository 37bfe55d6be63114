import SurveyStatistics
import TestSupport
import Testing

@Suite("Bounds for nonresponse")
struct NonresponseBoundsTests {
  /// 20 units of which 10 approached and 6 known with 30 in all: d = 2, mean 5, 4 missing within 0 to 40.
  /// 5 units, all approached, 3 known with 12: d = 1, mean 4, 2 missing within 1 to 30.
  private static let groups = [
    NonresponseGroup(
      frameUnits: 20, approached: 10, observed: 6, sum: 30, absoluteSum: 30,
      limits: ConfidenceInterval(lower: 0, upper: 40)),
    NonresponseGroup(
      frameUnits: 5, approached: 5, observed: 3, sum: 12, absoluteSum: 12,
      limits: ConfidenceInterval(lower: 1, upper: 30)),
  ]

  /// Estimate 2·(30 + 20) + (12 + 8) = 120, of which 48 carried. Worst 60 + 12 + 1 and 60 + 80 + 12 + 30. With f = 2
  /// 60 + 2·4·2.5 + 12 + 2·2 = 96 and 60 + 2·4·10 + 12 + 2·8 = 168.
  @Test("are as worked by hand")
  func worked() throws {
    let bounds = try nonresponseBounds(Self.groups, factor: 2, canBeNegative: false)
    #expect(bounds.estimate == 120 && bounds.carried == 48)
    #expect(bounds.worst == ConfidenceInterval(lower: 73, upper: 182))
    #expect(bounds.plausible == ConfidenceInterval(lower: 96, upper: 168))
  }

  /// Σ y = −6 of Σ |y| = 18 over 6: the mean is −1, and those missing differ by at most (1.5 − 1)·3.
  @Test("of a measure that may be negative are wide where it moves much")
  func signed() throws {
    let group = NonresponseGroup(
      frameUnits: 10, approached: 10, observed: 6, sum: -6, absoluteSum: 18,
      limits: ConfidenceInterval(lower: -40, upper: 40))
    let bounds = try nonresponseBounds([group], factor: 1.5, canBeNegative: true)
    #expect(bounds.estimate == -10 && bounds.plausible == ConfidenceInterval(lower: -16, upper: -4))
    #expect(bounds.worst == ConfidenceInterval(lower: -46, upper: 34))
  }

  @Test("without nonresponse are the estimate, limits or no limits")
  func census() throws {
    var group = Self.groups[1]
    (group.observed, group.limits) = (5, nil)
    let bounds = try nonresponseBounds([group], factor: 3, canBeNegative: false)
    #expect(bounds.carried == 0 && bounds.estimate == 12)
    #expect(bounds.worst == ConfidenceInterval(lower: 12, upper: 12) && bounds.plausible == bounds.worst)
  }

  @Test("are not known where no limits are, nor likely ones without a factor")
  func unknown() throws {
    var groups = Self.groups
    groups[0].limits = nil
    #expect(try nonresponseBounds(groups, factor: 2, canBeNegative: false).worst == nil)
    #expect(try nonresponseBounds(groups, factor: 2, canBeNegative: false).plausible != nil)
    #expect(try nonresponseBounds(groups, factor: nil, canBeNegative: false).plausible == nil)
    // Of a group that is silent altogether nothing is likely.
    (groups[0].observed, groups[0].sum) = (0, 0)
    #expect(try nonresponseBounds(groups, factor: 2, canBeNegative: false).plausible == nil)
    #expect(try nonresponseBounds([], factor: 2, canBeNegative: false).worst == ConfidenceInterval(lower: 0, upper: 0))
  }

  @Test("hold what any answers within the limits would have given", arguments: 0..<20 as Range<UInt64>)
  func hold(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var total = 0.0
    var groups: [NonresponseGroup] = []
    for _ in 0..<5 {
      let approached = Int.random(in: 2...20, using: &chance)
      let observed = Int.random(in: 1...approached, using: &chance)
      let units = approached + Int.random(in: 0...30, using: &chance)
      let answers = (0..<approached).map { _ in Double.random(in: 0...9, using: &chance) }
      let (known, missing) = (answers.prefix(observed), answers.dropFirst(observed))
      let sum = known.reduce(0, +)
      groups.append(
        NonresponseGroup(
          frameUnits: units, approached: approached, observed: observed, sum: sum, absoluteSum: sum,
          limits: ConfidenceInterval(lower: 0, upper: 9 * Double(missing.count))))
      total += Double(units) / Double(approached) * answers.reduce(0, +)
    }
    let worst = try #require(try nonresponseBounds(groups, factor: nil, canBeNegative: false).worst)
    #expect(worst.contains(total))
  }

  @Test("counts that cannot be are refused")
  func impossible() {
    var group = Self.groups[1]
    group.observed = 6
    #expect(throws: DesignError.moreAnswersThanUnits(group: 0, answers: 6, units: 5)) {
      try nonresponseBounds([group], factor: nil, canBeNegative: false)
    }
    (group.observed, group.frameUnits) = (3, 4)
    #expect(throws: DesignError.moreAnswersThanUnits(group: 0, answers: 5, units: 4)) {
      try nonresponseBounds([group], factor: nil, canBeNegative: false)
    }
  }
}

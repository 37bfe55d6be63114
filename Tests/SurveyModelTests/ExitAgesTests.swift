import SurveyModel
import Testing

@Suite("Ages of exit")
struct ExitAgesTests {
  /// F(60) = F(61) = 0, F(62) = F(63) = 0.2, F(64) = 0.5, F(65) = 1.
  static let ages = ExitAges(firstAge: 62, retiredBy: [0.2, 0.2, 0.5, 1])

  /// Within two years: of those aged 60 and 61 0.2; 62: (0.5 − 0.2)/0.8 = 0.375; 63 and 64: all. Mean 2.775/5 = 0.555.
  /// Of those aged 55–59 nobody: F(61) = 0. All who are 65 or older.
  @Test("agree with shares worked by hand") func twoYears() {
    #expect(close(Self.ages.shares(within: .twoYears, .base), [0, 0, 0, 0.555, 1]))
  }

  /// Within five years: of those aged 57 and 58 0.2, of those aged 59 0.5, so 0.9/5 = 0.18; of 60–64 all.
  /// Within ten: of 50–54 those aged 52 and 53 0.2, 54 0.5; of the thirty ages under 50 none, F(59) = 0.
  @Test("each horizon is reckoned by itself") func laterHorizons() {
    #expect(close(Self.ages.shares(within: .fiveYears, .base), [0, 0, 0.18, 1, 1]))
    #expect(close(Self.ages.shares(within: .tenYears, .base), [0, 0.18, 1, 1, 1]))
  }

  /// Two years later: those aged 60–64 are as those aged 58–62 were, (0 + 0 + 0.2 + 0.2 + 0.375)/5 = 0.155.
  /// One year earlier: those aged 59 as those aged 60 were, 0.2/5 = 0.04.
  @Test("low moves everyone later, high earlier") func scenarios() {
    #expect(close(Self.ages.shares(within: .twoYears, .low), [0, 0, 0, 0.155, 1]))
    #expect(close(Self.ages.shares(within: .twoYears, .high), [0, 0, 0.04, (0.2 + 0.375 + 3) / 5, 1]))
  }

  @Test("never falls with the horizon, with age or from low to high", arguments: ExitAges.Scenario.allCases)
  func monotone(scenario: ExitAges.Scenario) {
    let ages = ExitAges(firstAge: 58, retiredBy: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 0.9, 1])
    let byHorizon = Horizon.allCases.map { ages.shares(within: $0, scenario) }
    for shares in byHorizon {
      #expect(shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
    }
    for (near, far) in zip(byHorizon, byHorizon.dropFirst()) {
      #expect(zip(near, far).allSatisfy { $0 <= $1 + 1e-12 })
    }
    let base = ages.shares(within: .fiveYears, .base)
    #expect(zip(ages.shares(within: .fiveYears, .low), base).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(zip(base, ages.shares(within: .fiveYears, .high)).allSatisfy { $0 <= $1 + 1e-12 })
  }

  @Test("a distribution of one age: everyone leaves on one birthday") func oneAge() {
    let ages = ExitAges(firstAge: 65, retiredBy: [1])
    // Of those aged 60–64 the two oldest reach 65 within two years.
    #expect(close(ages.shares(within: .twoYears, .base), [0, 0, 0, 0.4, 1]))
  }

  private func close(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-12 }
  }
}

@Suite("Classes of the five-grade index")
struct ShortageClassTests {
  @Test(
    "begin and end at the published cut points",
    arguments: [
      (1, ShortageClass.veryGreatCompetition), (1.99, .veryGreatCompetition), (2, .greatCompetition),
      (2.89, .greatCompetition), (2.894, .greatCompetition), (2.896, .balance), (2.9, .balance), (3.29, .balance),
      (3.3, .littleCompetition), (4, .littleCompetition), (4.004, .littleCompetition),
      (4.006, .veryLittleCompetition), (4.01, .veryLittleCompetition), (5, .veryLittleCompetition),
    ])
  func cutPoints(index: Double, expected: ShortageClass) { #expect(ShortageClass(index: index) == expected) }
}

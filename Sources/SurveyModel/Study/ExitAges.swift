/// At what ages people leave working life for retirement, as a study assumes it (F14).
///
///     P(retire within h | age a) = [F(a+h) − F(a)] / [1 − F(a)], and 1 where F(a) = 1
///
/// F(a) is the share of those in work at fifty who have retired before their birthday of age a. In the low scenario
/// everyone retires some years later, in the high one some years earlier: F is moved along the ages.
package struct ExitAges: Hashable, Sendable {
  /// Exit later, as assumed, or earlier: few, base, or many retirements.
  package enum Scenario: String, CaseIterable, Hashable, Sendable { case low, base, high }

  /// The first age of `retiredBy`; F is 0 below it, and 1 above its last age.
  package var firstAge: Int
  /// F of each age from `firstAge` on, in single years, rising to 1.
  package var retiredBy: [Double]
  /// The age of the youngest staff: those under 50 are taken to be spread evenly from here to 49.
  package var youngest: Int
  /// Years later that people leave in the low scenario, and earlier in the high one.
  package var lowLater: Int
  package var highEarlier: Int

  package init(firstAge: Int, retiredBy: [Double], youngest: Int = 20, lowLater: Int = 2, highEarlier: Int = 1) {
    self.firstAge = firstAge
    self.retiredBy = retiredBy
    self.youngest = youngest
    self.lowLater = lowLater
    self.highEarlier = highEarlier
  }

  /// Age bands of the questionnaire, youngest first; `65plus` is taken as 65–69.
  package static let bands = ["under50", "50-54", "55-59", "60-64", "65plus"]

  /// Of the staff of each band, the share that retires within the horizon: the mean over the band's ages, each of
  /// which holds as many.
  ///
  /// - Returns: by band, 0 to 1.
  package func shares(within horizon: Horizon, _ scenario: Scenario) -> [Double] {
    let ages = [youngest...49, 50...54, 55...59, 60...64, 65...69]
    return ages.map { ages in
      ages.reduce(0) { $0 + chance(atAge: $1, within: horizon.years, scenario) } / Double(ages.count)
    }
  }

  /// P(retire within h | age a).
  package func chance(atAge age: Int, within years: Int, _ scenario: Scenario) -> Double {
    let moved = age - (scenario == .low ? lowLater : scenario == .high ? -highEarlier : 0)
    let (now, then) = (retired(by: moved), retired(by: moved + years))
    return now >= 1 ? 1 : (then - now) / (1 - now)
  }

  /// F(a).
  private func retired(by age: Int) -> Double {
    age < firstAge ? 0 : age - firstAge < retiredBy.count ? retiredBy[age - firstAge] : 1
  }
}

import ConfidentialRecords
import SurveyModel

/// The staff of one occupation at one employer, as they truly are and will be. Unit: persons.
package struct OccupationGroup: Sendable {
  /// SSYK 2012, four digits.
  package var code: String
  package var headcount: Int
  package var women: Int
  /// Under 50, 50–54, 55–59, 60–64, 65 or more.
  package var ages: [Int]
  /// Of those who work there now: by destination, then within 2, 5 and 10 years.
  package var leavers: [[Int]]
  /// In 2, 5 and 10 years.
  package var needed: [Int]
  /// 1 very easy to 5 very hard.
  package var difficulty: Int
  package var vacancies: Int
  package var hardToFill: Int
  package var skillShortage: Int
  package var notProficient: Int
  package var lacks: [String]

  package func leaving(to destination: Destination, within horizon: Horizon) -> Int {
    leavers[destination.place][horizon.index]
  }

  package func growth(_ horizon: Horizon) -> Int { needed[horizon.index] - headcount }

  /// P of F13: all who leave, and growth.
  package func postsToFill(_ horizon: Horizon) -> Int {
    Destination.allCases.reduce(growth(horizon)) { $0 + leaving(to: $1, within: horizon) }
  }

  /// N of F13: those who leave work, the occupation or the area, and growth.
  package func replacementNeed(_ horizon: Horizon) -> Int {
    Destination.allCases.filter(\.leavesTheOccupation).reduce(growth(horizon)) {
      $0 + leaving(to: $1, within: horizon)
    }
  }

  /// The two together: counts add up, and the difficulty is that of the larger.
  package func joined(with other: OccupationGroup) -> OccupationGroup {
    var sum = headcount >= other.headcount ? self : other
    sum.code = code
    sum.headcount = headcount + other.headcount
    sum.women = women + other.women
    sum.ages = zip(ages, other.ages).map(+)
    sum.leavers = zip(leavers, other.leavers).map { zip($0, $1).map(+) }
    sum.needed = zip(needed, other.needed).map(+)
    sum.vacancies = vacancies + other.vacancies
    sum.hardToFill = hardToFill + other.hardToFill
    sum.skillShortage = skillShortage + other.skillShortage
    sum.notProficient = notProficient + other.notProficient
    return sum
  }
}

extension Destination {
  /// Place in an array by destination.
  package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

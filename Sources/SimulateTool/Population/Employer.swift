import SurveyModel

/// An employer that answers once: a workplace, or several that one office answers for. What is true of it.
package struct Employer: Sendable {
  /// The workplace that answers.
  package var workplace: Workplace
  /// The other workplaces its answer covers.
  package var covers: [Workplace]
  /// False: closed down since the register was read.
  package var exists: Bool
  /// Largest first.
  package var occupations: [OccupationGroup]
  /// Staff needed at each horizon, at least and at most.
  package var neededLow: [Int]
  package var neededHigh: [Int]
  package var triedToRecruit: Bool
  package var personsSought: Int
  package var personsNotFound: Int
  /// Retired, then by destination.
  package var leftLastYear: [Int]
  /// What makes it hard to recruit; empty for those that did not try.
  package var obstacles: [String]
  package var supports: [String]
  package var welcomesTrainees: Bool
  package var vanishing: [Job]
  package var emerging: [Job]
  package var comment: String?
  package var mayBeQuoted: Bool

  package struct Job: Sendable {
    package var title: String
    /// Years ahead.
    package var horizon: Int
    package var needs: [String]
  }

  package var id: String { workplace.id }
  package var establishments: Int { 1 + covers.count }
  package var frameStaff: Int { covers.reduce(workplace.staff) { $0 + $1.staff } }
  package var staff: Int { occupations.reduce(0) { $0 + $1.headcount } }
  package var women: Int { occupations.reduce(0) { $0 + $1.women } }
  /// How hard it is to recruit, 1 to 5: the mean over its staff.
  package var difficulty: Double {
    let hard = occupations.reduce(0) { $0 + $1.difficulty * $1.headcount }
    return staff > 0 ? Double(hard) / Double(staff) : 1
  }
  package func needed(_ horizon: Int) -> Int { occupations.reduce(0) { $0 + $1.needed[horizon] } }
  package func staff(inAgeBand band: Int) -> Int { occupations.reduce(0) { $0 + $1.ages[band] } }

  /// Ten or more staff by the register: gets the long form.
  package var hasLongForm: Bool { frameStaff >= 10 }

  /// The rows of the long form: the largest occupations, and the rest as one group when there is a rest.
  package func rows(largest count: Int = 5) -> [OccupationGroup] {
    guard occupations.count > count else { return occupations }
    var rest = occupations[count]
    for group in occupations[(count + 1)...] { rest = rest.joined(with: group) }
    rest.code = Occupation.allOther
    return Array(occupations[..<count]) + [rest]
  }
}

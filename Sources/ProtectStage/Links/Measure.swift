import ConfidentialRecords

/// What a linked total adds up: an indicator, or the part of a share that no table prints.
struct Measure: Hashable, Sendable {
  var name: String
  var canBeNegative = false
  var countsPersons = false
  /// A count of employers: each adds 1, or 0.
  var countsEmployers = false
  /// An employer counts once, however many of its occupations it counts for: occupations do not add up.
  var countsOnceOverOccupations = false
  var itemsAddUp = false

  static func total(_ indicator: Indicator) -> Measure {
    Measure(
      name: indicator.rawValue, canBeNegative: indicator.kind == .signedTotal,
      countsPersons: indicator.countsPersons, countsEmployers: indicator.unit == "employers",
      countsOnceOverOccupations: indicator == .vanishingJobs || indicator == .emergingJobs,
      itemsAddUp: indicator.itemsAddUp)
  }

  static let leavers = Measure(name: "leavers", countsPersons: true)
  static let vacanciesAndHeadcount = Measure(name: "vacanciesAndHeadcount")
}

extension Indicator {
  /// What the cell shows, or the upper part of the share it shows.
  var numerator: Measure {
    switch self {
    case .retirementShareOfLeavers: .total(.retirements)
    case .failureRate: .total(.personsNotFound)
    case .jobVacancyRate, .vacancyDensity: .total(.vacancies)
    case .hardToFillShare: .total(.hardToFill)
    case .skillShortageDensity: .total(.skillShortage)
    case .shortageIndex: Measure(name: "gradesOfRecruiting")
    case .skillsGapDensity: Measure(name: "notProficient", countsPersons: true)
    case .shortageBalance: Measure(name: "netHardToRecruit", canBeNegative: true, countsPersons: true)
    case .recruitmentAttemptShare, .recruitmentObstacles, .hiringSupports, .traineeContactShare:
      Measure(name: "employers:\(rawValue)", countsEmployers: true)
    case .vacancyIncidence, .skillShortageIncidence, .skillsGapIncidence, .competencesLacking, .emergingCompetences:
      Measure(name: "employers:\(rawValue)", countsEmployers: true, countsOnceOverOccupations: true)
    default: .total(self)
    }
  }

  /// The lower part of a share, where it is a sum of answers. Nil for totals, and where the share is of employers: how
  /// many answered is no secret, and only their number is judged.
  var denominator: Measure? {
    switch self {
    case .retirementShareOfLeavers: .leavers
    case .failureRate: .total(.personsSought)
    case .jobVacancyRate: .vacanciesAndHeadcount
    case .vacancyDensity, .skillsGapDensity: .total(.headcount)
    case .hardToFillShare, .skillShortageDensity: .total(.vacancies)
    case .shortageBalance, .shortageIndex: Measure(name: "recruitingHeadcount", countsPersons: true)
    default: nil
    }
  }

  /// Each employer adds at most 1, so that no employer is larger than another.
  var countsEmployers: Bool { numerator.countsEmployers }

  /// What the sum is a part of: who is in it when the sum is 0.
  var base: Indicator? {
    switch self {
    case .retirements, .otherLeavers, .occupationGrowth, .headcountNeeded, .postsToFill, .replacementNeed, .vacancies,
      .retirementShareOfLeavers, .jobVacancyRate, .vacancyDensity, .skillsGapDensity, .openings,
      .occupationRetirementsFromAgesLow, .occupationRetirementsFromAges, .occupationRetirementsFromAgesHigh:
      .headcount
    case .occupationStaffByAge: .headcount
    case .staffByAge, .staffBySex, .staffNeeded, .growth, .retirementsFromAgesLow, .retirementsFromAges,
      .retirementsFromAgesHigh:
      .staff
    case .hardToFill: .vacancies
    case .skillShortage, .hardToFillOtherwise: .hardToFill
    case .leaversLastYear: .leaversLastYear
    case .personsNotFound, .failureRate: .personsSought
    case .hardToFillShare, .skillShortageDensity: .vacancies
    default: nil
    }
  }
}

/// What can be estimated, with its formula and what it speaks of. Closed, as concepts are.
package enum Indicator: String, CaseIterable, Hashable, Sendable {
  // All employers
  case employers, staff, staffByAge, staffBySex, staffNeeded, growth
  case recruitmentAttemptShare, personsSought, personsNotFound, failureRate
  case hiringSupports, traineeContactShare
  // Employers with the long form: occupations and causes
  case headcount, headcountNeeded, retirements, otherLeavers, occupationGrowth, postsToFill, replacementNeed,
    retirementShareOfLeavers
  case leaversLastYear, recruitmentObstacles
  case vacancies, jobVacancyRate, vacancyIncidence, vacancyDensity
  case hardToFillShare, skillShortageDensity, skillShortageIncidence
  case skillsGapDensity, skillsGapIncidence
  case shortageBalance
  case competencesLacking, vanishingJobs, emergingJobs, emergingCompetences
  case shortageIndex
  case hardToFill, skillShortage, hardToFillOtherwise
  // Reckoned from ages and from rates of separation
  case occupationStaffByAge
  case retirementsFromAgesLow, retirementsFromAges, retirementsFromAgesHigh
  case occupationRetirementsFromAgesLow, occupationRetirementsFromAges, occupationRetirementsFromAgesHigh
  case openings
  // From supply (match)
  case supply, gap
  case supplyComponents, gapPerYear, gapPerStaff, gapByScenario, gapWithoutFactors, factorEffects, gapMoveLow,
    gapMoveHigh, gapDrift
  // From the county's table (match)
  case countyEmployed, countyStaffShare, countyNeed, countyNeedShare

  /// How it is estimated and graded (F3, F4).
  package enum Kind: String, Hashable, Sendable {
    /// A sum over the population.
    case total
    /// A sum that can be negative: graded by its width against staff now.
    case signedTotal
    /// A ratio that is a share of units or persons, 0 to 1.
    case share
    /// A difference of two shares, −1 to 1.
    case balance
    /// A mean of grades, 1 to 5.
    case grade
    /// A signed sum over another sum, such as staff now.
    case signedShare
  }

  package var kind: Kind {
    switch self {
    case .growth, .occupationGrowth, .postsToFill, .replacementNeed, .openings, .gap, .gapPerYear, .gapByScenario,
      .gapWithoutFactors, .factorEffects, .gapMoveLow, .gapMoveHigh, .gapDrift:
      .signedTotal
    case .gapPerStaff, .countyNeedShare: .signedShare
    case .recruitmentAttemptShare, .failureRate, .hiringSupports, .traineeContactShare, .retirementShareOfLeavers,
      .recruitmentObstacles, .jobVacancyRate, .vacancyIncidence, .vacancyDensity, .hardToFillShare,
      .skillShortageDensity, .skillShortageIncidence, .skillsGapDensity, .skillsGapIncidence, .competencesLacking,
      .emergingCompetences, .countyStaffShare:
      .share
    case .shortageBalance: .balance
    case .shortageIndex: .grade
    default: .total
    }
  }

  /// Has a denominator of its own, with contributors of its own.
  package var isRatio: Bool { kind == .share || kind == .balance || kind == .grade }

  package var hasHorizon: Bool {
    switch self {
    case .staffNeeded, .growth, .headcountNeeded, .retirements, .otherLeavers, .occupationGrowth, .postsToFill,
      .replacementNeed,
      .retirementShareOfLeavers, .vanishingJobs, .emergingJobs, .openings:
      true
    default: isFromSupply || exitScenario != nil
    }
  }

  /// Made by match from need and supply, never estimated from answers alone.
  package var isFromSupply: Bool {
    switch self {
    case .supply, .gap, .supplyComponents, .gapPerYear, .gapPerStaff, .gapByScenario, .gapWithoutFactors,
      .factorEffects, .gapMoveLow, .gapMoveHigh, .gapDrift, .countyEmployed, .countyStaffShare, .countyNeed,
      .countyNeedShare:
      true
    default: false
    }
  }

  /// Has a value per item of a list (age bands, destinations, competences), which may or may not add up.
  package var hasItems: Bool {
    switch self {
    case .staffByAge, .occupationStaffByAge, .staffBySex, .leaversLastYear: true
    // Components of supply, scenarios, factors, assumptions.
    case .supplyComponents, .gapByScenario, .factorEffects, .gapMoveLow, .gapMoveHigh: true
    default: itemConcept != nil
    }
  }

  /// The concept whose code list the items are; nil where they are no answers to one question.
  package var itemConcept: Concept? {
    switch self {
    case .hiringSupports: .hiringSupports
    case .recruitmentObstacles: .recruitmentObstacles
    case .competencesLacking: .competencesLacking
    case .emergingCompetences: .emergingCompetences
    default: nil
    }
  }

  /// The items are parts of one total, so that they are an equation for the protection.
  package var itemsAddUp: Bool {
    self == .staffByAge || self == .occupationStaffByAge || self == .staffBySex || self == .leaversLastYear
  }

  /// Counts persons, so that the person rule applies beside the enterprise rules (F25).
  package var countsPersons: Bool {
    switch self {
    case .staff, .staffByAge, .staffBySex, .staffNeeded, .headcount, .headcountNeeded, .retirements, .otherLeavers,
      .leaversLastYear, .occupationStaffByAge:
      true
    default: exitScenario != nil
    }
  }

  /// Estimated from the rows per occupation, which only the long form asks.
  package var isPerOccupation: Bool {
    switch self {
    case .headcount, .headcountNeeded, .retirements, .otherLeavers, .occupationGrowth, .postsToFill,
      .replacementNeed, .retirementShareOfLeavers, .vacancies, .jobVacancyRate, .vacancyIncidence, .vacancyDensity,
      .hardToFillShare,
      .skillShortageDensity, .skillShortageIncidence, .skillsGapDensity, .skillsGapIncidence, .shortageBalance,
      .competencesLacking, .vanishingJobs, .emergingJobs, .shortageIndex, .hardToFill, .skillShortage,
      .hardToFillOtherwise, .occupationStaffByAge, .occupationRetirementsFromAgesLow, .occupationRetirementsFromAges,
      .occupationRetirementsFromAgesHigh, .openings:
      true
    default: isFromSupply
    }
  }

  /// Asked only of employers with the long form (10 or more staff in the shipped questionnaire).
  package var needsLongForm: Bool {
    isPerOccupation || self == .leaversLastYear || self == .recruitmentObstacles || self == .emergingCompetences
  }

  package var unit: String {
    switch kind {
    case .share: "share"
    case .balance: "balance"
    case .grade: "grade"
    case .signedShare: "ratio"
    default: self == .employers || self == .vanishingJobs || self == .emergingJobs ? "employers" : "persons"
    }
  }

  /// Number in `indicators.md`.
  package var formula: String {
    switch self {
    case .jobVacancyRate: "F5"
    case .vacancyIncidence, .vacancyDensity: "F6"
    case .hardToFillShare, .skillShortageDensity, .skillShortageIncidence, .hardToFill, .skillShortage,
      .hardToFillOtherwise:
      "F7"
    case .skillsGapDensity, .skillsGapIncidence: "F8"
    case .recruitmentAttemptShare, .failureRate, .personsSought, .personsNotFound: "F9"
    case .shortageBalance: "F10"
    case .shortageIndex: "F11"
    case .retirementsFromAgesLow, .retirementsFromAges, .retirementsFromAgesHigh, .occupationRetirementsFromAgesLow,
      .occupationRetirementsFromAges, .occupationRetirementsFromAgesHigh, .occupationStaffByAge:
      "F14"
    case .openings: "F16"
    case .growth, .headcountNeeded, .retirements, .otherLeavers, .occupationGrowth, .postsToFill, .replacementNeed,
      .retirementShareOfLeavers, .leaversLastYear:
      "F13"
    case .gapDrift: "F19"
    case .countyEmployed, .countyStaffShare, .countyNeed, .countyNeedShare: "F13"
    case _ where isFromSupply: "F17"
    default: "F3"
    }
  }
}

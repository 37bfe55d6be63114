extension Indicator {
  /// What has to be asked for the indicator to mean anything: without it an answer that is not there would count as 0.
  package var concepts: [Concept] {
    let leavers: [Concept] = [
      .retirements, .leaversOutOfWork, .leaversEmployerHere, .leaversEmployerElsewhere, .leaversOtherOccupation,
      .leaversUnknown,
    ]
    switch self {
    case .employers: return []
    case .staff: return [.staff]
    case .staffByAge: return [.staffUnder50, .staff50to54, .staff55to59, .staff60to64, .staff65plus]
    case .staffBySex: return [.women, .men]
    case .staffNeeded: return [.staffNeeded]
    case .growth: return [.staff, .staffNeeded]
    case .recruitmentAttemptShare: return [.triedToRecruit]
    case .personsSought: return [.personsSought]
    case .personsNotFound: return [.personsNotFound]
    case .failureRate: return [.personsSought, .personsNotFound]
    case .hiringSupports: return [.hiringSupports]
    case .traineeContactShare: return [.contactAboutTrainees]
    case .headcount: return [.headcount]
    case .headcountNeeded: return [.headcountNeeded]
    case .retirements: return [.retirements]
    case .otherLeavers: return Array(leavers.dropFirst())
    case .occupationGrowth: return [.headcount, .headcountNeeded]
    case .postsToFill, .replacementNeed: return leavers + [.headcount, .headcountNeeded]
    case .retirementShareOfLeavers: return leavers
    case .leaversLastYear:
      return [
        .retiredLastYear, .outOfWorkLastYear, .toEmployerHereLastYear, .toEmployerElsewhereLastYear,
        .toOtherOccupationLastYear, .leftUnknownLastYear,
      ]
    case .vacancies, .vacancyIncidence: return [.vacancies]
    case .jobVacancyRate, .vacancyDensity: return [.vacancies, .headcount]
    case .hardToFillShare: return [.vacancies, .hardToFill]
    case .skillShortageDensity: return [.vacancies, .skillShortage]
    case .skillShortageIncidence: return [.skillShortage]
    case .skillsGapDensity: return [.notProficient, .headcount]
    case .skillsGapIncidence: return [.notProficient]
    case .hardToFill: return [.hardToFill]
    case .skillShortage: return [.skillShortage]
    case .hardToFillOtherwise: return [.hardToFill, .skillShortage]
    case .openings: return [.headcount, .headcountNeeded]
    case .retirementsFromAgesLow, .retirementsFromAges, .retirementsFromAgesHigh:
      return Indicator.staffByAge.concepts
    case .occupationStaffByAge, .occupationRetirementsFromAgesLow, .occupationRetirementsFromAges,
      .occupationRetirementsFromAgesHigh:
      return Indicator.staffByAge.concepts + [.staff, .headcount]
    case .shortageBalance, .shortageIndex: return [.recruitmentDifficulty, .headcount, .triedToRecruit]
    case .competencesLacking: return [.competencesLacking]
    case .recruitmentObstacles: return [.recruitmentObstacles]
    case .vanishingJobs: return [.vanishingTitle, .vanishingHorizon]
    case .emergingJobs: return [.emergingTitle, .emergingHorizon]
    case .emergingCompetences: return [.emergingTitle, .emergingCompetences]
    case .supply, .supplyComponents, .countyEmployed, .countyStaffShare, .countyNeed: return []
    case .gap, .gapPerYear, .gapPerStaff, .gapByScenario, .gapWithoutFactors, .factorEffects, .gapMoveLow,
      .gapMoveHigh, .gapDrift, .countyNeedShare:
      return Indicator.replacementNeed.concepts
    }
  }
}

import ReleasedRecords

extension Words {
  /// What an indicator is called in a heading or a column.
  func name(of indicator: Indicator) -> String {
    switch indicator {
    case .employers: pick("Arbetsgivare", "Employers")
    case .staff: pick("Anställda i dag", "Staff now")
    case .staffByAge: pick("Anställda efter ålder", "Staff by age")
    case .staffBySex: pick("Anställda efter kön", "Staff by sex")
    case .staffNeeded: pick("Anställda som behövs", "Staff needed")
    case .growth: pick("Förändring av antalet anställda", "Change in staff")
    case .recruitmentAttemptShare: pick("Har försökt rekrytera", "Tried to recruit")
    case .personsSought: pick("Sökta personer", "Persons sought")
    case .personsNotFound: pick("Personer som inte hittades", "Persons not found")
    case .failureRate: pick("Andel som inte hittades", "Share not found")
    case .hiringSupports: pick("Vad som behövs", "What it takes")
    case .traineeContactShare: pick("Får kontaktas om praktik", "May be contacted about trainees")
    case .headcount: pick("Anställda i dag", "Staff now")
    case .headcountNeeded: pick("Anställda som behövs", "Staff needed")
    case .retirements: pick("Pensionsavgångar", "Retirements")
    case .otherLeavers: pick("Andra som slutar", "Other leavers")
    case .occupationGrowth: pick("Tillväxt", "Growth")
    case .postsToFill: pick("Platser att fylla", "Posts to fill")
    case .replacementNeed: pick("Ersättnings- och tillväxtbehov", "Replacement need")
    case .retirementShareOfLeavers: pick("Pensionens del av avgångarna", "Retirement's share of leavers")
    case .leaversLastYear: pick("Slutade de senaste 12 månaderna", "Left in the last 12 months")
    case .recruitmentObstacles: pick("Vad som gör det svårt", "What makes it hard")
    case .vacancies: pick("Lediga jobb", "Vacancies")
    case .jobVacancyRate: pick("Vakansgrad", "Job vacancy rate")
    case .vacancyIncidence: pick("Arbetsgivare med lediga jobb", "Employers with vacancies")
    case .vacancyDensity: pick("Lediga jobb per anställd", "Vacancies per employee")
    case .hardToFillShare: pick("Svåra att tillsätta", "Hard to fill")
    case .skillShortageDensity: pick("Svåra för att kompetens saknas", "Hard to fill for want of skills")
    case .skillShortageIncidence: pick("Arbetsgivare som saknar kompetens", "Employers short of skills")
    case .skillsGapDensity: pick("Anställda som inte behärskar yrket fullt ut", "Staff not fully proficient")
    case .skillsGapIncidence: pick("Arbetsgivare med sådana anställda", "Employers with such staff")
    case .shortageBalance: pick("Svårt minus lätt att rekrytera", "Hard minus easy to recruit")
    case .competencesLacking: pick("Arbetsgivare som saknar kompetensen", "Employers who lack it")
    case .vanishingJobs: pick("Ser jobb försvinna", "See jobs vanish")
    case .emergingJobs: pick("Ser nya jobb", "See new jobs")
    case .emergingCompetences: pick("Nya jobb behöver", "New jobs need")
    case .shortageIndex: pick("Svårighet att rekrytera, 1–5", "Difficulty of recruiting, 1–5")
    case .hardToFill: pick("Svårtillsatta", "Hard to fill")
    case .skillShortage: pick("Därav för att kompetens saknas", "Of these, for want of skills")
    case .hardToFillOtherwise: pick("Därav av andra skäl", "Of these, for other reasons")
    case .retirementsFromAgesLow, .occupationRetirementsFromAgesLow:
      pick("Pension ur åldrarna, sent uttag", "Retirements by age, late exit")
    case .retirementsFromAges, .occupationRetirementsFromAges:
      pick("Pension ur åldrarna", "Retirements by age")
    case .retirementsFromAgesHigh, .occupationRetirementsFromAgesHigh:
      pick("Pension ur åldrarna, tidigt uttag", "Retirements by age, early exit")
    case .occupationStaffByAge:
      pick("Anställda efter ålder, fördelade på yrken", "Staff by age, spread over occupations")
    case .openings: pick("Öppningar enligt avgångstal", "Openings by separation rates")
    case .supply: pick("Tillgång", "Supply")
    case .gap: pick("Kompetensgap", "Gap")
    case .supplyComponents: pick("Tillgång, del för del", "Supply by component")
    case .gapPerYear: pick("Gap om året", "Gap a year")
    case .gapPerStaff: pick("Gap per anställd i dag", "Gap per employee now")
    case .gapByScenario: pick("Gap i varje scenario", "Gap by scenario")
    case .gapWithoutFactors: pick("Gap utan omvärldsfaktorer", "Gap without external factors")
    case .factorEffects: pick("Omvärldsfaktorns verkan", "Effect of the external factor")
    case .gapMoveLow: pick("Gapets ändring, antagandet lågt", "Move of the gap, assumption low")
    case .gapMoveHigh: pick("Gapets ändring, antagandet högt", "Move of the gap, assumption high")
    case .countyEmployed: pick("Sysselsatta i länet", "Employed in the county")
    case .countyStaffShare: pick("Kommunens del av länets sysselsatta", "The municipality's share of the employed")
    case .countyNeed: pick("Länets eget behov", "The county's own need")
    case .countyNeedShare: pick("Behovet här i förhållande till länets", "The need here over the county's")
    case .gapDrift: pick("Omdöme efter dagsläget och utvecklingen", "Verdict from start and drift")
    }
  }

  /// Grade C: the sign is decided and nothing more may be said.
  func word(for cell: ReleasedCell) -> String? {
    guard let direction = cell.direction else { return cell.indicator.kind == .total ? pick("finns", "some") : nil }
    let isPositive = direction == .positive
    switch cell.indicator {
    case .growth, .occupationGrowth: return isPositive ? pick("ökar", "grows") : pick("minskar", "falls")
    case .shortageIndex: return isPositive ? pick("mest svårt", "mostly hard") : pick("mest lätt", "mostly easy")
    case .postsToFill, .replacementNeed, .openings:
      return isPositive ? pick("behov", "need") : pick("överskott", "surplus")
    case .gap, .gapPerYear, .gapPerStaff, .gapWithoutFactors:
      return isPositive ? pick("brist", "shortage") : pick("överskott", "surplus")
    case .shortageBalance: return isPositive ? pick("mest svårt", "mostly hard") : pick("mest lätt", "mostly easy")
    default:
      return cell.indicator.kind == .share
        ? isPositive ? pick("mer än hälften", "more than half") : pick("mindre än hälften", "less than half")
        : isPositive ? pick("finns", "some") : pick("färre", "fewer")
    }
  }

  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .shortageInEveryScenario: pick("brist i alla scenarier", "shortage in every scenario")
    case .likelyShortage: pick("sannolik brist", "likely shortage")
    case .undetermined: pick("går inte att avgöra", "undetermined")
    case .likelySurplus: pick("sannolikt överskott", "likely surplus")
    case .surplusInEveryScenario: pick("överskott i alla scenarier", "surplus in every scenario")
    }
  }
}

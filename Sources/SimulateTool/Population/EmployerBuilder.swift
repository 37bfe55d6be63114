import SurveyModel

/// Makes an employer as it truly is, from what the register says of its workplaces.
struct EmployerBuilder {
  let plan: SimulationPlan

  func employer(_ workplace: Workplace, covers: [Workplace] = []) -> Employer {
    var stream = RandomStream(seed: plan.seed, workplace.id, "employer")
    let exists = workplace.isNamed || !covers.isEmpty || !stream.chance(plan.fieldwork.closedDown)
    let groups = exists ? ([workplace] + covers).flatMap(occupations) : []
    var byCode: [String: OccupationGroup] = [:]
    for group in groups { byCode[group.code] = byCode[group.code].map { $0.joined(with: group) } ?? group }
    let occupations = byCode.values.sorted { ($1.headcount, $0.code) < ($0.headcount, $1.code) }
    var employer = Employer(
      workplace: workplace, covers: covers, exists: exists, occupations: occupations, neededLow: [0, 0, 0],
      neededHigh: [0, 0, 0], triedToRecruit: false, personsSought: 0, personsNotFound: 0,
      leftLastYear: [0, 0, 0, 0, 0, 0], obstacles: [], supports: [], welcomesTrainees: false, vanishing: [],
      emerging: [],
      comment: nil, mayBeQuoted: false)
    guard exists else { return employer }
    for horizon in 0..<3 {
      let needed = employer.needed(horizon)
      let width = Double(needed) * (0.03 + 0.05 * Double(horizon))
      employer.neededLow[horizon] = max(0, needed - stream.rounded(width * stream.unit()))
      employer.neededHigh[horizon] = needed + stream.rounded(width * stream.unit())
    }
    lastYear(&employer)
    Opinions(plan: plan).add(to: &employer)
    return employer
  }

  private func occupations(_ workplace: Workplace) -> [OccupationGroup] {
    var stream = RandomStream(seed: plan.seed, workplace.id, "staffing")
    let staff = staff(workplace, &stream)
    let growth =
      (plan.change.sectorGrowth[workplace.sector] ?? 0)
      + plan.change.employerSpread * stream.around() * (workplace.isNamed ? 0.3 : 1)
    let weights = (plan.staffing[workplace.staffing] ?? []).map {
      ($0.code, $0.weight * (workplace.isNamed ? 1 : 0.35 + 1.3 * stream.unit()))
    }
    var left = staff
    var weightLeft = weights.reduce(0) { $0 + $1.1 }
    let builder = OccupationBuilder(plan: plan, workplace: workplace)
    return weights.compactMap { code, weight in
      let headcount = stream.count(of: left, share: weightLeft > 0 ? min(1, weight / weightLeft * 1.000001) : 0)
      left -= headcount
      weightLeft -= weight
      guard headcount > 0, let occupation = plan.occupations[code] else { return nil }
      return builder.group(occupation, headcount: headcount, employerGrowth: growth)
    }
  }

  /// Registers are a month old, and wrong by one or some per cent.
  private func staff(_ workplace: Workplace, _ stream: inout RandomStream) -> Int {
    guard !workplace.isNamed else { return workplace.staff }
    if workplace.staff < 10 { return max(1, workplace.staff + (stream.chance(0.2) ? stream.whole(-1...1) : 0)) }
    return max(1, stream.rounded(Double(workplace.staff) * (1 + 0.06 * stream.around())))
  }

  private func lastYear(_ employer: inout Employer) {
    var stream = RandomStream(seed: plan.seed, employer.id, "last year")
    employer.leftLastYear[0] = stream.count(of: employer.staff, share: 0.016)
    for (place, rate) in plan.change.leaving.enumerated() {
      employer.leftLastYear[1 + place] = stream.count(of: employer.staff, share: rate)
    }
    let share = plan.change.triedToRecruit[plan.frame.sizeClass(of: employer.frameStaff)] ?? 0
    let vacancies = employer.occupations.reduce(0) { $0 + $1.vacancies }
    employer.triedToRecruit = vacancies > 0 || stream.chance(share)
    guard employer.triedToRecruit else { return }
    employer.personsSought = max(1, vacancies + employer.leftLastYear.reduce(0, +) + stream.whole(0...1))
    employer.personsNotFound = stream.count(
      of: employer.personsSought, share: 0.03 + 0.07 * (employer.difficulty - 1))
  }
}

import ConfidentialRecords
import SurveyModel

/// Makes the staff of one occupation at one workplace, and what becomes of them.
struct OccupationBuilder {
  let plan: SimulationPlan
  let workplace: Workplace

  /// - Parameter employerGrowth: the workplace's own growth over ten years, beside that of the occupation.
  func group(_ occupation: OccupationPlan, headcount: Int, employerGrowth: Double) -> OccupationGroup {
    var stream = RandomStream(seed: plan.seed, workplace.id, "occupation \(occupation.code)")
    let women = stream.count(of: headcount, share: min(0.99, max(0.01, occupation.women + 0.1 * stream.around())))
    let ages = ages(occupation, headcount, &stream)
    let retirements = retirements(ages, &stream)
    let leavers = leavers(occupation, staying: headcount - retirements[2], &stream)
    let difficulty = min(5, max(1, stream.rounded(occupation.difficulty + 0.7 * stream.around())))
    let hard = Double(difficulty)
    let vacancies = stream.count(of: headcount, share: plan.change.vacancies.share(hard))
    let hardToFill = stream.count(of: vacancies, share: 0.12 * (hard - 0.5))
    let skillShortage = stream.count(of: hardToFill, share: 0.62)
    let notProficient = stream.count(of: headcount, share: plan.change.notProficient.share(hard))
    let lacks = occupation.lacks.filter { _ in stream.chance(difficulty >= 4 || notProficient > 0 ? 0.7 : 0.15) }
    return OccupationGroup(
      code: occupation.code, headcount: headcount, women: women, ages: ages,
      leavers: [retirements] + leavers, needed: needed(occupation, headcount, employerGrowth), difficulty: difficulty,
      vacancies: vacancies, hardToFill: hardToFill, skillShortage: skillShortage, notProficient: notProficient,
      lacks: lacks)
  }

  private func ages(_ occupation: OccupationPlan, _ headcount: Int, _ stream: inout RandomStream) -> [Int] {
    // Workplaces differ: some have grown old together.
    let older = 1 + 0.4 * stream.around()
    var left = headcount
    var share = 1.0
    var ages = [0, 0, 0, 0, 0]
    for band in (1...4).reversed() {
      let here = min(share, occupation.ages[band] * older)
      ages[band] = stream.count(of: left, share: share > 0 ? here / share : 0)
      left -= ages[band]
      share -= here
    }
    ages[0] = left
    return ages
  }

  /// Nested: who has retired within two years has retired within five.
  private func retirements(_ ages: [Int], _ stream: inout RandomStream) -> [Int] {
    var retired = [0, 0, 0]
    for (band, staff) in ages.enumerated() {
      var gone = 0
      var before = 0.0
      for horizon in 0..<3 {
        let share = plan.change.retiring[horizon][band]
        gone += stream.count(of: staff - gone, share: before < 1 ? (share - before) / (1 - before) : 0)
        retired[horizon] += gone
        before = share
      }
    }
    return retired
  }

  /// Of those who do not retire, by every destination but retirement; nested, and never more than there are.
  private func leavers(_ occupation: OccupationPlan, staying: Int, _ stream: inout RandomStream) -> [[Int]] {
    var left = [[Int]](repeating: [0, 0, 0], count: plan.change.leaving.count)
    var gone = [Int](repeating: 0, count: plan.change.leaving.count)
    var yearsBefore = 0
    for horizon in Horizon.allCases {
      for (place, rate) in plan.change.leaving.enumerated() {
        let share = rate * occupation.mobility * Double(horizon.years - yearsBefore)
        gone[place] += stream.count(of: staying - gone.reduce(0, +), share: share)
      }
      yearsBefore = horizon.years
      for place in gone.indices { left[place][horizon.index] = gone[place] }
    }
    return left
  }

  private func needed(_ occupation: OccupationPlan, _ headcount: Int, _ employerGrowth: Double) -> [Int] {
    var stream = RandomStream(seed: plan.seed, workplace.id, "need \(occupation.code)")
    let growth = occupation.growth + employerGrowth + plan.change.rowSpread * stream.around()
    return plan.change.growthAfter.map { share in
      max(0, stream.rounded(Double(headcount) * (1 + growth * share)))
    }
  }
}

import ConfidentialRecords
import SurveyModel

/// The known truth: every indicator as it is in the population, before anyone has answered anything.
///
/// Of indicators that only the long form asks for, the truth is that of the employers that get the long form, and
/// occupations are counted as asked: the five largest of each employer, the rest as `all-other`. Sector, section and
/// size class are the register's: those of the workplace that answers, with the staff of all that it answers for.
/// Shares run from 0 to 1.
package struct Truth: Sendable {
  package struct Row: Sendable {
    package var indicator: Indicator
    /// `all`, or a dimension and its code: `sector=private`.
    package var domain: String
    /// SSYK major group, `all-other`, or empty: all.
    package var occupation: String
    package var horizon: Horizon?
    package var value: Double
  }

  package private(set) var rows: [Row] = []

  package init(_ population: Population, plan: SimulationPlan) {
    for (domain, employers) in Self.domains(population.employers, plan) {
      staff(domain, employers)
      recruiting(domain, employers)
      let long = employers.filter(\.hasLongForm)
      let rows = long.map { (employer: $0, groups: $0.rows()) }
      occupations(domain, "", rows)
      for code in Self.majorGroups {
        occupations(
          domain, code,
          rows.map { ($0.employer, $0.groups.filter { Occupation.group(of: $0.code, digits: 1) == code }) })
      }
    }
  }

  private static let majorGroups = ["1", "2", "3", "4", "5", "6", "7", "8", "9", Occupation.allOther]

  private static func domains(_ employers: [Employer], _ plan: SimulationPlan) -> [(String, [Employer])] {
    var domains = [("all", employers)]
    for sector in Sector.allCases {
      domains.append(("sector=\(sector.rawValue)", employers.filter { $0.workplace.sector == sector }))
    }
    for size in plan.frame.sizes {
      let code = size.sizeClass.code
      domains.append(("sizeClass=\(code)", employers.filter { plan.frame.sizeClass(of: $0.frameStaff) == code }))
    }
    let sections = Dictionary(grouping: employers) { IndustrySections.section(ofDivision: $0.workplace.sni) }
    for section in sections.keys.sorted() { domains.append(("section=\(section)", sections[section] ?? [])) }
    return domains
  }

  private mutating func add(
    _ indicator: Indicator, _ domain: String, _ occupation: String = "", _ horizon: Horizon? = nil, count: Int
  ) {
    rows.append(
      Row(indicator: indicator, domain: domain, occupation: occupation, horizon: horizon, value: Double(count)))
  }

  /// A share is left out where nobody can have it.
  private mutating func add(
    _ indicator: Indicator, _ domain: String, _ occupation: String = "", _ horizon: Horizon? = nil, share part: Int,
    of whole: Int
  ) {
    guard whole > 0 else { return }
    let value = Double(part) / Double(whole)
    rows.append(Row(indicator: indicator, domain: domain, occupation: occupation, horizon: horizon, value: value))
  }

  private mutating func staff(_ domain: String, _ employers: [Employer]) {
    add(.employers, domain, count: employers.filter { $0.exists }.count)
    let staff = employers.reduce(0) { $0 + $1.staff }
    add(.staff, domain, count: staff)
    for (band, item) in ["under50", "50-54", "55-59", "60-64", "65plus"].enumerated() {
      add(.staffByAge, "\(domain);item=\(item)", count: employers.reduce(0) { $0 + $1.staff(inAgeBand: band) })
    }
    let women = employers.reduce(0) { $0 + $1.women }
    add(.staffBySex, "\(domain);item=women", count: women)
    add(.staffBySex, "\(domain);item=men", count: staff - women)
    for horizon in Horizon.allCases {
      let needed = employers.reduce(0) { $0 + $1.needed(horizon.index) }
      add(.staffNeeded, domain, "", horizon, count: needed)
      add(.growth, domain, "", horizon, count: needed - staff)
    }
  }

  private mutating func recruiting(_ domain: String, _ employers: [Employer]) {
    let existing = employers.filter(\.exists)
    let sought = existing.reduce(0) { $0 + $1.personsSought }
    let notFound = existing.reduce(0) { $0 + $1.personsNotFound }
    add(.recruitmentAttemptShare, domain, share: existing.filter(\.triedToRecruit).count, of: existing.count)
    add(.personsSought, domain, count: sought)
    add(.personsNotFound, domain, count: notFound)
    add(.failureRate, domain, share: notFound, of: sought)
    add(.traineeContactShare, domain, share: existing.filter(\.welcomesTrainees).count, of: existing.count)
    for support in SupportCode.allCases {
      let share = existing.filter { $0.supports.contains(support.rawValue) }.count
      add(.hiringSupports, "\(domain);item=\(support.rawValue)", share: share, of: existing.count)
    }
    let long = existing.filter(\.hasLongForm)
    for destination in Destination.allCases {
      let left = long.reduce(0) { $0 + $1.leftLastYear[destination.place] }
      add(.leaversLastYear, "\(domain);item=\(destination.rawValue)", count: left)
    }
    let tried = long.filter(\.triedToRecruit)
    for obstacle in ObstacleCode.allCases {
      let share = tried.filter { $0.obstacles.contains(obstacle.rawValue) }.count
      add(.recruitmentObstacles, "\(domain);item=\(obstacle.rawValue)", share: share, of: tried.count)
    }
  }

  private mutating func occupations(
    _ domain: String, _ code: String, _ rows: [(employer: Employer, groups: [OccupationGroup])]
  ) {
    let groups = rows.flatMap(\.groups)
    func sum(_ value: (OccupationGroup) -> Int) -> Int { groups.reduce(0) { $0 + value($1) } }
    let headcount = sum(\.headcount)
    let vacancies = sum(\.vacancies)
    guard headcount > 0 else { return }
    add(.headcount, domain, code, nil, count: headcount)
    for horizon in Horizon.allCases {
      let retirements = sum { $0.leaving(to: .retirement, within: horizon) }
      let growth = sum { $0.growth(horizon) }
      let posts = sum { $0.postsToFill(horizon) }
      add(.retirements, domain, code, horizon, count: retirements)
      add(.otherLeavers, domain, code, horizon, count: posts - growth - retirements)
      add(.occupationGrowth, domain, code, horizon, count: growth)
      add(.postsToFill, domain, code, horizon, count: posts)
      add(.replacementNeed, domain, code, horizon, count: sum { $0.replacementNeed(horizon) })
      add(.retirementShareOfLeavers, domain, code, horizon, share: retirements, of: posts - growth)
    }
    add(.vacancies, domain, code, nil, count: vacancies)
    add(.jobVacancyRate, domain, code, nil, share: vacancies, of: vacancies + headcount)
    add(.vacancyDensity, domain, code, nil, share: vacancies, of: headcount)
    add(.hardToFillShare, domain, code, nil, share: sum(\.hardToFill), of: vacancies)
    add(.skillShortageDensity, domain, code, nil, share: sum(\.skillShortage), of: vacancies)
    add(.skillsGapDensity, domain, code, nil, share: sum(\.notProficient), of: headcount)
    shareOfEmployers(.vacancyIncidence, domain, code, rows, \.vacancies)
    shareOfEmployers(.skillShortageIncidence, domain, code, rows, \.skillShortage)
    shareOfEmployers(.skillsGapIncidence, domain, code, rows, \.notProficient)
    let tried = rows.filter(\.employer.triedToRecruit).flatMap(\.groups)
    let hard = tried.filter { $0.difficulty >= 4 }.reduce(0) { $0 + $1.headcount }
    let easy = tried.filter { $0.difficulty <= 2 }.reduce(0) { $0 + $1.headcount }
    add(.shortageBalance, domain, code, nil, share: hard - easy, of: tried.reduce(0) { $0 + $1.headcount })
  }

  /// Among the employers that have the occupation.
  private mutating func shareOfEmployers(
    _ indicator: Indicator, _ domain: String, _ code: String,
    _ rows: [(employer: Employer, groups: [OccupationGroup])], _ value: (OccupationGroup) -> Int
  ) {
    let having = rows.filter { !$0.groups.isEmpty }
    add(
      indicator, domain, code, nil, share: having.filter { $0.groups.contains { value($0) > 0 } }.count,
      of: having.count)
  }
}

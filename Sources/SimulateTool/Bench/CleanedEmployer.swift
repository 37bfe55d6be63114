import ConfidentialRecords
import SurveyModel

/// An employer's answers as the clean stage would hand them on: nearly all points, some ranges, some missing.
struct CleanedEmployer {
  let plan: SimulationPlan

  func record(_ employer: Employer) -> EmployerRecord {
    var stream = RandomStream(seed: plan.seed, employer.id, "cleaned")
    func quantity(_ number: Int) -> Quantity {
      let draw = stream.unit()
      if draw < 0.01 { return .missing(.doNotKnow) }
      if draw < 0.02 { return .range(low: Double(number), best: nil, high: Double(number + 1 + number / 8)) }
      return .point(Double(number))
    }
    let workplace = employer.workplace
    var record = EmployerRecord()
    record.enterprise = workplace.enterprise
    record.establishment = workplace.id
    record.response = workplace.id
    record.path = "employers/\(workplace.id).html"
    record.form = employer.hasLongForm ? "long" : "short"
    record.answered = plan.dates.firstDay.description
    record.municipality = workplace.municipality
    record.sector = workplace.sector
    record.section = IndustrySections.section(ofDivision: workplace.sni)
    record.sizeClass = workplace.sizeClass
    record.stratum = "\(workplace.municipality)-\(workplace.sector.rawValue)-\(workplace.sizeClass)"
    record.employees = workplace.staff
    record.establishmentsCovered = .point(Double(employer.establishments))
    record.staff = .point(Double(employer.staff))
    record.women = quantity(employer.women)
    record.men = quantity(employer.staff - employer.women)
    record.staffByAge = (0..<5).map { quantity(employer.staff(inAgeBand: $0)) }
    record.staffNeeded = HorizonQuantities(
      quantity(employer.needed(0)), quantity(employer.needed(1)), quantity(employer.needed(2)))
    record.triedToRecruit = employer.triedToRecruit ? .yes : .no
    record.personsSought = employer.triedToRecruit ? quantity(employer.personsSought) : .missing(.notApplicable)
    record.personsNotFound = employer.triedToRecruit ? quantity(employer.personsNotFound) : .missing(.notApplicable)
    record.hiringSupports = .chosen(employer.supports)
    record.contactAboutTrainees = employer.welcomesTrainees ? .yes : .no
    guard employer.hasLongForm else { return record }
    record.leaversLastYear = employer.leftLastYear.map { quantity($0) }
    record.recruitmentObstacles = employer.triedToRecruit ? .chosen(employer.obstacles) : .missing(.notApplicable)
    record.occupations = employer.rows().map { Self.row($0, quantity) }
    record.vanishingJobs = employer.vanishing.map { job($0) }
    record.emergingJobs = employer.emerging.map { job($0) }
    return record
  }

  private static func row(_ group: OccupationGroup, _ quantity: (Int) -> Quantity) -> OccupationRow {
    var row = OccupationRow()
    row.ssyk = group.code
    row.coding = "exact"
    row.headcount = .point(Double(group.headcount))
    for destination in Destination.allCases {
      let left = group.leavers[destination.place]
      row[destination] = HorizonQuantities(quantity(left[0]), quantity(left[1]), quantity(left[2]))
    }
    row.needed = HorizonQuantities(quantity(group.needed[0]), quantity(group.needed[1]), quantity(group.needed[2]))
    row.difficulty = .point(Double(group.difficulty))
    row.vacancies = quantity(group.vacancies)
    row.hardToFill = quantity(group.hardToFill)
    row.skillShortage = quantity(group.skillShortage)
    row.notProficient = quantity(group.notProficient)
    row.competencesLacking = .chosen(group.lacks)
    return row
  }

  private func job(_ job: Employer.Job) -> JobChange {
    var change = JobChange()
    change.ssyk = Occupation.uncoded
    change.years = job.horizon
    change.competences = .chosen(job.needs)
    return change
  }
}

import ConfidentialRecords
import SurveyStatistics

/// What an answer of each unit that has not answered would do to the headlines.
///
///     now       the mean of its response group, zeros of ineligible units among them, which stands for the unit today
///     expected  Σ_g y / Σ_g employees · its own employees; of all groups where its own has nobody
///     weight    N_g / (m_g + o_g + 1), which the answers of its group would have with one more
///     distance  √((expected − now)² + s_g²), s_g the spread of the group's answers; where it has none to tell, and for a
///               dominant employer, which is like no other, that of the stated limits
///
/// A dominant employer stands for itself: now nothing, and weight 1.
/// - Unit: that of the headline.
struct NonrespondentCalls {
  private let aggregator: Aggregator
  private let plan: DomainPlan
  private let limits: StatedLimits
  /// By slot: the headline of all, group by group.
  private let groups: [[Int: GroupMoments]]
  private let employees: [Int: Double]
  private let sizeClasses: [String: Int]

  init(aggregator: Aggregator, sums: AggregateSums) {
    self.aggregator = aggregator
    let plan = aggregator.headlines.domains
    self.plan = plan
    limits = StatedLimits(study: aggregator.study, effects: aggregator.headlineEffects)
    let design = aggregator.weighting.design
    groups = plan.slots.slots.indices.map { slot in
      let key = CellKey(slot: slot, municipality: nil, sector: nil, section: nil, sizeClass: nil, occupation: nil)
      let moments = sums.cells[aggregator.headlines.whole(key)]?.moments
      var all: [Int: GroupMoments] = [:]
      // Units found ineligible have answered with 0.
      for (group, part) in moments?.met.map({ $0 }) ?? [] {
        all[group] = part.withZeros(upTo: design.groups[group].observed)
      }
      return all
    }
    var employees: [Int: Double] = [:]
    for record in aggregator.weighting.fieldwork {
      guard let group = aggregator.weighting.group(ofStratum: record.stratum) else { continue }
      employees[group, default: 0] += Double(record.answeredEmployees)
    }
    self.employees = employees
    sizeClasses = Dictionary(
      aggregator.study.sizeClasses.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func perEmployee(_ slot: Int, _ group: Int) -> Double {
    if let answered = employees[group], answered > 0 { return (groups[slot][group]?.sumY ?? 0) / answered }
    var (sum, answered) = (0.0, 0.0)
    for (group, employees) in employees.sorted(by: { $0.key < $1.key }) {
      sum += groups[slot][group]?.sumY ?? 0
      answered += employees
    }
    return answered > 0 ? sum / answered : 0
  }

  /// - Returns: nil for a unit that has answered, needs no answer, or has asked to be left alone.
  func candidate(_ unit: DesignRecord) -> CallCandidate? {
    guard unit.joinedTo == nil, [.noContact, .unknown, .refused].contains(unit.disposition),
      let sizeClass = sizeClasses[unit.sizeClass],
      let place = plan.place(
        municipality: unit.municipality, sector: unit.sector, section: unit.section, sizeClass: unit.sizeClass),
      let group = aggregator.weighting.group(ofStratum: unit.stratum)
    else { return nil }
    let isDominant = unit.dominant == true
    let design = aggregator.weighting.design
    let observed = design.groups[group].observed
    let weight = isDominant ? 1 : Double(design.groups[group].frameUnits) / Double(observed + 1)
    let smallest = aggregator.study.sizeClasses[sizeClass].smallest
    let items = plan.slots.slots.indices.compactMap { slot -> CallItem? in
      let indicator = plan.slots.slots[slot].indicator
      guard !indicator.needsLongForm || smallest >= aggregator.study.longFormFrom else { return nil }
      let size = Double(unit.employees)
      let stated = limits.limits(slot: slot, sizeClass: sizeClass)
      let perEmployee = perEmployee(slot, group)
      let moments = groups[slot][group] ?? GroupMoments()
      let expected = (stated.map { min(max(perEmployee, $0.lower), $0.upper) } ?? perEmployee) * size
      let now = isDominant || observed == 0 ? 0 : moments.sumY / Double(observed)
      // Without stated limits from nothing to all of its employees, or what is expected of it where that is more.
      let (low, high) = stated.map { ($0.lower * size, $0.upper * size) } ?? (min(0, expected), max(size, expected))
      let spread = observed > 1 ? moments.centredYY / Double(observed - 1) : 0
      let likely =
        isDominant || spread == 0
        ? likelyDistance(from: now, low: low, mode: expected, high: high)
        : ((expected - now) * (expected - now) + spread).squareRoot()
      let moves = plan.groupingsOfSlot[slot].filter { plan.groupings[$0].digits == nil }.map { grouping in
        CallItem.Move(
          cell: plan.key(slot: slot, grouping: grouping, place: place, occupation: nil), likely: weight * likely,
          outcomes: [low, expected, high].map { weight * ($0 - now) })
      }
      return CallItem(
        subject: .headline(now: now, predicted: expected, low: low, high: high), suspicion: 1, moves: moves)
    }
    guard !items.isEmpty else { return nil }
    return CallCandidate(
      establishment: unit.establishment, municipality: unit.municipality, sector: unit.sector,
      sizeClass: unit.sizeClass, employees: unit.employees, weight: weight, disposition: unit.disposition,
      isDominant: isDominant, items: items)
  }
}

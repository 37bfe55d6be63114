import ConfidentialRecords
import SurveyStatistics

/// What the answers of each response group add to each headline, and who carries those that did not answer. Memory is
/// headlines × groups. Dominant employers, who stand for nobody else, have no part in it.
struct NonresponseSums: Sendable {
  /// By group: its weight less what it would be, had all approached answered; nil for a dominant employer.
  private let excess: [Double?]
  private let municipalities: Int
  /// By slot, then group.
  private var sums: [CompensatedSum]
  private var absolute: [CompensatedSum]
  /// By slot; of all first, then by municipality.
  private var tallies: [EnterpriseTally]
  private var scratch: [Double?]

  init(plan: HeadlinePlan, weighting: Weighting) {
    let design = weighting.design
    let approached = weighting.approached
    excess = design.groups.indices.map { group in
      guard !weighting.dominantGroups.contains(group) else { return nil }
      let asked = approached[group] ?? 0
      return asked > 0 ? max(0, design.weights[group] - Double(design.groups[group].frameUnits) / Double(asked)) : 0
    }
    let slots = plan.domains.slots.slots.count
    municipalities = plan.domains.municipalityCodes.count
    sums = Array(repeating: CompensatedSum(), count: slots * design.groups.count)
    absolute = sums
    tallies = Array(repeating: EnterpriseTally(), count: slots * (municipalities + 1))
    scratch = Array(repeating: nil, count: slots)
  }

  /// - Parameter employer: with its entries of headlines alone.
  mutating func add(_ employer: EmployerUpdate) {
    guard let excess = excess[employer.group] else { return }
    var touched: [Int] = []
    for entry in employer.entries {
      if scratch[entry.slot] == nil { touched.append(entry.slot) }
      scratch[entry.slot, default: 0] += entry.y.value
    }
    for slot in touched {
      guard let value = scratch[slot] else { continue }
      scratch[slot] = nil
      let place = slot * self.excess.count + employer.group
      sums[place] += value
      absolute[place] += abs(value)
      for part in [0, employer.place.municipality + 1] {
        tallies[slot * (municipalities + 1) + part].add(
          excess * value, weight: 1, enterprise: employer.enterprise, isProtected: employer.isProtected)
      }
    }
  }

  func sum(slot: Int, group: Int) -> (value: Double, absolute: Double) {
    let place = slot * excess.count + group
    return (sums[place].value, absolute[place].value)
  }

  /// - Parameter municipality: nil for all.
  func behind(slot: Int, municipality: Int?) -> Contributors {
    tallies[slot * (municipalities + 1) + (municipality.map { $0 + 1 } ?? 0)].contributors
  }
}

extension [Double?] {
  fileprivate subscript(place: Int, default value: Double) -> Double {
    get { self[place] ?? value }
    set { self[place] = newValue }
  }
}

extension Indicator {
  /// The scenario of a figure that is reckoned from age bands and exit ages (F14); nil for every other.
  package var exitScenario: ExitAges.Scenario? {
    switch self {
    case .retirementsFromAgesLow, .occupationRetirementsFromAgesLow: .low
    case .retirementsFromAges, .occupationRetirementsFromAges: .base
    case .retirementsFromAgesHigh, .occupationRetirementsFromAgesHigh: .high
    default: nil
    }
  }

  /// Over all staff of all employers, by scenario.
  package static func retirementsFromAges(_ scenario: ExitAges.Scenario) -> Indicator {
    switch scenario {
    case .low: .retirementsFromAgesLow
    case .base: .retirementsFromAges
    case .high: .retirementsFromAgesHigh
    }
  }

  /// By occupation, at employers with the long form: what the employers' own figure may be held against.
  package static func occupationRetirementsFromAges(_ scenario: ExitAges.Scenario) -> Indicator {
    switch scenario {
    case .low: .occupationRetirementsFromAgesLow
    case .base: .occupationRetirementsFromAges
    case .high: .occupationRetirementsFromAgesHigh
    }
  }

  /// What it is reckoned from by figures that everyone can read: who sees these can work it out, and who sees it has
  /// learnt something of these. They are printed wherever it is.
  package var reckonedFrom: [Indicator] {
    switch self {
    case .retirementsFromAgesLow, .retirementsFromAges, .retirementsFromAgesHigh: [.staffByAge]
    case .occupationRetirementsFromAgesLow, .occupationRetirementsFromAges, .occupationRetirementsFromAgesHigh:
      [.occupationStaffByAge]
    case .openings: [.headcount, .occupationGrowth]
    default: []
    }
  }

  /// The context table without which the indicator cannot be reckoned.
  package var contextNeeded: ContextName? { self == .openings ? .separations : nil }
}

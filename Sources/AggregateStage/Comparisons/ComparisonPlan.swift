import ConfidentialRecords

/// Which cells are held against each other, family by family, decided by the study alone (F48).
///
/// - Sectors, sizes: each measure between all pairs; one family a dimension, for the report picks the clearest of them.
/// - Municipalities: each measure and horizon is a family of its own, and so has rank intervals.
/// - Items: what one question lists, in the whole study; those who named several bind them together.
struct ComparisonPlan {
  struct Family {
    var name: String
    var feature: String
    /// Cells that are compared pair by pair, measure by measure.
    var measures: [[CellKey]]
    /// The cells speak of the same employers; else of none in common.
    var isOfItems = false
  }

  /// Of sectors and sizes.
  private static let contrasted: [Indicator] = [
    .recruitmentAttemptShare, .failureRate, .traineeContactShare, .hiringSupports,
  ]
  /// Of municipalities: measures that do not grow with the municipality itself.
  private static let betweenMunicipalities: [Indicator] = [
    .growth, .postsToFill, .replacementNeed, .retirementShareOfLeavers, .jobVacancyRate, .hardToFillShare,
    .recruitmentAttemptShare, .failureRate, .traineeContactShare, .shortageBalance,
  ]
  static let ofItems: [Indicator] = [.competencesLacking, .recruitmentObstacles, .hiringSupports]

  let families: [Family]

  init(_ plan: DomainPlan) {
    func slots(_ indicators: [Indicator]) -> [Int] {
      indicators.flatMap { indicator in
        plan.slots.slots.indices.filter { slot in
          plan.slots.slots[slot].indicator == indicator && Self.isAnswer(plan.slots.slots[slot].item)
        }
      }
    }
    let contrasted = slots(Self.contrasted)
    var families = [
      Family(
        name: "sector", feature: "EST-17",
        measures: contrasted.map { slot in Sector.allCases.indices.map { CellKey(slot: slot, sector: $0) } }),
      Family(
        name: "sizeClass", feature: "EST-17",
        measures: contrasted.map { slot in plan.sizeClassCodes.indices.map { CellKey(slot: slot, sizeClass: $0) } }),
    ]
    for slot in slots(Self.betweenMunicipalities) where plan.municipalityCodes.count > 1 {
      families.append(
        Family(
          name: "municipality/" + plan.slots.slots[slot].name, feature: "EST-11",
          measures: [plan.municipalityCodes.indices.map { CellKey(slot: slot, municipality: $0) }]))
    }
    for indicator in Self.ofItems {
      families.append(
        Family(
          name: "item/" + indicator.rawValue, feature: "EST-07",
          measures: [slots([indicator]).map { CellKey(slot: $0) }], isOfItems: true))
    }
    self.families = families
  }

  /// "None of these" is an answer to the question, not one of the things asked about.
  static func isAnswer(_ item: String?) -> Bool { item != "none" }
}

extension SlotTable.Slot {
  /// `postsToFill/5`.
  fileprivate var name: String { indicator.rawValue + (horizon.map { "/\($0.years)" } ?? "") }
}

extension CellKey {
  fileprivate init(slot: Int, municipality: Int? = nil, sector: Int? = nil, sizeClass: Int? = nil) {
    self.init(
      slot: slot, municipality: municipality, sector: sector, section: nil, sizeClass: sizeClass, occupation: nil)
  }
}

import ConfidentialRecords

/// What a study states of supply, by municipality, occupation, horizon and component.
package struct SupplyTable: Sendable {
  struct Key: Hashable, Sendable {
    var municipality: String
    /// SSYK 2012, one digit.
    var occupation: String
    var horizon: Horizon
    var component: SupplyComponent
  }

  private var amounts: [Key: AssumedRange] = [:]

  /// For a study that states no supply: every component is missing.
  package init() {}

  /// Occupations that the table speaks of.
  var occupations: Set<String> { Set(amounts.keys.map(\.occupation)) }

  package var count: Int { amounts.count }

  /// False when the key is already there; what is there stays.
  mutating func insert(_ amount: AssumedRange, at key: Key) -> Bool {
    guard amounts[key] == nil else { return false }
    amounts[key] = amount
    return true
  }

  /// The supply to all given municipalities and occupations together.
  func supply(municipalities: [String], occupations: [String], horizon: Horizon) -> Supply {
    var supply = Supply()
    for component in SupplyComponent.allCases {
      var isKnownEverywhere = !occupations.isEmpty
      var sum = AssumedRange.zero
      for municipality in municipalities {
        for occupation in occupations {
          let key = Key(
            municipality: municipality, occupation: occupation, horizon: horizon, component: component)
          if let amount = amounts[key] {
            supply.known = supply.known.map { $0 + amount } ?? amount
            sum = sum + amount
          } else {
            isKnownEverywhere = false
          }
        }
      }
      if isKnownEverywhere { supply.components[component] = sum } else { supply.missing.append(component) }
    }
    return supply
  }
}

/// Supply as far as it is known, and what of it is not.
struct Supply: Hashable, Sendable {
  /// Sum of the amounts that are stated; nil when there is none.
  var known: AssumedRange?
  /// The components that are stated for every municipality and occupation of the sum.
  var components: [SupplyComponent: AssumedRange] = [:]
  /// Components without data for a municipality or occupation of the sum. Unknown, never 0.
  var missing: [SupplyComponent] = []
}

/// The terms of supply (F17). Each person enters at the first term that fits.
package enum SupplyComponent: String, CaseIterable, Hashable, Sendable {
  /// Ready for the occupation at the base date.
  case seekersReady
  /// From education, those who take part and stay.
  case graduates
  /// Completed measures, by persons who were not ready at the base date.
  case completions
  /// Movers in less movers out, without the graduates above.
  case netInMoves
  /// Change in net commuting.
  case commutingChange

  /// A balance of two flows; the others count persons.
  var mayBeNegative: Bool { self == .netInMoves || self == .commutingChange }
}

/// Low, base and high scenario of a number of persons. Unit: persons, cumulative from the base date.
package struct SupplyScenarios: Hashable, Sendable {
  package var low: Double
  package var base: Double
  package var high: Double

  package init(low: Double, base: Double, high: Double) {
    self.low = low
    self.base = base
    self.high = high
  }

  /// Low adds to low and high to high: the scenarios are shared, not independent.
  static func + (a: SupplyScenarios, b: SupplyScenarios) -> SupplyScenarios {
    SupplyScenarios(low: a.low + b.low, base: a.base + b.base, high: a.high + b.high)
  }
}

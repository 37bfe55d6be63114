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
  package var mayBeNegative: Bool { self == .netInMoves || self == .commutingChange }
}

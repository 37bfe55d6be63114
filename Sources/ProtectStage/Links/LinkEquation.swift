/// A relation that a reader knows to hold between totals: Σ coefficient·total = right-hand side.
///
/// The right-hand side is what the true totals give, so that a relation that answers meet only nearly (staff by age
/// adds up to staff) counts as if its error were known.
struct LinkEquation: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var total: Int
    var coefficient: Double
  }

  var terms: [Term]
  var rightHandSide: Double
}

/// The totals of a release with all relations between them, as the suppression sees them.
struct LinkedSystem: Sendable {
  struct Total: Sendable {
    var id: String
    var value: Double
    /// Nil: may be negative.
    var least: Double?
    /// 0 where the report says that it is negative.
    var most: Double?
    /// A reader sees it, or can read it off.
    var isKnown: Bool
    /// May be hidden to protect another; false for what no cell shows.
    var canBeHidden: Bool
    /// What hiding it costs the reader, above 0.
    var price = 1.0
    /// How far off a reader must stay; nil for a total that is no secret.
    var level: Double? = nil
  }

  var totals: [Total]
  var equations: [LinkEquation] = []

  /// Adds Σ coefficient·total with the right-hand side that the true values give.
  mutating func relate(_ terms: [(total: Int, coefficient: Double)]) {
    let sum = terms.reduce(0) { $0 + $1.coefficient * totals[$1.total].value }
    equations.append(
      LinkEquation(
        terms: terms.map { LinkEquation.Term(total: $0.total, coefficient: $0.coefficient) }, rightHandSide: sum))
  }

  /// A number that no table has and that cannot be negative, such as leavers who stay in the occupation: adds it with
  /// the value that makes Σ coefficient·total − slack = 0. Does nothing when that value would be negative.
  mutating func relate(_ terms: [(total: Int, coefficient: Double)], slack id: String) {
    let value = terms.reduce(0) { $0 + $1.coefficient * totals[$1.total].value }
    guard value >= 0 else { return }
    totals.append(Total(id: id, value: value, least: 0, isKnown: false, canBeHidden: false))
    relate(terms + [(totals.count - 1, -1)])
  }
}

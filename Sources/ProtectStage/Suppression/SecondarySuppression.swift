import Diagnostics

/// Hides further totals until none that is secret can be reckoned back more closely than its level (F26), over all
/// linked tables of a release at once (DIS-03, DIS-04).
///
/// What a reader is taken to know: every relation between totals, exact; that counts cannot be negative; of a cell with
/// grade A or B its number (the interval of a B cell has it in its middle), unrounded. Of a cell with grade C or D, and
/// of a hidden one, nothing: what is too uncertain to be shown hides what must not be shown, at no cost (DIS-09).
///
/// What that reader learns of a secret total X: that it lies in an interval that reaches from X − U, or from 0 where
/// that is more, to X + U at least.
///
/// The secrets are taken by falling level, then by name. While one has no witness, the smallest total is hidden, of
/// those in the equations that stand in the way, which is at least as large as the level: hiding never takes a witness
/// away, so that one pass is enough, and the outcome depends on nothing but the input.
///
/// Not covered: what horizons tell of each other (leavers in ten years are no fewer than in five), and two enterprises
/// that are alone in their cells of one sum and know their own figure.
struct SecondarySuppression {
  struct Outcome: Sendable {
    /// The totals with what is hidden no longer known.
    var system: LinkedSystem
    /// What was hidden, by place, and the secret it was hidden for.
    var hidden: [Int: Int] = [:]
  }

  /// - Throws: `StageFailure` `.disclosureRefused` when a secret cannot be kept although all that could be is hidden.
  static func apply(to system: LinkedSystem) throws(StageFailure) -> Outcome {
    var outcome = Outcome(system: system)
    for place in system.totals.indices where system.totals[place].level != nil {
      outcome.system.totals[place].isKnown = false
    }
    let search = WitnessSearch(system)
    let secrets = system.totals.indices.filter { system.totals[$0].level != nil }.sorted { a, b in
      let (one, other) = (system.totals[a], system.totals[b])
      return one.level != other.level ? one.level ?? 0 > other.level ?? 0 : one.id < other.id
    }
    for secret in secrets {
      for value in ends(of: system.totals[secret]) {
        while case .none(let inTheWay) = search.witness(secret, at: value, in: outcome.system) {
          guard let next = cheapest(inTheWay, for: secret, outcome.system) else {
            throw StageFailure(
              .disclosureRefused,
              [
                Problem(
                  .error, "a secret total cannot be kept from being reckoned back, whatever else is hidden",
                  hint: "take a dimension out of its tables in study.yaml")
              ])
          }
          outcome.system.totals[next].isKnown = false
          outcome.hidden[next] = secret
        }
      }
    }
    return outcome
  }

  /// How far a reader must be left in doubt, up and down.
  static func ends(of total: LinkedSystem.Total) -> [Double] {
    guard let level = total.level else { return [] }
    return [total.value + level, max(total.value - level, total.least ?? -.infinity)]
  }

  private static func cheapest(_ equations: [Int], for secret: Int, _ system: LinkedSystem) -> Int? {
    let level = system.totals[secret].level ?? 0
    var candidates: Set<Int> = []
    for equation in equations {
      for term in system.equations[equation].terms
      where system.totals[term.total].isKnown && system.totals[term.total].canBeHidden {
        candidates.insert(term.total)
      }
    }
    return candidates.min { a, b in
      let (one, other) = (system.totals[a], system.totals[b])
      let (isThin, otherIsThin) = (isThin(one, level), isThin(other, level))
      if isThin != otherIsThin { return otherIsThin }
      if abs(one.value) != abs(other.value) { return abs(one.value) < abs(other.value) }
      return one.id < other.id
    }
  }

  /// Too small to hide so much; a total that may be negative hides as much as one likes.
  private static func isThin(_ total: LinkedSystem.Total, _ level: Double) -> Bool {
    total.least != nil && (total.value <= 0 || total.value < level)
  }
}

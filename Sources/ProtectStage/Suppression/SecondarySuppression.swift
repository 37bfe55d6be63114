import Diagnostics

/// Hides further totals until none that is secret can be reckoned back more closely than its level (F26), over all
/// linked tables of a release at once (DIS-03, DIS-04).
///
/// What a reader is taken to know: every relation between totals, exact; that counts cannot be negative; of a cell with
/// grade A or B its number (the interval of a B cell has it in its middle), unrounded; of a cell with grade C its sign.
/// Of a cell with grade D, and of a hidden one, nothing: what is too uncertain to be shown hides what must not be shown,
/// at no cost (DIS-09).
///
/// What that reader learns of a secret total X: that it lies in an interval that reaches from X − U, or from 0 where
/// that is more, to X + U at least.
///
/// The secrets are taken by falling level, then by name, and each end of the interval is secured by the cheapest totals
/// (`CoverSearch`). Hiding never takes a cover away, so that one pass is enough, and the outcome depends on nothing but
/// the input.
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
    let secrets = system.totals.indices.filter { system.totals[$0].level != nil }
    for place in secrets { outcome.system.totals[place].isKnown = false }
    let search = CoverSearch(system)
    let inOrder = secrets.sorted { a, b in
      let (one, other) = (system.totals[a], system.totals[b])
      return one.level != other.level ? one.level ?? 0 > other.level ?? 0 : one.id < other.id
    }
    for secret in inOrder {
      for value in ends(of: system.totals[secret]) {
        while true {
          guard
            let cover = search.cover(of: secret, at: value, in: outcome.system)
              ?? search.nearestKnown(to: secret, in: outcome.system).map({ [$0] })
          else { throw refusal }
          if cover.isEmpty { break }
          for place in cover {
            outcome.system.totals[place].isKnown = false
            outcome.hidden[place] = secret
          }
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

  private static var refusal: StageFailure {
    StageFailure(
      .disclosureRefused,
      [
        Problem(
          .error, "a secret total cannot be kept from being reckoned back, whatever else is hidden",
          hint: "take a dimension out of its tables in study.yaml")
      ])
  }
}

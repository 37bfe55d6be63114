import ConfidentialRecords

/// How far a gap moves when one assumption goes to its low or its high end and all others stay (FOR-07).
///
/// The move is known even where the gap is not, for want of a component; the verdict is not.
struct Sensitivity {
  let need: EstimateRecord
  let supply: Supply
  let factors: [GapTerms.Factor]
  /// Factors whose effect is a share of the need.
  let ofNeed: Set<String>
  /// Nil where the gap is not known.
  let terms: GapTerms?
  /// What may be said of an outcome: where its interval is too wide, nothing.
  let verdict: (GapOutcome) -> Verdict

  /// The largest first; equal ones by name.
  var values: [GapSensitivity] {
    levers.map { lever in
      let move = move(lever)
      return GapSensitivity(
        item: lever.item, tellsNeed: tellsNeed(lever), moveLow: move.low, moveHigh: move.high,
        verdictLow: terms.map { verdict($0.outcome(pinned: [lever: .low])) },
        verdictHigh: terms.map { verdict($0.outcome(pinned: [lever: .high])) })
    }.sorted { a, b in
      a.reach != b.reach ? a.reach > b.reach : a.item.utf8.lexicographicallyPrecedes(b.item.utf8)
    }
  }

  private var levers: [Lever] {
    SupplyComponent.allCases.filter { supply.components[$0] != nil }.map(Lever.component)
      + factors.filter(\.isOn).map { Lever.factor($0.id) }
      + (need.boundLow != nil && need.boundHigh != nil && need.estimate != nil ? [.openAnswers] : [])
      + (terms?.spread.dependsOnOptimism == true ? [.sharedOptimism] : [])
  }

  private func move(_ lever: Lever) -> (low: Double, high: Double) {
    switch lever {
    case .component(let component):
      let amount = supply.components[component] ?? .zero
      return (amount.base - amount.low, amount.base - amount.high)
    case .factor(let id):
      let effect = factors.first { $0.id == id }?.effect ?? .zero
      return (effect.low - effect.base, effect.high - effect.base)
    case .openAnswers:
      let estimate = need.estimate ?? 0
      return ((need.boundLow ?? estimate) - estimate, (need.boundHigh ?? estimate) - estimate)
    // It spreads the need and leaves the figure where it is.
    case .sharedOptimism: return (0, 0)
    }
  }

  /// Whoever knows the assumption can reckon the need from the move.
  private func tellsNeed(_ lever: Lever) -> Bool {
    switch lever {
    case .component: false
    case .factor(let id): ofNeed.contains(id)
    case .openAnswers, .sharedOptimism: true
    }
  }
}

extension GapSensitivity {
  /// The farther of the two ends.
  fileprivate var reach: Double { max(abs(moveLow), abs(moveHigh)) }
}

import ReleasedRecords
import SwedishText

/// What the forecast's tables list: components of supply, scenarios, factors, and what else is assumed.
extension Words {
  func gapItem(_ code: String) -> String {
    if let component = SupplyComponent(rawValue: code) { return self.component(component) }
    if let factor = study.assumptions.factors.first(where: { $0.id == code }) { return factor.name[language] }
    if let scenario = study.assumptions.scenarioSet.first(where: { $0.id == code }) { return scenario.name[language] }
    switch code {
    case GapItem.openAnswers: return pick("Öppna svar och ”vet ej”", "Open answers and “do not know”")
    case GapItem.sharedOptimism:
      return pick("Hur lika optimistiska arbetsgivarna är", "How far employers share their optimism")
    default: return code
    }
  }

  func component(_ component: SupplyComponent) -> String {
    switch component {
    case .seekersReady: pick("Arbetssökande som är redo", "Seekers who are ready")
    case .graduates: pick("Nyutbildade", "Graduates")
    case .completions: pick("De som blir klara med en insats", "Completions of measures")
    case .netInMoves: pick("Nettoinflyttning", "Net in-moves")
    case .commutingChange: pick("Förändrad pendling", "Change in commuting")
    }
  }

  /// An assumption by a few words, as scenarios name it.
  func assumption(_ id: String) -> String {
    let components = SupplyComponent.allCases.filter { study.assumptions.id(of: $0) == id }
    guard !components.isEmpty else { return gapItem(id) }
    return wording.list(
      components.enumerated().map { $0 == 0 ? component($1) : inSentence(component($1)) })
  }

  func end(_ end: AssumptionEnd) -> String {
    switch end {
    case .low: pick("lågt", "low")
    case .base: pick("bas", "base")
    case .high: pick("högt", "high")
    }
  }

  /// `+250`, `−40`, `0`: a change.
  func change(_ value: Double) -> String { (value > 0 ? "+" : "") + wording.number(value) }

  /// What a factor does, with its size: `ökar behovet med 2–20 %, troligast 8 %`.
  func size(of factor: ExternalFactor) -> String {
    let verb =
      factor.direction == .raises ? pick("ökar", "raises") : pick("minskar", "lowers")
    let what =
      switch factor.target {
      case .need: pick("behovet", "the need")
      case .supply(let component):
        pick("tillgången: ", "the supply: ") + inSentence(self.component(component))
      }
    switch factor.size {
    case .perCent(let size):
      let unit = pick("\u{A0}%", "%")
      return "\(verb) \(what), \(wording.range(size.low, size.high, decimals: decimals(size)))\(unit)"
        + pick(" (bas ", " (base ") + wording.number(size.base, decimals: decimals(size)) + unit + ")"
    case .persons(let sizes):
      let all = sizes.keys.sorted().compactMap { sizes[$0] }.reduce(.zero, +)
      return "\(verb) \(what), \(wording.range(all.low, all.high)) " + pick("personer", "persons")
        + pick(" (bas ", " (base ") + wording.number(all.base) + ")"
    }
  }

  private func decimals(_ size: AssumedRange) -> Int {
    [size.low, size.base, size.high].allSatisfy { $0 == $0.rounded() } ? 0 : 1
  }

  /// Whom a factor speaks of.
  func reach(of factor: ExternalFactor) -> String {
    let occupations = factor.occupations.map { inSentence(occupation($0)) }
    let parts = [
      factor.municipalities.isEmpty ? nil : wording.list(factor.municipalities.map { municipality($0) }),
      factor.sectors.isEmpty
        ? nil : wording.list(factor.sectors.map { employers(sector: $0.rawValue, sizeClass: nil) }),
      occupations.isEmpty ? pick("alla yrken", "all occupations") : wording.list(occupations),
    ].compactMap(\.self)
    return parts.joined(separator: ", ").uppercasedFirst
  }
}

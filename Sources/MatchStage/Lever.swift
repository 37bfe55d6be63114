import ConfidentialRecords

/// Something assumed that has a low and a high end: what a scenario sets, and what the sensitivity table moves (FOR-07).
enum Lever: Hashable, Sendable {
  case component(SupplyComponent)
  case factor(String)
  /// Don't-knows and open-ended answers, within the stated limits (F21).
  case openAnswers
  /// ρ of F20: low is 0, high is 1.
  case sharedOptimism

  /// Its name in records.
  var item: String {
    switch self {
    case .component(let component): component.rawValue
    case .factor(let id): id
    case .openAnswers: GapItem.openAnswers
    case .sharedOptimism: GapItem.sharedOptimism
    }
  }
}

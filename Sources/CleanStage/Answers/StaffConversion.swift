import SurveyModel

/// Turns a number of staff from the unit it is given in into the one that is asked for (EDT-13).
///
/// Nobody works more than full time for one post, so p full-time equivalents are at least ⌈p⌉ persons, and n persons at
/// most n full-time equivalents. That much needs no assumption. The best value needs the study's own factor; without one
/// the answer keeps its open side and is reckoned like any other open answer (F21). Hours are not converted: what a week
/// of full time is differs by agreement.
struct StaffConversion: Hashable {
  let from: StaffUnit
  let to: StaffUnit
  /// At least 1; nil when the study states none.
  let personsPerFullTimeEquivalent: Double?

  init(from: StaffUnit, to: StaffUnit, personsPerFullTimeEquivalent factor: Double?) {
    self.from = from
    self.to = to
    personsPerFullTimeEquivalent = factor
  }

  /// `full-time equivalents to persons, 1.2 persons each`
  var reason: String {
    let factor = personsPerFullTimeEquivalent.map { "\($0) persons each" } ?? "no factor stated"
    return "\(from.rawValue) to \(to.rawValue), \(factor)"
  }

  /// - Throws: `otherUnit` when one of the units is hours.
  func converted(_ quantity: Quantity) throws(AnswerProblem) -> Quantity {
    guard let low = quantity.low, quantity != .point(0) else { return quantity }
    let factor = personsPerFullTimeEquivalent
    switch (from, to) {
    case (.fullTimeEquivalents, .persons):
      let least = low.rounded(.up)
      return .range(low: least, best: factor.flatMap { f in quantity.best.map { max(least, $0 * f) } }, high: nil)
    case (.persons, .fullTimeEquivalents):
      guard let high = quantity.high else { return .range(low: 0, best: nil, high: nil) }
      return .range(low: 0, best: factor.flatMap { f in quantity.best.map { $0 / f } }, high: high)
    default: throw .otherUnit(got: from, asked: to)
    }
  }
}

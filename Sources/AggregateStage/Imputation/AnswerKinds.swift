import ConfidentialRecords
import SurveyStatistics

extension Quantity {
  /// What the answer is reckoned as, with √v where it is given as low, best and high; nil where it must be drawn or there
  /// is none.
  func reckoned(concept: Int, _ shape: ThreePointAnswer.Shape) -> (value: Double, deviation: Double)? {
    if let outlook = outlook(concept: concept) {
      return (outlook.mean(shape), outlook.variance(shape).squareRoot())
    }
    return best.map { ($0, 0) }
  }

  /// Low, best and high of what is expected (F20). Of what is now, a best value within limits is a conversion, such as
  /// that of full-time equivalents to persons, and no view of the future.
  func outlook(concept: Int) -> ThreePointAnswer? {
    guard CountConcepts.isExpectation[concept], case .range(let low, let best?, let high?) = self else { return nil }
    return ThreePointAnswer(low: low, best: best, high: high)
  }

  /// Something was asked and the answer leaves a value to be drawn: none at all, a range, or "at least".
  var isDrawn: Bool {
    switch self {
    case .point: false
    case .missing(let reason): reason != .notAsked && reason != .notApplicable
    case .range(_, let best, _): best == nil
    }
  }
}

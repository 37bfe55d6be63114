import ConfidentialRecords
import SurveyStatistics

extension Verdict {
  /// What may be claimed of a gap (F18).
  ///
  ///     G_L = lower limit of need − high supply      G_U = upper limit of need − low supply
  ///     shortage in every scenario   G_L > 0
  ///     likely shortage              P(G > 0) ≥ 0.9 in the base scenario, by sampling error
  ///     mirrored for surplus; else undetermined
  ///
  /// - Parameters:
  ///   - limits: G_L and G_U; the limits of need are bound ∓ t·se.
  ///   - base: need − supply in the base scenario, and the standard error and degrees of freedom of need.
  /// - Unit: persons.
  init(limits: ConfidenceInterval, base: Double, standardError: Double, degreesOfFreedom: Int) {
    if limits.lower > 0 {
      self = .shortageInEveryScenario
    } else if limits.upper < 0 {
      self = .surplusInEveryScenario
    } else {
      let chance = chanceOfShortage(base, standardError, degreesOfFreedom)
      self = chance >= 0.9 ? .likelyShortage : chance <= 0.1 ? .likelySurplus : .undetermined
    }
  }

  var claimsSurplus: Bool { self == .likelySurplus || self == .surplusInEveryScenario }
}

/// P(G > 0) of a gap that sampling error spreads like Student's t; a half when the spread cannot be told.
private func chanceOfShortage(_ gap: Double, _ standardError: Double, _ degreesOfFreedom: Int) -> Double {
  guard standardError > 0 else { return gap > 0 ? 1 : gap < 0 ? 0 : 0.5 }
  guard let t = StudentT(degreesOfFreedom: degreesOfFreedom) else { return 0.5 }
  return t.tails(at: gap / standardError).lower
}

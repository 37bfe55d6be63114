import ConfidentialRecords

/// An answer that another call could make better: missing, open-ended, a range, or marked as an outlier.
struct UncertainAnswer: Sendable {
  enum Reason: Hashable, Sendable {
    case missing(MissingReason)
    /// "At least 5".
    case openEnded
    /// "10–15".
    case range
    case outlier

    var code: String {
      switch self {
      case .missing(let reason): reason.rawValue
      case .openEnded: "openEnded"
      case .range: "range"
      case .outlier: "outlier"
      }
    }
  }

  var count: ConceptReference
  /// Place among the employer's occupations, from 0; nil for the employer's own.
  var row: Int?
  var occupation: OccupationCode?
  var reason: Reason
  /// What is reckoned with now, and how far the answer may lie from it.
  var now: Contribution
  /// What the answers of employers alike lead to expect; equal to what is reckoned with where that is reckoned from them.
  var predicted: Double

  /// |y_obs − y_pred| of F40 where there is an answer to doubt; else how far the answer is likely to lie from what is
  /// reckoned with (`likelyDistance`).
  var distance: Double {
    reason == .outlier
      ? abs(now.value - predicted)
      : likelyDistance(from: now.value, low: now.low, mode: predicted, high: now.high)
  }

  /// The values that may come of the call: what is expected and both ends.
  var outcomes: [Double] { reason == .outlier ? [predicted] : [now.low, predicted, now.high] }
}

/// How far a value is likely to lie from the one reckoned with, when all that is known are its limits and what is most
/// likely: the root mean square distance under a triangular distribution (F20).
///
///     d² = v + (mean − now)²,   mean = (a + m + b)/3,   v = (a² + m² + b² − a·b − a·m − b·m)/18
///
/// - Unit: that of the value.
func likelyDistance(from now: Double, low a: Double, mode m: Double, high b: Double) -> Double {
  let variance = (a * (a - b) + b * (b - m) + m * (m - a)) / 18
  let shift = (a + m + b) / 3 - now
  return (max(0, variance) + shift * shift).squareRoot()
}

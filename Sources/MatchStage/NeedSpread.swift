import ConfidentialRecords
import SurveyStatistics

/// How far the need may lie from its estimate: by the sample, by answers that are missing, and by answers that gave low,
/// best and high (F20), with optimism shared as far as is assumed.
///
/// - Unit: persons.
struct NeedSpread: Sendable {
  private let need: EstimateRecord

  init(_ need: EstimateRecord) { self.need = need }

  var degreesOfFreedom: Int { need.degreesOfFreedom }

  /// Some answers had a low and a high, so that it matters whether optimism is shared.
  var dependsOnOptimism: Bool { need.outlookStandardErrorApart != nil || need.outlookStandardErrorShared != nil }

  /// - Parameter rho: how far optimism is shared, 0 to 1.
  func standardError(sharedOptimism rho: Double) -> Double { need.standardError(sharedOptimism: rho) ?? 0 }

  /// Half the width of a 95 per cent interval; nil without degrees of freedom.
  func margin(sharedOptimism rho: Double) -> Double? {
    let standardError = standardError(sharedOptimism: rho)
    guard standardError > 0 else { return 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom).map { $0.quantile(0.975) * standardError }
  }
}

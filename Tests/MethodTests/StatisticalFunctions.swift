import SurveyStatistics

/// Functions of SurveyStatistics that pages call by name, with their numbers in order.
enum StatisticalFunctions {
  static let all: [String: @Sendable ([Double]) -> Double?] = [
    "n*": { v in
      effectiveSize(
        ofShare: SampleEstimate(value: v[0], variance: v[1]), answers: Int(v[2]), frameUnits: Int(v[3]),
        degreesOfFreedom: Int(v[4]), kish: nil)
    },
    "t": { v in StudentT(degreesOfFreedom: Int(v[1]))?.quantile(v[0]) },
    "exact limit": { v in exactLimit(share: v[0], effectiveSize: v[1]).map { v[0] == 0 ? $0.upper : $0.lower } },
  ]
}

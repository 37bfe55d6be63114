import SurveyStatistics

@testable import AggregateStage

/// Functions that pages call by name, with their numbers in order; nil where the function refuses.
enum StatisticalFunctions {
  typealias Function = @Sendable ([Double]) throws -> [Double]?

  static let all: [String: Function] = [
    "n*": { v in
      effectiveSize(
        ofShare: SampleEstimate(value: v[0], variance: v[1]), answers: Int(v[2]), frameUnits: Int(v[3]),
        degreesOfFreedom: Int(v[4]), kish: nil
      ).map { [$0] }
    },
    "t": { v in StudentT(degreesOfFreedom: Int(v[1])).map { [$0.quantile(v[0])] } },
    "exact limit": { v in exactLimit(share: v[0], effectiveSize: v[1]).map { [v[0] == 0 ? $0.upper : $0.lower] } },
    "triangular": { v in spread(v, .triangular) },
    "PERT": { v in spread(v, .pert) },
    "shared uncertainty": { v in
      [
        SharedUncertainty(apart: v[0].squareRoot(), together: v[1].squareRoot()).variance(sharedOptimism: v[2])
      ]
    },
    "Rubin": { v in
      MultipleImputation(draws: Array(v[2...]), within: v[0]).map {
        [$0.estimate, $0.variance, $0.missingShare, $0.degreesOfFreedom(complete: Int(v[1]))]
      }
    },
    "difference": difference,
    "Holm": { v in holmAdjusted(v) },
    "places": { v in
      let count = Int(Double(v.count).squareRoot())
      return rankIntervals(of: count) { v[$0 * count + $1] == 1 }.flatMap { [Double($0.first), Double($0.last)] }
    },
    "R-indicator": { v in
      let strata = stride(from: 0, to: v.count, by: 3).map {
        ResponseStratum(population: Int(v[$0]), approached: Int(v[$0 + 1]), responded: Int(v[$0 + 2]))
      }
      return try representativity(strata).map {
        [$0.indicator, $0.unadjusted, $0.meanPropensity, $0.standardError ?? .nan]
      }
    },
    "nonresponse bounds": nonresponse,
    "Fay–Herriot": fayHerriot,
    "benchmarked": { v in
      guard case .estimated(let fit) = try FayHerriot.fit(areas(v[1...])) else { return nil }
      return fit.benchmarked(to: v[0])
    },
    "not identified": { v in
      guard case .notIdentified(let reason) = try FayHerriot.fit(areas(v[...])) else { return [0] }
      return [reason == .noVarianceBetweenAreas ? 1 : 2]
    },
    "diversity": { v in
      Diversity(amounts: Array(v[1...]), observations: Int(v[0])).map {
        [$0.entropy, $0.correctedEntropy, $0.evenness ?? .nan, $0.effectiveKinds]
      }
    },
    "concentration": { v in
      EmployerConcentration(staff: v).map {
        [$0.index, $0.effectiveEmployers, $0.band == .low ? 1 : $0.band == .moderate ? 2 : 3]
      }
    },
    "likely distance": { v in [likelyDistance(from: v[0], low: v[1], mode: v[2], high: v[3])] },
  ]

  /// Factor, then N, n, a, sum, least and most of each group.
  @Sendable private static func nonresponse(_ v: [Double]) throws -> [Double]? {
    var groups: [NonresponseGroup] = []
    for start in stride(from: 1, to: v.count, by: 6) {
      groups.append(
        NonresponseGroup(
          frameUnits: Int(v[start]), approached: Int(v[start + 1]), observed: Int(v[start + 2]), sum: v[start + 3],
          absoluteSum: v[start + 3], limits: ConfidenceInterval(lower: v[start + 4], upper: v[start + 5])))
    }
    let bounds = try nonresponseBounds(groups, factor: v[0], canBeNegative: false)
    guard let worst = bounds.worst, let plausible = bounds.plausible else { return nil }
    return [bounds.estimate, bounds.carried, worst.lower, worst.upper, plausible.lower, plausible.upper]
  }

  /// Of estimates and variances in turn: σ², then the mean, then θ̂ and its error of each area.
  @Sendable private static func fayHerriot(_ v: [Double]) throws -> [Double]? {
    guard case .estimated(let fit) = try FayHerriot.fit(areas(v[...])) else { return nil }
    return [fit.betweenVariance, fit.coefficients[0]] + fit.areas.flatMap { [$0.estimate, $0.meanSquaredError] }
  }

  private static func areas(_ v: ArraySlice<Double>) -> [AreaEstimate] {
    stride(from: v.startIndex, to: v.endIndex - 1, by: 2).map { AreaEstimate(direct: v[$0], variance: v[$0 + 1]) }
  }

  private static func spread(_ v: [Double], _ shape: ThreePointAnswer.Shape) -> [Double]? {
    ThreePointAnswer(low: v[0], best: v[1], high: v[2]).map { [$0.mean(shape), $0.variance(shape)] }
  }

  /// Of two estimates with their variances, the covariance, and the degrees of freedom of each.
  @Sendable private static func difference(_ v: [Double]) -> [Double]? {
    func compared(_ value: Double, _ variance: Double) -> ComparedEstimate? {
      let estimate = SampleEstimate(value: value, variance: variance)
      return estimate.interval(degreesOfFreedom: Int(v[5])).map {
        ComparedEstimate(estimate: estimate, limits: $0, degreesOfFreedom: Int(v[5]))
      }
    }
    guard let a = compared(v[0], v[1]), let b = compared(v[2], v[3]) else { return nil }
    return compareEstimates(a, b, covariance: v[4]).map {
      [$0.difference.value, $0.limits.lower, $0.limits.upper, $0.pValue]
    }
  }
}

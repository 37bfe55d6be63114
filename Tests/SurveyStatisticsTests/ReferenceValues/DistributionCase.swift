import SurveyStatistics

/// Tails and quantiles of a distribution; a result names it, its parameters, and where to look.
enum DistributionCase {
  static func result(_ asked: JSON) throws -> JSON {
    let name = asked["variable"]?.text ?? ""
    let parameters = (asked["parameters"]?.list ?? []).compactMap(\.number)
    let (tails, quantile) = try functions(name, parameters)
    var result: [String: JSON] = ["variable": .text(name), "parameters": .list(parameters.map { JSON($0) })]
    if let point = asked["at"]?.number {
      let tails = tails(point)
      result["at"] = JSON(point)
      result["lower"] = JSON(tails.lower)
      result["upper"] = JSON(tails.upper)
    }
    if let p = asked["p"]?.number {
      result["p"] = JSON(p)
      result["quantile"] = JSON(quantile(p))
    }
    return .object(result)
  }

  private static func functions(
    _ name: String, _ parameters: [Double]
  ) throws -> (tails: (Double) -> TailProbabilities, quantile: (Double) -> Double) {
    switch (name, parameters.count) {
    case ("normal", 0): return (NormalDistribution.tails, NormalDistribution.quantile)
    case ("t", 1):
      if let t = StudentT(degreesOfFreedom: parameters[0]) { return (t.tails, t.quantile) }
    case ("chisq", 1):
      if let chiSquare = ChiSquare(degreesOfFreedom: parameters[0]) { return (chiSquare.tails, chiSquare.quantile) }
    case ("beta", 2):
      if let beta = BetaDistribution(a: parameters[0], b: parameters[1]) { return (beta.tails, beta.quantile) }
    case ("F", 2):
      if let f = FDistribution(numerator: parameters[0], denominator: parameters[1]) { return (f.tails, f.quantile) }
    default: break
    }
    throw ReferenceFault.unknownOption(name)
  }
}

/// Weights that have been moved so that known totals come out right, and what that does to the scores.
package protocol WeightAdjustment: Sendable {
  /// w', one per unit.
  var weights: [Double] { get }
  /// The scores z of an estimate whose value changes by `influence` per unit of weight.
  func scores(ofInfluence influence: [Double]) -> [Double]
}

/// A sample with the weights its estimates are made with: those of the design, or adjusted ones.
package struct WeightedSample: Sendable {
  package let design: SampleDesign
  package let weights: [Double]
  private let adjustment: (any WeightAdjustment)?

  package init(_ design: SampleDesign) {
    self.design = design
    weights = design.weights
    adjustment = nil
  }

  package init(_ design: SampleDesign, adjusted adjustment: any WeightAdjustment) throws(DesignError) {
    guard adjustment.weights.count == design.unitCount else {
      throw .wrongLength(expected: design.unitCount, got: adjustment.weights.count)
    }
    self.design = design
    self.adjustment = adjustment
    weights = adjustment.weights
  }

  package func estimate(_ linearised: LinearisedEstimate) throws(DesignError) -> SampleEstimate {
    SampleEstimate(value: linearised.value, variance: try covariance(of: [linearised])[0][0])
  }

  /// The covariances of several estimates made from this sample.
  package func covariance(of estimates: [LinearisedEstimate]) throws(DesignError) -> [[Double]] {
    let scores = estimates.map { estimate in
      adjustment?.scores(ofInfluence: estimate.influence) ?? zip(weights, estimate.influence).map { $0 * $1 }
    }
    // Adjusted weights spread a domain's scores over units outside it.
    let domain = adjustment == nil ? estimates.compactMap(\.domain).reduce(nil, union) : nil
    let isEverywhere = estimates.contains { $0.domain == nil }
    return try design.covariance(ofScores: scores, domain: isEverywhere ? nil : domain)
  }

  private func union(_ a: [Bool]?, _ b: [Bool]) -> [Bool]? {
    guard let a else { return b }
    return zip(a, b).map { $0 || $1 }
  }
}

/// An estimate and how it leans on each unit: enough to combine estimates and to know the variance of what comes out.
///
/// The influence of unit k is the change of the estimate per unit of weight of k: y_k for a total, (y_k − R·x_k)/X
/// for a ratio. Sums, differences and ratios of estimates carry over by the chain rule, covariances included.
///
/// - Source: Deville (1999), *Survey Methodology* 25; Demnati & Rao (2004), *Survey Methodology* 30.
package struct LinearisedEstimate: Sendable {
  package var value: Double
  /// One per unit, 0 outside the domain.
  package var influence: [Double]
  /// The units the estimate is about; `nil`: all.
  package var domain: [Bool]?

  package static func - (a: LinearisedEstimate, b: LinearisedEstimate) -> LinearisedEstimate {
    var domain: [Bool]?
    if let one = a.domain, let other = b.domain { domain = zip(one, other).map { $0 || $1 } }
    return LinearisedEstimate(
      value: a.value - b.value, influence: zip(a.influence, b.influence).map { $0 - $1 }, domain: domain)
  }

  package func scaled(by factor: Double) -> LinearisedEstimate {
    LinearisedEstimate(value: value * factor, influence: influence.map { $0 * factor }, domain: domain)
  }

  /// `nil` where the denominator is 0.
  package func divided(by other: LinearisedEstimate) -> LinearisedEstimate? {
    guard other.value != 0 else { return nil }
    let ratio = value / other.value
    return LinearisedEstimate(
      value: ratio, influence: zip(influence, other.influence).map { ($0 - ratio * $1) / other.value }, domain: domain)
  }
}

extension WeightedSample {
  /// Ŷ = Σ w y over the domain.
  package func total(_ y: [Double], in domain: [Bool]? = nil) -> LinearisedEstimate {
    var sum = CompensatedSum()
    var influence = Array(repeating: 0.0, count: weights.count)
    for unit in weights.indices where domain?[unit] ?? true {
      influence[unit] = y[unit]
      sum += weights[unit] * y[unit]
    }
    return LinearisedEstimate(value: sum.value, influence: influence, domain: domain)
  }

  /// R̂ = Σ w y / Σ w x over the domain; `nil` where the denominator is 0. Times a known total of x it is the
  /// ratio-estimated total.
  package func ratio(_ y: [Double], _ x: [Double], in domain: [Bool]? = nil) -> LinearisedEstimate? {
    total(y, in: domain).divided(by: total(x, in: domain))
  }

  /// Hájek's mean Σ w y / Σ w over the domain; `nil` where no unit is in it.
  package func mean(_ y: [Double], in domain: [Bool]? = nil) -> LinearisedEstimate? {
    ratio(y, Array(repeating: 1, count: weights.count), in: domain)
  }

  /// Values with some missing, as values and the domain where they are not: a missing value is taken out as by a
  /// domain, and n_h stays.
  package func present(_ y: [Double?], in domain: [Bool]? = nil) -> (values: [Double], domain: [Bool]) {
    (y.map { $0 ?? 0 }, y.indices.map { y[$0] != nil && (domain?[$0] ?? true) })
  }
}

/// What one response group tells of those of it that were approached and did not answer.
package struct NonresponseGroup: Hashable, Sendable {
  /// N_g and n_g: units of the frame, and of them approached.
  package var frameUnits: Int
  package var approached: Int
  /// a_g: units whose value is known, those found ineligible among them.
  package var observed: Int
  /// Σ y and Σ |y| over them.
  package var sum: Double
  package var absoluteSum: Double
  /// The sums of the least and of the most that those without an answer may have; nil where it is not known.
  package var limits: ConfidenceInterval?

  package init(
    frameUnits: Int, approached: Int, observed: Int, sum: Double, absoluteSum: Double,
    limits: ConfidenceInterval?
  ) {
    self.frameUnits = frameUnits
    self.approached = approached
    self.observed = observed
    self.sum = sum
    self.absoluteSum = absoluteSum
    self.limits = limits
  }
}

/// Between which values a total lies, whatever those who did not answer would have said.
package struct NonresponseBounds: Hashable, Sendable {
  /// Nonrespondents like the respondents of their group: the estimate itself.
  package var estimate: Double
  /// The part of the estimate that stands for those who did not answer.
  package var carried: Double
  /// Nil where a group has nonrespondents of whom no limits are known.
  package var worst: ConfidenceInterval?
  /// Nil without a factor, and where a group in which nobody answered has no limits.
  package var plausible: ConfidenceInterval?
}

/// Bounds for nonresponse in a total over response groups (WGT-08).
///
///     d_g       = N_g / n_g          what an approached unit stands for, were all to answer
///     estimate  = Σ_g d_g · (Σ_r y + q_g · ȳ_g),   q_g = n_g − a_g,   ȳ_g = Σ_r y / a_g      (F1, written out)
///     worst     = Σ_g d_g · (Σ_r y + Σ_q limits)
///     plausible = Σ_g d_g · (Σ_r y + q_g · m_g),   m_g between ȳ_g / f and f · ȳ_g; of a measure that may be negative
///                 between ȳ_g ∓ (f − 1) · mean |y|_g
///
/// - Unit: that of y. Sampling error is not in it; where all of the frame was approached there is none.
/// - Groups: one in which nobody answered has no mean; its nonrespondents are at their limits in both bands. One in
///   which all answered needs no limits.
/// - Source: bounds without assumptions on the missing, Manski (1989), *Journal of Human Resources* 24; Cochran
///   (1977), *Sampling Techniques*, ch. 13.2. The plausible band is a rule of this project.
/// - Parameter factor: f, at least 1; nil: no plausible band.
/// - Throws: `DesignError` when a group has more known values than approached units, or more of these than units.
package func nonresponseBounds(
  _ groups: [NonresponseGroup], factor: Double?, canBeNegative: Bool
) throws(DesignError) -> NonresponseBounds {
  var estimate = CompensatedSum()
  var carried = CompensatedSum()
  var worst: Band? = Band()
  var plausible: Band? = factor == nil ? nil : Band()
  for (number, group) in groups.enumerated() where group.approached > 0 {
    if group.observed > group.approached {
      throw .moreAnswersThanUnits(group: number, answers: group.observed, units: group.approached)
    }
    if group.approached > group.frameUnits {
      throw .moreAnswersThanUnits(group: number, answers: group.approached, units: group.frameUnits)
    }
    let weight = Double(group.frameUnits) / Double(group.approached)
    let missing = Double(group.approached - group.observed)
    let known = weight * group.sum
    let mean = group.observed > 0 ? group.sum / Double(group.observed) : 0
    estimate += known + weight * missing * mean
    carried += weight * missing * mean
    let limits = missing > 0 ? group.limits : ConfidenceInterval(lower: 0, upper: 0)
    let likely = factor.flatMap { likelyMean(mean, group, factor: $0, canBeNegative: canBeNegative) }
    worst.add(known, weight: weight, limits)
    plausible.add(
      known, weight: weight,
      likely.map { ConfidenceInterval(lower: missing * $0.lower, upper: missing * $0.upper) } ?? limits)
  }
  return NonresponseBounds(
    estimate: estimate.value, carried: carried.value, worst: worst?.interval, plausible: plausible?.interval)
}

/// Two sums that grow together.
private struct Band {
  var low = CompensatedSum()
  var high = CompensatedSum()
  var interval: ConfidenceInterval { ConfidenceInterval(lower: low.value, upper: high.value) }
}

extension Band? {
  /// One group of which nothing is known leaves nothing known of all.
  fileprivate mutating func add(_ known: Double, weight: Double, _ missing: ConfidenceInterval?) {
    guard let missing else {
      self = nil
      return
    }
    self?.low += known + weight * missing.lower
    self?.high += known + weight * missing.upper
  }
}

/// m_g of `nonresponseBounds`; nil where nobody answered.
private func likelyMean(
  _ mean: Double, _ group: NonresponseGroup, factor: Double, canBeNegative: Bool
) -> ConfidenceInterval? {
  guard group.observed > 0 else { return nil }
  guard canBeNegative else { return ConfidenceInterval(lower: mean / factor, upper: mean * factor) }
  let margin = (factor - 1) * group.absoluteSum / Double(group.observed)
  return ConfidenceInterval(lower: mean - margin, upper: mean + margin)
}

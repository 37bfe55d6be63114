/// How few employers the staff of an industry or occupation is gathered at (F32).
///
///     HHI = Σ s²,   s an employer's share of the staff      effective number of employers 1/HHI
///
/// An answer with weight w stands for w employers like it: w·(e/Σ w·e)². The largest employers should stand for
/// themselves alone, w = 1, for a giant counted twice makes two of one.
///
/// HHI of one or two employers tells their staff outright, and any HHI tells a competitor something of the largest. Only
/// the band is for print, and only where the cell itself may be shown; neither HHI nor the effective number, which is
/// the same number, leaves the confidential stages.
///
/// - Unit: none, above 0 to 1; 1 a single employer.
/// - Source: Herfindahl (1950) and Hirschman (1945); effective number: Adelman (1969), *Review of Economics and
///   Statistics* 51. Checked against R's vegan in `EmployerConcentrationTests`.
package struct EmployerConcentration: Hashable, Sendable {
  /// HHI: confidential.
  package var index: Double
  /// 1/HHI: confidential.
  package var effectiveEmployers: Double { 1 / index }

  /// The bands of competition authorities, in which 1 is 10,000 points.
  ///
  /// - Source: U.S. Department of Justice & Federal Trade Commission, *Horizontal Merger Guidelines* (1992), section 1.5:
  ///   below 1,000, 1,000 to 1,800, above 1,800. The *Merger Guidelines* of 2023 draw the upper line there again, and
  ///   apply it to employers as buyers of labour (those of 2010 had 1,500 and 2,500).
  package enum Band: String, Hashable, Sendable, CaseIterable {
    case low, moderate, high
  }

  package var band: Band {
    // Ten equal employers are the line itself, whatever their shares round to.
    let points = (index * 10_000 * 1e6).rounded() / 1e6
    return points < 1_000 ? .low : points <= 1_800 ? .moderate : .high
  }

  /// - Parameters:
  ///   - staff: per employer; establishments of one employer put together first. Those without staff take no part.
  ///   - weights: for how many employers each stands; nil where all are there.
  /// - Returns: nil where nobody has staff, a number is negative, infinite or none, or the columns differ in length.
  package init?(staff: [Double], weights: [Double]? = nil) {
    let weights = weights ?? staff.map { _ in 1 }
    guard weights.count == staff.count, weights.allSatisfy({ $0.isFinite && $0 >= 0 }),
      let each = shares(of: staff)
    else { return nil }
    let sum = zip(weights, each).map { $0 * $1 }.compensatedSum()
    guard sum > 0, sum.isFinite else { return nil }
    index = min(1, zip(weights, each).map { $0 * ($1 / sum) * ($1 / sum) }.compensatedSum())
    guard index > 0 else { return nil }
  }
}

/// What a cell needs to know of the answers of one response group: counts, sums, and centred sums of squares
/// and products of a pair of values (y, x).
///
/// Sums of whole numbers are exact to 2⁵³. The sums of squares are centred as they grow, so that a large mean
/// with a small spread loses nothing.
///
///     after unit j:  M_yy += (j·y − Σy)² / (j·(j − 1))          (Σy with y already in it)
///     of two parts:  M_yy  = M_yy' + M_yy″ + (n″·Σ'y − n'·Σ″y)² / (n'·n″·(n' + n″))
///
/// - Unit: that of y and x, and its square; counts are answers.
/// - Order: streaming and merging agree to rounding. Merge parts in the order of the input, and the bytes are
///   the same whatever the number of cores.
/// - Source: Youngs & Cramer (1971), *Technometrics* 13; Chan, Golub & LeVeque (1983), *The American
///   Statistician* 37.
package struct GroupMoments: Hashable, Sendable {
  /// Answers added, those of 0 included.
  package private(set) var count = 0
  /// Answers whose y is not 0.
  package private(set) var contributors = 0
  package private(set) var sumY = 0.0
  package private(set) var sumX = 0.0
  package private(set) var centredYY = 0.0
  package private(set) var centredXX = 0.0
  package private(set) var centredXY = 0.0

  package init() {}

  package mutating func add(y: Double, x: Double) {
    count += 1
    if y != 0 { contributors += 1 }
    sumY += y
    sumX += x
    guard count > 1 else { return }
    let j = Double(count)
    let scale = 1 / (j * (j - 1))
    let dy = j * y - sumY
    let dx = j * x - sumX
    centredYY += dy * dy * scale
    centredXX += dx * dx * scale
    centredXY += dx * dy * scale
  }

  package mutating func add(y: Double) { add(y: y, x: 0) }

  /// Adds how far one unit's values lie from their mean between the draws of multiple imputation: its mean is among the
  /// sums, and the sums of squares then are those of the mean draw.
  ///
  ///     mean over d of Σ (y_d − ȳ_d)² = M_yy of the mean values + Σ s_yy · (1 − 1/n)
  ///
  /// where the draws of different units are independent; 1/n is left out, which errs on the side of caution.
  ///
  /// - Parameters: mean squares and mean product of the unit's deviations from its own mean.
  package mutating func widen(yy: Double, xx: Double, xy: Double) {
    centredYY += yy
    centredXX += xx
    centredXY += xy
  }

  package mutating func merge(_ other: GroupMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let n = Double(count)
    let k = Double(other.count)
    let scale = 1 / (n * k * (n + k))
    let dy = k * sumY - n * other.sumY
    let dx = k * sumX - n * other.sumX
    centredYY += other.centredYY + dy * dy * scale
    centredXX += other.centredXX + dx * dx * scale
    centredXY += other.centredXY + dx * dy * scale
    count += other.count
    contributors += other.contributors
    sumY += other.sumY
    sumX += other.sumX
  }

  /// The same moments when the group's units outside the domain take part with y = x = 0.
  ///
  /// Leaving them out would change n_g, and the standard error with it.
  package func withZeros(upTo units: Int) -> GroupMoments {
    guard units > count else { return self }
    var all = self
    guard count > 0 else {
      all.count = units
      return all
    }
    let n = Double(count)
    let scale = Double(units - count) / (n * Double(units))
    all.centredYY += sumY * sumY * scale
    all.centredXX += sumX * sumX * scale
    all.centredXY += sumX * sumY * scale
    all.count = units
    return all
  }

  /// The moments of the difference of two values of the same units, whose x is the same.
  ///
  /// - Parameter product: Σ y·y' of the two. Contributors are not known but for their number at most.
  func minus(_ other: GroupMoments, product: Double) -> GroupMoments {
    var difference = self
    difference.contributors = min(count, contributors + other.contributors)
    difference.sumY = sumY - other.sumY
    guard count > 0 else { return difference }
    let centred = product - sumY * other.sumY / Double(count)
    difference.centredYY = max(0, centredYY + other.centredYY - 2 * centred)
    difference.centredXY = centredXY - other.centredXY
    return difference
  }
}

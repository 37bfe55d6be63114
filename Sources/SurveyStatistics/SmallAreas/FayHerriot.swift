/// Estimates of small areas that borrow strength from each other (F39).
///
///     ŷ_m = x_m′β + u_m + e_m,   u_m ~ (0, σ²_u),   e_m ~ (0, ψ_m)
///     θ̂_m = γ_m·ŷ_m + (1 − γ_m)·x_m′β̂,   γ_m = σ̂²_u/(σ̂²_u + ψ_m)
///
/// β̂ is the least squares estimate with weights 1/(σ̂²_u + ψ_m), σ̂²_u that of `BetweenAreaVariance`. The error of θ̂_m is
///
///     mse = g₁ + g₂ + 2·g₃      g₁ = γ_m·ψ_m
///                               g₂ = (1 − γ_m)²·x_m′(Σ_j x_j·x_j′/(σ̂²_u + ψ_j))⁻¹x_m
///                               g₃ = ψ_m²/(σ̂²_u + ψ_m)³ · 2/Σ_j (σ̂²_u + ψ_j)⁻²
///
/// g₁ is what would be left were all parameters known, g₂ the price of not knowing β, g₃ of not knowing σ²_u; g₃ counts
/// twice, because g₁ with an estimate put in is too small by it.
///
/// - Unit: that of the direct estimates; `meanSquaredError` in that unit squared.
/// - Source: Fay & Herriot (1979), *JASA* 74; Prasad & Rao (1990), *JASA* 85, for the error; Datta & Lahiri (2000),
///   *Statistica Sinica* 10, that it holds in this form for REML; Rao & Molina (2015), *Small Area Estimation*, ch. 6.
///   Checked against R's metafor in `FayHerriotTests`.
/// - Refuses: see `NotIdentified`. There is then nothing to show but the direct estimates.
package struct FayHerriot: Hashable, Sendable {
  /// σ̂²_u, above 0.
  package var betweenVariance: Double
  /// β̂, the intercept first.
  package var coefficients: [Double]
  /// In the order of the input.
  package var areas: [Area]

  package struct Area: Hashable, Sendable {
    /// θ̂_m
    package var estimate: Double
    /// γ_m: how much of the estimate is the area's own answers.
    package var ownWeight: Double
    package var meanSquaredError: Double
  }

  /// Why no estimate is better than the direct ones.
  package enum NotIdentified: Hashable, Sendable {
    /// Fewer than three degrees of freedom are left for the variance between areas. The cut-off is this project's: the
    /// error above is exact only as areas grow many.
    case tooFewAreas(areas: Int, coefficients: Int)
    /// σ̂²_u = 0: what differs between the areas is what chance alone makes differ. Every area would get the same line.
    case noVarianceBetweenAreas
    /// Everybody answered everywhere: nothing is uncertain.
    case noSamplingError
  }

  package enum Outcome: Hashable, Sendable {
    case estimated(FayHerriot)
    case notIdentified(NotIdentified)
  }

  /// - Throws: `AreaError` for numbers that cannot be, and covariates that say the same twice.
  /// - Complexity: O(areas · coefficients²), some hundreds of times.
  package static func fit(_ areas: [AreaEstimate]) throws(AreaError) -> Outcome {
    let columns = try columns(of: areas)
    guard areas.count - columns.count >= 3 else {
      return .notIdentified(.tooFewAreas(areas: areas.count, coefficients: columns.count))
    }
    // Turned and scaled once, the columns stay apart whatever weights come over them.
    let basis = OrthonormalBasis(columns: columns, weights: columns[0])
    if let lost = columns.indices.first(where: { !basis.columns.contains($0) }) {
      throw .collinear(covariate: lost - 1)
    }
    let scale = areas.map { $0.variance / Double(areas.count) }.compensatedSum()
    guard scale > 0 else { return .notIdentified(.noSamplingError) }
    let unit = scale.squareRoot()
    // So far beyond its own error that the square of it is no number.
    if let area = areas.firstIndex(where: { $0.direct.magnitude > 1e100 * unit }) {
      throw .impossibleNumber(area: area)
    }
    let between = BetweenAreaVariance(
      direct: areas.map { $0.direct / unit }, variances: areas.map { $0.variance / scale },
      columns: basis.vectors)
    guard let variance = between.estimate() else { return .notIdentified(.noVarianceBetweenAreas) }
    let line = between.line(variance)
    return .estimated(
      FayHerriot(areas, at: line, coefficients: basis.unturned(line.coefficients).map { $0 * unit }, unit: unit))
  }

  /// - Parameter unit: what the line counts in.
  private init(_ areas: [AreaEstimate], at line: AreaLine, coefficients: [Double], unit: Double) {
    let scale = unit * unit
    let spread = 2 / line.weights.map { $0 * $0 }.compensatedSum()
    betweenVariance = line.betweenVariance * scale
    self.coefficients = coefficients
    self.areas = areas.indices.map { m in
      let (within, weight) = (line.variances[m], line.weights[m])
      let own = line.betweenVariance / (line.betweenVariance + within)
      let pulled = within * weight
      let ofLine = pulled * pulled * line.leverages[m] / weight
      let ofVariance = pulled * pulled * weight * spread
      return Area(
        estimate: areas[m].direct - pulled * line.residuals[m] * unit, ownWeight: own,
        meanSquaredError: (own * within + ofLine + 2 * ofVariance) * scale)
    }
  }

  /// The intercept and the covariates, a column each.
  private static func columns(of areas: [AreaEstimate]) throws(AreaError) -> [[Double]] {
    let covariates = areas.first?.covariates.count ?? 0
    for (number, area) in areas.enumerated() {
      guard area.covariates.count == covariates else {
        throw .wrongLength(area: number, expected: covariates, got: area.covariates.count)
      }
      guard area.direct.isFinite, area.variance.isFinite, area.variance >= 0, area.covariates.allSatisfy(\.isFinite)
      else { throw .impossibleNumber(area: number) }
    }
    return [areas.map { _ in 1 }] + (0..<covariates).map { column in areas.map { $0.covariates[column] } }
  }
}

extension FayHerriot {
  /// The estimates brought to a total that the whole sample gives better than the areas do.
  ///
  ///     θ̂ᵇ_m = θ̂_m·(T − Σ known)/Σ θ̂,   both sums without, respectively over, the areas with sampling error
  ///
  /// Areas without sampling error are known and stay as they are; where there are none this is T/Σ θ̂. The errors given
  /// with `areas` are those before: the benchmark guards against a wrong line, and makes no estimate surer.
  ///
  /// - Source: ratio benchmarking, Rao & Molina (2015), ch. 6.4.6. That known areas are left alone: own.
  /// - Returns: in the order of the areas; nil where the factor is not a positive number: the total and the estimates
  ///   contradict each other in sign, or cancel out.
  package func benchmarked(to total: Double) -> [Double]? {
    let isKnown = areas.map { $0.ownWeight == 1 }
    let known = zip(areas, isKnown).map { $1 ? $0.estimate : 0 }.compensatedSum()
    let moved = zip(areas, isKnown).map { $1 ? 0 : $0.estimate }.compensatedSum()
    let size = zip(areas, isKnown).map { $1 ? 0 : $0.estimate.magnitude }.compensatedSum()
    let factor = (total - known) / moved
    // What is left of estimates that cancel out is rounding.
    guard moved.magnitude > 1e-9 * size, factor.isFinite, factor > 0 else { return nil }
    return zip(areas, isKnown).map { $1 ? $0.estimate : $0.estimate * factor }
  }
}

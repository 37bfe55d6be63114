import Glibc

/// The weighted line through the areas for one value of σ²_u.
struct AreaLine {
  let betweenVariance: Double
  let variances: [Double]
  let weights: [Double]
  let coefficients: [Double]
  /// ŷ − x′β̂
  let residuals: [Double]
  /// h_m = w_m·x_m′(X′WX)⁻¹x_m
  let leverages: [Double]
  let likelihood: Double
  /// 2ℓ′
  let score: Double

  init(direct: [Double], variances: [Double], columns: [[Double]], betweenVariance: Double) {
    let weights = variances.map { 1 / (betweenVariance + $0) }
    let basis = OrthonormalBasis(columns: columns, weights: weights)
    let residuals = basis.residual(direct)
    let leverages = direct.indices.map { m in basis.vectors.reduce(0) { $0 + $1[m] * $1[m] } }
    // X = Q·R, R in the basis' coefficients: ln |X′WX| = 2·Σ ln R_kk.
    let diagonal = basis.coefficients.map { $0.last ?? 1 }
    let logs = weights.map { -log($0) }.compensatedSum() + 2 * diagonal.map { log($0) }.compensatedSum()
    let spread = zip(weights, residuals).map { $0 * $1 * $1 }.compensatedSum()
    let squares = zip(weights, residuals).map { $0 * $0 * $1 * $1 }.compensatedSum()
    let freedom = zip(weights, leverages).map { $0 * (1 - $1) }.compensatedSum()
    self.betweenVariance = betweenVariance
    self.variances = variances
    self.weights = weights
    self.residuals = residuals
    self.leverages = leverages
    likelihood = -0.5 * (logs + spread)
    score = squares - freedom
    coefficients = Self.coefficients(basis, direct: direct, weights: weights)
  }

  /// R·β = Q′√w·ŷ, from the last up.
  private static func coefficients(_ basis: OrthonormalBasis, direct: [Double], weights: [Double]) -> [Double] {
    var beta = basis.vectors.map { vector in
      vector.indices.map { vector[$0] * weights[$0].squareRoot() * direct[$0] }.compensatedSum()
    }
    for k in beta.indices.reversed() {
      for later in beta.indices.dropFirst(k + 1) { beta[k] -= basis.coefficients[later][k] * beta[later] }
      beta[k] /= basis.coefficients[k][k]
    }
    return beta
  }
}

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
    // √W·X = Q·R, R in the basis' coefficients: ln |X′WX| = 2·Σ ln R_kk.
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
    let roots = zip(weights, direct).map { $0.squareRoot() * $1 }
    coefficients = basis.unturned(basis.vectors.map { zip($0, roots).map { $0 * $1 }.compensatedSum() })
  }
}

extension OrthonormalBasis {
  /// Coefficients on the vectors as coefficients on the columns: R·β = b, from the last up. All columns must be kept.
  func unturned(_ parts: [Double]) -> [Double] {
    var beta = parts
    for k in beta.indices.reversed() {
      for later in beta.indices.dropFirst(k + 1) { beta[k] -= coefficients[later][k] * beta[later] }
      beta[k] /= coefficients[k][k]
    }
    return beta
  }
}

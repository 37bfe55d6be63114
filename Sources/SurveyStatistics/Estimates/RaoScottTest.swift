/// How far Pearson's statistic is corrected for the design: its mean only, or its spread too.
package enum RaoScottCorrection: Hashable, Sendable {
  case firstOrder, secondOrder
}

extension TwoWayTable {
  /// Pearson's chi-square test of independence, corrected for the design.
  ///
  ///     X² = n · Σ (p̂_ij − p̂_i· p̂_·j)² / (p̂_i· p̂_·j)
  ///     Δ  = (Cᵀ D⁻¹ C / n)⁻¹ · Cᵀ D⁻¹ V D⁻¹ C,   D = diag(p̂), V the covariance of p̂, C contrasts of interaction
  ///
  /// `secondOrder`: F = X²/tr Δ on d₀ and d₀·df, d₀ = (tr Δ)²/tr Δ². `firstOrder`: X² itself, whose p value is that of
  /// X²/(mean of Δ's diagonal) on (r − 1)(c − 1).
  ///
  /// - Unit: none.
  /// - Source: Rao & Scott (1984), *Annals of Statistics* 12; Thomas & Rao (1987), *JASA* 82; as in R's `svychisq`.
  /// - Returns: `nil` where empty cells, for which D⁻¹ is taken as 0, leave Δ undefined.
  /// - Throws: `DesignError` as the variance of a share.
  package func raoScott(_ correction: RaoScottCorrection) throws(DesignError) -> TableTest? {
    var cells: [LinearisedEstimate] = []
    for row in 0..<rows.count {
      for column in 0..<columns.count {
        guard let share = sample.mean(cell(row, column)) else { return nil }
        cells.append(share)
      }
    }
    let n = Double(sample.weights.count { $0 != 0 })
    let p = cells.map(\.value)
    let covariance = try sample.covariance(of: cells)
    guard let delta = generalisedEffects(p, covariance, n: n) else { return nil }
    let trace = delta.indices.reduce(0) { $0 + delta[$1][$1] }
    guard trace > 0 else { return nil }
    let pearson = pearson(p, n: n)
    switch correction {
    case .firstOrder:
      let degrees = Double(delta.count)
      guard let chiSquare = ChiSquare(degreesOfFreedom: degrees) else { return nil }
      return TableTest(
        statistic: pearson, degreesOfFreedom: degrees, denominator: nil,
        pValue: chiSquare.tails(at: pearson / (trace / degrees)).upper)
    case .secondOrder:
      var traceOfSquare = 0.0
      for i in delta.indices { for j in delta.indices { traceOfSquare += delta[i][j] * delta[j][i] } }
      let degrees = trace * trace / traceOfSquare
      let denominator = degrees * Double(sample.design.degreesOfFreedom)
      guard let f = FDistribution(numerator: degrees, denominator: denominator) else { return nil }
      let statistic = pearson / trace
      return TableTest(
        statistic: statistic, degreesOfFreedom: degrees, denominator: denominator, pValue: f.tails(at: statistic).upper)
    }
  }

  private func pearson(_ p: [Double], n: Double) -> Double {
    let c = columns.count
    let rowShares = (0..<rows.count).map { row in (0..<c).reduce(0) { $0 + p[row * c + $1] } }
    let columnShares = (0..<c).map { column in (0..<rows.count).reduce(0) { $0 + p[$1 * c + column] } }
    var sum = CompensatedSum()
    for row in 0..<rows.count {
      for column in 0..<c {
        let expected = rowShares[row] * columnShares[column]
        let difference = p[row * c + column] - expected
        sum += difference * difference / expected
      }
    }
    return n * sum.value
  }

  /// Δ, in the contrasts (row i against row 0) × (column j against column 0).
  private func generalisedEffects(_ p: [Double], _ covariance: [[Double]], n: Double) -> [[Double]]? {
    let c = columns.count
    var contrasts: [[Double]] = []
    for row in 1..<rows.count {
      for column in 1..<c {
        var contrast = Array(repeating: 0.0, count: cellCount)
        for (place, sign) in [(row * c + column, 1.0), (row * c, -1), (column, -1), (0, 1)] {
          contrast[place] = p[place] > 0 ? sign / p[place] : 0
        }
        contrasts.append(contrast)
      }
    }
    // contrasts holds D⁻¹C: Cᵀ D⁻¹ C needs p put back once.
    let simple = contrasts.map { a in
      contrasts.map { b in p.indices.reduce(0) { $0 + a[$1] * b[$1] * p[$1] } / n }
    }
    let design = contrasts.map { a in
      contrasts.map { b in
        p.indices.reduce(0) { sum, i in sum + a[i] * p.indices.reduce(0) { $0 + covariance[i][$1] * b[$1] } }
      }
    }
    var columnsOfDelta: [[Double]] = []
    for j in contrasts.indices {
      guard let column = solve(simple, design.map { $0[j] }) else { return nil }
      columnsOfDelta.append(column)
    }
    return contrasts.indices.map { i in columnsOfDelta.map { $0[i] } }
  }
}

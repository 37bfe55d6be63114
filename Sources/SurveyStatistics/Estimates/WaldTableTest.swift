extension TwoWayTable {
  /// Wald's test of independence in a two-way table.
  ///
  ///     Y_ij = N̂_ij − N̂_i· N̂_·j / N̂  for all rows and columns but the first
  ///     W    = Yᵀ V⁻¹ Y,   k = (r − 1)(c − 1)
  ///
  /// Plain: W/k on k and df. Adjusted: W·(df − k + 1)/(k·df) on k and df − k + 1.
  ///
  /// - Unit: none.
  /// - Source: Koch, Freeman & Freeman (1975), *International Statistical Review* 43; adjusted after Thomas & Rao (1987),
  ///   *JASA* 82; as in R's `svychisq`.
  /// - Returns: `nil` where V is singular or too few degrees of freedom are left.
  /// - Throws: `DesignError` as the variance of a total.
  package func wald(adjusted: Bool) throws(DesignError) -> TableTest? {
    let all = sample.total(indicator { _ in true })
    var departures: [LinearisedEstimate] = []
    for row in 1..<rows.count {
      for column in 1..<columns.count {
        let inCell = sample.total(cell(row, column))
        let inRow = sample.total(indicator { rows.codes[$0] == row })
        let inColumn = sample.total(indicator { columns.codes[$0] == column })
        let (rowShare, columnShare) = (inRow.value / all.value, inColumn.value / all.value)
        // d(N_i· N_·j / N) = share_·j dN_i· + share_i· dN_·j − share_i· share_·j dN
        let expected = LinearisedEstimate(
          value: inRow.value * columnShare,
          influence: inRow.influence.indices.map {
            columnShare * inRow.influence[$0] + rowShare * inColumn.influence[$0] - rowShare * columnShare
          }, domain: nil)
        departures.append(inCell - expected)
      }
    }
    let covariance = try sample.covariance(of: departures)
    guard let weighted = solve(covariance, departures.map(\.value)) else { return nil }
    let wald = zip(departures, weighted).map { $0.value * $1 }.compensatedSum()
    let k = Double(departures.count)
    let df = Double(sample.design.degreesOfFreedom)
    let denominator = adjusted ? df - k + 1 : df
    guard let f = FDistribution(numerator: k, denominator: denominator) else { return nil }
    let statistic = adjusted ? wald * denominator / (k * df) : wald / k
    return TableTest(
      statistic: statistic, degreesOfFreedom: k, denominator: denominator, pValue: f.tails(at: statistic).upper)
  }
}

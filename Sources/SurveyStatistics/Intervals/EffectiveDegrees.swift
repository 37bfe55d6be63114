/// How many degrees of freedom the variance of a cell truly has: that of a total, or of a ratio y/x.
///
///     ν = (Σ_g v_g)² / Σ_g v_g² / ν_g          ν_g = max(1, min(a_g, c_g) − 1)
///
/// v_g is what group g adds to the variance, and c_g counts its units that are not 0 in the cell. Where a few large
/// workplaces make most of the variance, Σ (a_g − 1) over the whole design counts hundreds of answers that tell nothing
/// of it, and t of it is too small; zeros tell whether there is anything, not how much it varies.
///
/// - Source: Satterthwaite (1946), *Biometrics Bulletin* 2; counting the units of the domain alone, as Korn & Graubard
///   (1999), *Analysis of Health Surveys*, ch. 5.2, do. How much closer it comes stands in Documentation/coverage.md.
/// - Returns: nil without variance.
/// - Throws: as `domainTotal`.
/// - Complexity: O(groups of the cell).
package func effectiveDegrees(
  _ cell: CellMoments, design: ResponseDesign, ratio: Double? = nil
) throws(DesignError) -> Double? {
  var sum = 0.0
  var squares = 0.0
  for (group, moments) in cell.met {
    let all = try design.complete(moments, group: group)
    let variance = design.varianceFactors[group] * (ratio.map(all.residualSquares(ratio:)) ?? all.centredYY)
    guard variance > 0 else { continue }
    let units = ratio == nil ? moments.contributors : moments.count
    sum += variance
    squares += variance * variance / Double(max(1, min(all.count, units) - 1))
  }
  return squares > 0 ? sum * sum / squares : nil
}

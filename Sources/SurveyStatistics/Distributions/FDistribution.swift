/// The F distribution; degrees of freedom need not be whole.
///
/// - Source: by the incomplete beta function, DLMF 8.17.
/// - Refuses: degrees of freedom that are not above 0 and finite: `nil`.
package struct FDistribution: Hashable, Sendable {
  package let numerator: Double
  package let denominator: Double
  private let beta: BetaDistribution

  package init?(numerator: Double, denominator: Double) {
    guard let beta = BetaDistribution(a: numerator / 2, b: denominator / 2) else { return nil }
    self.numerator = numerator
    self.denominator = denominator
    self.beta = beta
  }

  package func tails(at f: Double) -> TailProbabilities {
    guard f > 0 else { return f.isNaN ? TailProbabilities(lower: .nan) : .allAbove }
    let total = numerator * f + denominator
    guard total.isFinite else { return .allBelow }
    return beta.tails(x: numerator * f / total, complement: denominator / total)
  }

  package func quantile(_ p: Double) -> Double {
    let (x, y) = beta.quantile(of: TailProbabilities(lower: p))
    return denominator * x / (numerator * y)
  }
}

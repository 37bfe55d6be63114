import Glibc

/// How evenly people spread over kinds: occupations, industries, competences (F32).
///
///     H = −Σ p·ln p      Miller–Madow: H + (S − 1)/(2n)      J = H/ln S      effective number e^H
///
/// S kinds seen, n observations behind the shares: answers, not the persons that weights make of them. H from a sample
/// is too small on average, more so the more kinds and the fewer answers; (S − 1)/(2n) is the first term of what is
/// missing. Kinds that nobody named stay unseen, and no term brings them back.
///
/// - Unit: nats; J none, 0 to 1. J is of the plain H, since the corrected one can pass ln S.
/// - Source: Shannon (1948), *Bell System Technical Journal* 27; Miller (1955) and Madow, in Quastler (ed.),
///   *Information Theory in Psychology*; Pielou (1966), *Journal of Theoretical Biology* 13, for J. Checked against R's
///   vegan in `DiversityTests`.
package struct Diversity: Hashable, Sendable {
  /// S
  package var kinds: Int
  /// H as the definition has it.
  package var entropy: Double
  /// H with Miller and Madow's term.
  package var correctedEntropy: Double
  /// J; nil with one kind alone, of which evenness has no meaning.
  package var evenness: Double?

  /// e^H of the corrected H: as many equally common kinds would be as diverse.
  package var effectiveKinds: Double { exp(correctedEntropy) }

  /// - Parameters:
  ///   - amounts: per kind, weighted or not, on any scale; kinds with 0 are not seen.
  ///   - observations: n.
  /// - Returns: nil where there is nothing to spread, nothing observed, or an amount that cannot be: negative, infinite
  ///   or not a number.
  package init?(amounts: [Double], observations: Int) {
    guard observations > 0, let shares = shares(of: amounts) else { return nil }
    let seen = shares.filter { $0 > 0 }
    kinds = seen.count
    // One kind has H = −1·ln 1, which is written −0.
    entropy = max(0, seen.map { -$0 * log($0) }.compensatedSum())
    correctedEntropy = entropy + Double(kinds - 1) / (2 * Double(observations))
    evenness = kinds > 1 ? min(1, entropy / log(Double(kinds))) : nil
  }
}

/// Each amount over their sum; nil without a positive sum, or with an amount that cannot be.
func shares(of amounts: [Double]) -> [Double]? {
  guard amounts.allSatisfy({ $0.isFinite && $0 >= 0 }), let largest = amounts.max(), largest > 0 else { return nil }
  // By the largest first: the sum of large amounts may be no number.
  let parts = amounts.map { $0 / largest }
  let sum = parts.compensatedSum()
  return parts.map { $0 / sum }
}

/// Which simple random sample a design is held against.
package enum SimpleSample: Hashable, Sendable, CaseIterable {
  case withoutReplacement, withReplacement
}

/// The design effect: the variance of an estimate over that of a simple random sample of as many units.
///
///     deff = v(ȳ) / (s²/n · (1 − n/N̂)),   s² = n/(n − 1) · Σ w (y − ȳ)² / Σ w,   N̂ = Σ w
///
/// and for a total with N̂² · s²/n below. With replacement the factor 1 − n/N̂ falls away. All sums over the domain.
///
/// - Unit: none.
/// - Source: Kish (1965), *Survey Sampling*, ch. 8.2; as in R's survey.
/// - Returns: `nil` for fewer than two units, for values all alike, and for n ≥ N̂ without replacement.
package func designEffect(
  ofMean mean: SampleEstimate? = nil, ofTotal total: SampleEstimate? = nil, values y: [Double],
  sample: WeightedSample, domain: [Bool]? = nil, against simple: SimpleSample
) -> Double? {
  let units = y.indices.filter { (domain?[$0] ?? true) && sample.weights[$0] != 0 }
  guard units.count > 1 else { return nil }
  let n = Double(units.count)
  let size = units.lazy.map { sample.weights[$0] }.compensatedSum()
  let average = units.lazy.map { sample.weights[$0] * y[$0] }.compensatedSum() / size
  let squares = units.lazy.map { sample.weights[$0] * (y[$0] - average) * (y[$0] - average) }.compensatedSum()
  var variance = squares / size / (n - 1)
  if simple == .withoutReplacement {
    guard size > n else { return nil }
    variance *= (size - n) / size
  }
  guard variance > 0 else { return nil }
  return (mean.map { $0.variance / variance }) ?? (total.map { $0.variance / (variance * size * size) })
}

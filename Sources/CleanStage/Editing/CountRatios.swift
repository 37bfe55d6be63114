import ConfidentialRecords

/// How often each ratio of two counts was given, for each outlier rule: what an answer is held against.
///
/// Counts are kept to three digits, so that the number of different ratios stays small whatever the number of
/// employers. Only ratios of two positive numbers are there: 0 is no matter of proportion, and of a range without a best
/// value it is not known what the proportion is.
package struct CountRatios: Sendable {
  struct Ratio: Hashable, Sendable {
    var value: Double
    var per: Double

    init?(_ value: Quantity, per: Quantity) {
      guard let value = value.said, let per = per.said, value > 0, per > 0 else { return nil }
      self.value = value
      self.per = per
    }

    /// To three digits.
    fileprivate var rounded: Ratio {
      var ratio = self
      ratio.value = Self.rounded(value)
      ratio.per = Self.rounded(per)
      return ratio
    }

    private static func rounded(_ number: Double) -> Double {
      var scale = 1.0
      while number / scale >= 1_000 { scale *= 10 }
      return (number / scale).rounded() * scale
    }
  }

  let rules: [OutlierRule]
  /// By rule.
  private(set) var counts: [[Ratio: Int]]

  package init(_ rules: [OutlierRule]) {
    self.rules = rules
    counts = Array(repeating: [:], count: rules.count)
  }

  /// For each rule the ratios that an employer gives, the two counts of each one after the other.
  package func ratios(of employer: EmployerRecord) -> [[Double]] {
    rules.map { rule in
      var ratios: [Double] = []
      Self.forEachRatio(of: rule, in: employer) { ratio, _ in
        ratios.append(ratio.value)
        ratios.append(ratio.per)
      }
      return ratios
    }
  }

  /// - Parameter ratios: by rule.
  package mutating func add(_ ratios: [[Double]]) {
    for place in rules.indices {
      Self.forEach(in: ratios[place]) { counts[place][$0.rounded, default: 0] += 1 }
    }
  }

  /// - Parameter counts: two for each ratio.
  static func forEach(in counts: [Double], _ body: (Ratio) -> Void) {
    for place in stride(from: 0, to: counts.count - 1, by: 2) {
      if let ratio = Ratio(.point(counts[place]), per: .point(counts[place + 1])) { body(ratio) }
    }
  }

  package mutating func merge(_ other: CountRatios) {
    for place in counts.indices { counts[place].merge(other.counts[place], uniquingKeysWith: +) }
  }

  /// - Parameter body: is given the row of `occupations`, nil for the employer's own.
  static func forEachRatio(of rule: OutlierRule, in employer: EmployerRecord, _ body: (Ratio, Int?) -> Void) {
    let rows = rule.value.concept.repeats == .employer ? [nil] : employer.occupations.indices.map(Optional.some)
    for row in rows {
      let base = rule.per.concept.repeats == .employer ? employer[count: rule.per, nil] : employer[count: rule.per, row]
      if let ratio = Ratio(employer[count: rule.value, row], per: base) { body(ratio, row) }
    }
  }
}

extension Quantity {
  /// The one number that the respondent named.
  fileprivate var said: Double? {
    switch self {
    case .point(let value): value
    case .range(_, let best, _): best
    case .missing: nil
    }
  }
}

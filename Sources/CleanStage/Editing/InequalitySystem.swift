import Expressions

/// Linear inequalities that are to be met together, over unknown numbers between bounds.
///
/// - Method: Fourier–Motzkin elimination, the unknown that makes the fewest new inequalities first; exact for real
///   numbers but for rounding (see `tolerance`). That the numbers are whole is not used.
/// - Source: Dantzig & Eaves (1973), *Fourier–Motzkin elimination and its dual*.
struct InequalitySystem {
  /// Room for the rounding of sums such as 0.1 + 0.2, against a largest coefficient of 1.
  private static let tolerance = 1e-9
  /// More inequalities than these are not worked through.
  private static let most = 2_000

  private(set) var inequalities: [Inequality] = []

  mutating func add(_ more: [Inequality]) { inequalities += more }

  mutating func bound(_ unknown: Int, from low: Double, to high: Double) {
    if low.isFinite {
      inequalities.append(Inequality(terms: [Inequality.Term(unknown: unknown, coefficient: -1)], constant: low))
    }
    if high.isFinite {
      inequalities.append(Inequality(terms: [Inequality.Term(unknown: unknown, coefficient: 1)], constant: -high))
    }
  }

  /// Whether there are numbers that meet all of them; nil when that would take too long to find out.
  var canBeMet: Bool? {
    var left: Set<Inequality> = []
    for inequality in inequalities {
      guard Self.keep(inequality, in: &left) else { return false }
    }
    while let unknown = Self.cheapest(in: left) {
      var next = left.filter { $0.coefficient(of: unknown) == 0 }
      let (above, below) = (
        left.filter { $0.coefficient(of: unknown) > 0 }, left.filter { $0.coefficient(of: unknown) < 0 }
      )
      guard above.count * below.count + next.count <= Self.most else { return nil }
      for upper in above {
        for lower in below {
          guard Self.keep(Self.without(unknown, upper, lower), in: &next) else { return false }
        }
      }
      left = next
    }
    return true
  }

  /// False when the inequality can never be met; one that always is need not be kept.
  private static func keep(_ inequality: Inequality, in set: inout Set<Inequality>) -> Bool {
    guard let largest = inequality.terms.map({ abs($0.coefficient) }).max() else {
      return inequality.isStrict ? inequality.constant < -tolerance : inequality.constant <= tolerance
    }
    set.insert(
      Inequality(
        terms: inequality.terms.map { .init(unknown: $0.unknown, coefficient: $0.coefficient / largest) },
        constant: inequality.constant / largest, isStrict: inequality.isStrict))
    return true
  }

  /// The unknown that is got rid of at the least cost; of equals the first. Nil when none is left.
  private static func cheapest(in set: Set<Inequality>) -> Int? {
    var counts: [Int: (above: Int, below: Int)] = [:]
    for term in set.lazy.flatMap(\.terms) {
      if term.coefficient > 0 {
        counts[term.unknown, default: (0, 0)].above += 1
      } else {
        counts[term.unknown, default: (0, 0)].below += 1
      }
    }
    return counts.min { a, b in
      (a.value.above * a.value.below, a.key) < (b.value.above * b.value.below, b.key)
    }?.key
  }

  /// What the two, one from above and one from below, say of the others together.
  private static func without(_ unknown: Int, _ upper: Inequality, _ lower: Inequality) -> Inequality {
    let (a, b) = (upper.coefficient(of: unknown), -lower.coefficient(of: unknown))
    var coefficients: [Int: Double] = [:]
    for term in upper.terms where term.unknown != unknown { coefficients[term.unknown] = term.coefficient * b }
    for term in lower.terms where term.unknown != unknown {
      coefficients[term.unknown, default: 0] += term.coefficient * a
    }
    let terms = coefficients.filter { abs($0.value) > tolerance }.sorted { $0.key < $1.key }
    return Inequality(
      terms: terms.map { .init(unknown: $0.key, coefficient: $0.value) },
      constant: upper.constant * b + lower.constant * a, isStrict: upper.isStrict || lower.isStrict)
  }
}

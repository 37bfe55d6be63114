/// A linear inequality over unknown numbers: Σ coefficient·x + constant ≤ 0, or < 0 where it is strict.
package struct Inequality: Hashable, Sendable {
  package struct Term: Hashable, Sendable {
    package var unknown: Int
    package var coefficient: Double

    package init(unknown: Int, coefficient: Double) {
      self.unknown = unknown
      self.coefficient = coefficient
    }
  }

  /// Each unknown once, in ascending order; no coefficient is 0.
  package var terms: [Term]
  package var constant: Double
  package var isStrict: Bool

  package init(terms: [Term], constant: Double, isStrict: Bool = false) {
    self.terms = terms
    self.constant = constant
    self.isStrict = isStrict
  }

  package func coefficient(of unknown: Int) -> Double {
    terms.first { $0.unknown == unknown }?.coefficient ?? 0
  }
}

/// What a name is worth where some answers are taken to be unknown.
package enum Worth: Hashable, Sendable {
  case known(Operand)
  /// A number that may be anything within the bounds that go with the unknown.
  case unknown(Int)
  /// A yes, a code, a text that may be any.
  case open
  /// One for each row that the respondent began.
  case rows([Worth])
}

/// Σ coefficient·x + constant.
struct LinearForm {
  var coefficients: [Int: Double] = [:]
  var constant = 0.0

  static func + (a: LinearForm, b: LinearForm) -> LinearForm {
    LinearForm(
      coefficients: a.coefficients.merging(b.coefficients, uniquingKeysWith: +), constant: a.constant + b.constant)
  }

  func times(_ factor: Double) -> LinearForm {
    LinearForm(coefficients: coefficients.mapValues { $0 * factor }, constant: constant * factor)
  }

  var isConstant: Bool { coefficients.allSatisfy { $0.value == 0 } }

  /// The form, at most 0.
  func atMostZero(isStrict: Bool) -> Inequality {
    let terms = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Inequality(
      terms: terms.map { Inequality.Term(unknown: $0.key, coefficient: $0.value) }, constant: constant,
      isStrict: isStrict)
  }
}

/// A running sum that keeps what rounding would drop.
///
/// Weights may span twelve orders of magnitude; a plain sum then forgets the small ones. The result depends on
/// the order of the terms only in the last bit, so callers still add in a fixed order.
///
/// - Source: Neumaier (1974), *ZAMM* 54, pp. 39–51.
package struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  package var value: Double { lost.isFinite ? sum + lost : sum }

  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  package static func += (sum: inout CompensatedSum, term: Double) { sum.add(term) }
}

extension Sequence<Double> {
  /// The compensated sum of the elements, in their order.
  package func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for term in self { sum += term }
    return sum.value
  }
}

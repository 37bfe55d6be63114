/// What is known of a number: that it lies from `low` to `high`, both included; an infinite end is no limit.
///
/// Arithmetic gives the smallest interval that holds every result, each operand taken to vary by itself.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  /// A number known exactly.
  package init(_ value: Int) {
    low = Double(value)
    high = Double(value)
  }

  /// - Parameters: `low`, `high`: the ends; nil for no limit.
  /// - Returns: nil when the ends are no numbers or stand in the wrong order.
  package init?(low: Double?, high: Double?) {
    let (low, high) = (low ?? -.infinity, high ?? .infinity)
    guard low <= high, low < .infinity, high > -.infinity else { return nil }
    self.low = low
    self.high = high
  }

  /// The ends of a result: what overflowed at the wrong end is the largest number there is.
  private init(resultLow: Double, resultHigh: Double) {
    low = min(resultLow, .greatestFiniteMagnitude)
    high = max(resultHigh, -.greatestFiniteMagnitude)
  }

  package var isPoint: Bool { low == high }

  package static func + (a: Interval, b: Interval) -> Interval {
    Interval(resultLow: a.low + b.low, resultHigh: a.high + b.high)
  }

  package static func - (a: Interval, b: Interval) -> Interval {
    Interval(resultLow: a.low - b.high, resultHigh: a.high - b.low)
  }

  package static prefix func - (a: Interval) -> Interval {
    Interval(resultLow: -a.high, resultHigh: -a.low)
  }

  package static func * (a: Interval, b: Interval) -> Interval {
    spanning(a, b) { $0 == 0 || $1 == 0 ? 0 : $0 * $1 }
  }

  /// - Returns: nil when the divisor can be 0.
  package static func / (a: Interval, b: Interval) -> Interval? {
    guard b.low > 0 || b.high < 0 else { return nil }
    return spanning(a, b) { $1.isInfinite ? 0 : $0 / $1 }
  }

  private static func spanning(_ a: Interval, _ b: Interval, _ operation: (Double, Double) -> Double) -> Interval {
    let corners = [
      operation(a.low, b.low), operation(a.low, b.high), operation(a.high, b.low), operation(a.high, b.high),
    ]
    return Interval(
      resultLow: corners.reduce(.infinity, Double.minimum), resultHigh: corners.reduce(-.infinity, Double.maximum))
  }
}

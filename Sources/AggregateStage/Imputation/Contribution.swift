/// What one answer adds to a sum: the value to reckon with, and how far it may be off.
///
/// Unit: that of the answer. `low <= value <= high` for an answer; composites add and subtract the ends.
package struct Contribution: Sendable, Equatable {
  package var value: Double
  /// Bounds under stated limits (F21); equal to the value where the answer is a point.
  package var low: Double
  package var high: Double
  /// |value| as far as it is imputed.
  package var imputed = 0.0
  /// The respondent said "don't know".
  package var isDoNotKnow = false
  /// The answer of a dominant employer is missing, and nothing may stand in for it (EDT-09).
  package var isDominantMissing = false

  package static let zero = Contribution(0)

  package init(_ value: Double) {
    self.value = value
    low = value
    high = value
  }

  package init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  package var isZero: Bool { value == 0 && low == 0 && high == 0 && !isDoNotKnow && !isDominantMissing }

  package static func + (a: Contribution, b: Contribution) -> Contribution {
    var sum = Contribution(value: a.value + b.value, low: a.low + b.low, high: a.high + b.high)
    sum.imputed = a.imputed + b.imputed
    sum.isDoNotKnow = a.isDoNotKnow || b.isDoNotKnow
    sum.isDominantMissing = a.isDominantMissing || b.isDominantMissing
    return sum
  }

  package static func += (a: inout Contribution, b: Contribution) { a = a + b }

  package static func - (a: Contribution, b: Contribution) -> Contribution {
    var difference = Contribution(value: a.value - b.value, low: a.low - b.high, high: a.high - b.low)
    // A change is known only where both of its ends are. Of a dominant employer it is then nothing at all.
    if a.isDominantMissing || b.isDominantMissing { difference.value = 0 }
    if a.imputed != 0 || b.imputed != 0 { difference.imputed = abs(difference.value) }
    difference.isDoNotKnow = a.isDoNotKnow || b.isDoNotKnow
    difference.isDominantMissing = a.isDominantMissing || b.isDominantMissing
    return difference
  }

  /// Whether there is anything at all, 0 or 1: for incidences.
  package var presence: Contribution {
    var one = Contribution(
      value: value > 0 ? 1 : 0, low: low > 0 ? 1 : 0, high: high > 0 ? 1 : 0)
    one.imputed = value > 0 && imputed >= value ? 1 : 0
    one.isDoNotKnow = isDoNotKnow
    one.isDominantMissing = isDominantMissing
    return one
  }

  /// Rows of one employer that each say 0 or 1, taken together.
  package var atMostOne: Contribution {
    var one = self
    one.value = min(1, value)
    one.low = min(1, low)
    one.high = min(1, high)
    one.imputed = min(1, imputed)
    return one
  }

  /// A part of a whole: nobody is fewer than none, however the two were reckoned.
  package var atLeastNone: Contribution {
    var part = self
    part.value = max(0, value)
    part.low = max(0, low)
    part.high = max(0, high)
    return part
  }

  package func times(_ factor: Double) -> Contribution {
    var product = Contribution(
      value: value * factor, low: min(low * factor, high * factor), high: max(low * factor, high * factor))
    product.imputed = imputed * abs(factor)
    product.isDoNotKnow = isDoNotKnow
    product.isDominantMissing = isDominantMissing
    return product
  }
}

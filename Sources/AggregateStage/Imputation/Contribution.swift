/// What one answer adds to a sum: the value to reckon with, and how far it may be off.
///
/// Unit: that of the answer. `low <= value <= high` for an answer; composites add and subtract the ends.
package struct Contribution: Sendable, Equatable {
  package var value: Double
  /// Bounds under stated limits (F21); equal to the value where the answer is a point.
  package var low: Double
  package var high: Double
  /// Low, best and high as the respondent sees the future (F20); apart from the bounds of answers that are missing.
  package var outlook = Outlook.none
  /// |value| as far as it is imputed.
  package var imputed = 0.0
  /// The respondent said "don't know".
  package var isDoNotKnow = false
  /// The answer of a dominant employer is missing, and nothing may stand in for it (EDT-09).
  package var isDominantMissing = false

  package static let zero = Contribution(0)

  /// Adds nothing but to the rate of don't-knows: for questions that are answered by a choice, where nothing is drawn.
  package static let doNotKnow: Contribution = {
    var nothing = Contribution(0)
    nothing.isDoNotKnow = true
    return nothing
  }()

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
    sum.outlook = a.outlook + b.outlook
    sum.imputed = a.imputed + b.imputed
    sum.isDoNotKnow = a.isDoNotKnow || b.isDoNotKnow
    sum.isDominantMissing = a.isDominantMissing || b.isDominantMissing
    return sum
  }

  package static func += (a: inout Contribution, b: Contribution) { a = a + b }

  package static func - (a: Contribution, b: Contribution) -> Contribution {
    var difference = Contribution(value: a.value - b.value, low: a.low - b.high, high: a.high - b.low)
    difference.outlook = a.outlook - b.outlook
    // A change is known only where both of its ends are. Of a dominant employer it is then nothing at all.
    if a.isDominantMissing || b.isDominantMissing {
      difference.value = 0
      difference.outlook = .none
    }
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

  /// A part of something: what of it is uncertain is not above the whole.
  package func within(_ whole: Contribution) -> Contribution {
    guard low < high || imputed > 0 else { return self }
    var part = self
    part.value = min(value, max(low, whole.value))
    part.high = max(part.value, min(high, whole.high))
    part.low = min(low, part.value)
    part.imputed = min(imputed, abs(part.value))
    return part
  }

  package func times(_ factor: Double) -> Contribution {
    var product = Contribution(
      value: value * factor, low: min(low * factor, high * factor), high: max(low * factor, high * factor))
    product.outlook = outlook.times(factor)
    product.imputed = imputed * abs(factor)
    product.isDoNotKnow = isDoNotKnow
    product.isDominantMissing = isDominantMissing
    return product
  }
}

/// How far a respondent's own view of the future reaches around its mean (F20).
///
/// - Unit: that of the answer. An answer that is reckoned as a point has none.
package struct Outlook: Sendable, Equatable {
  /// √v, with the sign in which optimism moves the measure. The answers that make up one employer's measure of one
  /// occupation move together; F20's ρ is between occupations and employers.
  package var deviation = 0.0
  /// From the mean down to a, and up to b.
  package var below = 0.0
  package var above = 0.0

  package static let none = Outlook()

  package static func + (a: Outlook, b: Outlook) -> Outlook {
    Outlook(deviation: a.deviation + b.deviation, below: a.below + b.below, above: a.above + b.above)
  }

  package static func - (a: Outlook, b: Outlook) -> Outlook {
    Outlook(deviation: a.deviation - b.deviation, below: a.below + b.above, above: a.above + b.below)
  }

  package func times(_ factor: Double) -> Outlook {
    factor < 0
      ? Outlook(deviation: deviation * factor, below: -above * factor, above: -below * factor)
      : Outlook(deviation: deviation * factor, below: below * factor, above: above * factor)
  }
}

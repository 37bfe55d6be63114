/// Which of an assumption's values is meant.
package enum AssumptionEnd: String, CaseIterable, Hashable, Sendable { case low, base, high }

/// The values of an assumption: low ≤ base ≤ high, in the unit of what is assumed.
package struct AssumedRange: Hashable, Sendable {
  package var low: Double
  package var base: Double
  package var high: Double

  package init(low: Double, base: Double, high: Double) {
    self.low = low
    self.base = base
    self.high = high
  }

  package static let zero = AssumedRange(low: 0, base: 0, high: 0)

  package subscript(end: AssumptionEnd) -> Double {
    switch end {
    case .low: low
    case .base: base
    case .high: high
    }
  }

  package func map(_ change: (Double) -> Double) -> AssumedRange {
    AssumedRange(low: change(low), base: change(base), high: change(high))
  }

  /// Low adds to low and high to high: the scenarios are shared, not independent.
  package static func + (a: AssumedRange, b: AssumedRange) -> AssumedRange {
    AssumedRange(low: a.low + b.low, base: a.base + b.base, high: a.high + b.high)
  }
}

/// A set of values, one for each assumption that has several: a future that hangs together (FOR-06).
package struct Scenario: Hashable, Sendable {
  /// The scenario in which every assumption has its base value: the gap's own figure.
  package static let baseID = "base"

  package var id: String
  package var name: LocalizedText
  /// By assumption; one that is left out has its base value.
  package var values: [String: AssumptionEnd]

  package init(id: String, name: LocalizedText, values: [String: AssumptionEnd] = [:]) {
    self.id = id
    self.name = name
    self.values = values
  }
}

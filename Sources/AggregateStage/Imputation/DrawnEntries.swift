import ConfidentialRecords

/// What one employer adds, with the values of every draw where missing answers make them differ.
///
/// Gathered by running the indicators once for the expected answers and once for each draw, so that an indicator that is
/// no sum (an incidence, a change) is right in each. Only employers with such answers come here.
struct DrawnEntries {
  struct Value {
    var occupation: OccupationCode?
    var slot: Int
    var y: Contribution
    var x: Contribution
  }

  private let draws: Int
  /// By occupation and slot, each once.
  private var values: [Value] = []
  /// By value, then draw: y and x.
  private var drawn: [[Double]] = []

  /// - Parameter expected: ordered, as the lists of the draws.
  init(expected: [EmployerContributions.Entry], draws: Int) {
    self.draws = draws
    for entry in expected {
      if let last = values.indices.last, values[last].isOf(entry) {
        values[last].y += entry.y
        values[last].x += entry.x
      } else {
        values.append(Value(occupation: entry.occupation, slot: entry.slot, y: entry.y, x: entry.x))
      }
    }
    drawn = Array(repeating: Array(repeating: 0, count: 2 * draws), count: values.count)
  }

  mutating func add(_ entries: [EmployerContributions.Entry], draw: Int) {
    var place = 0
    for entry in entries {
      while place < values.count, values[place].isBefore(entry) { place += 1 }
      if place == values.count || !values[place].isOf(entry) {
        // Expected to be nothing, and something in this draw.
        values.insert(Value(occupation: entry.occupation, slot: entry.slot, y: .zero, x: .zero), at: place)
        drawn.insert(Array(repeating: 0, count: 2 * draws), at: place)
      }
      drawn[place][2 * draw] += entry.y.value
      drawn[place][2 * draw + 1] += entry.x.value
    }
  }

  var entries: EmployerEntries {
    var all = EmployerEntries(draws: draws)
    for (value, drawn) in zip(values, drawn) {
      let means = (mean(drawn, 0), mean(drawn, 1))
      var entry = EmployerContributions.Entry(
        slot: value.slot, occupation: value.occupation, y: value.y.moved(to: means.0), x: value.x.moved(to: means.1))
      if differs(drawn) {
        entry.drawn = Int32(all.drawn.count)
        all.drawn += drawn
      }
      all.entries.append(entry)
    }
    return all
  }

  /// Exactly the value, where all draws are the same.
  private func mean(_ drawn: [Double], _ part: Int) -> Double {
    let first = drawn[part]
    var sum = 0.0
    for draw in 1..<draws { sum += drawn[2 * draw + part] - first }
    return first + sum / Double(draws)
  }

  private func differs(_ drawn: [Double]) -> Bool {
    (1..<draws).contains { drawn[2 * $0] != drawn[0] || drawn[2 * $0 + 1] != drawn[1] }
  }
}

extension DrawnEntries.Value {
  func isOf(_ entry: EmployerContributions.Entry) -> Bool { slot == entry.slot && occupation == entry.occupation }

  func isBefore(_ entry: EmployerContributions.Entry) -> Bool {
    (occupation?.number ?? -1, slot) < (entry.occupation?.number ?? -1, entry.slot)
  }
}

extension Contribution {
  /// The same answer, reckoned as the mean of its draws.
  fileprivate func moved(to mean: Double) -> Contribution {
    guard mean != value else { return self }
    var moved = self
    moved.value = mean
    moved.low = min(low, mean)
    moved.high = max(high, mean)
    moved.imputed = value == 0 ? abs(mean) : imputed * abs(mean / value)
    return moved
  }
}

/// Entries by occupation, those of no occupation first, then by slot; and the drawn values that some of them have.
struct EmployerEntries: Sendable {
  var entries: [EmployerContributions.Entry] = []
  /// Number of draws.
  var draws = 0
  /// For each entry with draws, from its `drawn`: y and x of every draw.
  var drawn: [Double] = []
}

import Glibc
import TestSupport

/// Seeded chance of one study: the same seed gives the same study everywhere.
struct Chance {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// From 0 up to 1, 1 left out.
  mutating func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  mutating func happens(_ chance: Double) -> Bool { unit() < chance }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// Standard normal, by Box and Muller.
  mutating func normal() -> Double { (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit()) }

  /// The whole number below or above, so that its mean is the number given.
  mutating func rounded(_ value: Double) -> Int {
    let floor = value.rounded(.down)
    return Int(floor) + (happens(value - floor) ? 1 : 0)
  }

  /// How many of so many, each with the same chance.
  mutating func binomial(_ count: Int, _ chance: Double) -> Int {
    (0..<max(0, count)).reduce(0) { sum, _ in sum + (happens(chance) ? 1 : 0) }
  }

  /// Among the first `count` of a shuffled 0..<total, in ascending order: a simple random sample.
  mutating func sample(_ count: Int, of total: Int) -> [Int] {
    var places = Array(0..<total)
    for index in 0..<min(count, total) { places.swapAt(index, whole(index...total - 1)) }
    return places.prefix(count).sorted()
  }

  mutating func place(inWeights weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return place }
    }
    return weights.count - 1
  }
}

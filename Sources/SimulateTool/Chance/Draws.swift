extension RandomStream {
  /// A number from 0 up to, not including, 1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Every whole number of the range is as likely (to one part in 2⁶⁴ of its length).
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  package mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// From −1 to 1, most often near 0.
  package mutating func around() -> Double { unit() + unit() - 1 }

  /// How many of `n` it happens to, each with chance `share`. Above 50 by the normal approximation, cut at 0 and n.
  package mutating func count(of n: Int, share: Double) -> Int {
    guard n > 0, share > 0 else { return 0 }
    guard share < 1 else { return n }
    if n <= 50 {
      var happened = 0
      for _ in 0..<n where unit() < share { happened += 1 }
      return happened
    }
    var normal = -6.0
    for _ in 0..<12 { normal += unit() }
    let mean = Double(n) * share
    let drawn = mean + normal * (mean * (1 - share)).squareRoot()
    return min(n, max(0, Int(drawn + 0.5)))
  }

  /// A number near `value` without a lasting bias: up with the chance of its fraction.
  package mutating func rounded(_ value: Double) -> Int {
    let down = Int(value < 0 && value != Double(Int(value)) ? value - 1 : value)
    return down + (chance(value - Double(down)) ? 1 : 0)
  }

  /// One of the list; nil only when it is empty.
  package mutating func pick<T>(_ list: [T]) -> T? {
    list.isEmpty ? nil : list[whole(0...(list.count - 1))]
  }

  /// The place of one of the weights, drawn in proportion to them.
  package mutating func place(inWeights weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return place }
    }
    return max(0, weights.count - 1)
  }
}

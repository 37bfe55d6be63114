/// A linear scale with ticks at round numbers, from data to pixels.
struct Axis {
  let low: Double
  let high: Double
  let ticks: [Double]
  let left: Double
  let right: Double

  /// - Parameters:
  ///   - values: what must have room on the scale; zero always has.
  ///   - limits: ends that the scale has whatever the values are, such as −1 and 1.
  init(values: [Double], limits: ClosedRange<Double>? = nil, left: Double, right: Double) {
    let all = values.filter(\.isFinite) + [0] + (limits.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let (least, most) = (all.min() ?? 0, all.max() ?? 1)
    let step = Self.step(for: most > least ? most - least : 1)
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    low = first * step
    high = last * step
    self.left = left
    self.right = right
  }

  /// 1, 2 or 5 times a power of ten, for four to eight steps.
  private static func step(for span: Double) -> Double {
    var power = 1.0
    while power * 10 <= span { power *= 10 }
    while power > span { power /= 10 }
    for factor in [0.2, 0.5, 1, 2] where span / (power * factor) <= 7 { return power * factor }
    return power * 2
  }

  func x(_ value: Double) -> Double { left + (value - low) / (high - low) * (right - left) }
}

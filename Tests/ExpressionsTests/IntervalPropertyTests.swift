import Expressions
import TestSupport
import Testing

@Suite("Conditions over ranges")
struct IntervalPropertyTests {
  static let names = ["staff", "women", "men", "headcount"]

  @Test(
    "a condition that holds, or breaks, over ranges does so at every point of them", arguments: 0..<400 as Range<UInt64>
  )
  func agreesWithPoints(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let source = condition(&chance, depth: 3)
    let condition = try Condition(source, knowing: exampleSchema)
    let ranges = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, range(&chance)) })
    let outcome = condition.outcome(operands(ranges.mapValues { .range($0.low, $0.high) }))
    var seen: Set<Outcome> = []
    for _ in 0..<200 {
      let points = ranges.mapValues { Operand.point(point(in: $0, &chance)) }
      seen.insert(condition.outcome(operands(points)))
    }
    #expect(!seen.contains(.mayBreak), "a point is no range: \(source)")
    if outcome == .holds { #expect(seen == [.holds], "\(source)") }
    if outcome == .breaks { #expect(seen == [.breaks], "\(source)") }
    if outcome == .doesNotApply { #expect(source.contains("/")) }
  }

  @Test("where every name stands once, may break means that some points hold and some break")
  func sharp() throws {
    var chance = SeededGenerator(seed: 7)
    var seen: [Outcome: Int] = [:]
    for _ in 0..<500 {
      let comparison = ["<", "<=", ">", ">="].randomElement(using: &chance) ?? "<"
      let condition = try Condition("staff + women \(comparison) men * 2 - headcount", knowing: exampleSchema)
      let ranges = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, bounded(&chance)) })
      let outcome = condition.outcome(operands(ranges.mapValues { .range($0.low, $0.high) }))
      let corners = (0..<16).map { corner in
        let chosen = Self.names.enumerated().map { index, name -> (String, Operand) in
          let ends = ranges[name, default: (0, 0)]
          return (name, .point(Int((corner >> index & 1 == 0 ? ends.low : ends.high) ?? 0)))
        }
        return condition.outcome(operands(Dictionary(uniqueKeysWithValues: chosen)))
      }
      let expected: Outcome = Set(corners) == [.holds] ? .holds : Set(corners) == [.breaks] ? .breaks : .mayBreak
      #expect(outcome == expected)
      seen[outcome, default: 0] += 1
    }
    #expect(Set(seen.keys) == [.holds, .breaks, .mayBreak], "all three come up")
  }

  @Test("a quotient of equal numbers is 1", arguments: 1...200)
  func exactQuotient(value: Int) throws {
    let condition = try Condition("staff / women = 1", knowing: exampleSchema)
    #expect(condition.outcome(operands(["staff": .point(value), "women": .point(value)])) == .holds)
  }

  @Test("no limit stays no limit, and what overflows is never turned about")
  func infinities() throws {
    let open = try #require(Interval(low: 1, high: nil))
    let below = try #require(Interval(low: nil, high: -2))
    let zero = Interval(0)
    #expect(open + below == Interval(low: nil, high: nil))
    #expect(open - open == Interval(low: nil, high: nil))
    #expect(open * zero == zero)
    #expect(open * below == Interval(low: nil, high: -2))
    #expect(open / open == Interval(low: 0, high: nil))
    #expect(open / zero == nil)
    #expect(Interval(low: 2, high: 1) == nil)
    #expect(Interval(low: .nan, high: 1) == nil)
    let large = try #require(Interval(low: 1e308, high: 1e308))
    #expect((large * large).low == .greatestFiniteMagnitude)
    #expect((large * large).high == .infinity)
  }

  // MARK: Expressions and ranges by chance

  private func condition(_ chance: inout SeededGenerator, depth: Int) -> String {
    switch depth > 0 ? Int.random(in: 0..<6, using: &chance) : 5 {
    case 0: "(\(condition(&chance, depth: depth - 1)) and \(condition(&chance, depth: depth - 1)))"
    case 1: "(\(condition(&chance, depth: depth - 1)) or \(condition(&chance, depth: depth - 1)))"
    case 2: "not (\(condition(&chance, depth: depth - 1)))"
    case 3: "\(number(&chance, depth: 2)) in [\(number(&chance, depth: 1)), \(number(&chance, depth: 1))]"
    default:
      "\(number(&chance, depth: 2)) \(["=", "!=", "<", "<=", ">", ">="].randomElement(using: &chance) ?? "=") "
        + number(&chance, depth: 2)
    }
  }

  private func number(_ chance: inout SeededGenerator, depth: Int) -> String {
    switch depth > 0 ? Int.random(in: 0..<7, using: &chance) : Int.random(in: 5..<7, using: &chance) {
    case 0...3:
      "(\(number(&chance, depth: depth - 1)) \(["+", "-", "*", "/"].randomElement(using: &chance) ?? "+") "
        + "\(number(&chance, depth: depth - 1)))"
    case 4: "sum(\(number(&chance, depth: depth - 1)), \(number(&chance, depth: depth - 1)))"
    case 5: "\(Int.random(in: 0...12, using: &chance))"
    default: Self.names.randomElement(using: &chance) ?? "staff"
    }
  }

  private func bounded(_ chance: inout SeededGenerator) -> (low: Double?, high: Double?) {
    let low = Int.random(in: 0...20, using: &chance)
    return (Double(low), Double(low + Int.random(in: 0...6, using: &chance)))
  }

  private func range(_ chance: inout SeededGenerator) -> (low: Double?, high: Double?) {
    let bounds = bounded(&chance)
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: return (bounds.low, nil)
    case 1: return (nil, bounds.high)
    case 2: return (bounds.low, bounds.low)
    default: return bounds
    }
  }

  private func point(in range: (low: Double?, high: Double?), _ chance: inout SeededGenerator) -> Int {
    let low = Int(range.low ?? (range.high ?? 0) - 50)
    return Int.random(in: low...Int(range.high ?? Double(low) + 50), using: &chance)
  }
}

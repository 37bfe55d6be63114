import TestSupport
import Testing

@testable import ProtectStage

@Suite("Linear programs")
struct LinearProgramTests {
  private func solve(_ costs: [Double], _ equations: [([Double], Double)]) -> [Double]? {
    var program = LinearProgram(
      costs: costs,
      equations: equations.map { row, b in
        (row.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) }, b)
      })
    return program.solve()
  }

  /// x + y + s = 4 and x + 3y + t = 6, where s costs 2 and t costs 1: nothing at s = t = 0, that is x = 3, y = 1.
  @Test("agrees with the example worked by hand") func workedByHand() throws {
    let numbers = try #require(solve([0, 0, 2, 1], [([1, 1, 1, 0], 4), ([1, 3, 0, 1], 6)]))
    #expect(zip(numbers, [3, 1, 0, 0]).allSatisfy { isClose($0, $1) })
  }

  @Test("numbers that cannot be are refused")
  func impossible() {
    #expect(solve([0], [([1], -1)]) == nil)
    #expect(solve([0, 0], [([1, 1], 2), ([1, 1], 3)]) == nil)
    // Three pairs that add up to an odd sum have halves; with one more equation they contradict each other.
    #expect(solve([0, 0, 0], [([1, 1, 0], 1), ([0, 1, 1], 1), ([1, 0, 1], 1), ([1, 0, 0], 1)]) == nil)
  }

  @Test("nothing to reckon is possible; an equation without numbers only when it is 0 = 0") func empty() {
    #expect(solve([], []) == [])
    #expect(solve([], [([], 0)]) == [])
    #expect(solve([], [([], 1)]) == nil)
  }

  @Test("an equation said twice does no harm") func redundant() throws {
    let numbers = try #require(solve([1, 2], [([1, 1], 5), ([2, 2], 10), ([-1, -1], -5)]))
    #expect(numbers == [5, 0])
  }

  /// The cheapest way to carry goods, 2 sources to 3 places, against every way with whole numbers.
  @Test("no cheaper numbers exist", arguments: 0..<40) func optimal(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let costs = (0..<6).map { _ in Double(Int.random(in: 0...9, using: &chance)) }
    let supply = [Int.random(in: 0...6, using: &chance), Int.random(in: 0...6, using: &chance)]
    let first = Int.random(in: 0...(supply[0] + supply[1]), using: &chance)
    let second = Int.random(in: 0...(supply[0] + supply[1] - first), using: &chance)
    let demand = [first, second, supply[0] + supply[1] - first - second]
    let equations: [([Double], Double)] = [
      ([1, 1, 1, 0, 0, 0], Double(supply[0])), ([0, 0, 0, 1, 1, 1], Double(supply[1])),
      ([1, 0, 0, 1, 0, 0], Double(demand[0])), ([0, 1, 0, 0, 1, 0], Double(demand[1])),
      ([0, 0, 1, 0, 0, 1], Double(demand[2])),
    ]
    let numbers = try #require(solve(costs, equations))
    for (row, b) in equations { #expect(abs(zip(row, numbers).reduce(0) { $0 + $1.0 * $1.1 } - b) < 1e-9) }
    var best = Double.infinity
    for a in 0...supply[0] {
      for b in 0...(supply[0] - a) {
        let way = [a, b, supply[0] - a - b, demand[0] - a, demand[1] - b, demand[2] - (supply[0] - a - b)]
        if way.allSatisfy({ $0 >= 0 }) { best = min(best, zip(costs, way).reduce(0) { $0 + $1.0 * Double($1.1) }) }
      }
    }
    #expect(abs(zip(costs, numbers).reduce(0) { $0 + $1.0 * $1.1 } - best) < 1e-9)
  }
}

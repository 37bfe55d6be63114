import Diagnostics
import TestSupport
import Testing

@testable import ProtectStage

@Suite("Secondary suppression")
struct SecondarySuppressionTests {
  /// A table of rows and columns with margins, as a system: cells first, then row sums, column sums, the whole.
  private func table(_ rows: [[Double]], secret: [Int: Double]) -> LinkedSystem {
    let columns = rows[0].count
    var values = rows.flatMap(\.self)
    values += rows.map { $0.reduce(0, +) }
    values += (0..<columns).map { column in rows.reduce(0) { $0 + $1[column] } }
    values.append(rows.flatMap(\.self).reduce(0, +))
    var system = LinkedSystem(
      totals: values.enumerated().map { place, value in
        LinkedSystem.Total(
          id: String(1000 + place), value: value, least: 0, isKnown: true, canBeHidden: true,
          price: 1 + value / 1000, level: secret[place])
      })
    let first = rows.count * columns
    for row in rows.indices {
      system.relate([(first + row, -1)] + (0..<columns).map { (row * columns + $0, 1) })
    }
    for column in 0..<columns {
      system.relate([(first + rows.count + column, -1)] + rows.indices.map { ($0 * columns + column, 1) })
    }
    let whole = first + rows.count + columns
    system.relate([(whole, -1)] + rows.indices.map { (first + $0, 1) })
    system.relate([(whole, -1)] + (0..<columns).map { (first + rows.count + $0, 1) })
    return system
  }

  /// One sum and its parts.
  private func sum(_ parts: [Double], secret: [Int: Double]) -> LinkedSystem {
    var system = LinkedSystem(
      totals: (parts + [parts.reduce(0, +)]).enumerated().map { place, value in
        LinkedSystem.Total(
          id: String(place), value: value, least: 0, isKnown: true, canBeHidden: true, price: 1 + value / 1000,
          level: secret[place])
      })
    system.relate([(parts.count, -1)] + parts.indices.map { ($0, 1) })
    return system
  }

  /// Nothing known is moved, and every secret can be moved as far as its level.
  private func checkAttack(_ outcome: SecondarySuppression.Outcome) {
    let bounds = IntervalAttack.bounds(of: outcome.system)
    for (place, total) in outcome.system.totals.enumerated() {
      guard let level = total.level else { continue }
      #expect(!total.isKnown)
      #expect(bounds[place].upper >= total.value + level - 1e-6, "\(total.id)")
      #expect(bounds[place].lower <= max(total.value - level, total.least ?? -.infinity) + 1e-6, "\(total.id)")
    }
  }

  @Test("a secret in a sum cannot be found by subtraction") func oneSum() throws {
    let outcome = try SecondarySuppression.apply(to: sum([10, 20, 30], secret: [0: 2]))
    #expect(Array(outcome.hidden.keys) == [1])
    checkAttack(outcome)
  }

  /// Rows and columns with a secret need another hidden cell each: a rectangle, here of the two smallest.
  @Test("a secret in a table of two dimensions takes three more with it") func rectangle() throws {
    let outcome = try SecondarySuppression.apply(
      to: table([[5, 9, 80], [7, 8, 90], [60, 70, 100]], secret: [0: 3]))
    #expect(outcome.hidden.keys.sorted() == [1, 3, 4])
    checkAttack(outcome)
  }

  @Test("a total that is hidden anyway is cover at no cost") func uncertainCover() throws {
    var system = table([[5, 9, 80], [7, 8, 90], [60, 70, 100]], secret: [0: 3])
    for place in [2, 6, 8] { system.totals[place].isKnown = false }
    let outcome = try SecondarySuppression.apply(to: system)
    #expect(outcome.hidden.isEmpty)
    checkAttack(outcome)
  }

  @Test("a cover too small for the level is no cover") func smallCover() throws {
    // 40 beside a hidden 1 can be no more than 41: it takes the 50 too.
    var system = sum([40, 1, 50], secret: [0: 6])
    system.totals[1].isKnown = false
    let outcome = try SecondarySuppression.apply(to: system)
    #expect(Array(outcome.hidden.keys) == [2])
    checkAttack(outcome)
  }

  /// x + y, y + z and x + z known give x: no single equation tells, and bounds of one after the other do not either.
  @Test("three sums of pairs give their parts away, and are not let through") func oddCircle() throws {
    var system = LinkedSystem(
      totals: ["x", "y", "z", "xy", "yz", "xz"].enumerated().map { place, id in
        LinkedSystem.Total(
          id: id, value: [10, 10, 10, 20, 20, 20][place], least: 0, isKnown: place > 2, canBeHidden: true,
          level: place == 0 ? 2 : nil)
      })
    system.relate([(3, -1), (0, 1), (1, 1)])
    system.relate([(4, -1), (1, 1), (2, 1)])
    system.relate([(5, -1), (0, 1), (2, 1)])
    let before = IntervalAttack.bounds(of: system)
    #expect(before[0].upper == 20)
    let outcome = try SecondarySuppression.apply(to: system)
    #expect(outcome.hidden.count == 1)
    checkAttack(outcome)
  }

  @Test("what can be negative hides as much as one likes; a sign that is told does not") func signed() throws {
    func system(least: Double?) -> LinkedSystem {
      var system = sum([40, 1, 50], secret: [0: 6])
      system.totals[1].isKnown = false
      system.totals[1].least = least
      return system
    }
    #expect(try SecondarySuppression.apply(to: system(least: nil)).hidden.isEmpty)
    #expect(try SecondarySuppression.apply(to: system(least: 0)).hidden.isEmpty == false)
  }

  @Test("a secret that nothing can hide is refused") func refused() {
    var system = sum([10, 20], secret: [0: 2])
    for place in system.totals.indices where place != 0 { system.totals[place].canBeHidden = false }
    #expect {
      try SecondarySuppression.apply(to: system)
    } throws: { ($0 as? StageFailure)?.exit == .disclosureRefused }
  }

  @Test("the same system hides the same totals") func deterministic() throws {
    let system = table([[5, 9, 80, 3], [7, 8, 90, 4], [60, 70, 100, 5]], secret: [0: 3, 6: 2, 11: 1])
    let first = try SecondarySuppression.apply(to: system).hidden
    for _ in 0..<5 { #expect(try SecondarySuppression.apply(to: system).hidden == first) }
  }

  /// Whole numbers, so that every filling a reader can think of can be written down.
  @Test("no filling of a small table is needed to be the true one", arguments: 0..<60) func enumerated(seed: UInt64)
    throws
  {
    var chance = SeededGenerator(seed: seed)
    let rows = (0..<3).map { _ in (0..<3).map { _ in Double(Int.random(in: 0...4, using: &chance)) } }
    var secret: [Int: Double] = [:]
    for place in 0..<9 where Int.random(in: 0..<4, using: &chance) == 0 { secret[place] = 1 }
    var system = table(rows, secret: secret)
    for place in 0..<9 where Int.random(in: 0..<5, using: &chance) == 0 { system.totals[place].isKnown = false }
    let outcome = try SecondarySuppression.apply(to: system)
    let fillings = Fillings(of: outcome.system)
    for (place, level) in secret {
      let value = system.totals[place].value
      #expect(fillings.values(of: place).contains(value + level))
      #expect(fillings.values(of: place).contains(max(0, value - level)))
    }
  }

  @Test("no bound from sums of sums is closer than the level", arguments: 0..<16) func hierarchical(seed: UInt64) throws
  {
    let outcome = try SecondarySuppression.apply(to: RandomTables.system(seed: seed))
    checkAttack(outcome)
    for (place, total) in outcome.system.totals.enumerated() where outcome.hidden[place] != nil {
      #expect(total.level == nil && total.canBeHidden)
    }
  }
}

import Expressions
import TestSupport
import Testing

@Suite("Hostile expressions")
struct HostileExpressionTests {
  static let seeds = [
    "retirements(10) <= headcount", "sum(women, men) = staff", "form in ['short', 'long'] and not missing(staff)",
    "'digital' in competences or triedToRecruit = false", "(staff + 2) * 3 / women - -1 != 4.5",
    "sum(headcounts) >= staff and retirements(2) <= retirements(5)",
  ]
  static let pieces = [
    "(", ")", "[", "]", ",", "'", "\"", " in ", " and ", " or ", "not ", "missing(", "sum(", "staff", "retirements(",
    "10)",
    "<=", "=", "!", "-", "*", "/", "9e999", "1.", "\u{0}", "\u{301}", "å", "👩‍👩‍👧", "\n", "99999999999999999999", "true",
  ]

  @Test("ten thousand mangled expressions are read or refused, and never crash")
  func mangled() {
    var chance = SeededGenerator(seed: 20_260_415)
    var (read, refused) = (0, 0)
    for _ in 0..<10_000 {
      let source = mangle(Self.seeds.randomElement(using: &chance) ?? "", &chance)
      do throws(ExpressionFaults) {
        let condition = try Condition(source, knowing: exampleSchema)
        read += 1
        _ = condition.outcome { $0.horizon == nil ? .missing : .point(3) }
        _ = condition.outcome { _ in .range(0, nil) }
      } catch {
        refused += 1
        #expect(!error.faults.isEmpty)
        #expect(error.faults.allSatisfy { (1...source.count + 1).contains($0.column) })
        #expect(error.faults.map(\.column) == error.faults.map(\.column).sorted())
      }
    }
    #expect(read > 500 && refused > 5_000, "the mangling is neither harmless nor hopeless: \(read), \(refused)")
  }

  /// Found by fuzzing: a part that was asked twice for its kind made the time double with every level.
  @Test(
    "an expression as deep as allowed is read at once", .timeLimit(.minutes(1)),
    arguments: [
      ("1 = (", ")"), ("(", ") = 1"), ("(", ") in [1, 2, 3]"), ("1 in [", "]"), ("sum(", ", 1)"), ("not (", ")"),
    ])
  func deep(opening: String, closing: String) {
    let source = String(repeating: opening, count: 30) + "staff" + String(repeating: closing, count: 30)
    _ = try? Condition(source, knowing: exampleSchema)
  }

  private func mangle(_ source: String, _ chance: inout SeededGenerator) -> String {
    var characters = Array(source)
    for _ in 0..<Int.random(in: 1...2, using: &chance) {
      let place = Int.random(in: 0...characters.count, using: &chance)
      switch Int.random(in: 0..<4, using: &chance) {
      case 0 where place < characters.count: characters.remove(at: place)
      case 1:
        let end = Int.random(in: place...characters.count, using: &chance)
        characters.insert(contentsOf: characters[place..<end], at: place)
      case 2 where place < characters.count:
        characters[place] = Character(UnicodeScalar(UInt8.random(in: 32..<127, using: &chance)))
      default: characters.insert(contentsOf: Self.pieces.randomElement(using: &chance) ?? "", at: place)
      }
    }
    return String(characters)
  }
}

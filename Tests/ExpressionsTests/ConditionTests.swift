import Expressions
import Testing

@Suite("Condition")
struct ConditionTests {
  struct Case: CustomTestStringConvertible {
    var source: String
    var known: [String: Operand]
    var outcome: Outcome
    var testDescription: String { "\(source) \(outcome)" }

    init(_ source: String, _ known: [String: Operand], _ outcome: Outcome) {
      self.source = source
      self.known = known
      self.outcome = outcome
    }
  }

  static let cases: [Case] = [
    // points
    Case("retirements(10) <= headcount", ["retirements(10)": .point(6), "headcount": .point(40)], .holds),
    Case("retirements(10) <= headcount", ["retirements(10)": .point(6), "headcount": .point(4)], .breaks),
    Case("women + men = staff", ["women": .point(3), "men": .point(4), "staff": .point(7)], .holds),
    Case("women + men = staff", ["women": .point(3), "men": .point(4), "staff": .point(8)], .breaks),
    Case("staff != 7", ["staff": .point(7)], .breaks),
    Case("staff > 7 or staff < 3", ["staff": .point(2)], .holds),
    Case("2 + 3 * 4 = 14 and (2 + 3) * 4 = 20", [:], .holds),
    Case("10 - 4 - 3 = 3 and 24 / 4 / 2 = 3", [:], .holds),
    Case("-2 * -3 = 6 and - 2 - -3 = 1", [:], .holds),
    Case("not false and not not true", [:], .holds),
    Case("true or false and false", [:], .holds),
    // ranges
    Case("retirements(2) <= staff", ["retirements(2)": .range(10, 15), "staff": .point(15)], .holds),
    Case("retirements(2) <= staff", ["retirements(2)": .range(10, 15), "staff": .point(14)], .mayBreak),
    Case("retirements(2) <= staff", ["retirements(2)": .range(10, 15), "staff": .point(9)], .breaks),
    Case("retirements(2) < staff", ["retirements(2)": .range(10, 15), "staff": .point(10)], .breaks),
    Case("staff >= 5", ["staff": .range(5, nil)], .holds),
    Case("staff > 5", ["staff": .range(5, nil)], .mayBreak),
    Case("staff >= 5", ["staff": .range(nil, 4)], .breaks),
    Case("staff = 12", ["staff": .range(10, 15)], .mayBreak),
    Case("staff = 16", ["staff": .range(10, 15)], .breaks),
    Case("staff != 16", ["staff": .range(10, 15)], .holds),
    Case("staff in [3, 4]", ["staff": .range(3, 4)], .mayBreak),
    Case("staff * 2 <= 30", ["staff": .range(10, 15)], .holds),
    Case("30 / staff >= 3", ["staff": .range(10, 15)], .mayBreak),
    Case("women <= staff - men", ["women": .range(2, 3), "men": .point(5), "staff": .range(8, 9)], .holds),
    // missing
    Case("retirements(10) <= headcount", ["retirements(10)": .point(6)], .doesNotApply),
    Case("sum(women, men) = staff", ["women": .point(3), "staff": .point(3)], .doesNotApply),
    Case("missing(staff)", [:], .holds),
    Case("missing(staff)", ["staff": .point(0)], .breaks),
    Case("missing(staff) or staff > 3", [:], .holds),
    Case("staff > 3 or missing(staff)", [:], .holds),
    Case("missing(women) and staff > 3", [:], .doesNotApply),
    Case("staff > 3 and women > 1", ["staff": .point(2)], .breaks),
    Case("women > 1 and staff > 3", ["staff": .point(2)], .breaks),
    Case("staff > 3 or women > 1", ["staff": .point(2)], .doesNotApply),
    Case("staff > 3 and women > 1", ["staff": .range(2, 5)], .doesNotApply),
    Case("not triedToRecruit", [:], .doesNotApply),
    Case("staff in [1, women]", ["staff": .point(1)], .holds),
    Case("staff in [2, women]", ["staff": .point(1)], .doesNotApply),
    Case("staff / women < 3", ["staff": .point(4), "women": .point(0)], .doesNotApply),
    Case("staff / women < 3", ["staff": .point(4), "women": .range(0, 4)], .doesNotApply),
    // texts, booleans, sets
    Case("form = 'short'", ["form": .text("short")], .holds),
    Case("form != \"short\"", ["form": .text("short")], .breaks),
    Case("form in ['short', 'long']", ["form": .text("long")], .holds),
    Case("triedToRecruit", ["triedToRecruit": .boolean(true)], .holds),
    Case("triedToRecruit = false", ["triedToRecruit": .boolean(true)], .breaks),
    Case("(staff > 12) = triedToRecruit", ["staff": .range(10, 15), "triedToRecruit": .boolean(true)], .mayBreak),
    Case("'digital' in competences", ["competences": .set(["swedish"])], .breaks),
    Case("not ('digital' in competences)", ["competences": .set([])], .holds),
    Case("'digital' in competences", [:], .doesNotApply),
    // rows
    Case("sum(headcounts) = staff", ["headcounts": .rows([.point(3), .point(4)]), "staff": .point(7)], .holds),
    Case("sum(headcounts) = staff", ["headcounts": .rows([.range(3, 5), .point(4)]), "staff": .point(8)], .mayBreak),
    Case("sum(headcounts, 1) <= 1", ["headcounts": .rows([])], .holds),
    Case("sum(headcounts) = staff", ["headcounts": .rows([.point(3), .missing]), "staff": .point(7)], .doesNotApply),
    Case("missing(staff) or sum(headcounts) = staff", ["staff": .point(7)], .doesNotApply),
  ]

  @Test("comes out as the answers say", arguments: cases)
  func outcome(_ example: Case) throws {
    let condition = try Condition(example.source, knowing: exampleSchema)
    #expect(condition.outcome(operands(example.known)) == example.outcome)
  }

  @Test("lists each name once, in the order of first use, with its horizon")
  func names() throws {
    let condition = try Condition(
      "retirements(5) <= staff and retirements(2) <= retirements(5)", knowing: exampleSchema)
    #expect(condition.names.map(\.description) == ["retirements(5)", "staff", "retirements(2)"])
    #expect(condition.outcome([.point(2), .point(3), .point(1)]) == .holds)
    #expect(condition.outcome([.point(2)]) == .doesNotApply)
  }

  @Test("a formula gives the range of its result, and nothing where an operand is missing")
  func formula() throws {
    let formula = try Formula("sum(headcounts) - staff", knowing: exampleSchema)
    let rows = Operand.rows([.range(3, nil), .point(4)])
    #expect(formula.interval(operands(["headcounts": rows, "staff": .point(2)])) == Interval(low: 5, high: nil))
    #expect(formula.interval(operands(["headcounts": rows])) == nil)
    #expect(throws: ExpressionFaults.self) { try Formula("staff > 2", knowing: exampleSchema) }
  }
}

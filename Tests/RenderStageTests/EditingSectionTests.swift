import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Editing in the report")
struct EditingSectionTests {
  private static func report(_ effects: [ReleasedEditing], _ language: Language = .swedish) -> Report {
    var fixture = RenderFixture()
    var cell = ReleasedCell()
    (cell.id, cell.table, cell.indicator, cell.status) = ("c", "t", .retirements, .shown)
    (cell.grade, cell.estimate, cell.low, cell.high, cell.horizon) = (.A, 1_200, 1_100, 1_300, 5)
    fixture.cells = [cell]
    fixture.editing = effects
    return fixture.report(language)
  }

  private static func effect(_ change: Double?, _ rules: [ReleasedRuleEffect] = [], outliers: Double? = 0)
    -> ReleasedEditing
  {
    var effect = ReleasedEditing()
    (effect.cell, effect.indicator, effect.horizon) = ("c", .retirements, 5)
    (effect.change, effect.rules, effect.outliers) = (change, rules, outliers)
    return effect
  }

  @Test("a figure stands beside what editing did to it, and the rules by what they object to")
  func effect() {
    let rules = [
      ReleasedRuleEffect(rule: "retirements-within-headcount", change: -3),
      ReleasedRuleEffect(rule: "correction", change: 1),
    ]
    let swedish = EditingSection(report: Self.report([Self.effect(-2, rules)])).values["effect"] ?? ""
    #expect(
      swedish.contains(
        "| 1\u{A0}200 (1\u{A0}100–1\u{A0}300) A | −2\u{A0}% | Fler pensioner än anställda −3\u{A0}%; beslut om rättelse +1\u{A0}% | – |"
      ))
    let english =
      EditingSection(report: Self.report([Self.effect(nil, outliers: nil)], .english)).values["effect"] ?? ""
    #expect(english.contains("| Retirements, by occupation, within 5 years | 1,200 (1,100–1,300) A | × |  | × |"))
  }

  @Test("every rule stands in the appendix with all its outcomes")
  func coverage() {
    let rules = EditingSection(report: RenderFixture().report(.english)).values["rules"] ?? ""
    #expect(
      rules.contains("| What the rule objects to | Kind | Evaluated | Holds | Breaks | May break | Does not apply |"))
    #expect(rules.contains("| More retirements than staff | hard | 1,168 | 1,139 | 29 | 0 | "))
  }
}

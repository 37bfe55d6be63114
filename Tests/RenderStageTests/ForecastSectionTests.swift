import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Retirements side by side, coherence and limits")
struct ForecastSectionTests {
  private static func cell(
    _ indicator: Indicator, _ domain: Domain, _ grade: Grade = .A, low: Double, high: Double
  ) -> ReleasedCell {
    var cell = ReleasedCell()
    (cell.indicator, cell.domain, cell.status, cell.grade) = (indicator, domain, .shown, grade)
    (cell.low, cell.high) = (low, high)
    if grade == .A { cell.estimate = (low + high) / 2 }
    return cell
  }

  private static func fixture(_ cells: [ReleasedCell]) -> RenderFixture {
    var fixture = RenderFixture()
    fixture.cells = cells
    return fixture
  }

  private static func retirements(own: (Double, Double), ages: [(Double, Double)]) -> RenderFixture {
    let domain = Domain(horizon: 5)
    return fixture(
      [cell(.retirements, domain, low: own.0, high: own.1)]
        + zip(ExitAges.Scenario.allCases, ages).map {
          cell(.occupationRetirementsFromAges($0), domain, low: $1.0, high: $1.1)
        })
  }

  @Test(
    "the two figures are said to differ only where no scenario meets the employers'",
    arguments: [
      ((100.0, 120.0), "fewer than the ages say"), ((700, 800), "more than the ages say"),
      ((280, 330), "do not contradict"), ((560, 640), "do not contradict"),
    ])
  func agreement(own: (Double, Double), expected: String) {
    let fixture = Self.retirements(own: own, ages: [(200, 300), (350, 450), (500, 600)])
    let lines = RetirementSection(report: fixture.report(.english)).values["side-by-side"]?.split(separator: "\n") ?? []
    #expect(lines.contains { $0.hasPrefix("- **Within 5 years") && $0.contains(expected) })
    #expect(lines.contains { $0.hasPrefix("- **Within 2 years") && $0.contains("cannot be held") }, "nothing is known")
  }

  private static func register(_ cell: ReleasedCell) -> String {
    var fixture = fixture([cell])
    fixture.study.context = [
      ContextSource(name: .employment, path: "", vintage: "2025-11", source: "Register", isSynthetic: true)
    ]
    fixture.facts = [
      FactRecord(kind: .source, key: "employment/0181/all", value: "1000", feature: "EST-14")
    ]
    return CoherenceSection(report: fixture.report(.english)).markdown
  }

  @Test("the register is held against the survey with the ends of its interval") func coherence() {
    #expect(Self.register(Self.cell(.staff, Domain(), low: 900, high: 1060)).contains("−2% (−10 to 6%)"))
    #expect(Self.register(Self.cell(.staff, Domain(), .B, low: 900, high: 1060)).contains("| −10 to 6% |"))
  }

  /// Register less survey would be the employer that is left out.
  @Test("a figure without a dominant employer is not held against a register that counts it") func leftOut() {
    var cell = Self.cell(.staff, Domain(), low: 900, high: 1060)
    cell.excludesDominant = true
    let text = Self.register(cell)
    #expect(text.contains("not compared") && !text.contains("6%"))
  }

  @Test("the limits name what has no number, and not what has one") func limits() {
    var silent = Self.cell(.postsToFill, Domain(horizon: 10), .C, low: 0, high: 0)
    (silent.low, silent.high, silent.direction) = (nil, nil, .positive)
    let fixture = Self.fixture([
      Self.cell(.staff, Domain(), low: 900, high: 1000),
      Self.cell(.postsToFill, Domain(horizon: 2), low: 90, high: 120), silent,
    ])
    let lines = LimitsSection(report: fixture.report(.english)).markdown.split(separator: "\n")
    #expect(!lines.contains { $0.contains("Staff now") })
    let posts = lines.first { $0.contains("Posts to fill") }
    #expect(posts?.contains("within 10 years") == true && posts?.contains("within 2 years") == false)
  }

  @Test(
    "a class of the index is said where both ends of the interval are in it",
    arguments: [(3.35, 3.95, true), (3.2, 3.95, false)])
  func index(low: Double, high: Double, isSure: Bool) {
    let cell = Self.cell(.shortageIndex, Domain(occupation: "2"), .B, low: low, high: high)
    #expect((ShortageIndexSection.surely(cell) == .littleCompetition) == isSure)
  }
}

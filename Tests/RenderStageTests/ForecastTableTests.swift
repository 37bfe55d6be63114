import Markup
import ReleasedRecords
import Testing

@testable import RenderStage

/// Two occupations, five years: what match and protect leave of the forecast, as tables, figure and registry.
@Suite("Tables of the forecast")
struct ForecastTableTests {
  private static func text(_ sv: String, _ en: String) -> LocalizedText { LocalizedText(sv: sv, en: en) }

  private static func spec(_ id: String, _ indicators: [Indicator]) -> TableSpec {
    TableSpec(
      id: id, title: text(id, id), indicators: indicators, by: [.occupation1], section: "need-and-supply",
      feature: "FOR-07")
  }

  private static func cell(
    _ table: String, _ indicator: Indicator, _ occupation: String? = nil, _ item: String? = nil,
    _ change: (inout ReleasedCell) -> Void = { _ in }
  ) -> ReleasedCell {
    var cell = ReleasedCell()
    cell.table = table
    cell.indicator = indicator
    cell.domain = Domain(occupation: occupation, horizon: 5, item: item)
    cell.id = "\(table)/\(indicator.rawValue)/\(cell.domain.key)"
    cell.status = .shown
    change(&cell)
    return cell
  }

  private static func move(
    _ item: String, _ low: Double, _ high: Double, _ occupation: String? = nil, verdicts: [Verdict?] = [nil, nil]
  ) -> [ReleasedCell] {
    [(Indicator.gapMoveLow, low, verdicts[0]), (.gapMoveHigh, high, verdicts[1])].map { indicator, value, verdict in
      cell("moves", indicator, occupation, item) {
        $0.estimate = value
        $0.verdict = verdict
      }
    }
  }

  private static func stated(_ table: String, _ item: String, _ estimate: Double?) -> ReleasedCell {
    cell(table, .supplyComponents, nil, item) {
      $0.estimate = estimate
      if estimate == nil {
        $0.status = .notAsked
        $0.missingComponents = [item]
      }
    }
  }

  private var fixture: RenderFixture {
    var fixture = RenderFixture(tables: [])
    fixture.study.tables = [
      Self.spec("gap", [.replacementNeed, .supply, .gap]), Self.spec("supply", [.supplyComponents]),
      Self.spec("scenarios", [.gapByScenario]), Self.spec("factors", [.gapWithoutFactors, .factorEffects]),
      Self.spec("moves", [.gapMoveLow, .gapMoveHigh]),
    ]
    fixture.study.assumptions.factors = [
      ExternalFactor(
        id: "plant", name: Self.text("Ny | fabrik", "New plant"), direction: .raises, target: .need,
        size: .persons(["2": AssumedRange(low: 10, base: 40, high: 90)]), horizons: [.fiveYears], occupations: ["2"],
        evidence: Self.text("Samtal", "Talks")),
      ExternalFactor(
        id: "school", name: Self.text("Skolan", "The school"), direction: .lowers, target: .supply(.graduates),
        size: .perCent(AssumedRange(low: 1, base: 2.5, high: 4)), horizons: [.fiveYears],
        evidence: Self.text("Ingen", "None"), isOn: false),
    ]
    fixture.study.assumptions.supply = [.graduates: "a"]
    fixture.study.assumptions.entries.append(
      .init(
        id: "plant", text: Self.text("En fabrik", "A plant"), owner: "Kontoret", source: "Tidning", date: "2026-01-12"))
    fixture.cells =
      SupplyComponent.allCases.map { Self.stated("supply", $0.rawValue, $0 == .netInMoves ? nil : 30) }
      + [
        Self.cell("gap", .gap, "2") { ($0.status, $0.verdict) = (.uncertain, .undetermined) },
        Self.cell("factors", .factorEffects, nil, "plant") { ($0.estimate, $0.low, $0.high) = (40, 10, 90) },
      ]
      + Self.move("graduates", 50, -30) + Self.move("seekersReady", 120, -110) + Self.move("plant", -30, 55)
      + Self.move("graduates", 25, -20, "2", verdicts: [.shortageInEveryScenario, .undetermined])
      + Self.move("graduates", 45, -40, "5")
    return fixture
  }

  private func table(_ id: String, _ language: Language = .swedish) throws -> String {
    let report = fixture.report(language)
    return ForecastTable(report: report, spec: try #require(report.study.tables.first { $0.id == id })).markdown
  }

  @Test("a component without data is not known, and never a number") func components() throws {
    #expect(try table("supply").contains("| **Alla** | 30 | 30 | 30 | ej känt | 30 |"))
    #expect(try table("supply", .english).contains("| **All** | 30 | 30 | 30 | not known | 30 |"))
  }

  @Test("a scenario says what it assumes") func scenarios() throws {
    var fixture = fixture
    fixture.study.assumptions.scenarios = [
      Scenario(id: "base", name: Self.text("Bas", "Base")),
      Scenario(id: "much", name: Self.text("Mycket", "Much"), values: ["plant": .high, "a": .low]),
    ]
    let report = fixture.report(.swedish)
    let text = ForecastTable(report: report, spec: Self.spec("scenarios", [.gapByScenario])).markdown
    #expect(text.contains("- **Bas:** alla antaganden har sitt troligaste värde."))
    #expect(text.contains("- **Mycket:** nyutbildade lågt; ny \\| fabrik högt. Resten bas."))
  }

  @Test("the register of factors says what each does, to whom, and whether it counts") func factors() throws {
    let text = try table("factors")
    #expect(text.contains("| Ny \\| fabrik | ökar behovet, 10–90 personer (bas 40) | Yrken c | 5 år | Samtal"))
    #expect(
      text.contains(
        "| Skolan | minskar tillgången: nyutbildade, 1,0–4,0\u{A0}% (bas 2,5\u{A0}%) | Alla yrken | 5 år | Ingen | nej |"
      ))
    #expect(text.contains("| Ny \\| fabrik | . | 40 (10–90) | . |"))
  }

  @Test("the largest move stands first, with the verdicts that it changes") func sensitivity() throws {
    let rows = try table("moves").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(
      rows.map(String.init) == [
        "| Arbetssökande som är redo | +120 | −110 | – |", "| Ny \\| fabrik | −30 | +55 | – |",
        "| Nyutbildade | +50 | −30 | yrken c (lågt: brist i alla scenarier) |",
      ])
  }

  @Test("the figure draws what the table says, inside its frame", arguments: Language.allCases)
  func figure(language: Language) throws {
    let file = try #require(try fixture.files([:]).first { $0.path == "figures/sensitivity.\(language.rawValue).svg" })
    let tree = try MarkupParser.parseXML(file.bytes, path: file.path)
    let texts = tree.elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("+120 / −110") && texts.contains("+50 / −30"))
    let bars = tree.elements.filter { $0.name == "rect" }.compactMap { $0.attribute("x").flatMap(Double.init) }
    #expect(bars.allSatisfy { (0...900).contains($0) })
    #expect(Set(tree.elements.compactMap { $0.attribute("fill") }).isSuperset(of: ["url(#stripes)", "#1f5a93"]))
  }

  @Test("an assumption says what it moves most") func registry() {
    let text = fixture.report(.swedish)
    let table = AssumptionSection(report: text).markdown
    #expect(
      table.contains(
        "| Gränser | supply.csv | Gruppen | Antagande, 12 januari 2026 | gapet för yrken f, inom 5 år: +45 / −40 |"))
    #expect(
      table.contains("| En fabrik | ökar behovet, 10–90 personer (bas 40) | Kontoret | Tidning, 12 januari 2026 | .. |")
    )
  }

  @Test("a study without factors, moves or assumptions says so or nothing") func none() throws {
    var fixture = RenderFixture(tables: [])
    fixture.study.assumptions = Assumptions()
    fixture.cells = []
    let report = fixture.report(.english)
    let factors = ForecastTable(report: report, spec: Self.spec("factors", [.factorEffects])).markdown
    #expect(factors == "The study has no external factors.")
    #expect(SensitivityTable(table: ForecastTable(report: report, spec: Self.spec("m", [.gapMoveLow]))).markdown == "")
    #expect(AssumptionSection(report: report).markdown == "No assumptions are stated.")
    #expect(try fixture.files([:]).contains { $0.path.contains("sensitivity") } == false)
  }
}

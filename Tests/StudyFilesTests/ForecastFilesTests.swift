import Diagnostics
import StudyFiles
import SurveyModel
import Testing

@Suite("Factors and scenarios of assumptions.yaml")
struct ForecastFilesTests {
  private static let factor = """
    factors:
      - id: plant
        name: {sv: Fabrik, en: Plant}
        text: {sv: En fabrik, en: A plant}
        owner: Gruppen
        source: Antagande
        date: 2026-01-12
        evidence: {sv: Samtal, en: Talks}
        direction: raises
        of: need
        horizons: [5, 10]
        occupations: ["2"]
        per-cent: [1, 2.5, 4]
    scenarios:
      - {id: base, name: {sv: Bas, en: Base}}
      - {id: more, name: {sv: Mer, en: More}, values: {plant: high, seekersReady: low}}
    """

  private func load(_ part: String = "", _ other: String = "") throws -> Study {
    let fixture = try StudyFixture()
    let forecast = part.isEmpty ? Self.factor : Self.factor.replacing(part, with: other)
    try fixture.spoil("assumptions.yaml", "assumptions:", forecast + "\nassumptions:")
    return try StudyLoader.load(folder: fixture.folder)
  }

  @Test("are read as they are stated") func read() throws {
    let assumptions = try load().assumptions
    let factor = try #require(assumptions.factors.first)
    #expect(factor.id == "plant" && factor.isOn && factor.direction == .raises && factor.target == .need)
    #expect(factor.size == .perCent(AssumedRange(low: 1, base: 2.5, high: 4)))
    #expect(factor.horizons == [.fiveYears, .tenYears] && factor.occupations == ["2"])
    #expect(assumptions.entries.last?.id == "plant" && assumptions.entries.last?.owner == "Gruppen")
    #expect(assumptions.scenarioSet.map(\.id) == ["base", "more"])
    #expect(assumptions.scenarioSet.last?.values == ["plant": .high, "seekersReady": .low])
  }

  @Test("persons name their occupations, and a factor can be off") func persons() throws {
    let study = try load(
      "occupations: [\"2\"]\n    per-cent: [1, 2.5, 4]", "persons: {\"7\": [0, 5, 9], \"2\": [1, 1, 1]}\n    on: false")
    let factor = try #require(study.assumptions.factors.first)
    #expect(factor.occupations == ["2", "7"] && !factor.isOn)
  }

  @Test(
    "what does not fit is told",
    arguments: [
      ("direction: raises", "direction: up", "up is not a known direction"),
      ("of: need", "of: supply", "supply is not a known target of a factor"),
      ("per-cent: [1, 2.5, 4]", "per-cent: [4, 2, 1]", "per-cent has a wrong value"),
      ("per-cent: [1, 2.5, 4]", "per-cent: [-1, 2, 3]", "per-cent has a wrong value"),
      ("    per-cent: [1, 2.5, 4]\n", "", "the size of the factor is missing"),
      ("    per-cent", "    persons: {\"2\": [1, 2, 3]}\n    per-cent", "the factor has two sizes"),
      ("occupations: [\"2\"]", "occupations: [\"25\"]", "occupations has a wrong value"),
      ("occupations: [\"2\"]", "sectors: [private]", "need by occupation is not known by sector"),
      ("horizons: [5, 10]", "horizons: [3]", "horizons has a wrong value"),
      (
        "occupations: [\"2\"]", "municipalities: [0380]",
        "factor plant speaks of a municipality that is not the study's"
      ),
      ("{id: base,", "{id: basis,", "there is no scenario of base values"),
      ("plant: high", "plnt: high", "scenario more speaks of plnt, which has no low and high value"),
      ("plant: high", "plant: highest", "highest is not a known end of an assumption"),
      ("    evidence: {sv: Samtal, en: Talks}\n", "", "evidence is missing"),
    ])
  func faults(part: String, other: String, summary: String) throws {
    do {
      _ = try load(part, other)
      Issue.record("no fault")
    } catch let failure as StageFailure {
      #expect(failure.problems.contains { $0.summary == summary }, "\(failure.problems.map(\.summary))")
    }
  }

  @Test("a study that states no scenarios has all ends of what it assumes") func standard() throws {
    var assumptions = try load().assumptions
    assumptions.scenarios = []
    let set = assumptions.scenarioSet
    #expect(set.map(\.id) == ["low", "base", "high"])
    #expect(set[0].values["plant"] == .low && set[0].values["graduates"] == .high)
    #expect(set[1].values.isEmpty && set[2].values["plant"] == .high && set[2].values["netInMoves"] == .low)
  }
}

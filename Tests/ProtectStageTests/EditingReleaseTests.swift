import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("What may be told of editing")
struct EditingReleaseTests {
  private static let study = ProtectFixture.study(occupations: ["2": LocalizedText(sv: "Yrken", en: "Occupations")])

  private static func record(
    _ indicator: Indicator, horizon: Int? = nil, after: Double, before: Double, without: Double? = nil,
    _ behind: Contributors, rules: [(String, Double, Contributors)] = [], outliers: Contributors = Contributors()
  ) -> EditingRecord {
    var record = EditingRecord()
    record.edited.indicator = indicator
    record.edited.horizon = horizon
    record.edited.estimate = after
    record.withoutOutliers.estimate = without ?? after
    record.unedited = before
    record.behindEdits = behind
    record.behindOutliers = outliers
    record.rules = rules.map { rule, change, behind in
      var effect = RuleEffect()
      (effect.rule, effect.change, effect.behind) = (rule, change, behind)
      return effect
    }
    return record
  }

  private static func effects(_ records: [EditingRecord], grade: Grade = .A) throws -> [ReleasedEditing] {
    let cells = records.map { record in
      ProtectFixture.cell(
        record.edited.indicator, record.edited.domain, of: ProtectFixture.safe(record.edited.estimate ?? 0),
        grade: grade)
    }
    return EditingRelease(study: study, protected: try ProtectFixture.protect(cells, study: study)).effects(records)
  }

  private static let many = ProtectFixture.safe(100)
  private static let two = ProtectFixture.contributors([60, 40])

  @Test("a change with enough behind it is told in whole per cent, with the rules that made it")
  func told() throws {
    let effects = try Self.effects([
      Self.record(
        .staff, after: 1_000, before: 1_104, without: 950, Self.many,
        rules: [("a", -60, Self.many), ("b", -30, Self.many), ("c", -10, Self.many), ("d", -4, Self.many)],
        outliers: Self.many)
    ])
    #expect(effects.map(\.change) == [-10])
    #expect(effects.map(\.outliers) == [5])
    #expect(effects.first?.rules.map(\.rule) == ["a", "b", "c"])
    #expect(effects.first?.rules.map(\.change) == [-6, -3, -1])
  }

  @Test("a change with too few behind it is not told, nor the rules when one of them may not be")
  func withheld() throws {
    let effects = try Self.effects([
      Self.record(.staff, after: 1_000, before: 1_100, Self.two),
      Self.record(
        .vacancies, after: 1_000, before: 1_200, Self.many, rules: [("a", -100, Self.many), ("b", -100, Self.two)]),
    ])
    #expect(effects.map(\.change) == [nil, -20])
    #expect(effects.map(\.rules.count) == [0, 0])
  }

  @Test("figures that can be reckoned from one another are told of together, or not at all")
  func linked() throws {
    let posts = Self.record(.postsToFill, horizon: 5, after: 4_000, before: 4_400, Self.many)
    let retirements = Self.record(.retirements, horizon: 5, after: 1_000, before: 1_300, Self.two)
    let later = Self.record(.postsToFill, horizon: 10, after: 4_000, before: 4_400, Self.many)
    #expect(try Self.effects([posts, retirements, later]).map(\.change) == [nil, nil, -10])
    // 15 of 4,000 is less than rounding leaves open: it cannot be told from nothing.
    let small = Self.record(.retirements, horizon: 5, after: 1_000, before: 1_015, Self.two)
    #expect(try Self.effects([posts, small]).map(\.change) == [-10, -2])
  }

  @Test("nothing is told of a figure that is not printed")
  func notPrinted() throws {
    let record = Self.record(.staff, after: 1_000, before: 1_100, Self.many)
    #expect(try Self.effects([record], grade: .C).isEmpty)
    #expect(try Self.effects([record], grade: .D).isEmpty)
  }

  @Test("a verdict that hangs on outliers is told where the gap is shown and enough stand behind them")
  func verdicts() throws {
    let domain = Domain(occupation: "2", horizon: 5)
    var study = Self.study
    study.tables = [ProtectFixture.table("gap", [.replacementNeed, .supply, .gap])]
    var gap = GapRecord()
    (gap.occupation, gap.horizon, gap.need, gap.gapBase, gap.gapLow, gap.gapHigh) = ("2", 5, 1_000, 200, 100, 300)
    (gap.supplyLow, gap.supplyBase, gap.supplyHigh, gap.grade) = (700, 800, 900, .B)
    (gap.verdict, gap.verdictWithoutOutliers) = (.shortageInEveryScenario, .undetermined)
    let cell = ProtectFixture.cell(.replacementNeed, domain, of: ProtectFixture.safe(1_000), table: "gap")
    let protected = try ProtectFixture.protect([cell], gaps: [gap], study: study)
    let release = EditingRelease(study: study, protected: protected)
    for (behind, told) in [(Self.many, 1), (Self.two, 0)] {
      var record = Self.record(
        .replacementNeed, horizon: 5, after: 1_000, before: 1_000, Contributors(), outliers: behind)
      record.edited.occupation = "2"
      let verdicts = release.verdicts([gap], [record])
      #expect(verdicts.statements.count == told)
      #expect(verdicts.withheld == 1 - told)
      #expect(
        verdicts.statements.allSatisfy { $0.sv.hasPrefix("Yrken, inom 5 år: omdömet är brist i alla scenarier;") })
    }
    gap.verdictWithoutOutliers = nil
    let none = release.verdicts([gap], [])
    #expect(none.statements.isEmpty && none.withheld == 0)
  }
}

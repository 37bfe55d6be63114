import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("Cells of need against supply")
struct GapCellsTests {
  private typealias F = ProtectFixture

  private let study = F.study(tables: [F.table("t", [.replacementNeed, .supply, .gap], by: [.occupation1])])
  private let at = Domain(occupation: "2", horizon: 5)

  private func gap(_ change: (inout GapRecord) -> Void = { _ in }) -> GapRecord {
    var gap = GapRecord()
    gap.occupation = "2"
    gap.horizon = 5
    (gap.supplyLow, gap.supplyBase, gap.supplyHigh) = (21, 50, 74)
    (gap.gapLow, gap.gapBase, gap.gapHigh) = (26, 71, 119)
    gap.verdict = .shortageInEveryScenario
    gap.grade = .A
    change(&gap)
    return gap
  }

  private func cells(_ gap: GapRecord?, need: Contributors = F.safe(121), grade: Grade = .A) throws -> Protected {
    try F.protect(
      [F.cell(.replacementNeed, at, of: need, grade: grade)], gaps: gap.map { [$0] } ?? [], study: study)
  }

  private let gapID = "t/gap/occupation=2;horizon=5"
  private let supplyID = "t/supply/occupation=2;horizon=5"

  @Test("stand after their need, supply as stated, the gap with its verdict") func shown() throws {
    let released = try cells(gap())
    #expect(released.cells.map(\.id) == ["t/replacementNeed/occupation=2;horizon=5", supplyID, gapID])
    let supply = try #require(released[supplyID])
    #expect([supply.estimate, supply.low, supply.high] == [50, 20, 75])
    #expect(supply.grade == nil && supply.verdict == nil)
    let gap = try #require(released[gapID])
    #expect([gap.estimate, gap.low, gap.high] == [70, 25, 120])
    #expect(gap.verdict == .shortageInEveryScenario)
    #expect(gap.formula == "F17" && gap.unit == "persons")
  }

  @Test("B prints the interval, C the direction") func grades() throws {
    let wide = try #require(try cells(gap { $0.grade = .B })[gapID])
    #expect(wide.estimate == nil && wide.low == 25)
    let words = try #require(try cells(gap { $0.grade = .C })[gapID])
    #expect(words.low == nil && words.direction == .positive && words.verdict == .shortageInEveryScenario)
  }

  @Test("a component without data leaves the gap uncertain, and says which") func missing() throws {
    let released = try cells(
      gap {
        $0.missingComponents = ["netInMoves"]
        ($0.gapLow, $0.gapBase, $0.gapHigh) = (nil, nil, nil)
        $0.verdict = .undetermined
        $0.grade = .D
      })
    let gap = try #require(released[gapID])
    #expect(gap.status == .uncertain && gap.missingComponents == ["netInMoves"] && gap.verdict == .undetermined)
    #expect(released[supplyID]?.status == .shown)
    #expect(released[supplyID]?.missingComponents == ["netInMoves"])
  }

  @Test("supply that nobody has stated was not asked for, and is no zero") func noSupply() throws {
    let released = try cells(gap { ($0.supplyLow, $0.supplyBase, $0.supplyHigh) = (nil, nil, nil) })
    #expect(released[supplyID]?.status == .notAsked)
    #expect(released[supplyID]?.estimate == nil)
  }

  @Test("what has no code has no supply") func cannotOccur() throws {
    let released = try F.protect(
      [F.cell(.replacementNeed, Domain(occupation: Occupation.allOther, horizon: 5), of: F.safe(100))], study: study)
    #expect(released["t/gap/occupation=all-other;horizon=5"]?.status == .cannotOccur)
    #expect(released["t/supply/occupation=all-other;horizon=5"]?.status == .cannotOccur)
  }

  @Test("are hidden with their need, verdict and all") func hidden() throws {
    let released = try cells(gap(), need: F.contributors([60, 61]))
    let gap = try #require(released[gapID])
    #expect(gap.status == .confidential)
    #expect(gap.verdict == nil && gap.estimate == nil && gap.low == nil && gap.answers == nil)
    #expect(released[supplyID]?.status == .shown)
  }

  @Test("a surplus that the verdict does not claim is not told by a sign") func unclaimed() throws {
    let released = try cells(
      gap {
        $0.grade = .C
        $0.gapBase = -40
        $0.verdict = .undetermined
      })
    let gap = try #require(released[gapID])
    #expect(gap.status == .uncertain && gap.direction == nil)
  }

  /// A need that is too uncertain to show stands in the gap's interval all the same: it is no cover.
  @Test("a gap that is shown shows its need") func gapShowsNeed() throws {
    let wide = F.study(tables: [F.table("t", [.replacementNeed, .supply, .gap], by: [.occupation1, .sector])])
    func cell(_ sector: String?, _ need: Contributors, grade: Grade = .A) -> InputCell {
      F.cell(.replacementNeed, Domain(sector: sector, horizon: 5), of: need, grade: grade)
    }
    let cells = [
      cell(nil, F.safe(350), grade: .D), cell("private", F.safe(300)), cell("state", F.contributors([30, 20])),
    ]
    var shown = gap()
    shown.occupation = nil
    let without = try F.protect(cells, study: wide)
    #expect(without.statuses["t/replacementNeed/sector=private;horizon=5"] == .shown)
    let with = try F.protect(cells, gaps: [shown], study: wide)
    let hidden = ["t/replacementNeed/sector=private;horizon=5", "t/gap/horizon=5"].filter {
      with.statuses[$0] == .confidential
    }
    #expect(hidden.count >= 1)
  }
}

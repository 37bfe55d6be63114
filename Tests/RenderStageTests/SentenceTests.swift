import ReleasedRecords
import TestSupport
import Testing

@testable import RenderStage

/// What the report says follows from grade and interval, and from nothing else (REP-05, EST-10).
@Suite("Sentences")
struct SentenceTests {
  /// A fixture whose cells of one indicator, for everybody, are replaced.
  private func report(_ cells: [ReleasedCell], _ language: Language = .swedish) -> Report {
    var fixture = RenderFixture()
    fixture.cells = cells
    return fixture.report(language)
  }

  private func cell(
    _ indicator: Indicator, _ grade: Grade, _ low: Double, _ estimate: Double, _ high: Double, horizon: Int? = 5,
    sector: String? = nil
  ) -> ReleasedCell {
    var cell = CellTextTests.cell(indicator, grade, (low, estimate, high))
    cell.table = "posts-to-fill"
    cell.domain = Domain(sector: sector, horizon: horizon)
    if grade == .C { cell.direction = estimate < 0 ? .negative : .positive }
    return cell
  }

  @Test("the headline says a number for A, an interval for B, and no figure for C and D")
  func headline() throws {
    func headline(_ grade: Grade) -> String {
      FirstPage(report: report([cell(.postsToFill, grade, 1105, 2210, 3315)])).values["headline"] ?? ""
    }
    #expect(headline(.A).contains("omkring 2\u{A0}210 platser"))
    #expect(headline(.B).contains("mellan 1\u{A0}105 och 3\u{A0}315 platser"))
    #expect(!headline(.B).contains("2\u{A0}210"))
    for grade in [Grade.C, .D] {
      #expect(["105", "210", "315"].allSatisfy { !headline(grade).contains($0) })
    }
  }

  @Test(
    "staff grows or falls only when the interval leaves out no change",
    arguments: [
      (Grade.A, 20.0, 100.0, 200.0, "ökar"), (.B, 20, 100, 200, "ökar"), (.A, -200, -100, -20, "minskar"),
      (.A, -20, 100, 200, "går inte att säga"), (.B, -20, 100, 200, "går inte att säga"), (.C, 0, 100, 0, "ökar"),
      (.D, 20, 100, 200, "går inte att säga"),
    ])
  func growth(grade: Grade, low: Double, estimate: Double, high: Double, says: String) {
    let text = StaffSection(report: report([cell(.growth, grade, low, estimate, high)])).values["growth"] ?? ""
    let line = text.split(separator: "\n").first { $0.contains("Inom 5 år") } ?? ""
    #expect(line.contains(says))
    if says == "går inte att säga" {
      #expect(!line.contains("antalet anställda ökar med") && !line.contains("anställda minskar ("))
    }
  }

  @Test(
    "the premise is supported above a half, contradicted below, and else not decided",
    arguments: [(0.52, 0.61, "stöds"), (0.31, 0.44, "motsägs"), (0.45, 0.61, "avgör inte")])
  func premise(low: Double, high: Double, says: String) {
    let share = cell(.retirementShareOfLeavers, .B, low, 0, high)
    let text = NeedSection(report: report([share])).values["premise"] ?? ""
    #expect(text.split(separator: "\n").first { $0.contains("Inom 5 år") }?.contains(says) == true)
    #expect(text.contains("Inom 2 år**: avgörs inte"))
  }

  @Test("a figure kept for confidentiality is said to be so, and not to be uncertain")
  func confidential() {
    var hidden = cell(.growth, .A, 20, 100, 200)
    hidden.status = .confidential
    let text = StaffSection(report: report([hidden])).values["growth"] ?? ""
    #expect(text.contains("visas inte, av sekretess"))
  }

  @Test("two parts are contrasted only when the comparison holds, whether or not their intervals meet")
  func contrast() {
    func sectors(_ direction: ReleasedCell.Direction?) -> String {
      var fixture = RenderFixture()
      fixture.cells = [
        cell(.recruitmentAttemptShare, .A, 0.6, 0.7, 0.8, horizon: nil, sector: "municipal"),
        cell(.recruitmentAttemptShare, .A, 0.3, 0.4, 0.65, horizon: nil, sector: "private"),
      ]
      for place in fixture.cells.indices { fixture.cells[place].id = "cell-\(place)" }
      var contrast = ReleasedContrast()
      (contrast.family, contrast.first, contrast.second) = ("sector", "cell-1", "cell-0")
      (contrast.direction, contrast.comparisons) = (direction, 1)
      fixture.contrasts = [contrast]
      return ContrastSection(report: fixture.report(.swedish)).values["sectors"] ?? ""
    }
    #expect(
      sectors(.negative).contains("kommunala arbetsgivare (60–80\u{A0}%) än bland privata arbetsgivare (30–65\u{A0}%)"))
    #expect(sectors(nil).contains("för osäkra"))
    #expect(sectors(nil).contains("1\u{A0}jämförelse av andelar"))
  }

  @Test("of items only those that nothing is above are named, and a tie is said to be one")
  func items() {
    func lacking(_ ranks: [(String, Int, Int)]) -> String {
      var fixture = RenderFixture()
      fixture.cells = ranks.enumerated().map { place, rank in
        let low = 0.5 - 0.1 * Double(place)
        var own = cell(.competencesLacking, .A, low, low + 0.1, low + 0.2, horizon: nil)
        own.item = rank.0
        own.id = rank.0
        return own
      }
      fixture.ranks = ranks.map { item, first, last in
        var rank = ReleasedRank()
        (rank.family, rank.cell, rank.first, rank.last, rank.of) = (
          "item/competencesLacking", item, first, last, ranks.count
        )
        return rank
      }
      return SkillsSection(report: fixture.report(.english)).values["lacking"] ?? ""
    }
    let tie = lacking([("swedish", 1, 2), ("digital", 1, 2), ("driving", 3, 3)])
    #expect(tie.contains("Swedish (50–70%, place 1–2); digital skills (40–60%, place 1–2); in which order"))
    #expect(!tie.contains("riving"))
    #expect(
      lacking([("swedish", 1, 1), ("digital", 2, 3), ("driving", 2, 3)])
        .hasPrefix("Most often lacking: Swedish (50–70%, place 1). "))
    #expect(
      lacking([("swedish", 1, 3), ("digital", 1, 3), ("driving", 1, 3)])
        == "The answers do not decide what is most common: 3 of 3 may be.")
  }

  @Test("municipalities stand in the study's order, each with its places, and only what holds is said")
  func municipalities() {
    var fixture = RenderFixture()
    fixture.study.municipalities = ["0181", "0126", "0127"]
    fixture.cells = fixture.study.municipalities.enumerated().map { place, code in
      var own = cell(.growth, .B, 10, 20, 30)
      own.id = code
      own.municipality = code
      return own
    }
    let pairs: [(String, String, ReleasedCell.Direction?)] = [
      ("0181", "0126", .negative), ("0181", "0127", nil), ("0126", "0127", nil),
    ]
    fixture.contrasts = pairs.map { first, second, direction in
      var contrast = ReleasedContrast()
      (contrast.family, contrast.first, contrast.second) = ("municipality/growth/5", first, second)
      contrast.direction = direction
      return contrast
    }
    fixture.ranks = [("0181", 2, 3), ("0126", 1, 2), ("0127", 1, 3)].map { code, first, last in
      var rank = ReleasedRank()
      (rank.family, rank.cell, rank.first, rank.last, rank.of) = ("municipality/growth/5", code, first, last, 3)
      return rank
    }
    let text = ContrastSection(report: fixture.report(.swedish)).values["municipalities"] ?? ""
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(String.init)
    #expect(
      rows.dropFirst() == ["| Södertälje | 10–30 B | 2–3 |", "| 0126 | 10–30 B | 1–2 |", "| 0127 | 10–30 B | 1–3 |"])
    #expect(text.contains("0126 ligger högre än Södertälje. Jämförelsen gäller antalet per anställd i dag."))
    fixture.study.municipalities = ["0181"]
    #expect(ContrastSection(report: fixture.report(.swedish)).values["municipalities"] == "")
  }

  @Test("verdicts are given as they are, undetermined ones never")
  func verdicts() {
    func text(_ verdict: Verdict, _ status: ReleasedCell.Status = .shown) -> String {
      var gap = cell(.gap, .C, 0, 100, 0)
      gap.occupation = "2"
      gap.verdict = verdict
      gap.status = status
      return GapSection(report: report([gap])).values["verdicts"] ?? ""
    }
    #expect(text(.likelyShortage) == "- **Inom 5 år**, sannolik brist: yrken c.")
    #expect(text(.undetermined).contains("går det att avgöra"))
    #expect(text(.likelyShortage, .confidential).contains("går det att avgöra"))
    for verdict in Verdict.allCases { #expect(!text(verdict).contains("säker brist")) }
  }

  @Test("at most five occupations and five things to do, the largest sure need first")
  func firstPage() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let page = FirstPage(report: RenderFixture(seed: seed).report(.swedish))
      #expect(page.largest.count <= 5)
      #expect((1...5).contains(page.values["actions"]?.split(separator: "\n").count ?? 0))
    }
  }

  @Test("response is counted over all units, the dominant ones too")
  func response() {
    let counts = ResponseCounts(RenderFixture().released)
    #expect(counts.asked == 1198 + 311 + 298 + 77)
    #expect(isClose(counts.rate ?? 0, 1198.0 / Double(1198 + 311 + 298)))
  }
}

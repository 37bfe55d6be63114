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

  @Test("two parts are contrasted only when their intervals do not meet")
  func contrast() {
    func sectors(_ high: Double) -> String {
      let cells = [
        cell(.recruitmentAttemptShare, .A, 0.6, 0.7, 0.8, horizon: nil, sector: "municipal"),
        cell(.recruitmentAttemptShare, .A, 0.3, 0.4, high, horizon: nil, sector: "private"),
      ]
      return ContrastSection(report: report(cells)).values["sectors"] ?? ""
    }
    #expect(sectors(0.5).contains("kommunala arbetsgivare (60–80\u{A0}%) än bland privata arbetsgivare (30–50\u{A0}%)"))
    #expect(sectors(0.65).contains("för osäkra"))
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

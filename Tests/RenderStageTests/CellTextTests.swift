import ReleasedRecords
import TestSupport
import Testing

@testable import RenderStage

@Suite("Cells in words")
struct CellTextTests {
  private let sv = Words(language: .swedish, study: RenderFixture.makeStudy())
  private let en = Words(language: .english, study: RenderFixture.makeStudy())

  static func cell(
    _ indicator: Indicator, _ grade: Grade?, _ numbers: (Double?, Double?, Double?),
    status: ReleasedCell.Status = .shown,
    horizon: Int? = nil
  ) -> ReleasedCell {
    var cell = ReleasedCell()
    cell.indicator = indicator
    cell.status = status
    cell.grade = grade
    (cell.low, cell.estimate, cell.high) = numbers
    cell.horizon = horizon
    return cell
  }

  @Test("A shows number and interval, B the interval alone, C a word, D and the hidden a symbol")
  func grades() {
    var total = Self.cell(.postsToFill, .A, (900, 1200, 1500))
    #expect(sv.cell(total) == "1\u{A0}200 (900–1\u{A0}500) A")
    #expect(en.cell(total) == "1,200 (900–1,500) A")
    total.grade = .B
    #expect(sv.cell(total) == "900–1\u{A0}500 B")
    total.grade = .C
    total.direction = .positive
    #expect(sv.cell(total) == "behov C")
    total.grade = .D
    #expect(sv.cell(total) == "..")
  }

  @Test(
    "each status has its symbol",
    arguments: [
      (ReleasedCell.Status.zero, "–"), (.cannotOccur, "."), (.uncertain, ".."), (.confidential, "×"), (.notAsked, ":"),
    ])
  func symbols(status: ReleasedCell.Status, symbol: String) {
    // Whatever numbers a hidden cell should hold by mistake, none is printed.
    #expect(sv.cell(Self.cell(.staff, .A, (900, 1200, 1500), status: status)) == symbol)
    #expect(sv.spoken(Self.cell(.staff, .A, (900, 1200, 1500), status: status)) == nil)
  }

  @Test("shares, balances, negatives and certainty have their own forms")
  func forms() {
    #expect(sv.cell(Self.cell(.failureRate, .A, (0.12, 0.16, 0.21))) == "16\u{A0}% (12–21\u{A0}%) A")
    #expect(sv.cell(Self.cell(.jobVacancyRate, .A, (0.021, 0.025, 0.065))) == "2,5\u{A0}% (2,1–6,5\u{A0}%) A")
    #expect(
      en.cell(Self.cell(.shortageBalance, .A, (-0.756, -0.718, -0.68))) == "\u{2212}72 (\u{2212}76 to \u{2212}68) A")
    #expect(sv.cell(Self.cell(.growth, .B, (-450, nil, 845))) == "\u{2212}450 till 845 B")
    #expect(sv.cell(Self.cell(.staff, .A, (975, 975, 975))) == "975 A")
    #expect(sv.cell(Self.cell(.supply, nil, (720, 930, 1145))) == "930 (720–1\u{A0}145)")
    #expect(sv.cell(nil) == ".")
  }

  @Test("A is spoken as a number, B as an interval, C and D never in figures")
  func spoken() {
    let numbers: (Double?, Double?, Double?) = (905, 1210, 1515)
    #expect(sv.spoken(Self.cell(.postsToFill, .A, numbers)) == "omkring 1\u{A0}210")
    #expect(sv.spoken(Self.cell(.postsToFill, .B, numbers)) == "mellan 905 och 1\u{A0}515")
    #expect(en.spoken(Self.cell(.failureRate, .B, (0.35, nil, 0.7))) == "between 35 and 70%")
    #expect(sv.spoken(Self.cell(.postsToFill, .C, numbers)) == nil)
    #expect(sv.spoken(Self.cell(.postsToFill, .D, numbers)) == nil)
    #expect(sv.spoken(nil) == nil)
  }

  @Test("per year is the horizon's share, rounded as persons are")
  func perYear() {
    #expect(sv.spokenPerYear(Self.cell(.postsToFill, .A, (1380, 1476, 1570), horizon: 5)) == "omkring 295")
    #expect(sv.spokenPerYear(Self.cell(.postsToFill, .B, (895, nil, 1285), horizon: 5)) == "mellan 180 och 255")
    #expect(sv.spokenPerYear(Self.cell(.retirements, .A, (10, 15, 20), horizon: 5)) == "omkring 3")
    #expect(sv.spokenPerYear(Self.cell(.staff, .A, (10, 15, 20))) == nil)
  }

  @Test("a total without dominant employers is marked, and the mark explained")
  func marks() {
    var cell = Self.cell(.staff, .A, (900, 1200, 1500))
    cell.excludesDominant = true
    #expect(sv.cell(cell) == "1\u{A0}200 (900–1\u{A0}500) A¹")
    #expect(sv.footnotes(in: sv.cell(cell)).count == 1)
    cell.dominantMissing = true
    #expect(en.footnotes(in: en.cell(cell)).count == 2)
    #expect(sv.footnotes(in: "1\u{A0}200 A").isEmpty)
  }

  @Test("labels in a sentence begin small, but for abbreviations and names")
  func inSentence() {
    #expect(sv.inSentence("Svenska i tal och skrift") == "svenska i tal och skrift")
    #expect(sv.inSentence("IT-arkitekter") == "IT-arkitekter")
    #expect(en.inSentence("Swedish") == "Swedish")
    #expect(en.inSentence("Digital skills") == "digital skills")
  }
}

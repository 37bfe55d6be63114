import StudyFiles
import SurveyModel
import Testing

@testable import CleanStage

@Suite("Heads and full-time equivalents")
struct StaffConversionTests {
  private static func read(_ written: String, asked: StaffUnit, factor: Double? = nil) -> AnswerReader.Reading {
    AnswerReader(
      kind: .count, list: nil, missingCodes: MissingCodes(), unit: asked.rawValue, personsPerFullTimeEquivalent: factor
    ).read([written])
  }

  @Test(
    "without a stated factor posts are at least as many heads, and heads at most as many posts",
    arguments: [
      ("2,5 tjänster", StaffUnit.persons, "3.."), ("12 årsarbetare", .persons, "12.."),
      ("2–3,5 heltider", .persons, "2.."),
      ("högst 2,5 tjänster", .persons, "0.."), ("3 personer", .fullTimeEquivalents, "0..3"),
      ("minst 3 personer", .fullTimeEquivalents, "0.."), ("0 heltider", .persons, "0"),
    ])
  func bounds(written: String, asked: StaffUnit, meant: String) throws {
    let reading = Self.read(written, asked: asked)
    guard case .quantity(let quantity) = reading.answer else { throw Unread() }
    #expect(quantity.text == meant)
    #expect(reading.conversion?.to == asked)
  }

  /// By hand: 2.5 · 1.2 = 3; 10 · 1.2 = 12; 0.5 · 1.2 = 0.6, and somebody holds it: 1; 12 / 1.2 = 10.
  @Test(
    "with a stated factor they have a best value, too",
    arguments: [
      ("2,5 tjänster", StaffUnit.persons, "3..3.."), ("10 heltider", .persons, "10..12.."),
      ("halv tjänst", .persons, "1..1.."),
      ("12 personer", .fullTimeEquivalents, "0..10..12"), ("minst 10 heltider", .persons, "10.."),
    ])
  func factor(written: String, asked: StaffUnit, meant: String) throws {
    guard case .quantity(let quantity) = Self.read(written, asked: asked, factor: 1.2).answer else { throw Unread() }
    #expect(quantity.text == meant)
  }

  @Test("what is in the unit asked for, or says none, is left as it is")
  func same() {
    #expect(Self.read("2,5 heltider", asked: .fullTimeEquivalents).answer == .quantity(.point(2.5)))
    #expect(Self.read("2,5", asked: .fullTimeEquivalents).answer == .quantity(.point(2.5)))
    #expect(Self.read("3 tjänster", asked: .persons).conversion == nil)
    #expect(Self.read("38 timmar", asked: .hours).answer == .quantity(.point(38)))
  }

  @Test("hours are never turned into heads or posts", arguments: StaffUnit.allCases.filter { $0 != .hours })
  func hours(asked: StaffUnit) {
    let reading = Self.read("20 timmar", asked: asked, factor: 1.2)
    #expect(reading.answer == .missing(.unreadable))
    #expect(reading.problems == [.otherUnit(got: .hours, asked: asked)])
  }

  @Test("the log says what was converted, by which factor, and nothing where no rule needs it")
  func log() throws {
    var study = SmallStudy.study()
    study.assumptions.personsPerFullTimeEquivalent = 1.25
    let place = try #require(study.questionnaires[0].questions.firstIndex { $0.id == "Q2" })
    study.questionnaires[0].questions[place].unit = StaffUnit.persons.rawValue
    let (outcome, _) = try SmallStudy.cleaner(study).clean(
      SmallStudy.response("A1", from: "A1", ["Q2": "8 heltider", "Q3a": "3"]))
    guard case .cleaned(let cleaned) = outcome else { throw SmallStudy.Rejected(outcome: outcome) }
    #expect(cleaned.employer.staff == .range(low: 8, best: 10, high: nil))
    let edit = try #require(cleaned.edits.first { $0.rule == EditStep.conversion })
    #expect(edit.subject == "staff" && edit.before == "8 heltider" && edit.after == "8..10..")
    #expect(edit.reason == "full-time equivalents to persons, 1.25 persons each")
  }

  private struct Unread: Error {}
}

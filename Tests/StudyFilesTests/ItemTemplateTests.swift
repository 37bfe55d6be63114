import Diagnostics
import StudyFiles
import SurveyModel
import Testing

@Suite("Questions with several items")
struct ItemTemplateTests {
  private static let matrix = """
    questions:
      - question: Q6_{item}
        items: reasons
        text: {sv: "Hur viktigt: {label}?", en: "How important: {label}?"}
        type: scale
        codes: importance
        when: triedToRecruit
        found: {html-form: ["q6[{item}]", "label:{label}"], limesurvey: "Q6[{item}]", csv: "q6_{item}"}
      - question: Q1
    """
  private static let lists = """
    code-lists:
      - id: reasons
        codes:
          - {code: pay, label: {sv: Lön, en: Pay}, written: [SQ001]}
          - {code: hours, label: {sv: Tider, en: Hours}}
      - id: importance
        codes:
          - {code: "1", label: {sv: Inte, en: Not}}
          - {code: "2", label: {sv: Mycket, en: Very}}
    """

  private func fixture(_ changes: (part: String, other: String)...) throws -> StudyFixture {
    let fixture = try StudyFixture()
    var text = try #require(StudyFixture.files["questionnaires/employer.yaml"])
    for (part, other) in [("code-lists:", Self.lists), ("questions:\n  - question: Q1", Self.matrix)] + changes {
      try #require(text.contains(part))
      text = text.replacing(part, with: other)
    }
    try fixture.write("questionnaires/employer.yaml", text)
    return fixture
  }

  @Test("one entry is a question for each item, found by each carrier's own codes")
  func expanded() throws {
    let fixture = try fixture()
    defer { fixture.remove() }
    let questionnaire = try #require(try StudyLoader.load(folder: fixture.folder).questionnaires.first)
    #expect(questionnaire.questions.prefix(3).map(\.id) == ["Q6_pay", "Q6_hours", "Q1"])
    let pay = questionnaire.questions[0]
    #expect(pay.text == LocalizedText(sv: "Hur viktigt: Lön?", en: "How important: Pay?"))
    #expect(pay.places.selectors(for: .htmlForm) == ["q6[pay]", "q6[SQ001]", "label:Lön", "label:Pay"])
    #expect(pay.places.selectors(for: .limeSurvey) == ["Q6[pay]", "Q6[SQ001]"])
    #expect(pay.places.selectors(for: .csv) == ["q6_pay", "q6_SQ001"])
    #expect(pay.asked == "triedToRecruit" && pay.codeList == "importance" && pay.kind == .scale)
    #expect(questionnaire.questions[1].places.selectors(for: .csv) == ["q6_hours"])
  }

  @Test("a list that is not there, and an entry that does not tell its items apart, are faults of the study file")
  func faults() throws {
    let unknown = try fixture((part: "items: reasons", other: "items: reason"))
    defer { unknown.remove() }
    #expect(unknown.faults().contains { $0.contains("reason is not a known code list — did you mean reasons?") })
    let alike = try fixture((part: "Q6_{item}", other: "Q6"), (part: "q6_{item}", other: "q6"))
    defer { alike.remove() }
    let faults = alike.faults()
    #expect(faults.contains { $0.contains("question Q6 stands twice") })
    #expect(faults.contains { $0.contains("the csv field q6 stands twice") })
  }

  @Test("kinds of numbers have their units, and no codes")
  func units() throws {
    let kinds: [(kind: String, unit: String?)] = [
      ("share", "percent"), ("money", "SEK"), ("year", nil), ("date", nil),
    ]
    for (kind, unit) in kinds {
      let fixture = try fixture((part: "type: scale\n    codes: importance", other: "type: \(kind)"))
      defer { fixture.remove() }
      let question = try #require(try StudyLoader.load(folder: fixture.folder).questionnaires.first?.questions.first)
      #expect(question.kind.rawValue == kind && question.unit == unit)
    }
    let wrong = try fixture((part: "type: scale", other: "type: money\n    unit: EUR"))
    defer { wrong.remove() }
    let faults = wrong.faults()
    #expect(faults.contains { $0.contains("a money has another unit") })
    #expect(faults.contains { $0.contains("a money has no codes") })
  }

  @Test("the call list's order and the factor of nonresponse are the study's to state")
  func fieldwork() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    let usual = try StudyLoader.load(folder: fixture.folder)
    #expect(usual.callList == CallListSettings() && usual.assumptions.nonresponseFactor == nil)
    try fixture.spoil("assumptions.yaml", "ratio-limits:", "nonresponse-factor: 1.5\n    ratio-limits:")
    try fixture.spoil(
      "study.yaml", "protection:", "call-list: {score: euclidean, outlier-suspicion: 0.8}\nprotection:")
    let own = try StudyLoader.load(folder: fixture.folder)
    #expect(own.assumptions.nonresponseFactor == 1.5)
    #expect(own.callList.score == .euclidean && own.callList.outlierSuspicion == 0.8)
    try fixture.spoil("study.yaml", "protection:", "call-list: {score: mean}\nprotection:")
    #expect(fixture.faults().contains { $0.contains("score has a wrong value") })
  }

  @Test("the persons behind a full-time equivalent are an assumption with an owner, and stated once")
  func factor() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil("assumptions.yaml", "ratio-limits:", "persons-per-full-time-equivalent: 1.2\n    ratio-limits:")
    #expect(try StudyLoader.load(folder: fixture.folder).assumptions.personsPerFullTimeEquivalent == 1.2)
    try fixture.spoil("assumptions.yaml", "ratio-limits:", "persons-per-full-time-equivalent: 0.8\n    ratio-limits:")
    #expect(fixture.faults().contains { $0.contains("persons-per-full-time-equivalent has a wrong value") })
  }
}

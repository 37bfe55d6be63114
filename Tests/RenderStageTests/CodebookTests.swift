import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Codebook")
struct CodebookTests {
  private static func text(_ sv: String, _ en: String) -> LocalizedText { LocalizedText(sv: sv, en: en) }

  private static let questionnaire = Questionnaire(
    id: "employer", title: text("Enkät", "Questionnaire"),
    forms: [
      QuestionnaireForm(code: "short", label: text("Kort", "Short"), written: ["kort"]),
      QuestionnaireForm(code: "long", label: text("Lång", "Long"), written: ["lang", "lång"]),
    ],
    unitKey: FieldPlaces(["html-form": ["enhet"]]), answered: FieldPlaces(["csv": ["datum"]]),
    contactFields: [FieldPlaces(["csv": ["epost"]])], missingCodes: [.doNotKnow: ["vet ej", "?"]],
    codeLists: [
      CodeList(
        id: "lacks",
        codes: [
          .init(code: "swedish", label: text("Svenska", "Swedish"), written: ["språket"]),
          .init(code: "driving", label: text("Körkort", "Driving licence")),
        ])
    ],
    questions: [
      Question(
        id: "Q1", text: text("Hur många går i pension?", "How many retire?"), kind: .count, unit: "persons",
        repeats: .occupations, measures: ConceptReference(.retirements, .tenYears), asked: "headcount > 0",
        forms: ["long"], places: FieldPlaces(["html-form": ["yrke[].p10", "label:Om 10 år"], "csv": ["y[]_p10"]])),
      Question(
        id: "Q2", text: text("Vad saknas?", "What is lacking?"), kind: .choices, codeList: "lacks",
        places: FieldPlaces(["csv": ["saknas"]])),
    ])

  private func page(_ language: Language, _ questionnaire: Questionnaire = questionnaire) throws -> String {
    var fixture = RenderFixture()
    fixture.study.questionnaires = [questionnaire]
    return try fixture.files().text("codebook.\(language.rawValue).md")
  }

  @Test("the classification of a question is named, with its break")
  func classification() throws {
    var questionnaire = Self.questionnaire
    questionnaire.questions[1].kind = .text
    questionnaire.questions[1].codeList = nil
    questionnaire.questions[1].classification = .ssyk96
    #expect(try page(.swedish, questionnaire).contains("- Klassifikation: yrke: SSYK 96, omkodat till SSYK 2012"))
    #expect(try page(.swedish, questionnaire).contains("har ett tidsseriebrott"))
    #expect(try page(.english, questionnaire).contains("- Classification: occupation: SSYK 96, recoded to SSYK 2012"))
    #expect(try page(.english, questionnaire).contains("has a break in series"))
    #expect(try !page(.swedish).contains("Klassifikation"))
  }

  @Test("a question has wording, kind, unit, rows, forms, skip logic, concept and places")
  func question() throws {
    #expect(
      try page(.swedish).contains(
        """
        #### Q1. Hur många går i pension?

        - Svar: antal
        - Räknas i: personer
        - Ställs: en gång för varje yrke på arbetsplatsen
        - Blanketter: Lång
        - Ställs bara när: headcount &gt; 0
        - Mäter: retirements(10)
        - Finns i: sparade sidor: yrke\\[\\].p10 eller label:Om 10 år; tabell (CSV): y\\[\\]\\_p10
        """))
    #expect(
      try page(.english).contains(
        """
        #### Q2. What is lacking?

        - Answer: one or more choices
        - Codes: swedish = Swedish; driving = Driving licence (code list lacks)
        - Asked: once of each employer
        - Forms: all
        - Measures: no concept; the answers are counted as they are
        - Found in: table (CSV): saknas
        """))
  }

  @Test("code lists and missing codes tell every way of writing them", arguments: Language.allCases)
  func lists(language: Language) throws {
    let page = try page(language)
    #expect(page.contains(language == .swedish ? "| swedish | Svenska | språket |" : "| swedish | Swedish | språket |"))
    #expect(page.contains("| doNotKnow | \(language == .swedish ? "Vet inte" : "Does not know") | vet ej; ? |"))
    for reason in MissingReason.allCases { #expect(page.contains("| \(reason.rawValue) | ")) }
    #expect(page.contains("| long | \(language == .swedish ? "Lång" : "Long") | lang; lång |"))
    for field in ["enhet", "datum", "epost"] { #expect(page.contains(": \(field).\n")) }
  }

  @Test("every question of every questionnaire is there, once in the overview and once in full")
  func complete() throws {
    var fixture = RenderFixture()
    var second = Self.questionnaire
    second.id = "telephone"
    fixture.study.questionnaires.append(second)
    let page = try fixture.files().text("codebook.sv.md")
    let questions = fixture.study.questionnaires.flatMap(\.questions)
    #expect(questions.count == 4)
    for question in questions {
      let wording = question.text.sv
      let asked = questions.count { $0.id == question.id && $0.text.sv == wording }
      #expect(page.components(separatedBy: "\n| \(question.id) | \(wording) |").count == asked + 1)
      #expect(page.components(separatedBy: "#### \(question.id). \(wording)\n").count == asked + 1)
    }
  }

  @Test("what a questionnaire writes is text, never markup", arguments: InjectionTests.attacks + ["a | b \\| c"])
  func hostile(attack: String) throws {
    var questionnaire = Self.questionnaire
    questionnaire.title.sv = attack
    questionnaire.forms[0].written = [attack]
    questionnaire.missingCodes[.refused] = [attack]
    questionnaire.questions[1].text.sv = attack
    questionnaire.questions[1].unit = attack
    questionnaire.questions[0].asked = attack
    questionnaire.questions[1].places.found["csv"] = [attack]
    questionnaire.codeLists[0].codes[0].label.sv = attack
    questionnaire.codeLists[0].codes[0].written = [attack]
    let (page, plain) = (try page(.swedish, questionnaire), try page(.swedish))
    for mark in ["<", "[", "`", "*", "~~", "http:/", "www.", "\u{7}", "|"] {
      func bare(_ text: String) -> Int {
        text.replacing("\\\\", with: "").components(separatedBy: mark).dropLast().count { !$0.hasSuffix("\\") }
      }
      #expect(bare(page) == bare(plain), "\(mark)")
    }
    #expect(page.split(separator: "\n").count == plain.split(separator: "\n").count + 1)
  }
}

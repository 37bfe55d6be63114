import Diagnostics
import Testing

@testable import IngestStage

@Suite("The structure of a LimeSurvey survey")
struct LimeSurveyStructureTests {
  static let place = SourceLocation(path: "d/s.lss")

  static func read(_ text: String) throws -> LimeSurveyStructure {
    try LimeSurveyStructure(Array(text.utf8), at: place)
  }

  @Test("is the same in both layouts, whatever the order of the rows")
  func layouts() throws {
    let old = try Self.read(LimeSurveyFixture.everyType.structure(isOld: true))
    var new = try Self.read(LimeSurveyFixture.everyType.structure(isOld: false))
    #expect(old.version == 177 && new.version == 495)
    for place in new.questions.indices {  // answers have numbers of their own in the new layout only
      for list in 0...1 {
        for answer in new.questions[place].answers[list].indices { new.questions[place].answers[list][answer].id = "" }
      }
    }
    #expect("\(old.questions)".count > 5_000)
    #expect(Array(old.questions.map(Self.words)) == new.questions.map(Self.words))
    #expect(old.groups.map(\.id) == ["1", "2", "3"] && new.groups.map(\.id) == ["1", "2", "3"])
    #expect(new.groups[1].texts == ["sv": "Grupp 2", "en": "Group 2"] && old.groups[1].texts == new.groups[1].texts)
    #expect(new.languages == ["sv", "en"] && old.languages == ["sv", "en"])
    #expect(new.commaLanguages == ["sv"])
    #expect(new.title["en"] == "Trial")
  }

  private static func words(_ question: LimeSurveyStructure.Question) -> String {
    func sorted(_ texts: LimeSurveyStructure.Texts) -> String {
      texts.sorted { $0.key < $1.key }.map { "\($0)" }.joined()
    }
    let parts = (question.rows + question.columns).map { "\($0.id) \($0.code) \(sorted($0.texts)) \($0.relevance)" }
    let answers = question.answers.map { $0.map { "\($0.id) \($0.code) \(sorted($0.texts))" } }
    return "\(question.id) \(question.group) \(question.code) \(question.letter) \(sorted(question.texts)) "
      + "\(question.relevance) \(question.hasOther) \(parts) \(answers) \(question.isOfCheckBoxes)"
  }

  @Test("has every question in the order of the pages, with its parts and answers")
  func questions() throws {
    let structure = try Self.read(LimeSurveyFixture.everyType.structure(isOld: false))
    #expect(structure.questions.map(\.code) == LimeSurveyFixture.everyType.questions.map(\.code))
    #expect(Set(structure.questions.compactMap(\.kind)) == Set(LimeSurveyKind.allCases))
    let dual = try #require(structure.questions.first { $0.kind == .dualArray })
    #expect(dual.answers.map { $0.map(\.code) } == [["1", "2"], ["1"]])
    #expect(dual.answers[1][0].texts == ["sv": "Färre", "en": "Fewer"])
    let numbers = try #require(structure.questions.first { $0.code == "TAL" })
    #expect(numbers.rows.map(\.code) == ["r1", "r2"] && numbers.columns.map(\.code) == ["nu", "sen"])
    #expect(!numbers.isOfCheckBoxes && structure.questions.first { $0.code == "KRYSS" }?.isOfCheckBoxes == true)
  }

  @Test("what is no survey, or has a code twice, is refused")
  func faults() throws {
    let whole = LimeSurveyFixture.everyType.structure(isOld: false)
    for text in ["", "<a/>", "<document><LimeSurveyDocType>Responses</LimeSurveyDocType></document>", "Hej"] {
      #expect(throws: LimeSurveyFault.self) { try Self.read(text) }
    }
    #expect(throws: LimeSurveyFault.notASurvey(at: Self.place)) {
      try Self.read(whole.replacing("<![CDATA[100200]]>", with: "<![CDATA[../x]]>"))
    }
    #expect(throws: LimeSurveyFault.questionTwice("ORT", at: Self.place)) {
      try Self.read(whole.replacing("<title><![CDATA[NED]]>", with: "<title><![CDATA[ORT]]>"))
    }
    #expect(throws: LimeSurveyFault.codeTwice(in: "FL", at: Self.place)) {
      var survey = LimeSurveyFixture.everyType
      survey.questions[3].parts[1].code = "SQ001"
      return try Self.read(survey.structure(isOld: true))
    }
    #expect(throws: LimeSurveyFault.self) { try Self.read(String(whole.dropLast(40))) }
    let entity = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
    #expect(throws: LimeSurveyFault.self) {
      try Self.read(
        whole.replacing("<document>", with: entity + "<document>").replacing("Söder", with: "]]>&a;<![CDATA["))
    }
  }

  @Test("a survey of more cells than any database holds is refused")
  func cells() throws {
    var survey = LimeSurveyFixture([LimeSurveyFixture.Question("Q1", ":", "a", "a")])
    survey.questions[0].parts = (0..<150).flatMap {
      [LimeSurveyFixture.Part("r\($0)", "a", "a"), LimeSurveyFixture.Part("c\($0)", "a", "a", scale: 1)]
    }
    let structure = try Self.read(survey.structure(isOld: false))
    #expect(throws: LimeSurveyFault.tooManyColumns(allowed: 20_000, at: Self.place)) {
      try LimeSurveyPlaces(structure, at: Self.place)
    }
  }
}

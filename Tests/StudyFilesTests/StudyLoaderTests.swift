import Diagnostics
import Expressions
import FoundationEssentials
import StudyFiles
import SurveyModel
import Testing

@Suite("A study's folder")
struct StudyLoaderTests {
  @Test("is read into values: texts keep their zeros, a horizon template becomes a question for each")
  func small() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    let study = try StudyLoader.load(folder: fixture.folder + "/")
    #expect(study.municipalities == ["0181"])
    #expect(study.classifications.municipalities["0181"]?.name == "Södertälje")
    #expect(study.sizeClass(of: 9)?.code == "1-9")
    #expect(study.longFormFrom == 1)
    #expect(study.sizeClass(of: 5_000)?.code == "10+")
    #expect(study.keys == ProtectionKeys(p: 10, pseudonymKey: "0123456789abcdef"))
    let questionnaire = try #require(study.questionnaires.first)
    #expect(questionnaire.questions.map(\.id) == ["Q1", "Q2", "Q3", "Q42", "Q45"])
    let retirements = try #require(questionnaire.questions.last)
    #expect(retirements.measures == ConceptReference(.retirements, .fiveYears))
    #expect(retirements.text == LocalizedText(sv: "Pension inom 5 år?", en: "Retirements within 5 years?"))
    #expect(retirements.places.selectors(for: .htmlForm) == ["yrke[].pension_5"])
    #expect(retirements.unit == "persons")
    #expect(questionnaire.questions[2].asked == "triedToRecruit")
    #expect(questionnaire.missingCodes == [.doNotKnow: ["vet ej"]])
    #expect(study.assumptions.limit(for: ConceptReference(.retirements, .twoYears), sizeClass: "1-9")?.upper == 1)
    #expect(study.assumptions.limit(for: ConceptReference(.retirements, .twoYears), sizeClass: "10+")?.upper == 0.5)
  }

  @Test("a question in words, or a choice without codes, may name a classification", arguments: ["text", "choice"])
  func classification(type: String) throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil(
      "questionnaires/employer.yaml", "    type: count\n    measures: personsSought",
      "    type: \(type)\n    classification: municipality")
    let study = try StudyLoader.load(folder: fixture.folder)
    #expect(study.questionnaires.first?.questions[2].classification == .municipality)
  }

  /// The studies that the repository holds.
  static let studies: [String] = {
    let folder = packageFolder + "/Pipelines"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/study.yaml") }
  }()

  @Test("every rule holds for the answers it says it holds for, and breaks for the others", arguments: studies)
  func ruleExamples(name: String) throws {
    let study = try StudyLoader.load(folder: packageFolder + "/Pipelines/" + name)
    #expect(!study.rules.isEmpty)
    for rule in study.rules {
      let names = NameSchema.answers(to: study.questionnaires, seenFrom: rule.scope)
      let condition = try Condition(rule.must, knowing: names)
      for (examples, outcome) in [(rule.holds, Outcome.holds), (rule.breaks, .breaks)] {
        for example in examples { #expect(condition.outcome(on: example, knowing: names) == outcome, "\(rule.id)") }
      }
    }
  }

  @Test("rules.yaml also says how reliable answers are and which ratios are held against others'")
  func editing() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil(
      "rules.yaml", "rules:",
      """
      reliability: {staff: 2.5}
      outliers:
        - outlier: soon-{h}
          horizons: [2, 5]
          value: retirements({h})
          per: retirements(5)
          message: {sv: Stämmer det?, en: Right?}
      rules:
      """)
    let study = try StudyLoader.load(folder: fixture.folder)
    #expect(study.reliability == [.staff: 2.5])
    #expect(study.outlierRules.map(\.id) == ["soon-2", "soon-5"])
    #expect(study.outlierRules.map(\.value.description) == ["retirements(2)", "retirements(5)"])
    #expect(study.outlierRules.map(\.reach) == [10, 10])
  }
}

@Suite("Demo K's study files")
struct DemoKTests {
  let study: Study

  init() throws { study = try StudyLoader.load(folder: packageFolder + "/Pipelines/demo-k") }

  @Test("ask for every concept, at every horizon it has")
  func everyConcept() throws {
    let questions = try #require(study.questionnaires.first).questions
    let expected = Concept.allCases.flatMap { concept in
      concept.hasHorizon ? Horizon.allCases.map { ConceptReference(concept, $0) } : [ConceptReference(concept)]
    }
    #expect(Set(questions.compactMap(\.measures)) == Set(expected))
    #expect(questions.count == 66)
  }

  @Test("keep the short form short")
  func shortForm() throws {
    let questions = try #require(study.questionnaires.first).questions
    let short = questions.filter { $0.forms.isEmpty || $0.forms.contains("short") }.map(\.id)
    #expect(
      short == [
        "Q1", "Q2", "Q3a", "Q3b", "Q4a", "Q4b", "Q4c", "Q4d", "Q4e", "Q52", "Q55", "Q510", "Q21", "Q22", "Q23", "Q30",
        "Q31", "Q32", "Q33",
      ])
  }

  @Test("find every question in both carriers")
  func carriers() throws {
    for question in try #require(study.questionnaires.first).questions {
      for carrier in [Carrier.htmlForm, .csv] {
        #expect(!question.places.selectors(for: carrier).isEmpty, "\(question.id) \(carrier.rawValue)")
      }
    }
  }

  @Test("give limits to every count but the staff itself, in every size class")
  func limits() {
    let withoutRatio: Set<Concept> = [.staff, .establishmentsCovered, .headcount, .staffNeededLow, .staffNeededHigh]
    for question in study.questionnaires.flatMap(\.questions) where question.kind == .count {
      guard let concept = question.measures, !withoutRatio.contains(concept.concept) else { continue }
      for size in study.sizeClasses where !(size.code == "1-9" && question.forms == ["long"]) {
        #expect(study.assumptions.limit(for: concept, sizeClass: size.code) != nil, "\(concept) \(size.code)")
      }
    }
  }

  @Test("print every indicator in at least one table")
  func tables() {
    #expect(Set(study.tables.flatMap(\.indicators)) == Set(Indicator.allCases))
  }

  @Test("rest on the whole of the classifications")
  func classifications() {
    let lists = study.classifications
    #expect((1...4).map { level in lists.occupations.keys.count { $0.count == level } } == [10, 46, 148, 429])
    #expect(lists.occupations["0110"]?.name.sv == "Officerare")
    #expect(lists.sections.count == 21)
    #expect(lists.sections.reduce(0) { $0 + $1.divisions.count } == 88)
    #expect(lists.section(ofDivision: "01") == "A")
    #expect(lists.section(ofDivision: "04") == nil)
    #expect(lists.municipalities.count == 290)
    #expect(lists.occupationSynonyms.count >= 150)
    #expect(lists.occupationSynonyms.first { $0.title == "undersköterska" }?.code == "5321")
  }
}

import CleanStage
import ConfidentialRecords
import Diagnostics
import StudyFiles

/// A study of a few questions, built as values, and the records it is tried on.
enum SmallStudy {
  static func question(
    _ id: String, _ subject: String? = nil, kind: Concept.Kind = .count, repeats: Concept.Repeat = .employer,
    list: String? = nil, asked: String? = nil, forms: [String] = []
  ) -> Question {
    Question(
      id: id, text: LocalizedText(sv: id, en: id), kind: kind, repeats: repeats,
      measures: subject.flatMap { ConceptReference($0) }, codeList: list, asked: asked, forms: forms,
      places: FieldPlaces([:]))
  }

  static func list(_ id: String, _ codes: [(String, String)]) -> CodeList {
    CodeList(id: id, codes: codes.map { CodeList.Code(code: $0.0, label: LocalizedText(sv: $0.1, en: $0.0)) })
  }

  static let questionnaire = Questionnaire(
    id: "employer", title: LocalizedText(sv: "Enkät", en: "Survey"),
    forms: [
      QuestionnaireForm(code: "short", label: LocalizedText(sv: "Kort", en: "Short"), written: ["kort"]),
      QuestionnaireForm(code: "long", label: LocalizedText(sv: "Lång", en: "Long"), written: ["lang"]),
    ],
    unitKey: FieldPlaces([:]), missingCodes: [.doNotKnow: ["vet ej"], .refused: ["-9"]],
    codeLists: [
      list("yes-no", [("yes", "Ja"), ("no", "Nej")]),
      list("supports", [("interpreter", "Tolk"), ("mentor", "Mentor")]),
      list("obstacles", [("pay", "Vår lön"), ("place", "Resvägen"), ("none", "Det är inte svårt")]),
      list("horizons", [("2", "Inom 2 år"), ("5", "Inom 5 år")]), list("colours", [("red", "Röd"), ("blue", "Blå")]),
    ],
    questions: [
      question("Q2", "staff"), question("Q3a", "women"), question("Q3b", "men"),
      question("Q5", "staffNeeded(5)"), question("Q5L", "staffNeededLow(5)", forms: ["long"]),
      question("Q5H", "staffNeededHigh(5)", forms: ["long"]),
      question("Q6", "occupationTitle", kind: .text, repeats: .occupations, forms: ["long"]),
      question("Q7", "headcount", repeats: .occupations, forms: ["long"]),
      question("Q8", "retirements(10)", repeats: .occupations, forms: ["long"]),
      question("Q9", "leaversUnknown(10)", repeats: .occupations, forms: ["long"]),
      question("Q21", "triedToRecruit", kind: .yesNo, list: "yes-no"),
      question("Q22", "personsSought", asked: "triedToRecruit"),
      question("Q23", "personsNotFound", asked: "personsSought > 0"),
      question("Q24", "retiredLastYear", forms: ["long"]),
      question(
        "Q34", "recruitmentObstacles", kind: .choices, list: "obstacles", asked: "triedToRecruit", forms: ["long"]),
      question("Q25", "vanishingTitle", kind: .text, repeats: .vanishingJobs, forms: ["long"]),
      question("Q26", "vanishingHorizon", kind: .choice, repeats: .vanishingJobs, list: "horizons", forms: ["long"]),
      question("Q30", "hiringSupports", kind: .choices, list: "supports"),
      question("Q32", "comment", kind: .text), question("Q33", "quotePermission", kind: .yesNo, list: "yes-no"),
      question("Q40", kind: .choice, list: "colours"),
    ])

  static func rule(
    _ id: String, _ must: String, for scope: Concept.Repeat = .employer, hard suspect: [String]? = nil
  ) -> EditRule {
    EditRule(
      id: id, scope: scope, must: must, severity: suspect == nil ? .soft : .hard,
      suspect: (suspect ?? []).compactMap { ConceptReference($0) }, message: LocalizedText(sv: id, en: id))
  }

  static let rules = [
    rule("sexes", "women + men = staff", hard: ["women", "men"]),
    rule("retirements", "retirements(10) <= headcount", for: .occupations, hard: ["retirements(10)"]),
    rule(
      "leavers", "retirements(10) + leaversUnknown(10) <= headcount", for: .occupations, hard: ["leaversUnknown(10)"]),
    rule("rows", "sum(headcount) = staff"),
  ]

  static let classifications = Classifications(
    occupations: Dictionary(
      uniqueKeysWithValues: [
        ("5321", "Undersköterskor, hemtjänst"), ("9111", "Städare"), ("7212", "Svetsare"), ("911", "Städare m.fl."),
      ].map { ($0.0, Occupation(code: $0.0, name: LocalizedText(sv: $0.1, en: $0.1))) }),
    sections: [
      IndustrySection(letter: "C", name: LocalizedText(sv: "Tillverkning", en: "Manufacturing"), divisions: ["25"]),
      IndustrySection(letter: "Q", name: LocalizedText(sv: "Vård", en: "Health"), divisions: ["86"]),
    ],
    municipalities: ["0181": Municipality(code: "0181", name: "Södertälje", county: "01")],
    occupationSynonyms: [OccupationSynonym(title: "undersköterska", code: "5321")])

  static func study(rules: [EditRule] = rules) -> Study {
    Study(
      id: "small", title: LocalizedText(sv: "Liten", en: "Small"), client: LocalizedText(sv: "K", en: "C"),
      isSynthetic: true, municipalities: ["0181"], baseDate: "2025-12-31", asOf: "2026-04-15",
      fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases,
      sizeClasses: [
        SizeClass(code: "1-9", smallest: 1, largest: 9), SizeClass(code: "10-49", smallest: 10, largest: 49),
        SizeClass(code: "50+", smallest: 50, largest: nil),
      ],
      dataFolder: "Data/small", keyFile: "", keys: ProtectionKeys(p: 10, pseudonymKey: "k"),
      frame: FrameSource(framePath: "frame.csv", samplePath: "sample.csv", vintage: "2025-11"), responses: [],
      questionnaires: [questionnaire], rules: rules,
      dominant: [DominantEmployer(enterprise: "E9", label: LocalizedText(sv: "störst", en: "largest"))],
      classifications: classifications)
  }

  static func unit(
    _ establishment: String, _ enterprise: String = "E1", employees: Int = 20, disposition: Disposition? = .completed,
    joinedTo: String? = nil, holding: String? = nil
  ) -> FrameUnitRecord {
    var unit = FrameUnitRecord()
    unit.establishment = establishment
    unit.enterprise = enterprise
    unit.holding = holding
    unit.municipality = "0181"
    unit.sector = .private
    unit.division = "25"
    unit.employees = employees
    unit.disposition = disposition
    unit.joinedTo = joinedTo
    return unit
  }

  /// - Parameter answers: by question, or question and row as in `Q7/1`; an empty text is a field left empty.
  static func response(
    _ key: String, from establishment: String, form: String = "lang", answered: String = "2026-02-03",
    _ answers: KeyValuePairs<String, String>
  ) -> ResponseRecord {
    var response = ResponseRecord()
    response.response = key
    response.questionnaire = "employer"
    response.establishment = establishment
    response.form = form
    response.answered = answered
    response.path = "employers/\(key).html"
    response.line = 1
    for (index, (place, value)) in answers.enumerated() {
      let parts = place.split(separator: "/")
      response.answers.append(
        RawAnswer(
          question: String(parts[0]), row: parts.count > 1 ? Int(parts[1]) : nil, values: value.isEmpty ? [] : [value],
          line: 10 + index))
    }
    return response
  }

  static func cleaner(
    _ study: Study = study(), units: [FrameUnitRecord] = [unit("A1")], decisions: Decisions = Decisions()
  ) throws -> Cleaner {
    try Cleaner(study, frame: FrameLookup(units, for: study, path: "frame.ndjson"), decisions: decisions)
  }

  /// One response from `A1`, cleaned.
  static func clean(
    _ answers: KeyValuePairs<String, String>, form: String = "lang", decisions: Decisions = Decisions()
  ) throws -> (cleaned: CleanedResponse, problems: [Problem]) {
    let response = response("A1", from: "A1", form: form, answers)
    let (outcome, problems) = try cleaner(decisions: decisions).clean(response)
    guard case .cleaned(let cleaned) = outcome else { throw Rejected(outcome: outcome) }
    return (cleaned, problems)
  }

  struct Rejected: Error { var outcome: Cleaner.Outcome }
}

/// The study that is in the repository.
enum DemoK {
  static func study(testFile: String = #filePath) throws -> Study {
    let parts = testFile.split(separator: "/", omittingEmptySubsequences: false)
    let root = parts[..<(parts.lastIndex(of: "Tests") ?? parts.endIndex)].joined(separator: "/")
    return try StudyLoader.load(folder: root + "/Pipelines/demo-k")
  }
}

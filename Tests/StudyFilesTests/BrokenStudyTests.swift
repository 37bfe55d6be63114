import FoundationEssentials
import StudyFiles
import Testing

@Suite("Broken studies")
struct BrokenStudyTests {
  struct Case: CustomTestStringConvertible {
    var file: String
    var part: String
    var other: String
    var faults: [String]
    var testDescription: String { "\(file): \(other)" }

    init(_ file: String, _ part: String, _ other: String, _ faults: String...) {
      (self.file, self.part, self.other, self.faults) = (file, part, other, faults)
    }
  }

  static let study: [Case] = [
    Case(
      "study.yaml", "client:", "cleint:", "study.yaml:1:1 client is missing — add it to the study",
      "study.yaml:3:1 nothing reads the key cleint — did you mean client?"),
    Case("study.yaml", "id: small", "id: other", "study.yaml:1:5 other is not a known name of this folder"),
    Case("study.yaml", "synthetic: true", "synthetic: yes", "study.yaml:4:12 synthetic has a wrong value"),
    Case("study.yaml", "[0181]", "[181]", "study.yaml:5:18 municipalities has a wrong value"),
    Case(
      "study.yaml", "[0181]", "[0181, 0181]",
      "study.yaml:5:24 municipality 0181 stands twice — the first one is in line 5"),
    Case("study.yaml", "as-of: 2026-04-15", "as-of: 2026-04-31", "study.yaml:6:90 as-of has a wrong value"),
    Case("study.yaml", "as-of: 2026-04-15", "as-of: 2026-02-15", "study.yaml:6:8 dates has a wrong value"),
    Case("study.yaml", "[2, 5, 10]", "[2, 3]", "study.yaml:7:15 horizons has a wrong value"),
    Case("study.yaml", "[1-9, 10+]", "[1-9, 11+]", "study.yaml:8:15 size-classes has a wrong value"),
    Case(
      "study.yaml", "data-folder:", "long-form-from: 12\ndata-folder:",
      "study.yaml:9:17 the long form begins within a size class"),
    Case("study.yaml", "[1-9, 10+]", "[1-9, ten]", "study.yaml:8:21 size-classes has a wrong value"),
    Case("study.yaml", "file: frame.csv", "file: ../frame.csv", "study.yaml:11:15 file has a wrong value"),
    Case(
      "study.yaml", "html-form", "htmlform",
      "study.yaml:13:26 htmlform is not a known carrier — did you mean html-form?"),
    Case(
      "study.yaml", "questionnaire: employer", "questionnaire: employr",
      "study.yaml:13:72 employr is not a known questionnaire — did you mean employer?"),
    Case("study.yaml", "mode: web", "mode: web, delimiter: ;", "study.yaml:13:104 html-form has no delimiter"),
    Case(
      "study.yaml", "mode: web", "mode: web, structure: e.lss", "study.yaml:13:104 html-form has no structure file"),
    Case(
      "study.yaml", "description: bank", "description: bnak",
      "study.yaml:15:51 bnak is not a known page description — did you mean bank?"),
    Case("study.yaml", "[state]", "[estate]", "study.yaml:16:31 estate is not a known sector — did you mean state?"),
    Case(
      "study.yaml", "minimum-contributors: 3", "minimum-contributors: 2",
      "study.yaml:16:61 minimum-contributors has a wrong value"),
    Case("study.yaml", "[staff]", "[stff]", "study.yaml:20:18 stff is not a known indicator — did you mean staff?"),
    Case(
      "study.yaml", "[sector]", "[horizon]",
      "study.yaml:21:9 horizon is added by the indicators that have it — leave horizon out"),
    Case("study.yaml", "[sector]", "[occupation1]", "study.yaml:20:17 staff is not known by occupation"),
    Case("study.yaml", "[sector]", "[sector, sizeClass, section]", "study.yaml:21:9 a table has too many dimensions"),
    Case(
      "study.yaml", "tables:",
      "context:\n  - {name: employmnt, path: a.csv, vintage: 2024, source: S, synthetic: true}\ntables:",
      "study.yaml:18:12 employmnt is not a known context table — did you mean employment?"),
    Case("study.yaml", "FOR-04", "FOR4", "study.yaml:23:14 feature has a wrong value"),
    Case("study.yaml", "tables:", "minimum-group: {a: 1}\ntables:", "study.yaml:17:16 minimum-group has a wrong value"),
    Case(
      "study.yaml", "tables:", "grades: {total: {contributor: 9}}\ntables:",
      "study.yaml:17:18 nothing reads the key contributor — did you mean contributors?"),
    Case("study.yaml", "KEYFILE", "/nowhere/key.yaml", "/nowhere/key.yaml:there is no such file"),
    Case(
      "study.yaml", "  - id: staff", "\t- id: staff",
      "study.yaml:18:1 this is not YAML — look at indentation, quotes and colons here"),
  ]

  static let questionnaire: [Case] = [
    Case(
      "questionnaires/employer.yaml", "id: employer", "id: employers",
      "questionnaires/employer.yaml:the id is not the name of the file"),
    Case(
      "questionnaires/employer.yaml", "measures: staff", "measures: stafff",
      "questionnaires/employer.yaml:17:15 stafff is not a known concept — did you mean staff?"),
    Case(
      "questionnaires/employer.yaml", "measures: staff", "measures: retirements",
      "questionnaires/employer.yaml:17:15 retirements needs a horizon"),
    Case(
      "questionnaires/employer.yaml", "measures: staff", "measures: staff(2)",
      "questionnaires/employer.yaml:17:15 staff takes no horizon"),
    Case(
      "questionnaires/employer.yaml", "measures: staff", "mesures: staff",
      "questionnaires/employer.yaml:17:5 nothing reads the key mesures — did you mean measures?"),
    Case(
      "questionnaires/employer.yaml", "measures: staff", "measures: headcount",
      "questionnaires/employer.yaml:13:5 headcount repeats otherwise"),
    Case(
      "questionnaires/employer.yaml", "unit: persons", "unit: hours",
      "questionnaires/employer.yaml:16:11 staff has another unit"),
    Case(
      "questionnaires/employer.yaml", "type: yesNo", "type: count",
      "questionnaires/employer.yaml:21:11 triedToRecruit is of another type",
      "questionnaires/employer.yaml:22:12 a count has no codes",
      "questionnaires/employer.yaml:29:11 a value of the wrong kind"),
    Case(
      "questionnaires/employer.yaml", "type: yesNo", "type: yesno",
      "questionnaires/employer.yaml:21:11 yesno is not a known type — did you mean yesNo?"),
    Case(
      "questionnaires/employer.yaml", "codes: yes-no", "codes: yesno",
      "questionnaires/employer.yaml:22:12 yesno is not a known code list — did you mean yes-no?"),
    Case(
      "questionnaires/employer.yaml", "measures: personsSought", "classification: municipalty",
      "questionnaires/employer.yaml:28:21 municipalty is not a known classification — did you mean municipality?"),
    Case(
      "questionnaires/employer.yaml", "measures: personsSought", "classification: industry",
      "questionnaires/employer.yaml:28:21 only words are coded by a classification"),
    Case(
      "questionnaires/employer.yaml", "codes: yes-no", "classification: education",
      "questionnaires/employer.yaml:21:11 the codes to choose from are missing",
      "questionnaires/employer.yaml:22:21 only words are coded by a classification",
      "questionnaires/employer.yaml:22:21 only a question of the employer without a concept has a classification"),
    Case(
      "questionnaires/employer.yaml", "question: Q2", "question: Q1",
      "questionnaires/employer.yaml:19:5 question Q1 stands twice — the first one is in line 13"),
    Case(
      "questionnaires/employer.yaml", "measures: personsSought", "measures: staff",
      "questionnaires/employer.yaml:25:5 the concept staff stands twice — the first one is in line 13"),
    Case(
      "questionnaires/employer.yaml", "html-form: antal", "html-form: anst",
      "questionnaires/employer.yaml:25:5 the html-form field anst stands twice — the first one is in line 13"),
    Case(
      "questionnaires/employer.yaml", "html-form: antal", "htm-form: antal",
      "questionnaires/employer.yaml:30:12 htm-form is not a known carrier — did you mean html-form?"),
    Case(
      "questionnaires/employer.yaml", "when: triedToRecruit", "when: triedToRecrut and staf > 2",
      "questionnaires/employer.yaml:29:11 triedToRecrut is not known here — did you mean triedToRecruit?",
      "questionnaires/employer.yaml:29:29 staf is not known here — did you mean staff?"),
    Case(
      "questionnaires/employer.yaml", "when: triedToRecruit", "when: staff",
      "questionnaires/employer.yaml:29:11 a value of the wrong kind"),
    Case(
      "questionnaires/employer.yaml", "when: triedToRecruit", "when: \"sum(retirements(2)) > \"",
      "questionnaires/employer.yaml:29:34 the expression cannot be read here"),
    Case(
      "questionnaires/employer.yaml", "[short]", "[shrt]",
      "questionnaires/employer.yaml:37:13 shrt is not a known form — did you mean short?"),
    Case(
      "questionnaires/employer.yaml", "\"yrke[].pension_{h}\"", "\"pension_{h}\"",
      "questionnaires/employer.yaml:38:12 pension_2 is the same in every row",
      "questionnaires/employer.yaml:38:12 pension_5 is the same in every row"),
    Case(
      "questionnaires/employer.yaml", "doNotKnow: [vet ej]", "doNotKnow: [vet ej], refused: [Vet ej]",
      "questionnaires/employer.yaml:6:48 the missing code vet ej stands twice — the first one is in line 6"),
    Case(
      "questionnaires/employer.yaml", "doNotKnow: [vet ej]", "dontKnow: [vet ej]",
      "questionnaires/employer.yaml:6:17 nothing reads the key dontKnow — did you mean doNotKnow?"),
    Case(
      "questionnaires/employer.yaml", "{sv: Nej, en: \"No\"}", "{sv: Ja, en: \"No\"}",
      "questionnaires/employer.yaml:11:9 the text ja stands twice — the first one is in line 10"),
    Case(
      "questionnaires/employer.yaml", "code: \"no\"", "code: \"nope\"",
      "questionnaires/employer.yaml:22:12 the codes do not answer the question"),
    Case(
      "questionnaires/employer.yaml", "type: count\n    unit", "tpe: count\n    unit",
      "questionnaires/employer.yaml:13:5 type is missing — add it to a question: question, text, type, found",
      "questionnaires/employer.yaml:15:5 nothing reads the key tpe — did you mean type?"),
  ]

  static let others: [Case] = [
    Case(
      "rules.yaml", "must: retirements(2)", "must: retirement(2)",
      "rules.yaml:4:11 retirement is not known here — did you mean retirements?"),
    Case("rules.yaml", "<= retirements(5)", "<= retirements(10)", "rules.yaml:4:29 retirements(10) is not asked"),
    Case("rules.yaml", "<= retirements(5)", "<= 'five'", "rules.yaml:4:29 a value of the wrong kind"),
    Case(
      "rules.yaml", "for: occupations", "for: employer",
      "rules.yaml:4:11 a value of the wrong kind — outside the rows, write sum(name)",
      "rules.yaml:4:29 a value of the wrong kind — outside the rows, write sum(name)"),
    Case("rules.yaml", "severity: hard", "severity: medium", "rules.yaml:5:15 medium is not a known severity"),
    Case(
      "rules.yaml", "breaks: [{retirements(2): 3, retirements(5): 2}]",
      "breaks: [{retirements(2): 1, retirements(5): 2}]",
      "rules.yaml:9:14 the rule cumulative does not come out as its example says — change the condition or the example"),
    Case(
      "rules.yaml", "holds: [{retirements(2): 1, retirements(5): 2}]", "holds: [{retirements(2): 1}]",
      "rules.yaml:8:13 the rule cumulative does not come out as its example says — the example lacks retirements(5)"),
    Case(
      "rules.yaml", "suspect: [retirements(2)]", "suspect: [staff]",
      "rules.yaml:6:14 staff is suspected but not in the condition"),
    Case(
      "rules.yaml", "holds: [{retirements(2): 1, retirements(5): 2}]", "holds: [{staff: 1}]",
      "rules.yaml:8:12 an example speaks of staff, the condition does not"),
    Case(
      "rules.yaml", "holds: [{retirements(2): 1, retirements(5): 2}]", "holds: []", "rules.yaml:8:12 holds is too short"
    ),
    Case(
      "rules.yaml", "{retirements(2): 3,", "{retirements(2): three,", "rules.yaml:9:31 retirements(2) has a wrong value"
    ),
    Case(
      "rules.yaml", "rules:", "reliability: {staf: 2}\nrules:", "rules.yaml:1:14 staf is not a known count"),
    Case(
      "rules.yaml", "rules:",
      "outliers: [{outlier: o, value: headcount, per: retirements(2), message: {sv: a, en: b}}]\nrules:",
      "rules.yaml:1:32 headcount is asked of nobody"),
    Case(
      "rules.yaml", "rules:", "rule:", "rules.yaml:1:1 rules is missing — add it to the rules",
      "rules.yaml:1:1 nothing reads the key rule — did you mean rules?"),
    Case(
      "assumptions.yaml", "retirements(2)", "retirments(2)",
      "assumptions.yaml:8:7 retirments is not a known concept — did you mean retirements?"),
    Case("assumptions.yaml", "1-9:", "1-8:", "assumptions.yaml:8:7 1-8 is not a known size class"),
    Case("assumptions.yaml", "[0, 0.5]", "[0.5, 0]", "assumptions.yaml:8:29 all has a wrong value"),
    Case("assumptions.yaml", "owner: Analysgruppen", "owner:", "assumptions.yaml:4:11 owner has a wrong value"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen", "owner: Analysgruppen\n    supply: graduate",
      "assumptions.yaml:5:13 graduate is not a known component of supply — did you mean graduates?"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen", "owner: Analysgruppen\n    shared-optimism: 2",
      "assumptions.yaml:5:22 shared-optimism has a wrong value"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen",
      "owner: Analysgruppen\n    exit-ages: {retired-by: {64: 0.5, 66: 1}}",
      "assumptions.yaml:5:29 retired-by is no distribution of ages"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen",
      "owner: Analysgruppen\n    exit-ages: {retired-by: {64: 0.5, 65: 0.4, 66: 1}}",
      "assumptions.yaml:5:29 retired-by is no distribution of ages"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen",
      "owner: Analysgruppen\n    exit-ages: {retired-by: {64: 0.5, 65: 0.9}}",
      "assumptions.yaml:5:29 retired-by is no distribution of ages"),
    Case(
      "assumptions.yaml", "owner: Analysgruppen", "owner: Analysgruppen\n    nonresponse-factor: 0.9",
      "assumptions.yaml:5:25 nonresponse-factor has a wrong value"),
    Case(
      "pages/bank.yaml", "kind: period", "kind: perod",
      "pages/bank.yaml:4:47 perod is not a known kind of field — did you mean period?"),
    Case("key.yaml", "p: 10", "p: 0", "key.yaml:1:4 p has a wrong value"),
    Case("key.yaml", "0123456789abcdef", "short", "key.yaml:2:16 pseudonym-key has a wrong value"),
  ]

  @Test("the fault is named at its place, with the next step", arguments: study + questionnaire + others)
  func named(_ example: Case) throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil(example.file, example.part, example.other)
    #expect(fixture.faults() == example.faults)
  }

  @Test("a table may not count what no question asks") func unasked() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil("study.yaml", "indicators: [staff]", "indicators: [staff, vacancies]")
    #expect(
      fixture.faults() == [
        "study.yaml:table staff asks for vacancies, which no question can answer — add the question, or take vacancies"
          + " out of the table"
      ])
  }

  @Test("the unspoilt study has no fault")
  func unspoilt() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    #expect(fixture.faults() == [])
  }

  @Test("the faults of all files are found in one run")
  func allFiles() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    try fixture.spoil("study.yaml", "rounding: 5", "rounding: none")
    try fixture.spoil("questionnaires/employer.yaml", "measures: staff", "measures: stafff")
    try fixture.spoil("rules.yaml", "must: retirements(2)", "must: retirement(2)")
    try fixture.spoil("pages/bank.yaml", "kind: period", "kind: perod")
    #expect(
      fixture.faults().map { $0.prefix { $0 != ":" } } == [
        "pages/bank.yaml", "questionnaires/employer.yaml", "rules.yaml", "study.yaml",
      ])
  }

  @Test("a folder without a study, or without classifications beside it, says what is missing")
  func missingFiles() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    for file in StudyFixture.files.keys { try FileManager.default.removeItem(atPath: fixture.folder + "/" + file) }
    #expect(fixture.faults() == ["study.yaml:there is no such file"])
    try FileManager.default.removeItem(atPath: fixture.root + "/Pipelines/classifications")
    #expect(fixture.faults().contains { $0.hasSuffix("classifications/ssyk2012.csv:the file cannot be opened") })
  }

  @Test("only made-up data may have their key file in the working folder")
  func keyFile() throws {
    let fixture = try StudyFixture()
    defer { fixture.remove() }
    let real = try #require(StudyFixture.files["study.yaml"]).replacing("synthetic: true", with: "synthetic: false")
    try fixture.write("study.yaml", real)
    #expect(fixture.faults() == [])
    for path in [
      "keys/key.yaml", "./key.yaml", "keys/../key.yaml", FileManager.default.currentDirectoryPath + "/key.yaml",
    ] {
      try fixture.write("study.yaml", real.replacing("KEYFILE", with: path))
      #expect(
        fixture.faults() == [
          "study.yaml:the key file lies in the repository — only a study with synthetic: true may keep it there"
        ])
    }
  }
}

import Diagnostics
import FoundationEssentials
import StudyFiles
import SurveyModel
import Testing

/// The top folder of the package.
let packageFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// A small study in a folder of its own, which a test can spoil.
struct StudyFixture {
  static let files = [
    "study.yaml": """
    id: small
    title: {sv: Liten, en: Small}
    client: {sv: Kommunen, en: The municipality}
    synthetic: true
    municipalities: [0181]
    dates: {base: 2025-12-31, fieldwork-start: 2026-01-19, fieldwork-end: 2026-03-27, as-of: 2026-04-15}
    horizons: [2, 5, 10]
    size-classes: [1-9, 10+]
    data-folder: SampleData/small
    key-file: KEYFILE
    frame: {file: frame.csv, sample: sample.csv, vintage: 2025-11}
    sources:
      - {name: web, carrier: html-form, path: forms/*.html, questionnaire: employer, mode: web}
    pages:
      - {name: bank, path: pages/a.html, description: bank}
    protection: {exempt-sectors: [state], minimum-contributors: 3, person-threshold: 5, rounding: 5}
    tables:
      - id: staff
        title: {sv: Anställda, en: Staff}
        indicators: [staff]
        by: [sector]
        section: staff
        feature: FOR-04
    """,
    "questionnaires/employer.yaml": """
    id: employer
    title: {sv: Enkät, en: Questionnaire}
    forms:
      - {code: short, label: {sv: Kort, en: Short}, written: [kort]}
    unit-key: {html-form: enhet}
    missing-codes: {doNotKnow: [vet ej]}
    code-lists:
      - id: yes-no
        codes:
          - {code: "yes", label: {sv: Ja, en: "Yes"}}
          - {code: "no", label: {sv: Nej, en: "No"}}
    questions:
      - question: Q1
        text: {sv: Anställda?, en: Staff?}
        type: count
        unit: persons
        measures: staff
        found: {html-form: anst}
      - question: Q2
        text: {sv: Sökt?, en: Sought?}
        type: yesNo
        codes: yes-no
        measures: triedToRecruit
        found: {html-form: sokt}
      - question: Q3
        text: {sv: Hur många?, en: How many?}
        type: count
        measures: personsSought
        when: triedToRecruit
        found: {html-form: antal}
      - question: Q4{h}
        horizons: [2, 5]
        text: {sv: "Pension inom {h} år?", en: "Retirements within {h} years?"}
        type: count
        measures: retirements({h})
        repeats: occupations
        forms: [short]
        found: {html-form: "yrke[].pension_{h}"}
    """,
    "rules.yaml": """
    rules:
      - rule: cumulative
        for: occupations
        must: retirements(2) <= retirements(5)
        severity: hard
        suspect: [retirements(2)]
        message: {sv: Fler, en: More}
        holds: [{retirements(2): 1, retirements(5): 2}]
        breaks: [{retirements(2): 3, retirements(5): 2}]
    """,
    "assumptions.yaml": """
    assumptions:
      - id: limits
        text: {sv: Gränser, en: Limits}
        owner: Analysgruppen
        source: Antagande
        date: 2026-01-12
        ratio-limits:
          retirements(2): {all: [0, 0.5], 1-9: [0, 1]}
    """,
    "pages/bank.yaml": """
    id: bank
    title: Projekt
    fields:
      - {key: period, label: Projektperiod, kind: period, feature: ING-05}
    """,
    "key.yaml": """
    p: 10
    pseudonym-key: 0123456789abcdef
    """,
  ]

  let root: String
  var folder: String { root + "/Pipelines/small" }

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/study-\(UUID().uuidString)"
    for subfolder in ["questionnaires", "pages"] {
      try FileManager.default.createDirectory(
        atPath: root + "/Pipelines/small/" + subfolder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: root + "/Pipelines/classifications", withDestinationPath: packageFolder + "/Pipelines/classifications")
    for (file, text) in Self.files { try write(file, text) }
  }

  func write(_ file: String, _ text: String) throws {
    let withKey = text.split(separator: "KEYFILE", omittingEmptySubsequences: false).joined(
      separator: folder + "/key.yaml")
    try Data(withKey.utf8).write(to: URL(filePath: folder + "/" + file))
  }

  /// Puts another text in the place of a part of a file.
  func spoil(_ file: String, _ part: String, _ other: String) throws {
    let parts = try #require(Self.files[file]).split(separator: part, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the part stands once in the file")
    try write(file, parts.joined(separator: other))
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// What is found wrong: `file:line:column summary — hint`, from top to bottom.
  func faults() -> [String] {
    do throws(StageFailure) {
      _ = try StudyLoader.load(folder: folder)
      return []
    } catch {
      #expect(error.exit == .wrongStudyFile)
      return error.problems.map { problem in
        let path = problem.location?.path ?? ""
        return String(path.dropFirst(path.hasPrefix(folder) ? folder.count + 1 : 0)) + ":" + line(problem)
      }
    }
  }
}

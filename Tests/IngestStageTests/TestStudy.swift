import ConfidentialRecords

@testable import IngestStage

/// A small study, built as values: two sources, one page, a frame of a few workplaces.
enum TestStudy {
  static func make(
    responses: [ResponseSource] = [forms, telephone], pages: [PageSource] = [page],
    questionnaire: Questionnaire = questionnaire
  ) -> Study {
    let text = LocalizedText(sv: "Prov", en: "Trial")
    return Study(
      id: "trial", title: text, client: text, isSynthetic: true, municipalities: ["0181"], baseDate: "2025-12-31",
      asOf: "2026-04-15", fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: [.twoYears],
      sizeClasses: [
        SizeClass(code: "1-9", smallest: 1, largest: 9), SizeClass(code: "10+", smallest: 10, largest: nil),
      ],
      dataFolder: "Data/trial", keyFile: "", keys: ProtectionKeys(p: 10, pseudonymKey: "k"),
      frame: FrameSource(framePath: "frame.csv", samplePath: "sample.csv", vintage: "2025-11"), responses: responses,
      pages: pages, pageDescriptions: [description], questionnaires: [questionnaire], classifications: classifications)
  }

  static let forms = ResponseSource(
    name: "forms", carrier: .htmlForm, path: "employers/*.html", questionnaire: "employer", mode: .web)
  static let telephone = ResponseSource(
    name: "telephone", carrier: .csv, path: "telephone.csv", questionnaire: "employer", mode: .telephone)
  static let page = PageSource(name: "bank", path: "pages/*.html", description: "bank")

  private static func places(_ html: [String], _ csv: String) -> FieldPlaces {
    FieldPlaces(["html-form": html, "csv": [csv]])
  }

  private static func question(
    _ id: String, _ kind: Concept.Kind, repeats: Concept.Repeat = .employer, forms: [String] = [], _ html: [String],
    _ csv: String
  ) -> Question {
    Question(
      id: id, text: LocalizedText(sv: id, en: id), kind: kind, repeats: repeats, forms: forms, places: places(html, csv)
    )
  }

  static let questionnaire = Questionnaire(
    id: "employer", title: LocalizedText(sv: "Enkät", en: "Questionnaire"),
    forms: [
      QuestionnaireForm(code: "short", label: LocalizedText(sv: "kort", en: "short"), written: ["kort"]),
      QuestionnaireForm(code: "long", label: LocalizedText(sv: "lång", en: "long"), written: ["lang", "lång"]),
    ],
    unitKey: places(["unit_id"], "enhet"), form: places(["blankett"], "blankett"), answered: places(["datum"], "datum"),
    contactFields: [places(["k_namn"], "kontakt"), places(["k_epost"], "epost")],
    questions: [
      question("Q1", .count, ["anstallda", "label:Hur många är anställda?", "#staff"], "anst"),
      question("Q2", .count, ["behov_2"], "beh_2"),
      question("Q3", .text, repeats: .occupations, forms: ["long"], ["yrke[].namn"], "y[]_titel"),
      question("Q4", .count, repeats: .occupations, forms: ["long"], ["yrke[].behov_2"], "y[]_beh_2"),
      question("Q5", .count, repeats: .occupations, forms: ["long"], ["yrke[].behov_5"], "y[]_beh_5"),
      question("Q6", .choices, repeats: .occupations, forms: ["long"], ["yrke[].brist"], "y[]_brist"),
      question("Q7", .yesNo, ["sokt"], "sokt"),
      question("Q8", .choices, ["stod"], "stod"),
      question("Q9", .scale, ["svart"], "svart"),
      question("Q10", .text, ["ovrigt"], "ovrigt"),
    ])

  static let description = PageDescription(
    id: "bank", title: "Demo K",
    fields: [
      field("programmeArea", "Programområde", .code), field("phase", "Projektfas", .code),
      field("owner", "Projektägare", .text), field("support", "Beviljat stöd", .money),
      field("budget", "Total budget", .money), field("period", "Projektperiod", .period),
      field("region", "Region", .region, "ING-07"),
    ],
    contactLabels: ["Kontaktperson", "E-post", "Telefonnummer"],
    sections: [
      field("summary", "Sammanfattning", .text), field("purpose", "Syfte", .text),
      field("accessibility", "Tillgänglighet för personer med funktionsnedsättning", .text),
      field("partners", "Samarbetspartners", .list), field("listedMunicipality", "Kommun", .list, "ING-07"),
    ],
    boilerplate: ["Logotyp på utskrifter", "Mer information och anmälan"])

  private static func field(
    _ key: String, _ label: String, _ kind: PageDescription.FieldKind, _ feature: String = "ING-05"
  ) -> PageDescription.Field {
    PageDescription.Field(key: key, label: label, kind: kind, feature: feature)
  }

  static let classifications = Classifications(
    sections: [IndustrySection(letter: "P", name: LocalizedText(sv: "Utbildning", en: "Education"), divisions: ["85"])],
    municipalities: Dictionary(
      uniqueKeysWithValues: [
        ("0181", "Södertälje"), ("0114", "Upplands Väsby"), ("0139", "Upplands-Bro"), ("0180", "Stockholm"),
        ("0127", "Botkyrka"),
      ].map { ($0, Municipality(code: $0, name: $1, county: "01")) }))

  static let frame = """
    establishment,enterprise,holding,municipality,sector,sni,employees
    0181-0002,E00002,H0001,0181,municipal,85,40
    0181-0001,E00001,,0181,private,85,5

    """
  static let sample = """
    establishment,disposition,joined_to,mode,sent,closed
    0181-0001,completed,,web,2026-01-19,2026-02-01
    0181-0002,noContact,0181-0001,web,2026-01-19,2026-03-27

    """
}

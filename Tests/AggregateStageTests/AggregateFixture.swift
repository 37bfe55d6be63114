import AggregateStage
import ConfidentialRecords

/// A small study with the values tests want, and the way through the stage in one call.
struct AggregateFixture {
  var study: Study

  init(
    municipalities: [String], sections: [String] = ["C"], sizeClasses: [SizeClass], tables: [TableSpec],
    limits: [Assumptions.RatioLimit] = []
  ) {
    let places = FieldPlaces([:])
    let name = LocalizedText(sv: "", en: "")
    let questionnaire = Questionnaire(
      id: "employer", title: name,
      forms: ["short", "long"].map { QuestionnaireForm(code: $0, label: name, written: []) }, unitKey: places,
      codeLists: [
        CodeList(id: "competence", codes: ["a", "b"].map { .init(code: $0, label: name) }),
        CodeList(id: "obstacles", codes: ["pay", "hours"].map { .init(code: $0, label: name) }),
      ],
      questions: [
        Question(
          id: "Q7", text: name, kind: .count, repeats: .occupations, measures: ConceptReference(.headcount),
          forms: ["long"], places: places),
        Question(
          id: "Q20", text: name, kind: .choices, repeats: .occupations,
          measures: ConceptReference(.competencesLacking), codeList: "competence", forms: ["long"], places: places),
        Question(
          id: "Q34", text: name, kind: .choices, measures: ConceptReference(.recruitmentObstacles),
          codeList: "obstacles", forms: ["long"], places: places),
      ])
    study = Study(
      id: "test", title: name, client: name, isSynthetic: true, municipalities: municipalities,
      baseDate: "2025-12-31", asOf: "2026-04-15", fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27",
      horizons: Horizon.allCases, sizeClasses: sizeClasses, dataFolder: "", keyFile: "",
      keys: ProtectionKeys(p: 10, pseudonymKey: "test"),
      frame: FrameSource(framePath: "", samplePath: "", vintage: "2025-11"), responses: [],
      questionnaires: [questionnaire], assumptions: Assumptions(ratioLimits: limits), tables: tables,
      protection: ProtectionSettings(exemptSectors: []),
      classifications: Classifications(sections: sections.map { .init(letter: $0, name: name, divisions: []) }))
  }

  static func table(_ indicators: [Indicator], by: [Dimension]) -> TableSpec {
    TableSpec(
      id: by.map(\.rawValue).joined(separator: "-"), title: LocalizedText(sv: "", en: ""), indicators: indicators,
      by: by, section: "need", feature: "EST-01")
  }

  struct Result {
    var estimates: [EstimateRecord] = []
    var contributors: [ContributorRecord] = []
    var contrasts: [ContrastRecord] = []

    func cell(_ indicator: Indicator, _ domain: Domain, excluding: Bool = false) -> EstimateRecord? {
      estimates.first {
        $0.indicator == indicator && $0.domain == domain && ($0.excludesDominant == true) == excluding
      }
    }

    func contributors(_ indicator: Indicator, _ domain: Domain) -> ContributorRecord? {
      contributors.first { $0.indicator == indicator && $0.domain == domain.key && $0.excludesDominant != true }
    }
  }

  /// - Parameter part: answers in each part of the input: whatever it is, the result must not move.
  func aggregate(
    _ employers: [EmployerRecord], weighting: Weighting, frame: [FrameCellRecord], part: Int = 7,
    separations: SeparationRates? = nil
  ) throws -> Result {
    let aggregator = Aggregator(study: study, weighting: weighting, frame: frame, separations: separations)
    let parts = stride(from: 0, to: employers.count, by: part).map {
      Array(employers[$0..<min($0 + part, employers.count)])
    }
    var ratios = aggregator.noRatios
    for part in parts { ratios.merge(try aggregator.ratios(of: part)) }
    var sums = aggregator.noSums
    for part in parts { sums.add(try aggregator.updates(of: part, ratios: ratios)) }
    var result = Result()
    let tables = try EstimateTables(aggregator: aggregator, sums: sums, ratios: ratios)
    try tables.forEachCell {
      result.estimates.append($0)
      result.contributors.append($1)
    }
    result.contrasts = try tables.contrasts()
    return result
  }
}

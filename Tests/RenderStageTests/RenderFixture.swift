import FoundationEssentials
import ReleasedRecords
import TestSupport

@testable import RenderStage

/// A small study with released records of every status and grade, made from a seed.
struct RenderFixture {
  var study: Study
  var cells: [ReleasedCell] = []
  var fieldwork: [ReleasedFieldwork] = []
  var statements: [Statement] = []
  var facts: [FactRecord] = []
  var process: [ProcessRecord] = []
  var editing: [ReleasedEditing] = []
  var contrasts: [ReleasedContrast] = []
  var ranks: [ReleasedRank] = []
  var nonresponse: [ReleasedNonresponse] = []

  var released: Released {
    Released(
      cells: cells, fieldwork: fieldwork, statements: statements, facts: facts, process: process, editing: editing,
      contrasts: contrasts, ranks: ranks, nonresponse: nonresponse)
  }

  func report(_ language: Language) -> Report { Report(study: study, released: released, language: language) }

  func files(_ templates: [Language: TemplateText]? = nil) throws -> [RenderedFile] {
    try Renderer(study: study, released: released, templates: templates ?? Self.templates()).files()
  }

  func text(_ path: String) throws -> String {
    String(decoding: try files().first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  /// The templates that studies share.
  static func templates() throws -> [Language: TemplateText] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        let path = "Pipelines/templates/report.\(language.rawValue).mustache"
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return (language, TemplateText(path: path, text: text))
      })
  }

  // MARK: The study

  private static func text(_ sv: String, _ en: String) -> LocalizedText { LocalizedText(sv: sv, en: en) }

  /// Every section of the report has a table.
  static let tables: [TableSpec] = [
    table("staff-by-sector", [.employers, .staff, .staffNeeded, .growth], [.sector, .sizeClass], "staff"),
    table("staff-by-age", [.staffByAge], [.sector], "staff"),
    table(
      "posts-to-fill",
      [.headcount, .postsToFill, .retirements, .otherLeavers, .occupationGrowth, .retirementShareOfLeavers],
      [.occupation1], "posts-to-fill"),
    table("occupations-2-digits", [.headcount, .postsToFill, .retirements], [.occupation2], "occupations"),
    table("posts-by-occupation-and-sector", [.postsToFill], [.occupation1, .sector], "private-and-public"),
    table(
      "posts-by-sector", [.postsToFill, .retirements, .otherLeavers, .occupationGrowth], [.sector], "private-and-public"
    ),
    table("posts-by-size", [.postsToFill, .retirements], [.sizeClass], "small-and-large"),
    table("vanishing", [.vanishingJobs, .emergingJobs], [.occupation1], "vanishing-and-emerging"),
    table("competences-lacking", [.competencesLacking], [.occupation1], "competences"),
    table("shortage-balance", [.shortageBalance], [.occupation1], "recruitment"),
    table("attempts", [.recruitmentAttemptShare, .personsSought, .failureRate], [.sector, .sizeClass], "recruitment"),
    table("hiring-supports", [.hiringSupports, .traineeContactShare], [.sector], "hiring-supports"),
    table("gap", [.replacementNeed, .supply, .gap], [.occupation1], "need-and-supply"),
    table("retirements-and-ages", [.retirements, .occupationRetirementsFromAges], [.sector], "retirements"),
  ]

  private static func table(_ id: String, _ indicators: [Indicator], _ by: [Dimension], _ section: String) -> TableSpec
  {
    TableSpec(
      id: id, title: text("Tabell \(id.replacing("-", with: " "))", "Table \(id.replacing("-", with: " "))"),
      indicators: indicators, by: by, section: section, feature: "FOR-04")
  }

  static let occupations = ["1", "11", "2", "21", "22", "23", "5", "51", "52", "53"]
  static let items = ["swedish", "digital", "driving"]

  static func makeStudy(tables: [TableSpec] = RenderFixture.tables) -> Study {
    let places = FieldPlaces([:])
    let labels = [
      ("swedish", "Svenska", "Swedish"), ("digital", "Digital kompetens", "Digital skills"),
      ("driving", "Körkort", "Driving licence"),
    ]
    let questionnaire = Questionnaire(
      id: "employer", title: text("Enkät", "Questionnaire"), unitKey: places,
      codeLists: [CodeList(id: "competence", codes: labels.map { .init(code: $0.0, label: text($0.1, $0.2)) })],
      questions: [
        Question(
          id: "Q1", text: text("Vad saknas?", "What is lacking?"), kind: .choices, repeats: .occupations,
          measures: ConceptReference(.competencesLacking), codeList: "competence", places: places),
        Question(
          id: "Q2", text: text("Vad behövs?", "What does it take?"), kind: .choices,
          measures: ConceptReference(.hiringSupports), codeList: "competence", places: places),
      ])
    let sizes = [("1-9", 1, 9), ("10-19", 10, 19), ("20+", 20, nil)] as [(String, Int, Int?)]
    return Study(
      id: "prov", title: text("Behovet i Södertälje", "The need in Södertälje"),
      client: text("Kommunen", "The municipality"),
      isSynthetic: true, municipalities: ["0181"], baseDate: "2025-12-31", asOf: "2026-04-15",
      fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases,
      sizeClasses: sizes.map { SizeClass(code: $0.0, smallest: $0.1, largest: $0.2) }, dataFolder: "", keyFile: "",
      keys: ProtectionKeys(p: 10, pseudonymKey: "test"),
      frame: FrameSource(framePath: "", samplePath: "", vintage: "2025-11"),
      responses: [
        ResponseSource(name: "web-forms", carrier: .htmlForm, path: "", questionnaire: "employer", mode: .web)
      ],
      questionnaires: [questionnaire],
      rules: [
        EditRule(
          id: "retirements-within-headcount", scope: .occupations, must: "retirements(10) <= headcount",
          severity: .hard,
          suspect: [], message: text("Fler pensioner än anställda", "More retirements than staff"))
      ],
      assumptions: Assumptions(
        entries: [
          .init(id: "a", text: text("Gränser", "Limits"), owner: "Gruppen", source: "Antagande", date: "2026-01-12")
        ], ratioLimits: [.init(concept: ConceptReference(.staff), sizeClass: "1-9", lower: 0.5, upper: 2)]),
      tables: tables,
      classifications: Classifications(
        occupations: Dictionary(
          uniqueKeysWithValues: occupations.map {
            ($0, Occupation(code: $0, name: text("Yrken \(letters($0))", "Occupations \(letters($0))")))
          }),
        municipalities: ["0181": Municipality(code: "0181", name: "Södertälje", county: "01")]))
  }

  /// Names without digits, so that a digit in the text is a figure.
  private static func letters(_ code: String) -> String {
    String(code.map { Character(UnicodeScalar(UInt8(ascii: "a") + ($0.asciiValue ?? 48) - 48)) })
  }

  // MARK: The records

  init(seed: UInt64 = 1, tables: [TableSpec] = RenderFixture.tables) {
    study = Self.makeStudy(tables: tables)
    var generator = SeededGenerator(seed: seed)
    for spec in tables { cells += Self.cells(of: spec, study, &generator) }
    fieldwork = Self.strata(&generator)
    process = Self.counts
    facts = [
      FactRecord(kind: .project, key: "title", value: "Prov", feature: "ING-05"),
      FactRecord(kind: .project, key: "support", value: "250000 kr", feature: "ING-05"),
      FactRecord(kind: .project, key: "municipalitiesListed", value: "0181", feature: "ING-07"),
    ]
    var statement = Statement()
    statement.section = "vanishing-and-emerging"
    statement.sv = "Yrken b: flera arbetsgivare väntar sig att jobb försvinner."
    statement.en = "Occupations b: several employers expect jobs to vanish."
    statement.feature = "COD-07"
    statements = [statement]
    compareCells(&generator)
  }

  /// Comparisons as survey-protect hands them over, of the cells as they are now.
  mutating func compareCells(_ generator: inout SeededGenerator) {
    (contrasts, ranks) = ([], [])
    compare(in: "sector", [.recruitmentAttemptShare, .failureRate, .hiringSupports], &generator) { $0.sector != nil }
    compare(in: "sizeClass", [.recruitmentAttemptShare], &generator) { $0.sizeClass != nil }
    for indicator in [Indicator.competencesLacking, .hiringSupports] {
      compare(in: "item/\(indicator.rawValue)", [indicator], &generator) { $0.item != nil }
    }
  }

  /// Comparisons between the speakable cells of one dimension, of which every third is decided; and the places that
  /// follow from them.
  private mutating func compare(
    in family: String, _ indicators: [Indicator], _ generator: inout SeededGenerator, _ isOfDimension: (Domain) -> Bool
  ) {
    let own = cells.filter { cell in
      indicators.contains(cell.indicator) && isOfDimension(cell.domain) && cell.isSpeakable
        && cell.domain.dimensionsInUse == (family.contains("/") ? 0 : 1)
    }
    var found: [ReleasedContrast] = []
    for (place, first) in own.enumerated() {
      for second in own[(place + 1)...]
      where first.indicator == second.indicator && (family.contains("/") || first.item == second.item) {
        var contrast = ReleasedContrast()
        (contrast.family, contrast.indicator) = (family, first.indicator)
        (contrast.first, contrast.second) = (first.id, second.id)
        if Int.random(in: 0..<3, using: &generator) == 0 {
          contrast.direction = first.least > second.least ? .positive : .negative
          contrast.adjustedP = 0.01
        }
        found.append(contrast)
      }
    }
    for place in found.indices { found[place].comparisons = found.count }
    contrasts += found
    guard family.contains("/") else { return }
    for cell in own {
      var rank = ReleasedRank()
      (rank.family, rank.indicator, rank.cell, rank.of) = (family, cell.indicator, cell.id, own.count)
      func others(_ direction: ReleasedCell.Direction, _ asSecond: ReleasedCell.Direction) -> Int {
        found.count {
          $0.first == cell.id && $0.direction == direction || $0.second == cell.id && $0.direction == asSecond
        }
      }
      rank.first = 1 + others(.negative, .positive)
      rank.last = own.count - others(.positive, .negative)
      ranks.append(rank)
    }
  }

  private static func cells(of spec: TableSpec, _ study: Study, _ generator: inout SeededGenerator) -> [ReleasedCell] {
    var cells: [ReleasedCell] = []
    for indicator in spec.indicators {
      var domains = [Domain()]
      for dimension in spec.by {
        domains += domains.flatMap { domain in codes(dimension, study).map { set(domain, dimension, $0) } }
      }
      for domain in domains {
        for horizon in indicator.hasHorizon ? study.horizons.map({ Optional($0.years) }) : [nil] {
          for item in indicator.hasItems ? items(of: indicator).map(Optional.some) : [nil] {
            var at = domain
            (at.horizon, at.item) = (horizon, item)
            cells.append(cell(spec, indicator, at, &generator))
          }
        }
      }
    }
    return cells
  }

  private static func items(of indicator: Indicator) -> [String] {
    indicator == .staffByAge ? ["under50", "65plus"] : items
  }

  private static func codes(_ dimension: Dimension, _ study: Study) -> [String] {
    switch dimension {
    case .sector: Sector.allCases.map(\.rawValue)
    case .sizeClass: study.sizeClasses.map(\.code)
    case .occupation1: occupations.filter { $0.count == 1 } + [Occupation.allOther, Occupation.uncoded]
    case .occupation2: occupations.filter { $0.count == 2 }
    default: []
    }
  }

  private static func set(_ domain: Domain, _ dimension: Dimension, _ code: String) -> Domain {
    var domain = domain
    switch dimension {
    case .sector: domain.sector = code
    case .sizeClass: domain.sizeClass = code
    default: domain.occupation = code
    }
    return domain
  }

  private static func cell(
    _ spec: TableSpec, _ indicator: Indicator, _ domain: Domain, _ generator: inout SeededGenerator
  ) -> ReleasedCell {
    var cell = ReleasedCell()
    cell.id = "\(spec.id)/\(indicator.rawValue)/\(domain.key)"
    cell.table = spec.id
    cell.indicator = indicator
    cell.formula = indicator.formula
    cell.feature = spec.feature
    cell.unit = indicator.unit
    cell.domain = domain
    cell.answers = 187
    cell.effectiveSize = 93
    let draw = Int.random(in: 0..<100, using: &generator)
    switch draw {
    case 0..<8: cell.status = .confidential
    case 8..<14: cell.status = .uncertain
    case 14..<17: cell.status = .zero
    case 17..<19: cell.status = .cannotOccur
    case 19..<21: cell.status = .notAsked
    default: show(&cell, draw < 60 ? .A : draw < 85 ? .B : .C, &generator)
    }
    return cell
  }

  /// What a grade allows, with numbers that stand nowhere else.
  static func show(_ cell: inout ReleasedCell, _ grade: Grade, _ generator: inout SeededGenerator) {
    cell.status = .shown
    cell.grade = grade
    let (low, estimate, high): (Double, Double, Double)
    switch cell.indicator.kind {
    case .share:
      low = Double(Int.random(in: 110..<300, using: &generator)) / 1000
      (estimate, high) = (low + 0.1, low + 0.2)
    case .balance:
      low = Double(Int.random(in: -900..<700, using: &generator)) / 1000
      (estimate, high) = (low + 0.1, low + 0.2)
    default:
      low = Double(5 * Int.random(in: 200..<3000, using: &generator))
      (estimate, high) = (low + 505, low + 1515)
    }
    if grade == .A { cell.estimate = estimate }
    if grade != .C { (cell.low, cell.high) = (low, high) } else { cell.direction = low < 0 ? .negative : .positive }
    if cell.indicator == .gap { cell.verdict = .likelyShortage }
  }

  private static func strata(_ generator: inout SeededGenerator) -> [ReleasedFieldwork] {
    Sector.allCases.flatMap { sector in
      ["1-9", "10-19", "20+"].map { size in
        var stratum = ReleasedFieldwork()
        stratum.stratum = "0181-\(sector.rawValue)-\(size)"
        stratum.municipality = "0181"
        stratum.sector = sector
        stratum.sizeClass = size
        stratum.group = stratum.stratum
        stratum.frameUnits = Int.random(in: 400..<900, using: &generator)
        stratum.approached = size == "20+" ? stratum.frameUnits : Int.random(in: 100..<200, using: &generator)
        stratum.answered = stratum.approached - Int.random(in: 20..<80, using: &generator)
        stratum.refused = 7
        stratum.ineligible = 3
        stratum.answeredStaffShare = size == "1-9" ? nil : 0.657
        return stratum
      }
    }
  }

  private static let counts: [ProcessRecord] = [
    ProcessRecord(stage: "ingest", what: "frame units", key: "2025-11", count: 4321, feature: "ING-08"),
    ProcessRecord(stage: "ingest", what: "responses", key: "web-forms", count: 1234, feature: "ING-17"),
    ProcessRecord(stage: "clean", what: "disposition", key: "completed", count: 1198, feature: "WGT-07"),
    ProcessRecord(stage: "clean", what: "disposition", key: "refused", count: 311, feature: "WGT-07"),
    ProcessRecord(stage: "clean", what: "disposition", key: "noContact", count: 298, feature: "WGT-07"),
    ProcessRecord(stage: "clean", what: "disposition", key: "ineligible", count: 77, feature: "WGT-07"),
    ProcessRecord(stage: "clean", what: "edit", key: "coding", count: 83, feature: "EDT-06"),
    ProcessRecord(
      stage: "clean", what: "rule breaks", key: "retirements-within-headcount", count: 29, feature: "EDT-10"),
    ProcessRecord(
      stage: "clean", what: "rule holds", key: "retirements-within-headcount", count: 1139, feature: "EDT-10"),
    ProcessRecord(stage: "aggregate", what: "response groups", count: 25, feature: "WGT-01"),
    ProcessRecord(stage: "dream", what: "new counts", count: 61, feature: "OPS-12"),
  ]
}

extension [RenderedFile] {
  func text(_ path: String) -> String { String(decoding: first { $0.path == path }?.bytes ?? [], as: UTF8.self) }
}

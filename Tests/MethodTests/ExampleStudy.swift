import ConfidentialRecords
import Foundation
import SurveyModel

/// The study of an example: its frame, its answers, and the tables that hold what the example expects.
struct ExampleStudy {
  private(set) var study: Study
  private(set) var frame: [FrameCellRecord] = []
  private(set) var design: [DesignRecord] = []
  private(set) var employers: [EmployerRecord] = []

  /// - Parameters:
  ///   - strata: a line for each stratum, or for each section of a stratum, with `units` and how approaches ended.
  ///   - answers: nil where only the weights are of interest.
  ///   - results: what is expected; they say which tables the study has.
  init(
    strata: PageTable, answers: PageTable?, limits: PageTable?, factors: PageTable?, settings: [String: String],
    results: [PageTable]
  ) throws {
    study = Self.empty
    let stratum = strata.rows.first?["stratum"] ?? ""
    for var object in try answers.map(RecordText.objects) ?? [] {
      object["stratum"] = object["stratum"] ?? stratum
      let parts = Self.parts(of: object["stratum"] as? String ?? "")
      (object["municipality"], object["sector"], object["sizeClass"]) = (parts.municipality, parts.sector, parts.size)
      object["section"] = object["section"] ?? "C"
      object["enterprise"] = object["enterprise"] ?? object["establishment"]
      object["form"] = object["form"] ?? "long"
      object["employees"] = object["employees"] ?? (object["staff"] as? NSNumber ?? 0)
      employers.append(try RecordText.employer(object))
    }
    employers.sort { ($0.enterprise, $0.establishment) < ($1.enterprise, $1.establishment) }
    for row in strata.rows { add(row, answers: answers) }
    for employer in employers { add(employer) }
    complete(settings, limits: limits, results: results)
    study.assumptions.factors = (factors?.rows ?? []).compactMap(Self.factor)
  }

  private mutating func add(_ row: [String: String], answers: PageTable?) {
    let code = row["stratum"] ?? ""
    let parts = Self.parts(of: code)
    var cell = FrameCellRecord()
    (cell.municipality, cell.sizeClass, cell.stratum) = (parts.municipality, parts.size, code)
    cell.sector = Sector(rawValue: parts.sector) ?? .private
    cell.section = row["section"] ?? "C"
    cell.units = row["units"].flatMap { Int($0) } ?? 0
    cell.employees = row["employees"].flatMap { Int($0) } ?? 0
    frame.append(cell)
    if !study.municipalities.contains(parts.municipality) { study.municipalities.append(parts.municipality) }
    if !study.sizeClasses.contains(where: { $0.code == parts.size }) {
      let ends = parts.size.split { !$0.isNumber }.compactMap { Int($0) }
      study.sizeClasses.append(
        SizeClass(code: parts.size, smallest: ends.first ?? 0, largest: ends.count > 1 ? ends[1] : nil))
    }
    for disposition in Disposition.allCases where !disposition.isAnswer {
      for number in 0..<(row[disposition.rawValue].flatMap { Int($0) } ?? 0) {
        var unit = DesignRecord()
        unit.establishment = "\(code)-\(disposition.rawValue)-\(number)"
        (unit.stratum, unit.municipality, unit.sizeClass) = (code, parts.municipality, parts.size)
        (unit.sector, unit.section, unit.disposition) = (cell.sector, cell.section, disposition)
        design.append(unit)
      }
    }
  }

  private mutating func add(_ employer: EmployerRecord) {
    var unit = DesignRecord()
    (unit.establishment, unit.enterprise) = (employer.establishment, employer.enterprise)
    (unit.municipality, unit.sector, unit.section) = (employer.municipality, employer.sector, employer.section)
    (unit.sizeClass, unit.stratum, unit.employees) = (employer.sizeClass, employer.stratum, employer.employees)
    (unit.disposition, unit.dominant) = (.completed, employer.dominant)
    design.append(unit)
    guard employer.dominant == true, let cell = frame.firstIndex(where: { $0.stratum == employer.stratum }) else {
      return
    }
    frame[cell].dominantUnits += 1
  }

  private mutating func complete(_ settings: [String: String], limits: PageTable?, results: [PageTable]) {
    study.sizeClasses.sort { $0.smallest < $1.smallest }
    let sections = Set(employers.map(\.section) + frame.map(\.section)).sorted()
    study.classifications = Classifications(
      sections: sections.map { .init(letter: $0, name: LocalizedText(sv: $0, en: $0), divisions: []) })
    let municipalities = study.municipalities.map {
      ($0, Municipality(code: $0, name: $0, county: String($0.prefix(2))))
    }
    study.classifications.municipalities = Dictionary(uniqueKeysWithValues: municipalities)
    study.protection.rounding = settings["rounding"].flatMap { Int($0) } ?? study.protection.rounding
    study.minimumGroup = settings["minimum-group"].flatMap { Int($0) } ?? study.minimumGroup
    study.assumptions = Assumptions(
      ratioLimits: (limits?.rows ?? []).compactMap { row in
        guard let concept = row["limit"].flatMap(ConceptReference.init),
          let lower = row["lower"].flatMap({ Double($0) }), let upper = row["upper"].flatMap({ Double($0) })
        else { return nil }
        return .init(concept: concept, sizeClass: row["sizeClass"], lower: lower, upper: upper)
      })
    if let first = settings["first exit age"].flatMap({ Int($0) }), let shares = settings["retired by"] {
      study.assumptions.exitAges = ExitAges(
        firstAge: first, retiredBy: shares.components(separatedBy: ", ").compactMap { Double($0) })
    }
    var wanted: [(Indicator, Domain)] = []
    for row in results.flatMap(\.rows) {
      guard let indicator = row["result"].flatMap(Indicator.init) else { continue }
      wanted.append((indicator, Domain(row: row)))
      guard indicator.isFromSupply else { continue }
      wanted.append((.replacementNeed, Domain(row: row)))
      // The start of the drift (F19).
      for start in [Indicator.shortageBalance, .headcount, .occupationGrowth] {
        wanted.append((start, Domain(row: row)))
      }
    }
    study.questionnaires = [Self.questionnaire(items: wanted)]
    study.tables = wanted.enumerated().map { number, wanted in
      TableSpec(
        id: "t\(number)", title: LocalizedText(sv: "", en: ""), indicators: [wanted.0], by: wanted.1.dimensions,
        section: "need", feature: "DOC-04")
    }
  }

  /// One that raises need by a number of persons.
  private static func factor(_ row: [String: String]) -> ExternalFactor? {
    guard let id = row["factor"], let occupation = row["occupation"], let low = row["low"].flatMap({ Double($0) }),
      let base = row["base"].flatMap({ Double($0) }), let high = row["high"].flatMap({ Double($0) }),
      let horizon = row["horizon"].flatMap({ Int($0) }).flatMap(Horizon.init(rawValue:))
    else { return nil }
    let name = LocalizedText(sv: id, en: id)
    return ExternalFactor(
      id: id, name: name, direction: .raises, target: .need,
      size: .persons([occupation: AssumedRange(low: low, base: base, high: high)]), horizons: [horizon],
      occupations: [occupation], evidence: name)
  }

  private static func parts(of stratum: String) -> (municipality: String, sector: String, size: String) {
    let parts = stratum.split(separator: "-", maxSplits: 2).map(String.init)
    return parts.count == 3 ? (parts[0], parts[1], parts[2]) : ("", "", "")
  }

  /// With a code list for each question whose items the results speak of.
  private static func questionnaire(items: [(Indicator, Domain)]) -> Questionnaire {
    let (places, name) = (FieldPlaces([:]), LocalizedText(sv: "", en: ""))
    var codes: [Concept: [String]] = [:]
    for (indicator, domain) in items {
      guard let concept = indicator.itemConcept, let item = domain.item else { continue }
      if codes[concept]?.contains(item) != true { codes[concept, default: []].append(item) }
    }
    let lists = codes.sorted { $0.key.rawValue < $1.key.rawValue }
    return Questionnaire(
      id: "employer", title: name,
      forms: ["short", "long"].map { QuestionnaireForm(code: $0, label: name, written: []) }, unitKey: places,
      codeLists: lists.map { concept, codes in
        CodeList(id: concept.rawValue, codes: codes.map { .init(code: $0, label: name) })
      },
      questions: [
        Question(
          id: "Q7", text: name, kind: .count, repeats: .occupations, measures: ConceptReference(.headcount),
          forms: ["long"], places: places)
      ]
        + lists.map { concept, _ in
          Question(
            id: concept.rawValue, text: name, kind: .choices, repeats: concept.repeats,
            measures: ConceptReference(concept), codeList: concept.rawValue, forms: ["long"], places: places)
        })
  }

  private static var empty: Study {
    let name = LocalizedText(sv: "", en: "")
    return Study(
      id: "example", title: name, client: name, isSynthetic: true, municipalities: [], baseDate: "2025-12-31",
      asOf: "2026-04-15", fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases,
      sizeClasses: [], dataFolder: "", keyFile: "", keys: ProtectionKeys(p: 10, pseudonymKey: "example"),
      frame: FrameSource(framePath: "", samplePath: "", vintage: "2025-11"), responses: [])
  }
}

extension Domain {
  /// The dimensions that a line of results names.
  init(row: [String: String]) {
    self.init(
      municipality: row["municipality"], sector: row["sector"], section: row["section"], sizeClass: row["sizeClass"],
      occupation: row["occupation"], horizon: row["horizon"].flatMap { Int($0) }, item: row["item"])
  }

  /// What a table must be broken down by to hold the domain.
  var dimensions: [SurveyModel.Dimension] {
    let digits: SurveyModel.Dimension? = occupation.map {
      $0.count == 1 ? .occupation1 : $0.count == 2 ? .occupation2 : .occupation3
    }
    return [
      municipality == nil ? nil : .municipality, sector == nil ? nil : .sector, section == nil ? nil : .section,
      sizeClass == nil ? nil : .sizeClass, digits,
    ].compactMap(\.self)
  }
}

import Diagnostics
import Expressions
import FoundationEssentials
import SurveyModel

/// Reads a study's folder into values.
package enum StudyLoader {
  /// - Parameter folder: such as `Pipelines/demo-k`, with the folder `classifications` beside it.
  /// - Throws: `wrongStudyFile`, with everything that is wrong with all files of the study.
  package static func load(folder: String) throws(StageFailure) -> Study {
    let faults = FaultList()
    let files = StudyFolder(path: folder, faults: faults)
    let study = files.load()
    try faults.throwIfAny()
    guard let study else {
      throw StageFailure(.wrongStudyFile, [Problem(.error, at: SourceLocation(path: folder), "there is no study here")])
    }
    return study
  }
}

/// The files of one study, read in the order in which they refer to each other.
private struct StudyFolder {
  let path: String
  let faults: FaultList

  init(path: String, faults: FaultList) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.faults = faults
  }

  func load() -> Study? {
    let parts = path.split(separator: "/")
    let parent = parts.count > 1 ? (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/") : "."
    let classifications = ClassificationLoader(folder: parent + "/classifications", faults: faults).load()
    let questionnaires = named("questionnaires", .questionnaire) { $0.id }
    let descriptions = named("pages", .pageDescription) { $0.id }
    let context = StudyContext(
      id: parts.last.map(String.init) ?? "", questionnaires: questionnaires.map(\.name),
      pageDescriptions: descriptions.map(\.name), municipalities: classifications.municipalities)
    let draft = YAMLFile.read(path + "/study.yaml", as: .study(context), faults)

    let known = questionnaires.compactMap(\.value)
    let isComplete = known.count == questionnaires.count
    let names = Concept.Repeat.allCases.map { scope in
      (scope, isComplete ? NameSchema.answers(to: known, seenFrom: scope) : .allConcepts(seenFrom: scope))
    }
    let rules = optional(
      "rules.yaml", .rules(knowing: Dictionary(names, uniquingKeysWith: { a, _ in a })), default: RulesFile())
    let sizeClasses = draft?.sizeClasses.map(\.code)
    let assumptions = optional("assumptions.yaml", .assumptions(sizeClasses: sizeClasses), default: Assumptions())

    guard var study = draft else { return nil }
    study.classifications = classifications
    study.questionnaires = known
    study.pageDescriptions = descriptions.compactMap(\.value)
    study.rules = rules.rules
    study.reliability = rules.reliability
    study.outlierRules = rules.outliers
    study.assumptions = assumptions
    study.keys = keys(of: study)
    // A broken question is told once, not again for every table that needs it.
    if faults.problems.isEmpty {
      checkTables(of: study)
      checkFactors(of: study)
    }
    return study
  }

  /// What a table counts must have been asked at every horizon of the study: an answer that nobody could give is not 0.
  private func checkTables(of study: Study) {
    let asked = Set(study.questionnaires.flatMap(\.questions).compactMap(\.measures))
    let needs = study.tables.filter { $0.indicators.contains(.replacementNeed) }
    for table in study.tables {
      if table.indicators.contains(where: \.isFromSupply),
        !needs.contains(where: { Set($0.by).isSuperset(of: table.by) })
      {
        faults.add(
          "table \(table.id) holds need against supply, and no table has the need by the same",
          at: SourceLocation(path: path + "/study.yaml"), expected: "a table of replacementNeed by the same dimensions")
      }
      for indicator in table.indicators {
        let needed = indicator.concepts.flatMap { concept in
          concept.hasHorizon ? study.horizons.map { ConceptReference(concept, $0) } : [ConceptReference(concept)]
        }
        for reference in needed where !asked.contains(reference) {
          faults.add(
            "table \(table.id) asks for \(indicator.rawValue), which no question can answer",
            at: SourceLocation(path: path + "/study.yaml"), expected: "a question that measures \(reference)",
            hint: "add the question, or take \(indicator.rawValue) out of the table")
        }
        checkOutside(indicator, table, study)
      }
    }
  }

  /// What is reckoned from other figures stands beside them; from an assumption or a table from outside, it is nothing
  /// without it.
  private func checkOutside(_ indicator: Indicator, _ table: TableSpec, _ study: Study) {
    for source in indicator.reckonedFrom
    where !study.tables.contains(where: { $0.indicators.contains(source) && Set($0.by).isSuperset(of: table.by) }) {
      faults.add(
        "table \(table.id) asks for \(indicator.rawValue), which is reckoned from \(source.rawValue)",
        at: SourceLocation(path: path + "/study.yaml"),
        expected: "a table of \(source.rawValue) by the same dimensions",
        hint: "add \(source.rawValue) to the table")
    }
    if indicator.exitScenario != nil, study.assumptions.exitAges == nil {
      faults.add(
        "table \(table.id) asks for \(indicator.rawValue), which rests on ages of exit",
        at: SourceLocation(path: path + "/study.yaml"), expected: "exit-ages in assumptions.yaml",
        hint: "state them, or take \(indicator.rawValue) out of the table")
    }
    if let name = indicator.contextNeeded, !study.context.contains(where: { $0.name == name }) {
      faults.add(
        "table \(table.id) asks for \(indicator.rawValue), which rests on the context table \(name.rawValue)",
        at: SourceLocation(path: path + "/study.yaml"), expected: "\(name.rawValue) under context",
        hint: "bring the table, or take \(indicator.rawValue) out")
    }
  }

  /// A factor speaks of municipalities and horizons that the study has, and persons of one municipality.
  private func checkFactors(of study: Study) {
    let place = SourceLocation(path: path + "/assumptions.yaml")
    for factor in study.assumptions.factors {
      for code in factor.municipalities where !study.municipalities.contains(code) {
        faults.add(
          "factor \(factor.id) speaks of a municipality that is not the study's", at: place,
          expected: study.municipalities.joined(separator: ", "), got: code)
      }
      for horizon in factor.horizons where !study.horizons.contains(horizon) {
        faults.add(
          "factor \(factor.id) speaks of a horizon that is not the study's", at: place,
          expected: study.horizons.map { "\($0.years)" }.joined(separator: ", "), got: "\(horizon.years)")
      }
      let own = factor.municipalities.isEmpty ? study.municipalities : factor.municipalities
      if case .persons = factor.size, own.count > 1 {
        faults.add(
          "factor \(factor.id) gives persons in more than one municipality", at: place,
          hint: "make a factor for each of them")
      }
    }
  }

  /// The YAML files of a folder, by the name before `.yaml`, which is the identifier they must state. A file that cannot
  /// be read keeps its name, so that what refers to it is no second fault.
  private func named<Value>(
    _ folder: String, _ type: YAMLType<Value>, id: (Value) -> String
  ) -> [(name: String, value: Value?)] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    let names = files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }.map { name in
      let file = "\(path)/\(folder)/\(name).yaml"
      let value = YAMLFile.read(file, as: type, faults)
      if let value, id(value) != name {
        faults.add("the id is not the name of the file", at: SourceLocation(path: file), expected: name, got: id(value))
      }
      return (name, value)
    }
  }

  /// A file that a study may do without.
  private func optional<Value>(_ file: String, _ type: YAMLType<Value>, default value: Value) -> Value {
    guard FileManager.default.fileExists(atPath: path + "/" + file) else { return value }
    return YAMLFile.read(path + "/" + file, as: type, faults) ?? value
  }

  /// What must not be public. Only made-up data may have their key file in the repository, which is what lies in the
  /// working folder.
  private func keys(of study: Study) -> ProtectionKeys {
    let none = ProtectionKeys(p: 0, pseudonymKey: "")
    guard study.isSynthetic || !isInWorkingFolder(study.keyFile) else {
      faults.add(
        "the key file lies in the repository", at: SourceLocation(path: path + "/study.yaml"),
        expected: "a path outside the working folder", hint: "only a study with synthetic: true may keep it there")
      return none
    }
    return YAMLFile.read(study.keyFile, as: .keys, faults) ?? none
  }

  private func isInWorkingFolder(_ file: String) -> Bool {
    let here = FileManager.default.currentDirectoryPath.split(separator: "/")
    var parts = file.hasPrefix("/") ? [] : here
    for part in file.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.starts(with: here)
  }
}

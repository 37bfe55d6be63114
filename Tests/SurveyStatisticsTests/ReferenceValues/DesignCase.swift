import Foundation
import SurveyStatistics

/// A case of a table with one row per unit: the sample as the case's design describes it.
struct DesignCase {
  let item: ReferenceCase
  let table: CSVTable
  let sample: WeightedSample

  init(_ item: ReferenceCase, table: CSVTable) throws {
    self.item = item
    self.table = table
    func column(_ key: String) -> String? { item.design[key]?.text }
    guard let weight = column("weight") else { throw ReferenceFault.unknownOption("weight") }
    let design = try SampleDesign(
      weights: table.numbers(weight), strata: column("strata").map { try Labels(table.texts($0)) },
      clusters: column("cluster").map { try Labels(table.texts($0)) },
      populationSizes: column("fpc").map(table.numbers), loneUnits: Self.rule(column("lonely_psu")),
      countsLoneInDomains: item.design["adjust_domain_lonely"] == .bool(true))
    sample =
      try item.design["calibration"].map {
        try WeightedSample(design, adjusted: Self.adjustment($0, item: item, weights: design.weights, table: table))
      } ?? WeightedSample(design)
  }

  private static func rule(_ name: String?) throws -> LoneUnitRule {
    switch name {
    case "fail": .fail
    case "remove": .remove
    case "certainty": .certainty
    case "adjust": .adjust
    case "average": .average
    // Nothing said, or a note that the question does not arise: any rule must do.
    case .some(let note) where !note.contains("not met"): throw ReferenceFault.unknownOption(note)
    default: .fail
    }
  }

  // MARK: Adjusted weights

  private static func adjustment(
    _ spec: JSON, item: ReferenceCase, weights: [Double], table: CSVTable
  ) throws -> any WeightAdjustment {
    let kind = spec["kind"]?.text ?? ""
    switch kind {
    case "poststratification":
      let margin = try margin(spec, table: table)
      return try PostStratification(weights: weights, classes: margin.classes, totals: margin.totals)
    case "raking":
      let margins = try (spec["margins"]?.list ?? []).map { try margin($0, table: table) }
      let isDefault = spec["tolerance"]?.text?.hasPrefix("R default") ?? false
      return try Raking(
        weights: weights, margins: margins, stopping: isDefault ? .asR : .converged, variance: .asR)
    case "calibration":
      let (columns, totals) = try model(spec, table: table)
      let limits = spec["bounds"]?.list.compactMap(\.number) ?? []
      return try Calibration(
        weights: weights, columns: columns, totals: totals, distance: distance(spec["distance"]?.text ?? ""),
        bounds: limits.count == 2 ? limits[0]...limits[1] : nil)
    default: throw ReferenceFault.unknownOption(kind)
    }
  }

  private static func distance(_ name: String) throws -> CalibrationDistance {
    switch name {
    case "linear": .linear
    case "raking": .raking
    case "logit": .logit
    default: throw ReferenceFault.unknownOption(name)
    }
  }

  /// Totals stand under `level`, or under the names of the columns that make the classes.
  private static func margin(_ spec: JSON, table: CSVTable) throws -> Margin {
    let names = spec["by"]?.texts ?? []
    let columns = try names.map(table.texts)
    var places: [[String]: Int] = [:]
    var totals: [Double] = []
    for entry in spec["totals"]?.list ?? [] {
      let label = entry["level"]?.text.map { [$0] } ?? names.map { entry[$0]?.text ?? "" }
      places[label] = totals.count
      totals.append(entry["total"]?.number ?? .nan)
    }
    let classes = (0..<table.count).map { row in places[columns.map { $0[row] }] ?? -1 }
    return Margin(classes: classes, totals: totals)
  }

  /// The model's columns by the names of their terms: the intercept, a numeric column, or a level of a factor.
  private static func model(_ spec: JSON, table: CSVTable) throws -> (columns: [[Double]], totals: [Double]) {
    if case .list(let margins) = spec["margins"] {
      let all = try margins.map { try margin($0, table: table) }
      let columns = all.flatMap { margin in
        margin.totals.indices.map { place in margin.classes.map { $0 == place ? 1.0 : 0 } }
      }
      return (columns, all.flatMap(\.totals))
    }
    var columns: [[Double]] = []
    var totals: [Double] = []
    for entry in spec["totals"]?.list ?? [] {
      let term = entry["term"]?.text ?? ""
      totals.append(entry["total"]?.number ?? .nan)
      if term == "(Intercept)" {
        columns.append(Array(repeating: 1, count: table.count))
      } else if table.columns[term] != nil {
        columns.append(try table.numbers(term))
      } else if let name = table.columns.keys.filter({ term.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
        let level = String(term.dropFirst(name.count))
        columns.append(try table.texts(name).map { $0 == level ? 1 : 0 })
      } else {
        throw ReferenceFault.noColumn(term)
      }
    }
    return (columns, totals)
  }

  // MARK: Domains

  /// The domains met among the units, each with its units and its name; the whole sample without `by`.
  func domains() throws -> [(units: [Bool]?, name: JSON)] {
    let names = item.by
    guard !names.isEmpty else { return [(nil, .object([:]))] }
    let columns = try names.map(table.texts)
    let labels = (0..<table.count).map { row in columns.map { $0[row] } }
    return Set(labels).filter { !$0.contains("") }.map { label in
      (
        labels.map { $0 == label },
        .object(Dictionary(uniqueKeysWithValues: zip(names, label.map(JSON.text))))
      )
    }
  }
}

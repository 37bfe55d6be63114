import AggregateStage
import ConfidentialRecords
import Diagnostics
import Foundation
import Testing

/// An example of a page, run through the stages' own code: answers → weights → estimates → gaps.
struct WorkedExample {
  private let tables: [PageTable]
  /// Numbers compared at 1e-9.
  private(set) var exact = 0
  private(set) var compared = 0

  init(_ section: MethodPage.Section) { tables = section.tables }

  mutating func run() throws {
    let results = tables.filter { $0.first == "result" }
    if let strata = table("stratum") {
      let example = try ExampleStudy(
        strata: strata, answers: table("employer"), limits: table("limit"), factors: table("factor"),
        settings: settings,
        results: results)
      let weighting = try Weighting(study: example.study, frame: example.frame, design: example.design)
      try compareStrata(strata, weighting.fieldwork)
      let rates = table("rates").flatMap { SeparationRates($0.context(.separations, first: "occupation")) }
      let cells = try Self.cells(example, weighting: weighting, separations: rates)
      let gaps = try table("component").map {
        try GapExample(supply: $0, county: table("area"), cells: cells, study: example.study)
      }
      try compare(results, cells, gaps: gaps, study: example.study)
    }
    if let ratios = table("ratio") {
      let example = try OutlierExample(ratios: ratios, effects: table("effect"), settings: settings)
      compared += example.compared
      exact += example.exact
    }
    for row in tables.filter({ $0.first == "function" }).flatMap(\.rows) { try compareFunction(row) }
  }

  private func table(_ first: String) -> PageTable? { tables.first { $0.first == first } }

  private var settings: [String: String] {
    var settings: [String: String] = [:]
    for row in table("setting")?.rows ?? [] { settings[row["setting"] ?? ""] = row["value"] }
    return settings
  }

  typealias Cell = (estimate: EstimateRecord, contributors: ContributorRecord)

  private static func cells(
    _ example: ExampleStudy, weighting: Weighting, separations: SeparationRates?
  ) throws -> [Cell] {
    let aggregator = Aggregator(
      study: example.study, weighting: weighting, frame: example.frame, separations: separations)
    let ratios = try aggregator.ratios(of: example.employers)
    var sums = aggregator.noSums
    sums.add(try aggregator.updates(of: example.employers, ratios: ratios))
    var cells: [Cell] = []
    try EstimateTables(aggregator: aggregator, sums: sums, ratios: ratios).forEachCell { cells.append(($0, $1)) }
    return cells
  }

  // MARK: Comparing

  private mutating func compareStrata(_ strata: PageTable, _ fieldwork: [FieldworkRecord]) throws {
    for row in strata.rows {
      let record = try #require(fieldwork.first { $0.stratum == row["stratum"] })
      var actual = try RecordText.fields(record)
      actual["units"] = actual["frameUnits"]
      actual["employees"] = actual["frameEmployees"]
      let parts = strata.rows.count { $0["stratum"] == row["stratum"] }
      // A line for a section holds a part of its stratum.
      let columns = strata.heading.filter { $0 != "section" && (parts == 1 || $0 == "weight" || $0 == "group") }
      compare(row, with: actual, columns: columns.filter { $0 != "stratum" }, in: record.stratum)
    }
  }

  private mutating func compare(_ results: [PageTable], _ cells: [Cell], gaps: GapExample?, study: Study) throws {
    for table in results {
      for row in table.rows {
        let name = row["result"] ?? ""
        let indicator = try #require(Indicator(rawValue: name), "\(name) is no indicator")
        let domain = Domain(row: row)
        let excludes = row["excludesDominant"] == "true"
        var actual: [String: Any]?
        if indicator.isFromSupply {
          actual = try gaps?.fields(indicator, domain, excludesDominant: excludes)
        } else if let cell = cells.first(where: {
          $0.estimate.indicator == indicator && $0.estimate.domain == domain
            && ($0.estimate.excludesDominant == true) == excludes
        }) {
          actual = try RecordText.fields(cell.estimate).merging(
            ProtectionFacts.fields(cell.contributors, study: study), uniquingKeysWith: { first, _ in first })
        }
        let place = "\(name) \(domain.key)"
        compare(
          row, with: try #require(actual, "there is no \(place)"),
          columns: table.heading.filter { !Self.dimensions.contains($0) }, in: place)
      }
    }
  }

  private static let dimensions: Set<String> = [
    "result", "municipality", "sector", "section", "sizeClass", "occupation", "horizon", "item", "excludesDominant",
  ]

  private mutating func compare(
    _ row: [String: String], with actual: [String: Any], columns: [String], in place: String
  ) {
    for column in columns {
      guard let printed = row[column] else { continue }
      compared += 1
      if printed == "–" {
        #expect(actual[column] == nil, "\(place): \(column)")
      } else if let number = PrintedNumber(printed) {
        let value = (actual[column] as? NSNumber)?.doubleValue
        #expect(value.map(number.agrees) == true, "\(place): \(column) is \(printed), got \(value ?? .nan)")
        if number.isExact && !Self.counts.contains(column) { exact += 1 }
      } else {
        #expect(actual[column] as? String == printed, "\(place): \(column)")
      }
    }
  }

  /// Counts are exact by nature and prove nothing of a formula.
  private static let counts: Set<String> = [
    "units", "answered", "answers", "contributors", "frameUnits", "degreesOfFreedom", "refused", "noContact",
    "ineligible",
  ]

  private mutating func compareFunction(_ row: [String: String]) throws {
    let name = row["function"] ?? ""
    let function = try #require(StatisticalFunctions.all[name], "\(name) is no function that pages may use")
    let given = (row["of"] ?? "").split(separator: ",").map { PrintedNumber(String($0))?.value ?? .nan }
    let printed = try (row["value"] ?? "").split(separator: ",").map {
      try #require(PrintedNumber(String($0)), "\(name): \($0)")
    }
    let values = try #require(try function(given), "\(name) gives nothing")
    #expect(values.count == printed.count, "\(name)")
    for (number, value) in zip(printed, values) {
      compared += 1
      if number.isExact { exact += 1 }
      #expect(number.agrees(with: value), "\(name) of \(row["of"] ?? ""): \(value)")
    }
  }
}

import AggregateStage
import ConfidentialRecords
import SurveyModel
import SwedishText
import Testing

/// A stratum of a frame, its approached units and their answers, ready to be run through the stage.
struct FieldworkFixture {
  var fixture: AggregateFixture
  var frame: [FrameCellRecord] = []
  var design: [DesignRecord] = []
  var employers: [EmployerRecord] = []

  init(
    tables: [TableSpec] = [AggregateFixture.table([.staff, .growth, .employers], by: [.sector])],
    limits: [Assumptions.RatioLimit] = [], municipalities: [String] = ["0181"]
  ) {
    fixture = AggregateFixture(
      municipalities: municipalities, sizeClasses: [SizeClass(code: "10+", smallest: 10, largest: nil)], tables: tables,
      limits: limits)
    fixture.study.longFormFrom = 10
  }

  /// A stratum of `units` workplaces on the frame.
  mutating func stratum(_ name: String, units: Int, municipality: String = "0181", dominant: Int = 0) {
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = (municipality, "C", "10+", name)
    (cell.units, cell.employees, cell.dominantUnits) = (units, 40 * units, dominant)
    // One stratum of a sector each: the design joins strata by size and sector.
    cell.sector = Sector.allCases[frame.count % Sector.allCases.count]
    frame.append(cell)
  }

  /// An approached unit of the stratum that was added last; with an answer where it has one.
  mutating func unit(
    _ key: String, _ disposition: Disposition, employees: Int = 40, dominant: Bool? = nil,
    _ answer: ((inout EmployerRecord) -> Void)? = nil
  ) {
    guard let cell = frame.last else { return }
    var unit = DesignRecord()
    (unit.establishment, unit.enterprise, unit.employees) = (key, "E" + key, employees)
    (unit.municipality, unit.section, unit.sizeClass) = (cell.municipality, "C", "10+")
    (unit.stratum, unit.sector, unit.disposition, unit.dominant) = (cell.stratum, cell.sector, disposition, dominant)
    design.append(unit)
    guard let answer else { return }
    var record = EmployerRecord()
    (record.enterprise, record.establishment, record.form) = ("E" + key, key, "long")
    (record.municipality, record.section, record.sizeClass) = (cell.municipality, "C", "10+")
    (record.stratum, record.sector, record.employees, record.dominant) = (
      cell.stratum, cell.sector, employees, dominant
    )
    answer(&record)
    employers.append(record)
  }

  struct Result {
    var calls: CallList
    var page: FieldworkPage
    var estimates: [EstimateRecord]

    /// The lines of the call list as columns by name.
    var lines: [[String: String]] {
      let lines = String(decoding: calls.csv, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
      let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      guard let names = cells.first else { return [] }
      return cells.dropFirst().map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
    }
  }

  /// - Parameter part: answers in each part of the input.
  func run(part: Int = 7, process: [ProcessRecord] = []) throws -> Result {
    let weighting = try Weighting(study: fixture.study, frame: frame, design: design)
    let aggregator = Aggregator(study: fixture.study, weighting: weighting, frame: frame)
    let parts = stride(from: 0, to: employers.count, by: part).map {
      Array(employers[$0..<min($0 + part, employers.count)])
    }
    var ratios = aggregator.noRatios
    for part in parts { ratios.merge(try aggregator.ratios(of: part)) }
    var sums = aggregator.noSums
    for part in parts { sums.add(try aggregator.updates(of: part, ratios: ratios)) }
    var estimates: [EstimateRecord] = []
    try EstimateTables(aggregator: aggregator, sums: sums, ratios: ratios).forEachCell { estimate, _ in
      estimates.append(estimate)
    }
    return Result(
      calls: try CallList(aggregator: aggregator, sums: sums, ratios: ratios, design: design),
      page: try FieldworkPage(aggregator: aggregator, sums: sums, ratios: ratios, process: process),
      estimates: estimates)
  }
}

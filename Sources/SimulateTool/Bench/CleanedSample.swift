import ConfidentialRecords
import Diagnostics
import RecordStreams
import SurveyModel

extension Simulation {
  /// Writes the records of `2-cleaned` for so many approached employers: `design`, `employers` and `frame`.
  ///
  /// - Parameter folder: must be there.
  /// - Throws: `StageFailure` `.cannotWrite`.
  package func writeCleaned(employers count: Int, to folder: String, threads: Int) async throws {
    let population = BenchPopulation(plan: plan, asApproached: true)
    let design = try NDJSONWriter<DesignRecord>(path: "\(folder)/design.ndjson", mode: 0o644)
    let employers = try NDJSONWriter<EmployerRecord>(path: "\(folder)/employers.ndjson", mode: 0o644)
    var cells: [FrameCellKey: FrameCellRecord] = [:]
    let plan = plan
    let chunk = 512
    try await orderedMap(stride(from: 0, to: count, by: chunk), threads: threads) { start in
      CleanedChunk(plan: plan, population: population, numbers: start..<min(count, start + chunk))
    } into: { part in
      try design.append(bytes: part.design, count: part.designCount)
      try employers.append(bytes: part.employers, count: part.employerCount)
      for (key, cell) in part.cells {
        var sum = cells[key] ?? cell
        if cells[key] != nil {
          sum.units += cell.units
          sum.employees += cell.employees
        }
        cells[key] = sum
      }
    }
    try design.close()
    try employers.close()
    let frame = try NDJSONWriter<FrameCellRecord>(path: "\(folder)/frame.ndjson", mode: 0o644)
    for key in cells.keys.sorted() { if let cell = cells[key] { try frame.append(cell) } }
    try frame.close()
  }
}

private struct FrameCellKey: Hashable, Comparable {
  var parts: [String]
  static func < (a: FrameCellKey, b: FrameCellKey) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}

/// Some hundred employers and what the frame holds beside them, made on any core.
private struct CleanedChunk: Sendable {
  var design: [UInt8] = []
  var designCount = 0
  var employers: [UInt8] = []
  var employerCount = 0
  var cells: [FrameCellKey: FrameCellRecord] = [:]

  init(plan: SimulationPlan, population: BenchPopulation, numbers: Range<Int>) {
    var designs: [DesignRecord] = []
    var records: [EmployerRecord] = []
    let builder = EmployerBuilder(plan: plan)
    for number in numbers {
      let employer = builder.employer(population.workplace(number))
      let record = CleanedEmployer(plan: plan).record(employer)
      var stream = RandomStream(seed: plan.seed, employer.id, "bench answer")
      let answers = employer.exists && stream.chance(plan.fieldwork.answeringBySize[record.sizeClass] ?? 0.7)
      var unit = DesignRecord()
      unit.establishment = employer.id
      unit.enterprise = record.enterprise
      unit.municipality = record.municipality
      unit.sector = record.sector
      unit.section = record.section
      unit.sizeClass = record.sizeClass
      unit.stratum = record.stratum
      unit.employees = record.employees
      unit.disposition = answers ? .completed : employer.exists ? .noContact : .ineligible
      designs.append(unit)
      if answers { records.append(record) }
      count(record, population.frameUnits(perApproached: employer.workplace), &stream)
    }
    design = NDJSONWriter<DesignRecord>.encode(designs)
    designCount = designs.count
    employers = NDJSONWriter<EmployerRecord>.encode(records)
    employerCount = records.count
  }

  private mutating func count(_ record: EmployerRecord, _ units: Double, _ stream: inout RandomStream) {
    let key = FrameCellKey(parts: [record.municipality, record.sector.rawValue, record.section, record.sizeClass])
    var cell = cells[key] ?? FrameCellRecord()
    cell.municipality = record.municipality
    cell.sector = record.sector
    cell.section = record.section
    cell.sizeClass = record.sizeClass
    cell.stratum = record.stratum
    let here = max(1, stream.rounded(units))
    cell.units += here
    cell.employees += here * record.employees
    cells[key] = cell
  }
}

import ConfidentialRecords
import Diagnostics

/// Reads the sampling frame and the sample drawn from it (ING-08). Both are a contract: with one fault nothing is
/// read, and every fault is told.
struct FrameReader {
  private let study: Study
  private let folder: DataFolder
  private var faults: [Problem] = []
  private var units: [String: FrameUnitRecord] = [:]
  /// Where each establishment stands.
  private var places: [String: SourceLocation] = [:]

  /// A frame of all the establishments of Sweden has a million rows of some 60 bytes.
  private static let sizeLimit = 64 << 20

  private init(study: Study, folder: DataFolder) {
    self.study = study
    self.folder = folder
  }

  /// The units in the order of their establishment.
  ///
  /// - Throws: `.noInput` or `.cannotRead` for a file that is missing or unreadable; `.wrongData` with every fault of
  ///   both files.
  static func read(_ study: Study, in folder: DataFolder) throws(StageFailure) -> [FrameUnitRecord] {
    var reader = FrameReader(study: study, folder: folder)
    let frame = try FrameTable(
      study.frame.framePath, in: folder,
      columns: ["establishment", "enterprise", "holding", "municipality", "sector", "sni", "employees"],
      limit: sizeLimit)
    let sample = try FrameTable(
      study.frame.samplePath, in: folder, columns: ["establishment", "disposition", "joined_to"], limit: sizeLimit)
    reader.faults = frame.faults + sample.faults
    if frame.faults.isEmpty, frame.rows.isEmpty {
      reader.fault(.emptyTable(at: folder.location(study.frame.framePath)))
    }
    for row in frame.rows { reader.addUnit(row) }
    // A frame with faults would make strangers of its sample units.
    if frame.faults.isEmpty { reader.addSample(sample.rows) }
    guard reader.faults.isEmpty else { throw StageFailure(.wrongData, reader.faults) }
    return reader.units.values.sorted { $0.establishment.utf8.lexicographicallyPrecedes($1.establishment.utf8) }
  }

  private mutating func addUnit(_ row: FrameTable.Row) {
    var unit = FrameUnitRecord()
    unit.establishment = row["establishment"]
    unit.enterprise = row["enterprise"]
    unit.holding = row["holding"].isEmpty ? nil : row["holding"]
    unit.municipality = row["municipality"]
    unit.division = row["sni"]
    let classes = study.classifications
    if unit.establishment.isEmpty { fault(.emptyKey(column: "establishment", at: row.location)) }
    if unit.enterprise.isEmpty { fault(.emptyKey(column: "enterprise", at: row.location)) }
    if classes.municipalities[unit.municipality] == nil { fault(.unknownMunicipality(at: row.location)) }
    if classes.section(ofDivision: unit.division) == nil { fault(.unknownDivision(at: row.location)) }
    if let sector = Sector(rawValue: row["sector"]) {
      unit.sector = sector
    } else {
      fault(.unknownSector(at: row.location))
    }
    if let employees = Int(row["employees"]), study.sizeClass(of: employees) != nil {
      unit.employees = employees
    } else {
      fault(.badEmployees(classes: study.sizeClasses.map(\.code), at: row.location))
    }
    if let first = places[unit.establishment] {
      fault(.establishmentTwice(first: first.line, at: row.location))
    } else if !unit.establishment.isEmpty {
      units[unit.establishment] = unit
      places[unit.establishment] = row.location
    }
  }

  private mutating func addSample(_ rows: [FrameTable.Row]) {
    var drawn: [String: SourceLocation] = [:]
    for row in rows {
      let establishment = row["establishment"]
      let disposition = Disposition(rawValue: row["disposition"])
      if disposition == nil { fault(.unknownDisposition(at: row.location)) }
      if units[establishment] == nil { fault(.notInFrame(column: "establishment", at: row.location)) }
      if let first = drawn[establishment] { fault(.establishmentTwice(first: first.line, at: row.location)) }
      drawn[establishment] = row.location
      units[establishment]?.disposition = disposition

      let joined = row["joined_to"]
      guard !joined.isEmpty else { continue }
      if units[joined] == nil { fault(.notInFrame(column: "joined_to", at: row.location)) }
      if joined == establishment { fault(.joinedToItself(at: row.location)) }
      units[establishment]?.joinedTo = joined
    }
  }

  private mutating func fault(_ problem: FrameProblem) {
    if faults.count < FrameTable.mostFaults { faults.append(problem.problem) }
  }
}

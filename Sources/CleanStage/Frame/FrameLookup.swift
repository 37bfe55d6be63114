import ConfidentialRecords
import Diagnostics

/// The sampling frame by establishment.
///
/// Units joined to another (an office that answers for others) are made one with it before anything is counted: the
/// joint unit has the employees of all, stands in the size class of their sum, and is counted once.
package struct FrameLookup: Sendable {
  /// What a response says it is from.
  package enum Match: Hashable, Sendable {
    case unit(FrameUnit)
    case notInFrame
    /// On the frame, and nobody asked it.
    case notInSample
    /// Its answer is given by another unit.
    case covered(by: String)
  }

  /// Every unit of the target population, sorted by establishment; joined ones too.
  package let units: [FrameUnit]
  /// Units outside every size class of the study, without staff as a rule: no part of the target population.
  package let unitsOutsideSizeClasses: Int
  private let places: [String: Int]

  /// - Parameter path: where the records stand, for the problems.
  /// - Throws: `StageFailure` `.wrongData` with every unit that cannot be placed.
  package init(_ records: [FrameUnitRecord], for study: Study, path: String) throws(StageFailure) {
    let municipalities = MunicipalityResolver(study.classifications)
    let joint = try JointUnits(records, path: path)
    var problems: [Problem] = []
    var units: [FrameUnit] = []
    var outside = 0
    for (index, record) in records.enumerated() {
      func fault(_ summary: String, _ expected: String) {
        let place = SourceLocation(path: path, line: index + 1)
        problems.append(Problem(.error, at: place, summary, expected: expected, hint: "correct the frame"))
      }
      guard let municipality = municipalities.code(record.municipality) else {
        fault("the municipality is not known, or more than one is called that", "a code of four digits, or the name")
        continue
      }
      guard let section = study.classifications.section(ofDivision: record.division) else {
        fault("the industry is not known", "a division of SNI 2007, two digits")
        continue
      }
      guard Self.plausible(record.employees) == record.employees else {
        fault("the number of employees cannot be", "0 to \(Self.mostEmployees)")
        continue
      }
      let employees = joint.employees(of: record)
      guard let sizeClass = study.sizeClass(of: employees) else {
        outside += 1
        continue
      }
      units.append(
        FrameUnit(
          establishment: record.establishment, contributor: record.holding ?? record.enterprise,
          enterprise: record.enterprise, municipality: municipality, sector: record.sector, section: section,
          sizeClass: sizeClass.code, employees: employees, isDominant: study.isDominant(record.enterprise),
          disposition: record.disposition, joinedTo: record.joinedTo))
    }
    guard problems.isEmpty else { throw StageFailure(.wrongData, problems) }
    units.sort { $0.establishment.utf8.lexicographicallyPrecedes($1.establishment.utf8) }
    self.units = units
    unitsOutsideSizeClasses = outside
    places = Dictionary(
      units.enumerated().map { (WrittenText($1.establishment).text, $0) }, uniquingKeysWith: { a, _ in a })
    guard places.count == units.count else {
      let problem = Problem(.error, at: SourceLocation(path: path), "two units of the frame have the same key")
      throw StageFailure(.wrongData, [problem])
    }
  }

  /// A hundred times Sweden's largest employer; more than that is a slip of the register.
  private static let mostEmployees = 10_000_000

  static func plausible(_ employees: Int) -> Int { min(max(employees, 0), mostEmployees) }

  /// - Parameter establishment: as the response writes it.
  package func match(_ establishment: String) -> Match {
    guard let place = places[WrittenText(establishment).text] else { return .notInFrame }
    let unit = units[place]
    if let joinedTo = unit.joinedTo { return .covered(by: joinedTo) }
    return unit.disposition == nil ? .notInSample : .unit(unit)
  }

  /// Units and employees by municipality, sector, section and size class, sorted.
  package func cells() -> [FrameCellRecord] {
    var cells: [SortKey: FrameCellRecord] = [:]
    for unit in units where unit.joinedTo == nil {
      let key = SortKey([unit.municipality, unit.sector.rawValue, unit.section, unit.sizeClass])
      var cell = cells[key] ?? FrameCellRecord(of: unit)
      if unit.isDominant {
        cell.dominantUnits += 1
        cell.dominantEmployees += unit.employees
      } else {
        cell.units += 1
        cell.employees += unit.employees
      }
      cells[key] = cell
    }
    return cells.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension FrameCellRecord {
  fileprivate init(of unit: FrameUnit) {
    self.init()
    municipality = unit.municipality
    sector = unit.sector
    section = unit.section
    sizeClass = unit.sizeClass
    stratum = unit.stratum
  }
}

import ConfidentialRecords
import Diagnostics
import Markup

/// A table that is a contract: every column must be there, every row whole. Faults are gathered, not thrown.
struct FrameTable {
  struct Row {
    fileprivate let columns: [String: Int]
    fileprivate let fields: [String]
    let location: SourceLocation

    /// What stands in a column that was asked for, without white space around it.
    subscript(column: String) -> String { columns[column].map { fields[$0].trimmed } ?? "" }
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [Problem] = []
  /// What is wrong in more places than this is wrong everywhere.
  static let mostFaults = 10_000

  /// - Throws: `StageFailure` `.noInput` or `.cannotRead` when the file is not there or cannot be read.
  init(_ path: String, in folder: DataFolder, columns: [String], limit: Int) throws(StageFailure) {
    let place = folder.location(path)
    let bytes: [UInt8]
    let file = try folder.file(path)
    do throws(IngestProblem) {
      bytes = try folder.read(file, limit: limit)
    } catch {
      throw error.failure(.cannotRead)
    }
    var reader = try CSVReader(bytes: DecodedText(bytes).bytes)
    let heading = reader.heading
    let line = SourceLocation(path: place.path, line: heading?.line ?? 1)
    if let fault = heading?.fault { note(.row(fault, at: line)) }

    let names = (heading?.fields ?? []).map(\.trimmed)
    let known = Dictionary(zip(names, names.indices), uniquingKeysWith: { a, _ in a })
    for column in columns {
      switch names.count(where: { $0 == column }) {
      case 0: note(.missingColumn(column, at: line))
      case 1: break
      default: note(.columnTwice(column, at: line))
      }
    }
    // Without its columns every row would be wrong in the same way.
    guard faults.isEmpty else { return }
    while let row = try reader.next() {
      let location = SourceLocation(path: place.path, line: row.line)
      if let fault = row.fault {
        note(.row(fault, at: location))
      } else {
        rows.append(Row(columns: known, fields: row.fields, location: location))
      }
    }
  }

  private mutating func note(_ problem: IngestProblem) {
    guard faults.count < Self.mostFaults else { return }
    var problem = problem.problem
    problem.severity = .error
    faults.append(problem)
  }
}

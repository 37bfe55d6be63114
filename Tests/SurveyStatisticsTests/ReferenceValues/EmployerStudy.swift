import Foundation
import SurveyStatistics

/// The employer survey of the reference set: who answered, in which response group, and what.
struct EmployerStudy {
  struct Unit {
    var id: String
    var group: Int
    var domains: [String: String]
    /// By occupation code or group, "" for all: headcount, retirements, needs and gaps.
    var answers: [String: [Double]] = [:]
  }

  static let columns = ["headcount_now", "retire_2y", "retire_5y", "retire_10y", "need_2y", "need_5y", "need_10y"]
  static let variables = columns + ["gap_2y", "gap_5y", "gap_10y"]

  let sample: CSVTable
  let frame: CSVTable
  let weights: CSVTable
  let units: [Unit]
  let design: ResponseDesign
  let occupations: [String: [String]]

  init(folder: URL, files: [String]) throws {
    func table(_ name: String) throws -> CSVTable {
      guard let file = files.first(where: { $0.hasSuffix(name) }) else { throw ReferenceFault.unknownOption(name) }
      return try CSVTable(folder.appendingPathComponent(file))
    }
    (frame, sample, weights) = (try table("frame.csv"), try table("sample.csv"), try table("weights.csv"))
    let responses = try table("responses.csv")

    let labels = try weights.texts("rhg")
    let numbers = Dictionary(uniqueKeysWithValues: Set(labels).sorted().enumerated().map { ($1, $0) })
    var groups = [ResponseGroup](repeating: ResponseGroup(frameUnits: 0, answers: 0), count: numbers.count)
    var units: [Unit] = []
    let (ids, N, m) = (try weights.texts("workplace_id"), try weights.numbers("N_g"), try weights.numbers("m_g"))
    let domains = try Self.domains(of: sample)
    for row in 0..<weights.count {
      guard let group = numbers[labels[row]] else { continue }
      groups[group] = ResponseGroup(frameUnits: Int(N[row]), answers: Int(m[row]))
      units.append(Unit(id: ids[row], group: group, domains: domains[ids[row]] ?? [:]))
    }
    design = try ResponseDesign(groups)

    let place = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
    let values = try Self.columns.map(responses.numbers)
    let keys = try ["occupation_group", "occupation_code"].map(responses.texts)
    for (row, id) in try responses.texts("workplace_id").enumerated() {
      guard let unit = place[id] else { continue }
      let now = values.map { $0[row] }
      let gaps = (1...3).map { now[$0 + 3] - (now[0] - now[$0]) }
      for key in [""] + keys.map({ $0[row] }) {
        let before = units[unit].answers[key] ?? Array(repeating: 0, count: Self.variables.count)
        units[unit].answers[key] = zip(before, now + gaps).map { $0 + $1 }
      }
    }
    self.units = units
    occupations = ["occupation_group": Set(keys[0]).sorted(), "occupation_code": Set(keys[1]).sorted()]
  }

  /// One row per answering workplace, as the cases on unit level read it.
  func unitTable() throws -> CSVTable {
    var columns = weights.columns
    for name in ["municipality_code", "sector", "size_class", "register_employees"] {
      columns[name] = units.map { $0.domains[name] ?? "" }
    }
    let (sectors, employees) = (columns["sector"] ?? [], columns["register_employees"] ?? [])
    columns["sector_size"] = zip(sectors, columns["size_class"] ?? []).map { "\($0)_\($1)" }
    for sector in ["public", "private"] {
      columns["emp_\(sector)"] = zip(sectors, employees).map { $0 == sector ? $1 : "0" }
    }
    return CSVTable(columns: columns)
  }

  private static func domains(of sample: CSVTable) throws -> [String: [String: String]] {
    let names = ["municipality_code", "sector", "size_class", "register_employees"]
    let columns = try names.map(sample.texts)
    var result: [String: [String: String]] = [:]
    for (row, id) in try sample.texts("workplace_id").enumerated() {
      result[id] = Dictionary(uniqueKeysWithValues: zip(names, columns.map { $0[row] }))
    }
    return result
  }
}

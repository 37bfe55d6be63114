import ConfidentialRecords
import Diagnostics

/// Reads `supply.csv`: every row is checked, and all faults are reported at once.
package struct SupplyReader {
  private static let columns = [
    "municipality", "occupation", "horizon", "component", "low", "base", "high", "source", "date",
  ]
  /// So many faults tell that the file is another one.
  private static let faultLimit = 100

  private let study: Study
  private let path: String
  private var table = SupplyTable()
  private var problems: [Problem] = []

  /// - Parameter path: also names the file in problems.
  /// - Throws: `StageFailure` `.wrongData` with every fault, by line; `.noInput` or `.cannotRead` for the file itself.
  package static func read(path: String, study: Study) throws(StageFailure) -> SupplyTable {
    try read(CSVReader(path: path), path: path, study: study)
  }

  static func read(_ reader: consuming CSVReader, path: String, study: Study) throws(StageFailure) -> SupplyTable {
    var this = SupplyReader(study: study, path: path)
    guard let place = this.columns(of: reader.heading) else { throw StageFailure(.wrongData, this.problems) }
    while this.problems.count < faultLimit, let row = try reader.next() { this.read(row, place) }
    guard this.problems.isEmpty else { throw StageFailure(.wrongData, this.problems) }
    return this.table
  }

  private init(study: Study, path: String) {
    self.study = study
    self.path = path
  }

  // MARK: Heading

  /// Where each column stands. Nil, with the faults noted, when one is missing or unknown.
  private mutating func columns(of heading: CSVRow?) -> [Int]? {
    let names = heading?.fields ?? []
    let line = heading?.line ?? 1
    for name in Self.columns where !names.contains(name) {
      fault(line, "the column \(name) is missing", expected: Self.columns.joined(separator: ", "))
    }
    for (index, name) in names.enumerated() where !Self.columns.contains(name) || names[..<index].contains(name) {
      fault(
        line, "column \(index + 1) is not one of the file's, or is there twice",
        expected: Self.columns.joined(separator: ", "),
        hint: nearest(to: name, in: Self.columns).map { "did you mean \($0)?" })
    }
    return problems.isEmpty ? Self.columns.compactMap(names.firstIndex) : nil
  }

  // MARK: Rows

  private mutating func read(_ row: CSVRow, _ place: [Int]) {
    if let broken = row.fault {
      var problem = broken.problem(at: SourceLocation(path: path, line: row.line))
      problem.severity = .error
      problems.append(problem)
      return
    }
    let before = problems.count
    let field = place.map { row.fields[$0] }
    let municipality = code(
      field[0], of: study.municipalities, row.line, "the municipality is not one of the study's")
    let occupation = code(
      field[1], of: (0...9).map(String.init), row.line, "the occupation is not a major group of SSYK 2012")
    let horizon = code(
      field[2], of: study.horizons.map { "\($0.years)" }, row.line, "the horizon is not one of the study's")
    let component = code(
      field[3], of: SupplyComponent.allCases.map(\.rawValue), row.line, "the component is not a term of supply")
    let amount = scenarios(Array(field[4...6]), SupplyComponent(rawValue: field[3]), row.line)
    if field[7].allSatisfy(\.isWhitespace) {
      fault(row.line, "the source is empty", expected: "who says so", hint: "a figure without a source is not used")
    }
    if !isDate(field[8]) {
      fault(row.line, "the date is not a date", expected: "such as 2025-12-31", got: TextShape(field[8]).description)
    }
    guard problems.count == before, let municipality, let occupation, let component, let amount,
      let horizon = horizon.flatMap({ Int($0) }).flatMap(Horizon.init(rawValue:)),
      let component = SupplyComponent(rawValue: component)
    else { return }
    let key = SupplyTable.Key(
      municipality: municipality, occupation: occupation, horizon: horizon, component: component)
    if !table.insert(amount, at: key) {
      fault(
        row.line, "the same component is stated twice", hint: "one row per municipality, occupation, horizon, component"
      )
    }
  }

  private mutating func code(_ text: String, of list: [String], _ line: Int, _ summary: String) -> String? {
    if list.contains(text) { return text }
    let expected = list.count > 12 ? "one of \(list.count) codes" : list.joined(separator: ", ")
    fault(
      line, summary, expected: expected, got: TextShape(text).description,
      hint: nearest(to: text, in: list).map { "did you mean \($0)?" })
    return nil
  }

  private mutating func scenarios(
    _ texts: [String], _ component: SupplyComponent?, _ line: Int
  ) -> AssumedRange? {
    let values = texts.map { text in plainNumber(text) }
    for (name, (text, value)) in zip(["low", "base", "high"], zip(texts, values)) where value == nil {
      fault(
        line, "\(name) is not a number of persons", expected: "digits with a decimal point",
        got: TextShape(text).description,
        hint: text.isEmpty ? "leave the whole row out when a component is not known" : nil)
    }
    guard let low = values[0], let base = values[1], let high = values[2] else { return nil }
    if !(low <= base && base <= high) {
      fault(line, "the scenarios are not in order", expected: "low ≤ base ≤ high")
    }
    if let component, low < 0, !component.mayBeNegative {
      fault(line, "\(component.rawValue) is less than 0", expected: "a number of persons, 0 or more")
    }
    return AssumedRange(low: low, base: base, high: high)
  }

  private mutating func fault(
    _ line: Int, _ summary: String, expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    problems.append(
      Problem(
        .error, at: SourceLocation(path: path, line: line), summary, expected: expected, got: got, hint: hint))
  }
}

/// A number as this file writes it, within what a municipality can have of persons.
private func plainNumber(_ text: String) -> Double? {
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
  guard text.utf8.count <= 20, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
    let value = Double(text), abs(value) <= 1e8
  else { return nil }
  return value
}

private func isDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy(isDigit),
    let month = Int(parts[1]), let day = Int(parts[2])
  else { return false }
  return (1...12).contains(month) && (1...31).contains(day)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

import Diagnostics
import RecordStreams
import SurveyModel

/// Reads a context table: every row is checked, and all faults are reported at once.
package struct ContextReader {
  /// So many faults tell that the file is another one.
  private static let faultLimit = 100
  private static let rowLimit = 1_000_000

  private let path: String
  private let columns: [ContextColumn]
  private let key: [String]
  private var rows: [ContextTable.Row] = []
  private var keys: [[String]: Int] = [:]
  private var problems: [Problem] = []

  /// - Parameters:
  ///   - path: also names the file in problems.
  ///   - columns: all columns of the file, in any order.
  ///   - key: the columns that together tell the rows apart.
  /// - Throws: `StageFailure` `.wrongData` with every fault, by line; `.noInput` or `.cannotRead` for the file itself.
  package static func read(
    path: String, source: ContextSource, columns: [ContextColumn], key: [String]
  ) throws(StageFailure) -> ContextTable {
    try read(CSVReader(path: path), path: path, source: source, columns: columns, key: key)
  }

  static func read(
    _ reader: consuming CSVReader, path: String, source: ContextSource, columns: [ContextColumn], key: [String]
  ) throws(StageFailure) -> ContextTable {
    var this = ContextReader(path: path, columns: columns, key: key)
    guard let places = this.places(in: reader.heading) else { throw StageFailure(.wrongData, this.problems) }
    while this.problems.count < faultLimit, this.rows.count < rowLimit, let row = try reader.next() {
      this.read(row, places)
    }
    if this.rows.isEmpty && this.problems.isEmpty { this.fault(1, "the table has no rows") }
    guard this.problems.isEmpty else { throw StageFailure(.wrongData, this.problems) }
    return ContextTable(source: source, rows: this.rows)
  }

  private init(path: String, columns: [ContextColumn], key: [String]) {
    self.path = path
    self.columns = columns
    self.key = key
  }

  /// Where each column stands. Nil, with the faults noted, when one is missing or unknown.
  private mutating func places(in heading: CSVRow?) -> [Int]? {
    let names = heading?.fields ?? []
    let line = heading?.line ?? 1
    let known = columns.map(\.name)
    for name in known where !names.contains(name) {
      fault(line, "the column \(name) is missing", expected: known.joined(separator: ", "))
    }
    for (index, name) in names.enumerated() where !known.contains(name) || names[..<index].contains(name) {
      fault(
        line, "column \(index + 1) is not one of the table's, or is there twice",
        expected: known.joined(separator: ", "),
        hint: nearest(to: name, in: known).map { "did you mean \($0)?" })
    }
    return problems.isEmpty ? known.compactMap(names.firstIndex) : nil
  }

  private mutating func read(_ row: CSVRow, _ places: [Int]) {
    if let broken = row.fault {
      var problem = broken.problem(at: SourceLocation(path: path, line: row.line))
      problem.severity = .error
      problems.append(problem)
      return
    }
    var texts: [String: String] = [:]
    var numbers: [String: Double] = [:]
    for (column, place) in zip(columns, places) {
      let text = row.fields[place]
      texts[column.name] = text
      numbers[column.name] = checked(text, column, row.line)
    }
    let own = key.map { texts[$0] ?? "" }
    if let first = keys[own], !key.isEmpty {
      fault(
        row.line, "the row stands twice", expected: "one row for each " + key.joined(separator: ", "),
        hint: "the first one is in line \(first)")
    } else {
      keys[own] = row.line
    }
    rows.append(ContextTable.Row(line: row.line, texts: texts, numbers: numbers))
  }

  /// The number of a column of numbers; a fault is noted where the field is not what the column holds.
  private mutating func checked(_ text: String, _ column: ContextColumn, _ line: Int) -> Double? {
    switch column.content {
    case .text:
      if text.allSatisfy(\.isWhitespace) { fault(line, "\(column.name) is empty") }
      return nil
    case .code(let codes):
      if !codes.contains(text) {
        fault(
          line, "\(column.name) has an unknown code",
          expected: codes.count > 12 ? "one of \(codes.count) codes" : codes.joined(separator: ", "),
          got: TextShape(text).description, hint: nearest(to: text, in: codes).map { "did you mean \($0)?" })
      }
      return nil
    case .numberOrNothing where text.isEmpty: return nil
    case .number(let range), .numberOrNothing(let range):
      if let value = plainNumber(text), range.contains(value) { return value }
      fault(
        line, "\(column.name) has no number that can be",
        expected: "digits with a decimal point, \(range.lowerBound) to \(range.upperBound)",
        got: TextShape(text).description)
      return nil
    }
  }

  private mutating func fault(
    _ line: Int, _ summary: String, expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    problems.append(
      Problem(.error, at: SourceLocation(path: path, line: line), summary, expected: expected, got: got, hint: hint))
  }
}

/// Digits with at most one decimal point, and a minus before them.
private func plainNumber(_ text: String) -> Double? {
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
  guard text.utf8.count <= 24, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
  else { return nil }
  return Double(text)
}

import ContactData
import Diagnostics
import RecordStreams

/// The rows of a file of decisions, and all that is wrong with them.
struct DecisionTable {
  struct Row {
    private let columns: [String]
    private let fields: [String]
    let location: SourceLocation

    init(columns: [String], fields: [String], at location: SourceLocation) {
      self.columns = columns
      self.fields = fields
      self.location = location
    }

    /// Without blanks around it.
    subscript(column: String) -> String {
      guard let place = columns.firstIndex(of: column), place < fields.count else { return "" }
      return TextAnswer.read([fields[place]])
    }

    /// What a person wrote in their own words, without contact data: it is stored as it stands (ING-06).
    func text(_ column: String) -> String {
      var counts = ContactCounts()
      return ContactRedaction().redact(self[column], counting: &counts)
    }
  }

  private(set) var problems: [Problem] = []

  /// By file, and in a file from top to bottom.
  var problemsInOrder: [Problem] {
    problems.enumerated().sorted { a, b in
      let (here, there) = (a.element.location, b.element.location)
      return (here?.path ?? "", here?.line ?? 0, a.offset) < (there?.path ?? "", there?.line ?? 0, b.offset)
    }.map(\.element)
  }

  /// The rows of one file that can be read; none when there is no file.
  mutating func rows(_ path: String?, _ columns: [String]) throws(StageFailure) -> [Row] {
    guard let path else { return [] }
    var reader = try CSVReader(path: path)
    guard let heading = reader.heading else { return [] }
    let names = heading.fields.map { WrittenText($0).text }
    guard names.sorted() == columns.sorted() else {
      let unknown = names.first { !columns.contains($0) }
      problems.append(
        Problem(
          .error, at: SourceLocation(path: path, line: heading.line), "the heading is another",
          expected: columns.joined(separator: ","), got: "\(names.count) columns",
          hint: unknown.flatMap { nearest(to: $0, in: columns) }.map { "did you mean \($0)?" }))
      return []
    }
    var rows: [Row] = []
    while let row = try reader.next() {
      let location = SourceLocation(path: path, line: row.line)
      if let fault = row.fault {
        var problem = fault.problem(at: location)
        problem.severity = .error
        problems.append(problem)
      } else {
        rows.append(Row(columns: names, fields: row.fields, at: location))
      }
    }
    return rows
  }

  /// Notes what is wrong with a row; returns false, for `guard`.
  mutating func fault(_ row: Row, _ summary: String, expected: String? = nil, hint: String? = nil) -> Bool {
    problems.append(Problem(.error, at: row.location, summary, expected: expected, hint: hint))
    return false
  }

  /// The day in a column as an ISO date.
  mutating func date(_ row: Row, _ column: String) -> String? {
    if let date = try? DateAnswer.read(WrittenText(row[column])) { return date }
    _ = fault(row, "\(column) is not a date", expected: "a date such as 2026-02-03")
    return nil
  }

  /// Whether the columns are filled in.
  mutating func has(_ row: Row, _ columns: String...) -> Bool {
    var isComplete = true
    for column in columns where row[column].isEmpty { isComplete = fault(row, "\(column) is missing") }
    return isComplete
  }
}

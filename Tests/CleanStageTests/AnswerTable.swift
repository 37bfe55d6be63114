import RecordStreams
import Testing

/// A row of an answers table: what a respondent wrote, and what it means.
struct AnswerRow: CustomTestStringConvertible, Sendable {
  var kind: String?
  var written: String
  var meant: String
  var testDescription: String { "\(written) → \(meant)" }

  /// - Parameter name: a file in the folder `Answers` beside the tests, tabs between the columns.
  static func table(_ name: String, testFile: String = #filePath) throws -> [AnswerRow] {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    var reader = try CSVReader(path: "\(folder)/Answers/\(name)", delimiter: .tab)
    let columns = try #require(reader.heading?.fields)
    let written = try #require(columns.firstIndex(of: "written"))
    let meant = try #require(columns.firstIndex(of: "meant"))
    var rows: [AnswerRow] = []
    while let row = try reader.next() {
      try #require(row.fault == nil, "\(name):\(row.line)")
      let kind = columns.firstIndex(of: "kind").map { row.fields[$0] }
      rows.append(AnswerRow(kind: kind, written: row.fields[written], meant: row.fields[meant]))
    }
    return rows
  }
}

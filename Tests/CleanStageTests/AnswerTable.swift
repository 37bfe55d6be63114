import RecordStreams
import SurveyModel
import Testing

@testable import CleanStage

/// A row of an answers table: what a respondent wrote, and what it means.
struct AnswerRow: CustomTestStringConvertible, Sendable {
  var written: String
  var meant: String
  var testDescription: String { "\(written) → \(meant)" }

  /// - Parameter name: a file beside the tests of the answers, tabs between the columns.
  static func table(_ name: String, testFile: String = #filePath) throws -> [AnswerRow] {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    var reader = try CSVReader(path: "\(folder)/Answers/\(name)", delimiter: .tab)
    var rows: [AnswerRow] = []
    while let row = try reader.next() { rows.append(AnswerRow(written: row.fields[0], meant: row.fields[1])) }
    return rows
  }
}

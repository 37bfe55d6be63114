import ConfidentialRecords
import Diagnostics

/// Whom to ask again: keys alone.
package struct AskedEmployer: Hashable, Sendable {
  package var establishment: String
  package var response: String
  package var path: String
}

/// `steward/clean/ask-again.csv`: for each employer what to ask again, in the order of the employers. The key says whom
/// to phone; who that is, only the office's own register knows.
package final class AskAgainFile {
  private let file: OutputFile
  private var writer = CSVWriter()
  private static let bufferSize = 1 << 16

  package init(path: String) throws(StageFailure) {
    file = try OutputFile(path: path)
    writer.append([
      "establishment", "response", "file", "line", "question", "row", "severity", "rule", "sv", "en",
    ])
  }

  package func append(_ questions: [AskAgain], of employer: AskedEmployer) throws(StageFailure) {
    for question in questions {
      writer.append([
        .text(employer.establishment), .text(employer.response), .text(employer.path),
        question.line.map(CSVCell.integer) ?? .empty, .text(question.question),
        question.row.map(CSVCell.integer) ?? .empty, .text(question.isHard ? "hard" : "soft"), .text(question.rule),
        .text(question.sv), .text(question.en),
      ])
    }
    if writer.bytes.count > Self.bufferSize { try file.write(writer.takeBytes()) }
  }

  package func close() throws(StageFailure) {
    try file.write(writer.takeBytes())
    try file.close()
  }
}

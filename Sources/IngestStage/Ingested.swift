import ConfidentialRecords
@_exported import ContactData
import Diagnostics

/// What came of a file or of some rows of one.
package struct Ingested: Sendable {
  package var responses: [ResponseRecord] = []
  package var pages: [PageRecord] = []
  /// What the pages list.
  package var entries: [InventoryEntryRecord] = []
  package var rejected: [RejectedRecord] = []
  /// Warnings and notes, with their place.
  package var problems: [Problem] = []
  /// Pages, or rows of a table: what must come out again as responses, pages or rejected.
  var filesIn = 0
  var rowsIn = 0
  var removed = ContactCounts()
  var respelt = RespeltCells()
  /// Which of the questionnaire's questions were on a page or in a row.
  var found: [Bool] = []

  init(problems: [Problem] = []) { self.problems = problems }

  mutating func add(_ carried: CarriedResponse, key: String) {
    var response = carried.response
    response.response = key
    responses.append(response)
    problems += carried.problems
    removed += carried.removed
    respelt += carried.respelt
    found = found.isEmpty ? carried.found : zip(found, carried.found).map { $0 || $1 }
  }

  mutating func reject(_ problem: IngestProblem, path: String, line: Int? = nil, key: String? = nil) {
    problems.append(problem.problem)
    rejected.append(
      RejectedRecord(path: path, line: line, response: key, reason: problem.reason ?? .unreadableFile))
  }
}

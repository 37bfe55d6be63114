import ConfidentialRecords
import Diagnostics
import Markup

@testable import IngestStage

/// What came of a table, read row by row.
struct ReadTable {
  var responses: [ResponseRecord] = []
  var reasons: [RejectedRecord.Reason?] = []
  var problems: [Problem] = []
  var respelt = RespeltCells()
  var rowCount = 0
  /// Why the file was set aside, if it was.
  var fileReason: RejectedRecord.Reason?

  static let keys: Set<String> = ["0181-0001", "0181-0002", "0181-0003", "12345"]

  init(csv text: String, _ questionnaire: Questionnaire, delimiter: String? = nil) throws {
    try self.init(csv: Array(text.utf8), questionnaire, delimiter: delimiter)
  }

  init(
    csv bytes: [UInt8], _ questionnaire: Questionnaire, delimiter: String? = nil, keys: Set<String> = keys
  ) throws {
    var source = TestStudy.telephone
    source.delimiter = delimiter
    let carrier = try CSVCarrier(
      source, questionnaire: questionnaire, encoding: nil, redaction: ContactRedaction(keys: keys))
    guard let table = try carrier.open(bytes, at: SourceLocation(path: "d/t.csv")) else { return }
    read(table)
  }

  init(html text: String, _ questionnaire: Questionnaire) throws {
    try self.init(html: Array(text.utf8), questionnaire)
  }

  init(html bytes: [UInt8], _ questionnaire: Questionnaire, options: MarkupOptions = MarkupOptions()) throws {
    let source = ResponseSource(
      name: "table", carrier: .htmlTable, path: "t.html", questionnaire: questionnaire.id, mode: .web)
    let carrier = try HTMLTableCarrier(
      source, questionnaire: questionnaire, options: options, redaction: ContactRedaction(keys: Self.keys))
    guard let table = try carrier.open(bytes, at: SourceLocation(path: "d/t.html")) else {
      fileReason = .emptyFile
      return
    }
    read(table)
  }

  private mutating func read<Table: ResponseTable>(_ opened: Table) {
    var table = opened
    do throws(IngestProblem) {
      while let row = try table.next() {
        rowCount += 1
        do throws(IngestProblem) {
          let carried = try table.reader.read(row, at: SourceLocation(path: "d/t", line: row.line))
          responses.append(carried.response)
          problems += carried.problems
          respelt += carried.respelt
        } catch {
          reasons.append(error.reason)
          problems.append(error.problem)
        }
      }
    } catch {
      fileReason = error.reason
      problems.append(error.problem)
    }
  }

  /// The answers of every response in words.
  var answers: [[String]] { responses.map { $0.answers.map(\.words) } }
  var units: [String] { responses.map(\.establishment) }
}

/// Questionnaires for tables, stated in few words.
enum TableQuestions {
  static func text(_ text: String) -> LocalizedText { LocalizedText(sv: text, en: text) }

  static let supports = CodeList(
    id: "supports",
    codes: [
      CodeList.Code(code: "tolk", label: LocalizedText(sv: "Tolk", en: "Interpreter")),
      CodeList.Code(code: "mentor", label: LocalizedText(sv: "Mentor, handledare", en: "Mentor, coach")),
      CodeList.Code(code: "lon", label: LocalizedText(sv: "Lönestöd", en: "Wage support"), written: ["lönebidrag"]),
      CodeList.Code(code: "annat", label: LocalizedText(sv: "Annat", en: "Other")),
    ])
  static let yesNo = CodeList(
    id: "yes-no", codes: [CodeList.Code(code: "yes", label: text("Ja")), CodeList.Code(code: "no", label: text("Nej"))])
  static let grades = CodeList(
    id: "grades", codes: (1...5).map { CodeList.Code(code: "\($0)", label: text("Grad \($0)")) })

  static func question(
    _ id: String, _ kind: Concept.Kind, _ found: String..., codes: String? = nil, rows: Concept.Repeat = .employer
  ) -> Question {
    Question(
      id: id, text: text(id), kind: kind, repeats: rows, codeList: codes,
      places: FieldPlaces(["csv": found, "html-table": found, "html-form": found]))
  }

  /// Unit key `enhet`, date `datum`, contact field `kontakt`.
  static func make(
    unit: String = "enhet", answered: String? = "datum", lists: [CodeList] = [supports, yesNo, grades],
    _ questions: Question...
  ) -> Questionnaire {
    func places(_ name: String) -> FieldPlaces {
      FieldPlaces(["csv": [name], "html-table": [name], "html-form": [name]])
    }
    return Questionnaire(
      id: "q", title: text("q"), unitKey: places(unit), answered: answered.map(places),
      contactFields: [places("kontakt")], codeLists: lists, questions: questions)
  }

  /// Staff, need in 2 and 5 years, supports, tried to recruit.
  static let standard = make(
    question("Q1", .count, "anst"), question("Q2", .count, "Behov > om 2 år", "beh_2"),
    question("Q5", .count, "Behov > om 5 år", "beh_5"), question("Q8", .choices, "stod", codes: "supports"),
    question("Q7", .yesNo, "sokt", codes: "yes-no"), question("Q10", .text, "ovrigt"))
}

import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a response of a row of a table, whatever file the table stands in.
struct TableLineReader: RowReader {
  let source: ResponseSource
  let plan: FieldPlan
  let redaction: ContactRedaction
  let verdict: EncodingVerdict
  /// Of each of the file's tables.
  let tables: [TableColumns]

  func read(_ row: TableLine, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if let fault = row.fault { throw .row(fault, at: place) }
    var draft = ResponseDraft(plan: plan, redaction: redaction)
    var respelt = RespeltCells()
    let fields = tables[row.table].fields
    for field in fields where !field.slot.target.isQuestion {
      draft.add(field.slot, values: [head(row.text(of: field), of: field.slot.target, &respelt)], line: nil)
    }
    let unit = draft.text(of: .unitKey)
    if row.isFurniture(unit: unit, isKey: redaction.isKey(unit), width: tables[row.table].width) {
      throw .notAResponse(at: place)
    }
    if unit.isEmpty { throw .noUnitKey(at: place) }

    let form = draft.text(of: .form)
    for field in fields {
      guard case .question(let question) = field.slot.target else { continue }
      // The table has a column for every question; those that the row's form lacks were never shown.
      let isBlank = field.columns.allSatisfy { row.cell($0.place).trimmed.isEmpty }
      if isBlank, !plan.has(field.slot.target, onForm: form) { continue }
      draft.add(field.slot, values: values(row, field, question, &respelt), line: nil)
    }
    var carried = CarriedResponse(draft, unit: unit, source: source, verdict: verdict)
    carried.respelt = respelt
    if row.isCutOff {
      carried.response.truncated = true
      carried.problems.append(IngestProblem.cutOff(at: place).problem)
    }
    return carried
  }

  private func values(
    _ row: TableLine, _ field: TableColumns.Field, _ question: Int, _ respelt: inout RespeltCells
  ) -> [String] {
    let options = plan.options[question]
    switch plan.questionnaire.questions[question].kind {
    case .choices:
      return TickedOptions.values(
        field.columns.map { TickedOptions.Cell(option: $0.option, text: row.cell($0.place)) }, options)
    case .choice, .scale, .yesNo:
      let text = row.text(of: field).trimmed
      guard options?.code(text) == nil, let whole = text.withoutPointZero,
        options?.code(whole) != nil || Tick(whole) != nil
      else { return [text] }
      respelt.wholeNumbers += 1
      return [whole]
    case .date:
      let text = row.text(of: field)
      guard let day = SpreadsheetDate.day(text.trimmed) else { return [text] }
      respelt.dates += 1
      return [day]
    case .date: return [day(row.text(of: field), &respelt)]
    default: return [row.text(of: field)]
    }
  }

  private func day(_ text: String, _ respelt: inout RespeltCells) -> String {
    guard let day = SpreadsheetDate.day(text.trimmed) else { return text }
    respelt.dates += 1
    return day
  }

  /// What a spreadsheet has made of a date or of a key of digits, as it was before.
  private func head(_ text: String, of target: FieldPlan.Target, _ respelt: inout RespeltCells) -> String {
    switch target {
    case .answered: return day(text, &respelt)
    case .unitKey, .form:
      guard let whole = text.trimmed.withoutPointZero, !redaction.isKey(text.trimmed),
        target == .form || redaction.isKey(whole)
      else { return text }
      respelt.wholeNumbers += 1
      return whole
    default: return text
    }
  }
}

extension TableLine {
  /// Rows may be shorter than the heading.
  fileprivate func cell(_ place: Int) -> String { place < cells.count ? cells[place] : "" }

  fileprivate func text(of field: TableColumns.Field) -> String { field.columns.first.map { cell($0.place) } ?? "" }
}

/// Cells that a spreadsheet had spelt in its own way, and that are read as they were before.
struct RespeltCells: Hashable, Sendable {
  /// Days that stood as numbers: 46097.
  var dates = 0
  /// Codes and keys that stood with decimals: 2.0.
  var wholeNumbers = 0

  static func += (a: inout RespeltCells, b: RespeltCells) {
    a.dates += b.dates
    a.wholeNumbers += b.wholeNumbers
  }
}

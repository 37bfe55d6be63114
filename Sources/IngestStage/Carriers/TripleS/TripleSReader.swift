import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a response of one record.
struct TripleSReader: RowReader {
  /// Of the data file that is read; the reader of a file is made when it is opened.
  var verdict = DecodedText([]).verdict
  private let source: ResponseSource
  private let plan: FieldPlan
  private let redaction: ContactRedaction
  private let fields: [TripleSField]
  /// Of the fields, and then of their filters.
  private let positions: [ClosedRange<Int>]
  /// Columns that a row must have.
  private let columns: Int

  /// - Throws: `.wrongData` when the unit key is missing, or a name that is looked for stands for two variables.
  init(
    _ source: ResponseSource, _ plan: FieldPlan, _ structure: TripleSStructure, at place: SourceLocation,
    redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.plan = plan
    self.redaction = redaction
    var problems: [Problem] = []
    var found: [(slot: FieldSlot, variable: TripleSVariable)] = []
    for field in plan.fields {
      for (rank, selector) in field.selectors.enumerated() {
        let slot = FieldSlot(target: field.target, rank: rank)
        if selector.contains("[]") {
          for variable in structure.variables {
            guard let row = variable.name.rowNumber(in: selector) else { continue }
            found.append((FieldSlot(target: slot.target, rank: rank, row: row), variable))
          }
        } else {
          let variables = structure.variables(called: selector)
          if let first = variables.first { found.append((slot, first)) }
          if variables.count > 1 { problems.append(IngestProblem.columnTwice(selector, at: place).problem) }
        }
      }
    }
    if !found.contains(where: { $0.slot.target == .unitKey }) {
      let wanted = plan.fields[0].selectors.joined(separator: " or ")
      problems.append(IngestProblem.missingVariable(wanted, at: place).problem)
    }
    if !problems.isEmpty { throw StageFailure(.wrongData, problems) }

    var positions = found.map(\.variable.position)
    fields = found.map { slot, variable in
      var filter: Int?
      if let name = variable.filter, let asked = structure.variables(called: name).first, asked.kind == .logical {
        filter = positions.firstIndex(of: asked.position) ?? positions.count
        if filter == positions.count { positions.append(asked.position) }
      }
      let question: Question? =
        if case .question(let place) = slot.target { plan.questionnaire.questions[place] } else { nil }
      let codes = plan.questionnaire.codeLists.first { $0.id == question?.codeList }
      return TripleSField(slot, variable, filter: filter, question: question, codes: codes)
    }
    self.positions = positions
    columns = structure.format == .csv ? positions.map(\.upperBound).max() ?? 0 : 0
  }

  func read(_ row: TripleSRow, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if let fault = fault(of: row) { throw .row(fault, at: place) }
    let texts = row.fields(at: positions)
    var draft = ResponseDraft(plan: plan, redaction: redaction)
    for (field, text) in zip(fields, texts) where !field.isQuestion {
      if let text { draft.add(field.slot, values: field.values(in: text), line: nil) }
    }
    let unit = draft.text(of: .unitKey)
    if unit.isEmpty { throw .noUnitKey(at: place) }
    let form = draft.text(of: .form)
    for (field, text) in zip(fields, texts) where field.isQuestion {
      guard let text else { continue }
      let values = field.values(in: text)
      // The record has a place for every question; what the form lacks or the filter passes over was never shown.
      if values.isEmpty, !plan.has(field.slot.target, onForm: form) || !isAsked(field, texts) { continue }
      draft.add(field.slot, values: values, line: nil)
    }
    var carried = CarriedResponse(draft, unit: unit, source: source, verdict: verdict)
    if row.isCutOff {
      carried.response.truncated = true
      carried.problems.append(IngestProblem.cutOff(at: place).problem)
    }
    return carried
  }

  /// The rows above the data may be of any width, so a row is right when it reaches the last column that is read.
  private func fault(of row: TripleSRow) -> CSVFault? {
    guard case .cells(let cells) = row.content else { return nil }
    switch row.fault {
    case nil, .ragged: return cells.count < columns ? .ragged(expected: columns, got: cells.count) : nil
    case let fault: return fault
    }
  }

  private func isAsked(_ field: TripleSField, _ texts: [String?]) -> Bool {
    guard let filter = field.filter, let text = texts[filter] else { return true }
    return text.trimmed == "1"
  }
}

extension TripleSField {
  fileprivate var isQuestion: Bool { if case .question = slot.target { true } else { false } }
}

extension String {
  /// The number that stands for the `[]` of a selector.
  fileprivate func rowNumber(in selector: String) -> Int? {
    guard let brackets = selector.firstRange(of: "[]") else { return nil }
    let (start, end) = (selector[..<brackets.lowerBound], selector[brackets.upperBound...])
    guard hasPrefix(start), hasSuffix(end), utf8.count > start.utf8.count + end.utf8.count else { return nil }
    let digits = dropFirst(start.count).dropLast(end.count)
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}

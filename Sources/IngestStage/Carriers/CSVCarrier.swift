import ConfidentialRecords
import Diagnostics
import Glibc
import Markup

/// Reads a table of responses, one row each, such as telephone interviews that were keyed in.
struct CSVCarrier: TableCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let encoding: TextEncoding?
  private let redaction: ContactRedaction

  private static let sizeLimit = 256 << 20

  init(_ source: ResponseSource, questionnaire: Questionnaire, encoding: TextEncoding?, redaction: ContactRedaction) {
    self.source = source
    self.encoding = encoding
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .csv)
  }

  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> CSVTable? {
    let bytes: [UInt8]
    do throws(IngestProblem) {
      bytes = try folder.read(file, limit: Self.sizeLimit)
    } catch {
      throw error.failure(.cannotRead)
    }
    return try open(bytes, at: folder.location(file.path))
  }

  /// - Throws: `.wrongData` when the heading lacks the unit key or has two columns for one field; nil when there is
  ///   nothing in the file.
  func open(_ bytes: [UInt8], at place: SourceLocation) throws(StageFailure) -> CSVTable? {
    let text = DecodedText(bytes, encoding: encoding)
    let delimiter = source.delimiter?.utf8.first.flatMap(CSVDelimiter.init(rawValue:))
    let reader = try CSVReader(bytes: text.bytes, delimiter: delimiter)
    guard let first = reader.heading else { return nil }
    let line = SourceLocation(path: place.path, line: first.line)
    if let fault = first.fault { throw IngestProblem.row(fault, at: line).failure(.wrongData) }

    let names = first.fields.map(NormalisedText.init)
    let columns = names.map(slot)
    var problems: [Problem] = []
    var seen: Set<FieldSlot> = []
    for (name, slot) in zip(names, columns) {
      if let slot, slot.target != .contact, !seen.insert(slot).inserted {
        problems.append(IngestProblem.columnTwice(name.text, at: line).problem)
      }
    }
    if !seen.contains(where: { $0.target == .unitKey }) {
      let wanted = plan.fields[0].selectors.joined(separator: " or ")
      problems.append(IngestProblem.missingColumn(wanted, at: line).problem)
    }
    if !problems.isEmpty { throw StageFailure(.wrongData, problems) }
    let rowReader = CSVRowReader(
      source: source, plan: plan, redaction: redaction, columns: columns, verdict: text.verdict)
    return CSVTable(reader: rowReader, rows: reader, at: place)
  }

  /// The field of a column: by its name, or by what stands before and after a row's number.
  private func slot(for column: NormalisedText) -> FieldSlot? {
    for field in plan.fields {
      for (rank, selector) in field.selectors.enumerated() {
        let slot = FieldSlot(target: field.target, rank: rank)
        let wanted = NormalisedText(selector).text
        if wanted == column.text { return slot }
        guard plan.repeats(field.target), let row = column.text.number(in: wanted) else { continue }
        return FieldSlot(target: slot.target, rank: rank, row: row)
      }
    }
    return nil
  }
}

/// A table under its heading.
struct CSVTable: ResponseTable {
  let reader: CSVRowReader
  private var rows: CSVReader
  private let place: SourceLocation

  init(reader: CSVRowReader, rows: CSVReader, at place: SourceLocation) {
    self.reader = reader
    self.rows = rows
    self.place = place
  }

  mutating func next() throws(IngestProblem) -> CSVRow? {
    do throws(StageFailure) {
      return try rows.next()
    } catch {
      throw .cannotOpen(errno: EIO, at: place)
    }
  }
}

struct CSVRowReader: RowReader {
  fileprivate let source: ResponseSource
  fileprivate let plan: FieldPlan
  fileprivate let redaction: ContactRedaction
  fileprivate let columns: [FieldSlot?]
  fileprivate let verdict: EncodingVerdict

  func read(_ row: CSVRow, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if let fault = row.fault { throw .row(fault, at: place) }
    var draft = ResponseDraft(plan: plan, redaction: redaction)
    for (slot, cell) in zip(columns, row.fields) {
      if let slot, !isQuestion(slot) { draft.add(slot, values: [cell], line: nil) }
    }
    let unit = draft.text(of: .unitKey)
    if unit.isEmpty { throw .noUnitKey(at: place) }
    let form = draft.text(of: .form)
    for (slot, cell) in zip(columns, row.fields) {
      guard let slot, isQuestion(slot) else { continue }
      // The table has a column for every question; those that the row's form lacks were never shown.
      if cell.trimmed.isEmpty, !plan.has(slot.target, onForm: form) { continue }
      draft.add(slot, values: values(in: cell, for: slot), line: nil)
    }
    return CarriedResponse(draft, unit: unit, source: source, verdict: verdict)
  }

  private func isQuestion(_ slot: FieldSlot) -> Bool { if case .question = slot.target { true } else { false } }

  /// Choices stand in one cell with commas between.
  private func values(in cell: String, for slot: FieldSlot) -> [String] {
    guard case .question(let place) = slot.target, plan.questionnaire.questions[place].kind == .choices else {
      return [cell]
    }
    return cell.split(separator: ",").map(String.init)
  }
}

extension CSVRow: TableRow {}

extension String {
  /// The number that stands for the `[]` of a pattern.
  fileprivate func number(in pattern: String) -> Int? {
    guard let brackets = pattern.firstRange(of: "[]") else { return nil }
    let start = pattern[..<brackets.lowerBound]
    let end = pattern[brackets.upperBound...]
    guard hasPrefix(start), hasSuffix(end), count > start.count + end.count else { return nil }
    let digits = dropFirst(start.count).dropLast(end.count)
    return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}

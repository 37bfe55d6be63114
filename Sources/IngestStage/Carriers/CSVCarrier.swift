import ConfidentialRecords
import Diagnostics
import Markup
import RecordStreams

/// Reads a table of responses, one row each: telephone interviews that were keyed in, an export of a survey tool, a
/// sheet saved from a spreadsheet.
///
/// Title lines may stand above the heading and sums and sources below the data. The delimiter is the study's, or the
/// one with which most of the questionnaire's fields are found.
struct CSVCarrier: TableCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let index: ColumnIndex
  private let encoding: TextEncoding?
  private let redaction: ContactRedaction

  private static let sizeLimit = 64 << 20

  /// - Throws: `.wrongStudyFile` with every selector that cannot be read.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, encoding: TextEncoding?, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.encoding = encoding
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .csv)
    index = try ColumnIndex(plan, carrier: .csv)
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
    guard let (heading, lines) = try heading(of: text.bytes) else { return nil }
    if let (fault, line) = lines.fault(in: heading.lines) {
      throw IngestProblem.row(fault, at: SourceLocation(path: place.path, line: line)).failure(.wrongData)
    }
    let problems = heading.problems(
      plan, at: SourceLocation(path: place.path, line: lines.line(heading.lines.lowerBound)))
    if !problems.isEmpty { throw StageFailure(.wrongData, problems) }
    let reader = TableLineReader(
      source: source, plan: plan, redaction: redaction, verdict: text.verdict, tables: [heading.columns])
    return CSVTable(reader: reader, lines: lines, under: heading, at: place)
  }

  private func heading(of bytes: [UInt8]) throws(StageFailure) -> (TableHeading, CSVLines)? {
    let search = HeadingSearch(plan: plan, index: index, redaction: redaction, fillsToTheRight: true)
    let setting = source.delimiter?.utf8.first.flatMap(CSVDelimiter.init(rawValue:))
    var best: (heading: TableHeading, lines: CSVLines)?
    var tried: [CSVDelimiter] = []
    for delimiter in setting.map({ [$0] }) ?? [nil] + CSVDelimiter.allCases.map(Optional.some) {
      let lines = try CSVLines(bytes, delimiter: delimiter, count: HeadingSearch.mostLines + 1)
      guard !tried.contains(lines.delimiter) else { continue }
      tried.append(lines.delimiter)
      guard let heading = search.heading(in: lines.first.map(\.fields)) else { continue }
      if let known = best, !heading.isBetter(than: known.heading) { continue }
      best = (heading, lines)
    }
    return best
  }
}

/// The rows of a file, the first of them known beforehand.
struct CSVLines {
  let delimiter: CSVDelimiter
  let first: [CSVRow]
  private var rows: CSVReader
  private var place = 0

  init(_ bytes: [UInt8], delimiter: CSVDelimiter?, count: Int) throws(StageFailure) {
    rows = try CSVReader(bytes: bytes, delimiter: delimiter, hasHeading: false)
    self.delimiter = rows.delimiter
    var first: [CSVRow] = []
    while first.count < count, let row = try rows.next() { first.append(row) }
    self.first = first
  }

  mutating func next() throws(StageFailure) -> CSVRow? {
    guard place < first.count else { return try rows.next() }
    defer { place += 1 }
    return first[place]
  }

  mutating func skip(_ count: Int) { place = count }

  func line(_ place: Int) -> Int { first[place].line }

  func fault(in places: Range<Int>) -> (fault: CSVFault, line: Int)? {
    first[places].lazy.compactMap { row in row.fault.map { ($0, row.line) } }.first
  }
}

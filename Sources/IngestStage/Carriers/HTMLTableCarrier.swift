import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a page with a table of responses, one row each, such as a survey tool's list of answers saved from a browser.
///
/// Of the tables on the page the one is read in which most of the questionnaire's fields are found, and every other
/// that has them all as well; tables that lay out the page are looked into. The whole page is in memory while it is
/// read, so it may hold no more than `MarkupLimits` allows (16 MiB, a million nodes): a larger one is set aside, to be
/// saved in parts or as CSV.
struct HTMLTableCarrier: TableCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let index: ColumnIndex
  private let options: MarkupOptions
  private let redaction: ContactRedaction

  /// With fewer of a questionnaire's fields, and no unit key, a table is none of it.
  private static let fewestFields = 3
  static let mostTables = 1000

  /// - Throws: `.wrongStudyFile` with every selector that cannot be read.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, options: MarkupOptions, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.options = options
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .htmlTable)
    index = try ColumnIndex(plan, carrier: .htmlTable)
  }

  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> HTMLTables? {
    let place = folder.location(file.path)
    let bytes: [UInt8]
    do throws(IngestProblem) {
      bytes = try folder.read(file, limit: options.limits.bytes)
    } catch {
      guard case .tooLarge = error else { throw error.failure(.cannotRead) }
      return unusable(error)
    }
    return try open(bytes, at: place)
  }

  /// - Throws: `.wrongData` when the heading lacks the unit key or has two columns for one field; nil when there is
  ///   nothing in the file. A page that cannot be used for another reason is set aside when its first row is asked for.
  func open(_ bytes: [UInt8], at place: SourceLocation) throws(StageFailure) -> HTMLTables? {
    if bytes.isEmpty { return nil }
    let tree: MarkupTree
    do throws(MarkupError) {
      tree = try MarkupParser.parseHTML(bytes, path: place.path, options: options)
    } catch {
      return unusable(.markup(error))
    }
    var found: [(heading: TableHeading, lines: HTMLTableLines)] = []
    let search = HeadingSearch(plan: plan, index: index, redaction: redaction, fillsToTheRight: false)
    let cells = HTMLCells(tree)
    for table in tree.root.descendants where table.is(.table) {
      let lines = HTMLTableLines(table, cells: cells)
      let texts = lines.texts(HeadingSearch.mostLines + 1)
      guard index.mayMatch(texts), let heading = search.heading(in: texts) else { continue }
      found.append((heading, lines))
      if found.count > Self.mostTables { return unusable(.tooManyTables(allowed: Self.mostTables, at: place)) }
    }
    guard var best = found.first else { return unusable(.notAQuestionnaire(fields: 0, at: place)) }
    for table in found.dropFirst() where table.heading.isBetter(than: best.heading) { best = table }

    let count = best.heading.columns.fields.count { $0.slot.target.isQuestion }
    if best.heading.columns.unitKey == nil, count < Self.fewestFields {
      return unusable(.notAQuestionnaire(fields: count, at: place))
    }
    let line = best.lines.line(best.heading.lines.lowerBound)
    let problems = best.heading.problems(plan, at: SourceLocation(path: place.path, line: line))
    if !problems.isEmpty { throw StageFailure(.wrongData, problems) }
    let tables = found.filter { $0.heading.isAsGood(as: best.heading) }
    let reader = TableLineReader(
      source: source, plan: plan, redaction: redaction, verdict: tree.verdict, tables: tables.map(\.heading.columns))
    let rows = HTMLTables(reader: reader, tables: tables, isCutOff: tree.isTruncated)
    return rows.isEmpty ? unusable(.emptyTable(at: SourceLocation(path: place.path, line: line))) : rows
  }

  /// A file that is set aside as soon as it is read.
  private func unusable(_ problem: IngestProblem) -> HTMLTables {
    let reader = TableLineReader(
      source: source, plan: plan, redaction: redaction, verdict: DecodedText([]).verdict, tables: [])
    return HTMLTables(reader: reader, fault: problem)
  }
}

/// The rows of a page's tables, below their headings.
struct HTMLTables: ResponseTable {
  let reader: TableLineReader
  private var tables: [(heading: TableHeading, lines: HTMLTableLines)] = []
  private var isCutOff = false
  private var fault: IngestProblem?
  private var at = 0
  private var pending: TableLine?

  init(reader: TableLineReader, fault: IngestProblem) {
    self.reader = reader
    self.fault = fault
  }

  init(reader: TableLineReader, tables: [(heading: TableHeading, lines: HTMLTableLines)], isCutOff: Bool) {
    self.reader = reader
    self.tables = tables
    self.isCutOff = isCutOff
    for place in tables.indices { self.tables[place].lines.skip(to: tables[place].heading.end) }
    pending = nextLine()
  }

  var isEmpty: Bool { pending == nil }

  mutating func next() throws(IngestProblem) -> TableLine? {
    if let fault { throw fault }
    guard var row = pending else { return nil }
    pending = nextLine()
    row.isCutOff = isCutOff && pending == nil
    return row
  }

  private mutating func nextLine() -> TableLine? {
    while at < tables.count {
      let heading = tables[at].heading
      while var line = tables[at].lines.next() {
        line.table = at
        if line.cells.isBlank || heading.isRepeated(in: line.cells) { continue }
        line.fit(width: heading.columns.width)
        return line
      }
      at += 1
    }
    return nil
  }
}

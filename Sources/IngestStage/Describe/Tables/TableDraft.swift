import ConfidentialRecords
import Diagnostics
import Markup
import RecordStreams

/// Makes a draft of the heading of a CSV file.
enum CSVDraft: DraftReader {
  static let files = "a table as CSV, with a heading"

  /// Text with lines of several fields. To be asked last.
  static func recognises(_ file: DescribedFile) -> Bool {
    let text = file.head.drop { $0 <= 0x20 || $0 >= 0x80 }
    guard let first = text.first, first != UInt8(ascii: "<"), !file.head.contains(0) else { return false }
    return (try? table(DecodedText(file.head).bytes)) != nil
  }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    let text = DecodedText(try file.bytes(limit: DescribedTable.sizeLimit))
    guard let table = try table(text.bytes) else { throw DescribedTable.noHeading(file) }
    return table.draft(id: id, carrier: .csv, origin: "the heading of a CSV file")
  }

  /// The delimiter is the one that makes the most columns.
  private static func table(_ bytes: [UInt8]) throws(StageFailure) -> DescribedTable? {
    var best: DescribedTable?
    for delimiter in CSVDelimiter.allCases {
      let lines = try CSVLines(bytes, delimiter: delimiter, count: DescribedTable.mostLines)
      let table = DescribedTable(lines.first.filter { $0.fault == nil }.map(\.fields))
      if let table, table.isEven, table.columns.count > best?.columns.count ?? 1 { best = table }
    }
    return best
  }
}

/// Makes a draft of the heading of a page's largest table.
enum HTMLTableDraft: DraftReader {
  static let files = "a page with a table of responses"

  /// A page without a form. To be asked after it.
  static func recognises(_ file: DescribedFile) -> Bool {
    guard file.isPage, let tree = try? file.page() else { return false }
    return table(in: tree) != nil
  }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    guard let table = table(in: try file.page()) else { throw DescribedTable.noHeading(file) }
    return table.draft(id: id, carrier: .htmlTable, origin: "the heading of a table on a page")
  }

  /// The one with the most columns.
  private static func table(in tree: MarkupTree) -> DescribedTable? {
    let cells = HTMLCells(tree)
    var best: DescribedTable?
    for node in tree.root.descendants where node.is(.table) {
      let lines = HTMLTableLines(node, cells: cells).texts(DescribedTable.mostLines)
      guard let table = DescribedTable(lines, headingRows: HTMLTableLines.headingRows(node)) else { continue }
      if table.columns.count > best?.columns.count ?? 1 { best = table }
    }
    return best
  }
}

/// The first lines of a table, of which nobody has said yet what is its heading.
struct DescribedTable {
  let columns: [DraftColumns.Column]

  /// At least half of the lines below the heading have as many cells as it: prose with commas in it has not.
  let isEven: Bool

  static let mostLines = 300
  static let sizeLimit = 64 << 20

  /// Without `headingRows` the heading is the first line that has about as many different texts as any; a line above it
  /// that goes over several columns, and a line of words below it, are part of it. Nil when no line has two cells.
  init?(_ lines: [[String]], headingRows: Int = 0) {
    let lines = lines.map { $0.map(\.collapsed) }
    let rows = headingRows > 0 ? 0..<min(headingRows, lines.count) : Self.heading(in: lines)
    guard let rows, !rows.isEmpty, rows.count <= HeadingSearch.mostRows else { return nil }
    let heading = rows.map { row in
      headingRows == 0 && row + 1 < rows.upperBound ? Self.filled(lines[row], above: lines[row + 1]) : lines[row]
    }
    let width = heading.map(\.count).max() ?? 0
    guard width > 1 else { return nil }
    let filled = lines[rows.upperBound...].filter { $0.contains { !$0.isEmpty } }
    isEven = 2 * filled.count { $0.count == width } >= filled.count
    columns = (0..<width).map { place in
      var texts: [String] = []
      for row in heading where place < row.count && !row[place].isEmpty && texts.last != row[place] {
        texts.append(row[place])
      }
      return DraftColumns.Column(
        number: place + 1, headings: texts,
        answers: lines[rows.upperBound...].map { place < $0.count ? $0[place] : "" })
    }
  }

  private static func heading(in lines: [[String]]) -> Range<Int>? {
    let counts = lines.prefix(HeadingSearch.mostLines).map { line in
      let filled = line.filter { !$0.isEmpty }
      return 20 * Set(filled).count >= 19 * filled.count && !filled.contains(where: DraftColumns.isData)
        ? filled.count : 0
    }
    guard let most = counts.max(), most > 1, let last = counts.firstIndex(where: { 10 * $0 >= 9 * most }) else {
      return nil
    }
    var rows = last..<last + 1
    if last > 0, counts[last - 1] > 1, lines[last - 1].count >= lines[last].count { rows = last - 1..<last + 1 }
    while rows.count < HeadingSearch.mostRows, goesOn(rows.upperBound, in: lines) {
      rows = rows.lowerBound..<rows.upperBound + 1
    }
    return rows
  }

  /// The line is part of the heading above it: it has words where the lines below have numbers, days or ticks. Words
  /// alone are no evidence, for they may be an answer, and no answer gets into a draft.
  private static func goesOn(_ place: Int, in lines: [[String]]) -> Bool {
    guard place < lines.count else { return false }
    let filled = lines[place].indices.filter { !lines[place][$0].isEmpty }
    guard filled.count > 1, !filled.contains(where: { DraftColumns.isData(lines[place][$0]) }) else { return false }
    return [1, 2].contains { distance in
      let below = lines.dropFirst(place + distance)
      func holdsData(_ column: Int) -> Bool {
        let answers = below.lazy.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        return !answers.isEmpty && answers.allSatisfy(DraftColumns.isData)
      }
      guard filled.count(where: holdsData) > 1 else { return false }
      // The key of a response is data as well, and where a heading goes over several columns the one above has gaps.
      let first = lines[place].indices.first(where: holdsData)
      return first.map(filled.contains) == true
        || filled.contains { $0 < lines[place - 1].count && lines[place - 1][$0].isEmpty }
    }
  }

  /// A heading over several columns stands in the first of them.
  private static func filled(_ cells: [String], above below: [String]) -> [String] {
    var filled = cells
    for place in cells.indices.dropFirst() where filled[place].isEmpty && place < below.count && !below[place].isEmpty {
      filled[place] = filled[place - 1]
    }
    return filled
  }

  func draft(id: String, carrier: Carrier, origin: String) -> DraftQuestionnaire {
    let made = DraftColumns(columns)
    var draft = DraftQuestionnaire(
      id: id, title: .init(sv: id), carrier: carrier, origin: "\(origin) with \(columns.count) columns",
      unitKey: made.unitKey, answered: made.answered)
    draft.notes = [
      "types are guessed: a column with nothing but numbers is a count, one with nothing but yes and no is yesNo.",
      "texts are the table's headings: write the questions as they were asked.",
    ]
    draft.items = made.items
    return draft
  }

  static func noHeading(_ file: DescribedFile) -> StageFailure {
    StageFailure(
      .wrongData,
      [
        Problem(
          .error, at: SourceLocation(path: file.path), "no table with a heading in the file",
          expected: "a line with a name for each column")
      ])
  }
}

extension DescribedFile {
  /// Begins as a page does.
  var isPage: Bool { head.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<") && !headHas("<?xml") }

  func bytes(limit: Int) throws(StageFailure) -> [UInt8] {
    do throws(IngestProblem) { return try folder.read(file, limit: limit) } catch { throw error.failure(.cannotRead) }
  }

  func page() throws(StageFailure) -> MarkupTree {
    let bytes = try bytes(limit: MarkupLimits().bytes)
    do throws(MarkupError) {
      return try MarkupParser.parseHTML(bytes, path: path)
    } catch {
      throw IngestProblem.markup(error).failure(.wrongData)
    }
  }
}

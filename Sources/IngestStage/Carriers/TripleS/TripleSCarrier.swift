import ConfidentialRecords
import Diagnostics
import Glibc
import Markup

/// Reads the data of a Triple-S survey, fixed-width or CSV, by its structure file.
struct TripleSCarrier: TableCarrier {
  private let structure: TripleSStructure
  private let reader: TripleSReader
  private let encoding: TextEncoding?

  private static let sizeLimit = 64 << 20

  /// - Throws: `.wrongData` for a structure that is faulty, lacks the unit key or has a mapped name twice.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, structure: TripleSStructure, at place: SourceLocation,
    encoding: TextEncoding?, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.structure = structure
    self.encoding = encoding ?? structure.encoding
    reader = try TripleSReader(
      source, FieldPlan(questionnaire, carrier: .tripleS), structure, at: place, redaction: redaction)
  }

  func open(_ file: DataFile, in folder: DataFolder) throws(StageFailure) -> TripleSTable? {
    let bytes: [UInt8]
    do throws(IngestProblem) {
      bytes = try folder.read(file, limit: Self.sizeLimit)
    } catch {
      throw error.failure(.cannotRead)
    }
    return try open(bytes, at: folder.location(file.path))
  }

  /// Nil when there is nothing in the file.
  func open(_ bytes: [UInt8], at place: SourceLocation) throws(StageFailure) -> TripleSTable? {
    if bytes.isEmpty { return nil }
    let text = DecodedText(bytes, encoding: encoding)
    var reader = reader
    reader.verdict = text.verdict
    switch structure.format {
    case .fixed:
      return TripleSTable(reader: reader, lines: TripleSLines(text.bytes, length: structure.length), at: place)
    case .csv:
      var rows = try CSVReader(bytes: text.bytes, delimiter: .comma)
      let first = structure.skip == 0 ? rows.heading : nil
      for _ in 0..<max(0, structure.skip - 1) where try rows.next() == nil { break }
      return TripleSTable(reader: reader, rows: rows, first: first, at: place)
    }
  }
}

/// The records of a data file: lines of fixed width, or rows of CSV.
struct TripleSTable: ResponseTable {
  let reader: TripleSReader
  private var lines: TripleSLines?
  private var rows: CSVReader?
  /// The row that the CSV reader took for a heading.
  private var first: CSVRow?
  private let place: SourceLocation

  init(reader: TripleSReader, lines: TripleSLines, at place: SourceLocation) {
    self.reader = reader
    self.lines = lines
    self.place = place
  }

  init(reader: TripleSReader, rows: CSVReader, first: CSVRow?, at place: SourceLocation) {
    self.reader = reader
    self.rows = rows
    self.first = first
    self.place = place
  }

  mutating func next() throws(IngestProblem) -> TripleSRow? {
    if lines != nil { return lines?.next() }
    do throws(StageFailure) {
      let row = if let first { first } else { try rows?.next() }
      first = nil
      return row.map { TripleSRow(line: $0.line, content: .cells($0.fields), fault: $0.fault) }
    } catch {
      throw .cannotOpen(errno: EIO, at: place)
    }
  }
}

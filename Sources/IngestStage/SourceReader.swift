import ConfidentialRecords
import Diagnostics
import Markup

/// One source of responses, ready to be read.
struct SourceReader: Sendable {
  enum CarrierReader: Sendable {
    case htmlForm(HTMLFormCarrier)
    case csv(CSVCarrier)
  }

  let source: ResponseSource
  let questionnaire: Questionnaire
  let files: [DataFile]
  let carrier: CarrierReader
  private let folder: DataFolder

  private static let tableLimit = 256 << 20

  init(
    _ source: ResponseSource, study: Study, files: [DataFile], in folder: DataFolder, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.files = files
    self.folder = folder
    guard let questionnaire = study.questionnaires.first(where: { $0.id == source.questionnaire }) else {
      throw IngestProblem.noQuestionnaire(source.questionnaire).failure(.wrongStudyFile)
    }
    self.questionnaire = questionnaire
    let encoding = source.encoding.flatMap(TextEncoding.init(setting:))
    if source.encoding != nil, encoding == nil {
      throw IngestProblem.encodingSetting(at: folder.location(source.path)).failure(.wrongStudyFile)
    }
    switch source.carrier {
    case .htmlForm:
      carrier = .htmlForm(
        try HTMLFormCarrier(
          source, questionnaire: questionnaire, options: MarkupOptions(encoding: encoding), redaction: redaction))
    case .csv:
      carrier = .csv(CSVCarrier(source, questionnaire: questionnaire, encoding: encoding, redaction: redaction))
    }
  }

  var name: String { source.name }

  // MARK: Pages

  func read(_ file: DataFile, by carrier: HTMLFormCarrier, key: String) -> Ingested {
    var ingested = Ingested()
    ingested.filesIn = 1
    do throws(IngestProblem) {
      let bytes = try folder.read(file, limit: MarkupLimits().bytes)
      ingested.add(try carrier.read(bytes, path: file.path, at: folder.location(file.path)), key: key)
    } catch {
      ingested.reject(error, path: file.path)
    }
    return ingested
  }

  // MARK: Tables

  /// Opens a table and reads its heading; nil, and a rejected file, when there is nothing in it.
  ///
  /// - Throws: `.cannotRead` for a table that cannot be read, `.wrongData` for a heading that cannot be used.
  func open(
    _ file: DataFile, by carrier: CSVCarrier, into sink: (Ingested) throws -> Void
  ) throws -> (heading: CSVCarrier.Heading, rows: CSVReader)? {
    let place = folder.location(file.path)
    let bytes: [UInt8]
    do throws(IngestProblem) {
      bytes = try folder.read(file, limit: Self.tableLimit)
    } catch {
      throw error.failure(.cannotRead)
    }
    if let table = try carrier.open(bytes, at: place) { return table }
    var ingested = Ingested()
    ingested.filesIn = 1
    ingested.reject(.emptyFile(at: place), path: file.path)
    try sink(ingested)
    return nil
  }

  func read(
    _ batch: RowBatches.Batch, of file: DataFile, under heading: CSVCarrier.Heading, by carrier: CSVCarrier,
    keys: ResponseKeys
  ) -> Ingested {
    var ingested = Ingested()
    ingested.rowsIn = batch.rows.count
    for (number, row) in zip(batch.first..., batch.rows) {
      let key = keys.row(number, of: file, source: source)
      do throws(IngestProblem) {
        var carried = try carrier.read(row, under: heading, at: folder.location(file.path, line: row.line))
        carried.response.path = file.path
        carried.response.line = row.line
        ingested.add(carried, key: key)
      } catch {
        ingested.reject(error, path: file.path, line: row.line, key: key)
      }
    }
    return ingested
  }
}

/// Rows of a table, some at a time, with their numbers from 1.
struct RowBatches {
  struct Batch: Sendable {
    let first: Int
    let rows: [CSVRow]
  }

  private var reader: CSVReader
  private var count = 0
  private static let size = 64

  init(_ reader: CSVReader) { self.reader = reader }

  mutating func next() throws -> Batch? {
    var rows: [CSVRow] = []
    while rows.count < Self.size, let row = try reader.next() { rows.append(row) }
    defer { count += rows.count }
    return rows.isEmpty ? nil : Batch(first: count + 1, rows: rows)
  }
}

/// Which questions a source has shown so far. One that never shows has most likely a wrong `found:` line.
struct FoundQuestions {
  private let questionnaire: Questionnaire
  private var found: [Bool]
  private var forms: Set<String> = []
  private var responses = 0

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    found = questionnaire.questions.map { _ in false }
  }

  mutating func add(_ ingested: Ingested) {
    responses += ingested.responses.count
    for response in ingested.responses { forms.insert(response.form) }
    for (place, isFound) in ingested.found.enumerated() where isFound { found[place] = true }
  }

  /// One problem that names them all; nil when there is none.
  func problem(of source: SourceReader, in folder: DataFolder) -> IngestProblem? {
    guard responses > 0 else { return nil }
    let plan = FieldPlan(questionnaire, carrier: source.source.carrier)
    let missed = plan.fields.compactMap { field -> String? in
      guard case .question(let place) = field.target, !found[place], !field.selectors.isEmpty,
        forms.contains(where: { plan.has(field.target, onForm: $0) })
      else { return nil }
      return questionnaire.questions[place].id
    }
    guard !missed.isEmpty else { return nil }
    return .neverFound(
      questions: missed, carrier: source.source.carrier.rawValue, at: folder.location(source.source.path))
  }
}

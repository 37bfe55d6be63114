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

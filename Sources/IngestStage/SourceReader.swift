import ConfidentialRecords
import Diagnostics
import Markup

/// One source of responses, ready to be read.
struct SourceReader: Sendable {
  enum CarrierReader: Sendable {
    case sheets(any SheetCarrier)
    case tables(any TableCarrier)
  }

  let source: ResponseSource
  let questionnaire: Questionnaire
  let files: [DataFile]
  let carrier: CarrierReader
  private let folder: DataFolder

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
      carrier = .sheets(
        try HTMLFormCarrier(
          source, questionnaire: questionnaire, options: MarkupOptions(encoding: encoding), redaction: redaction))
    case .htmlTable:
      carrier = .tables(
        try HTMLTableCarrier(
          source, questionnaire: questionnaire, options: MarkupOptions(encoding: encoding), redaction: redaction))
    case .csv:
      carrier = .tables(try CSVCarrier(source, questionnaire: questionnaire, encoding: encoding, redaction: redaction))
    case .xforms:
      let form = try source.structure.map { path throws(StageFailure) in try folder.form(path) }
      let reader = try XFormsReader(source, questionnaire: questionnaire, form: form, redaction: redaction)
      let options = MarkupOptions(encoding: encoding)
      carrier =
        source.holdsMany
        ? .tables(XFormsExportCarrier(reader: reader, options: options))
        : .sheets(XFormsCarrier(reader: reader, options: options))
    case .tripleS:
      guard let path = source.structure else {
        throw IngestProblem.noStructure(at: folder.location(source.path)).failure(.wrongStudyFile)
      }
      let structure = try TripleSStructure(try folder.structure(path), at: folder.location(path))
      carrier = .tables(
        try TripleSCarrier(
          source, questionnaire: questionnaire, structure: structure, at: folder.location(path), encoding: encoding,
          redaction: redaction))
    case .limeSurvey:
      carrier = .tables(
        LimeSurveyCarrier(
          source, questionnaire: questionnaire, options: MarkupOptions(encoding: encoding), redaction: redaction))
    }
  }

  var name: String { source.name }

  /// Reads a file that is one response.
  func read(_ file: DataFile, by carrier: any SheetCarrier, key: String) -> Ingested {
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

  /// Reads a file of many responses, some rows at a time, and hands them over in the file's order.
  ///
  /// - Throws: `.cannotRead` for a file that cannot be read, `.wrongData` for a heading that cannot be used; what
  ///   `sink` throws.
  func read<Prepared: Sendable>(
    _ file: DataFile, by carrier: some TableCarrier, keys: ResponseKeys, threads: Int,
    isolation: isolated (any Actor)? = #isolation, preparing prepare: @escaping @Sendable (Ingested) -> Prepared,
    into sink: (Ingested, Prepared) throws -> Void
  ) async throws {
    func reject(_ problem: IngestProblem) throws {
      let ingested = rejected(file, problem)
      try sink(ingested, prepare(ingested))
    }
    guard let table = try carrier.open(file, in: folder) else {
      return try reject(.emptyFile(at: folder.location(file.path)))
    }
    let reader = table.reader
    var batches = RowBatches(table)
    try await orderedMap(threads: threads) {
      batches.next()
    } _: { batch in
      let ingested = read(batch.rows, from: batch.first, of: file, by: reader, keys: keys)
      return (ingested, prepare(ingested))
    } into: {
      try sink($0, $1)
    }
    if let fault = batches.fault { try reject(fault) }
  }

  private func read<Reader: RowReader>(
    _ rows: [Reader.Row], from first: Int, of file: DataFile, by reader: Reader, keys: ResponseKeys
  ) -> Ingested {
    var ingested = Ingested()
    ingested.rowsIn = rows.count
    for (number, row) in zip(first..., rows) {
      let key = keys.row(number, of: file, source: source)
      do throws(IngestProblem) {
        var carried = try reader.read(row, at: folder.location(file.path, line: row.line))
        carried.response.path = file.path
        carried.response.line = row.line
        ingested.add(carried, key: key)
      } catch {
        ingested.reject(error, path: file.path, line: row.line, key: key)
      }
    }
    return ingested
  }

  private func rejected(_ file: DataFile, _ problem: IngestProblem) -> Ingested {
    var ingested = Ingested()
    ingested.filesIn = 1
    ingested.reject(problem, path: file.path)
    return ingested
  }
}

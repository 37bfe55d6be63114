import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a study's data folder: the frame, every response of every source, every page.
///
/// What cannot be used is set aside with its reason. Only a broken contract stops the stage: a frame with faults, a
/// source without files, a table that cannot be read.
package struct Ingester: Sendable {
  /// In the order of their establishment.
  package let frame: [FrameUnitRecord]

  private let study: Study
  private let folder: DataFolder
  let sources: [SourceReader]
  private let pages: [PageSourceReader]
  private let keys: ResponseKeys
  /// Files that lie among those of a source and belong to none.
  private let strangers: [DataFile]
  private let removedFromNames: ContactCounts

  /// Finds everything and reads the frame; responses and pages are read by `run`.
  ///
  /// - Throws: `StageFailure` `.noInput`, `.cannotRead`, `.wrongData` or `.wrongStudyFile`, with every problem of its
  ///   kind.
  package init(study: Study, dataFolder: String) throws(StageFailure) {
    self.study = study
    let folder = try DataFolder(path: dataFolder)
    self.folder = folder
    var inputs = SourceFiles(folder: folder)
    for source in study.responses {
      inputs.add(source.name, source.path) { $0.path == source.structure || source.isAttachment($0) }
      if let structure = source.structure { inputs.addStructure(structure) }
    }
    for source in study.pages { inputs.add(source.name, source.path) }
    try inputs.check()
    frame = try FrameReader.read(study, in: folder)

    let redaction = ContactRedaction(keys: Set(frame.map(\.establishment)))
    var removed = ContactCounts()
    inputs.hideContactData(redaction, counting: &removed)
    removedFromNames = removed
    var sources: [SourceReader] = []
    for source in study.responses {
      sources.append(
        try SourceReader(source, study: study, files: inputs.files[source.name] ?? [], in: folder, redaction: redaction)
      )
    }
    self.sources = sources
    var pages: [PageSourceReader] = []
    for source in study.pages {
      pages.append(
        try PageSourceReader(
          source, study: study, files: inputs.files[source.name] ?? [], in: folder, redaction: redaction))
    }
    self.pages = pages
    keys = ResponseKeys(study.responses, files: inputs.files)
    strangers = inputs.strangers
  }

  /// The paths of the data folder that were read in full, as the study writes them: those whose bytes the manifest can
  /// state. A path with a file that cannot be read is none of them.
  package func paths(readBy counts: IngestCounts) -> [String] {
    let sources = study.responses.map { ($0.name, $0.path) } + study.pages.map { ($0.name, $0.path) }
    return [study.frame.framePath, study.frame.samplePath] + study.responses.compactMap(\.structure)
      + sources.filter { !counts.unreadableSources.contains($0.0) }.map(\.1)
  }

  /// Pages and tables to read.
  package var fileCount: Int { sources.reduce(0) { $0 + $1.files.count } + pages.reduce(0) { $0 + $1.files.count } }

  /// Reads everything and hands it over file by file, in an order that depends on the files' names alone.
  ///
  /// - Parameters:
  ///   - threads: how many pages are read at once; the result is the same.
  ///   - prepare: makes of what was read what `sink` wants, on the core that read it.
  package func run<Prepared: Sendable>(
    threads: Int, isolation: isolated (any Actor)? = #isolation,
    preparing prepare: @escaping @Sendable (Ingested) -> Prepared, into sink: (Ingested, Prepared) throws -> Void
  ) async throws -> IngestCounts {
    var counts = IngestCounts(removed: removedFromNames)
    func send(_ problems: [Problem]) throws {
      let ingested = Ingested(problems: problems)
      try sink(ingested, prepare(ingested))
    }
    if !strangers.isEmpty { try send(strangers.map { IngestProblem.stranger(at: folder.location($0.path)).problem }) }
    for source in sources {
      var found = FoundQuestions(source.questionnaire)
      func take(_ ingested: Ingested, _ prepared: Prepared) throws {
        counts.add(ingested, of: source.name)
        found.add(ingested)
        try sink(ingested, prepared)
      }
      switch source.carrier {
      case .sheets(let carrier):
        try await orderedMap(source.files, threads: threads) { file in
          let ingested = source.read(file, by: carrier, key: keys[file])
          return (ingested, prepare(ingested))
        } into: {
          try take($0, $1)
        }
      case .tables(let carrier):
        for file in source.files {
          try await source.read(file, by: carrier, keys: keys, threads: threads, preparing: prepare, into: take)
        }
      }
      if let missed = found.problem(of: source, in: folder) { try send([missed.problem]) }
    }
    for source in pages {
      try await orderedMap(source.files, threads: threads) {
        let ingested = source.read($0)
        return (ingested, prepare(ingested))
      } into: { ingested, prepared in
        counts.add(ingested, of: source.name)
        try sink(ingested, prepared)
      }
    }
    return counts
  }
}

extension ResponseSource {
  /// A picture or recording beside a submission, which is never read.
  fileprivate func isAttachment(_ file: DataFile) -> Bool { carrier == .xforms && file.path.hasAttachmentEnding }
}

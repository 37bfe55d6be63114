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
  private let sources: [SourceReader]
  private let pages: [PageSourceReader]
  private let keys: ResponseKeys
  /// Files that lie among those of a source and belong to none.
  private let strangers: [DataFile]

  /// Finds everything and reads the frame; responses and pages are read by `run`.
  ///
  /// - Throws: `StageFailure` `.noInput`, `.cannotRead`, `.wrongData` or `.wrongStudyFile`, with every problem of its
  ///   kind.
  package init(study: Study, dataFolder: String) throws(StageFailure) {
    self.study = study
    let folder = try DataFolder(path: dataFolder)
    self.folder = folder
    var inputs = SourceFiles(folder: folder)
    for source in study.responses { inputs.add(source.name, source.path) }
    for source in study.pages { inputs.add(source.name, source.path) }
    try inputs.check()
    frame = try FrameReader.read(study, in: folder)

    let redaction = ContactRedaction(keys: Set(frame.map(\.establishment)))
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
    return [study.frame.framePath, study.frame.samplePath]
      + sources.filter { !counts.unreadableSources.contains($0.0) }.map(\.1)
  }

  /// Pages and tables to read.
  package var fileCount: Int { sources.reduce(0) { $0 + $1.files.count } + pages.reduce(0) { $0 + $1.files.count } }

  /// Reads everything and hands it over file by file, in an order that depends on the files' names alone.
  ///
  /// - Parameter threads: how many pages are read at once; the result is the same.
  package func run(
    threads: Int, isolation: isolated (any Actor)? = #isolation, into sink: (Ingested) throws -> Void
  ) async throws -> IngestCounts {
    var counts = IngestCounts()
    if !strangers.isEmpty {
      try sink(Ingested(problems: strangers.map { IngestProblem.stranger(at: folder.location($0.path)).problem }))
    }
    for source in sources {
      var found = FoundQuestions(source.questionnaire)
      func take(_ ingested: Ingested) throws {
        counts.add(ingested, of: source.name)
        found.add(ingested)
        try sink(ingested)
      }
      switch source.carrier {
      case .sheets(let carrier):
        try await orderedMap(source.files, threads: threads) { file in
          source.read(file, by: carrier, key: keys[file])
        } into: {
          try take($0)
        }
      case .tables(let carrier):
        for file in source.files {
          try await source.read(file, by: carrier, keys: keys, threads: threads, into: take)
        }
      }
      if let missed = found.problem(of: source, in: folder) { try sink(Ingested(problems: [missed.problem])) }
    }
    for source in pages {
      try await orderedMap(source.files, threads: threads) {
        source.read($0)
      } into: { ingested in
        counts.add(ingested, of: source.name)
        try sink(ingested)
      }
    }
    return counts
  }
}

import ConfidentialRecords
import Diagnostics
import Markup

/// One source of pages that are no questionnaires, ready to be read.
struct PageSourceReader: Sendable {
  let name: String
  let files: [DataFile]
  private let reader: PageReader
  private let folder: DataFolder

  /// - Throws: `.wrongStudyFile` when its description has a selector that cannot be read.
  init(
    _ source: PageSource, study: Study, files: [DataFile], in folder: DataFolder, redaction: ContactRedaction
  ) throws(StageFailure) {
    name = source.name
    self.files = files
    self.folder = folder
    // Study files are checked when they are read: a description that is not there leaves every sentence over.
    let description =
      study.pageDescriptions.first { $0.id == source.description }
      ?? PageDescription(id: source.description, title: "")
    reader = try PageReader(
      description, classifications: study.classifications, options: MarkupOptions(), redaction: redaction)
  }

  func read(_ file: DataFile) -> Ingested {
    var ingested = Ingested()
    ingested.filesIn = 1
    do throws(IngestProblem) {
      let bytes = try folder.read(file, limit: MarkupLimits().bytes)
      let reading = try reader.read(bytes, key: file.stem, path: file.path, at: folder.location(file.path))
      ingested.pages = [reading.page]
      ingested.entries = reading.entries
      ingested.problems = reading.problems
      ingested.removed = reading.removed
    } catch {
      ingested.reject(error, path: file.path)
    }
    return ingested
  }
}

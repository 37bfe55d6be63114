import ConfidentialRecords
import Diagnostics

/// The files of every source, and what is wrong with where they lie.
struct SourceFiles {
  private let folder: DataFolder
  private(set) var files: [String: [DataFile]] = [:]
  /// Files beside those of a source that no source has, in order.
  private(set) var strangers: [DataFile] = []
  private var owners: [DataFile: String] = [:]
  private var structures: Set<DataFile> = []
  private var others: Set<DataFile> = []
  private var failures: [StageFailure] = []

  init(folder: DataFolder) { self.folder = folder }

  /// - Parameter isOther: whether a file beside the source's is known to be none of them, and no stranger either.
  mutating func add(_ source: String, _ path: String, except isOther: (DataFile) -> Bool = { _ in false }) {
    do throws(StageFailure) {
      var found = try folder.files(path)
      found.files.removeAll(where: isOther)
      found.strangers.removeAll(where: isOther)
      if found.files.isEmpty { throw IngestProblem.noFile(at: folder.location(path)).failure(.noInput) }
      files[source] = found.files
      // At the top of the data folder lies much that is no source's.
      if path.contains("/") { others.formUnion(found.strangers) }
      for file in found.files {
        if let owner = owners.updateValue(source, forKey: file) {
          failures.append(
            IngestProblem.twoSources(owner, source, at: folder.location(file.path)).failure(.wrongStudyFile))
        }
      }
    } catch {
      failures.append(error)
    }
  }

  /// Notes the file that says what the others mean; several sources may share one.
  mutating func addStructure(_ path: String) {
    do throws(StageFailure) {
      structures.insert(try folder.file(path))
    } catch {
      failures.append(error)
    }
  }

  /// Shows the files without the contact data in their names, once it is known what the keys of the frame look like.
  mutating func hideContactData(_ redaction: ContactRedaction, counting counts: inout ContactCounts) {
    func shown(_ files: [DataFile]) -> [DataFile] { files.map { $0.shown(without: redaction, counting: &counts) } }
    for source in files.keys.sorted() { files[source] = files[source].map(shown) }
    strangers = shown(others.filter { owners[$0] == nil && !structures.contains($0) }.sorted())
  }

  /// - Throws: every problem there was, with the exit code of the first.
  func check() throws(StageFailure) {
    guard let first = failures.first else { return }
    throw StageFailure(first.exit, failures.flatMap(\.problems))
  }
}

import Diagnostics
import Glibc

/// Makes a draft questionnaire of a survey tool's own file. What the file is shows in its content, not in its name.
package enum QuestionnaireDescriber {
  /// Every format that can be described; the first one that knows the file has it.
  static var readers: [any DraftReader.Type] {
    [LimeSurveyDraft.self, TripleSDraft.self, XFormsDraft.self, HTMLFormDraft.self, HTMLTableDraft.self, CSVDraft.self]
  }

  /// - Parameters:
  ///   - path: such as `survey.lss`.
  ///   - id: of the questionnaire; nil: the file's name without its ending.
  /// - Returns: a questionnaire file, as text. Nothing that a respondent has written is in it.
  /// - Throws: `.noInput`, `.cannotRead`, or `.wrongData` for a file of no known format, and for a broken one.
  package static func describe(_ path: String, id: String? = nil) throws(StageFailure) -> String {
    let file = try DescribedFile(path)
    guard let reader = readers.first(where: { $0.recognises(file) }) else {
      let known = readers.map { $0.files }.joined(separator: "; ")
      throw StageFailure(
        .wrongData,
        [
          Problem(
            .error, at: SourceLocation(path: path), "the file is of no kind that can be described", expected: known,
            hint: "a questionnaire file can also be written by hand: see Pipelines/demo-k/questionnaires")
        ])
    }
    return DraftWriter.text(of: try reader.draft(of: file, id: id ?? file.file.stem.asIdentifier))
  }
}

/// Makes a draft of the files of one format.
protocol DraftReader {
  /// What such files are, for a message.
  static var files: String { get }
  static func recognises(_ file: DescribedFile) -> Bool
  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire
}

/// A file to be described, and how it begins.
struct DescribedFile {
  let file: DataFile
  let folder: DataFolder
  /// As the command line has it.
  let path: String
  let head: [UInt8]

  private static let headBytes = 64 << 10

  init(_ path: String) throws(StageFailure) {
    guard let resolved = realpath(path, nil) else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw IngestProblem.cannotOpen(errno: errno, at: SourceLocation(path: path))
        .failure(isMissing ? .noInput : .cannotRead)
    }
    defer { free(resolved) }
    let parts = String(cString: resolved).split(separator: "/")
    self.path = path
    folder = try DataFolder(path: "/" + parts.dropLast().joined(separator: "/"))
    file = DataFile(parts.last.map(String.init) ?? ".")
    do throws(IngestProblem) {
      var head = [UInt8](repeating: 0, count: Self.headBytes)
      head.removeLast(head.count - (try folder.open(file).read(into: &head)))
      self.head = head
    } catch {
      throw error.failure(.cannotRead)
    }
  }

  func headHas(_ text: String) -> Bool { head.firstRange(of: text.utf8) != nil }
}

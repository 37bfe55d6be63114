import ConfidentialRecords
import Diagnostics
import Glibc
import Markup

/// What can be wrong with a file, a page or a row on its way in. None of them knows what was written there.
enum IngestProblem: Error, Hashable {
  // Files
  case emptyFolder(at: SourceLocation)
  case noFile(at: SourceLocation)
  case sourcePath(at: SourceLocation)
  case twoSources(String, String, at: SourceLocation)
  case stranger(at: SourceLocation)
  case cannotOpen(errno: Int32, at: SourceLocation)
  case notAFile(at: SourceLocation)
  case outsideFolder(at: SourceLocation)
  case tooLarge(allowed: Int, at: SourceLocation)
  case tooManyTables(allowed: Int, at: SourceLocation)
  case emptyFile(at: SourceLocation)
  case encodingSetting(at: SourceLocation)
  case noQuestionnaire(String)
  // Pages and rows
  case markup(MarkupError)
  case cutOff(at: SourceLocation)
  case notAQuestionnaire(fields: Int, at: SourceLocation)
  case noUnitKey(at: SourceLocation)
  case notAResponse(at: SourceLocation)
  case row(CSVFault, at: SourceLocation)
  case neverFound(questions: [String], carrier: String, at: SourceLocation)
  // Headings of CSV files
  case missingColumn(String, at: SourceLocation)
  case columnTwice(String, at: SourceLocation)

  /// Why a record is set aside; nil where none is.
  var reason: RejectedRecord.Reason? {
    switch self {
    case .cannotOpen, .notAFile, .outsideFolder: .unreadableFile
    case .tooLarge, .tooManyTables: .tooLarge
    case .emptyFile: .emptyFile
    case .markup(.exceeds(.bytes, _, _)): .tooLarge
    case .markup(.nothingRead): .emptyFile
    case .markup: .brokenMarkup
    case .notAQuestionnaire: .notAQuestionnaire
    case .noUnitKey: .noUnitKey
    case .notAResponse: .notAResponse
    case .row: .brokenRow
    default: nil
    }
  }

  func failure(_ exit: StageExit) -> StageFailure {
    var problem = problem
    problem.severity = .error
    return StageFailure(exit, [problem])
  }

  var problem: Problem {
    switch self {
    case .emptyFolder(let place):
      Problem(
        .error, at: place, "the data folder is empty", expected: "the frame, the sample and the sources of study.yaml",
        hint: "state the folder with --data, or put the study's data there")
    case .noFile(let place):
      Problem(
        .error, at: place, "no such file in the data folder",
        expected: "at least one file for every source of study.yaml",
        hint: "put it there, or take the source out of study.yaml")
    case .sourcePath(let place):
      Problem(
        .error, at: place, "a path that does not stay in the data folder",
        expected: "a file, or a folder and names with one *, such as employers/*.html")
    case .twoSources(let first, let second, let place):
      Problem(
        .error, at: place, "the file belongs to two sources", got: "\(first) and \(second)",
        hint: "narrow the path of one of them in study.yaml")
    case .stranger(let place):
      Problem(
        .warning, at: place, "not read: its name fits no source",
        hint: "move it out of the folder, or widen the path of the source in study.yaml")
    case .cannotOpen(let number, let place):
      Problem(.warning, at: place, "the file cannot be read", got: String(cString: strerror(number)))
    case .notAFile(let place): Problem(.warning, at: place, "no ordinary file", expected: "a saved page or table")
    case .outsideFolder(let place):
      Problem(
        .warning, at: place, "a link that leads out of the data folder", hint: "copy the file to the place of the link")
    case .tooLarge(let allowed, let place):
      Problem(.warning, at: place, "the file is too large", expected: "at most \(allowed >> 20) MiB")
    case .tooManyTables(let allowed, let place):
      Problem(.warning, at: place, "the page has too many tables", expected: "at most \(allowed)")
    case .emptyFile(let place):
      Problem(.warning, at: place, "the file is empty", hint: "save it once more at its source")
    case .encodingSetting(let place):
      Problem(.error, at: place, "an encoding we do not know", hint: "utf-8, windows-1252 and iso-8859-1 are known")
    case .noQuestionnaire(let id):
      Problem(.error, at: SourceLocation(path: "study.yaml"), "no questionnaire \(id) in the study's folder")
    case .markup(let error): error.warning
    case .cutOff(let place):
      Problem(.warning, at: place, "the page ends before its end: what is there is kept", hint: "save it once more")
    case .notAQuestionnaire(let fields, let place):
      Problem(
        .warning, at: place, "no questionnaire", expected: "the unit key, or some of the questionnaire's fields",
        got: fields == 1 ? "1 of its fields" : "\(fields) of its fields",
        hint: "if it is one, look at the found: lines of the questionnaire")
    case .noUnitKey(let place):
      Problem(
        .warning, at: place, "an answer that does not say which unit it is from",
        hint: "its answers cannot be used until somebody finds out")
    case .notAResponse(let place):
      Problem(
        .warning, at: place, "a row that is no response",
        hint: "a sum, a source or a note; if it is a response, write its unit key as the frame has it")
    case .row(let fault, let place): fault.problem(at: place)
    case .neverFound(let questions, let carrier, let place):
      Problem(
        .warning, at: place, "questions that none of the responses shows",
        got: questions.prefix(10).joined(separator: ", ")
          + (questions.count > 10 ? " and \(questions.count - 10) more" : ""),
        hint: "look at their found: \(carrier) in the questionnaire")
    case .missingColumn(let column, let place):
      Problem(.error, at: place, "the column \(column) is missing", hint: "look at the heading, and at the delimiter")
    case .columnTwice(let column, let place):
      Problem(.error, at: place, "two columns for \(column)", hint: "rename one of them")
    }
  }
}

extension MarkupError {
  /// One bad page never stops a run.
  fileprivate var warning: Problem {
    var problem = problem
    problem.severity = .warning
    return problem
  }
}

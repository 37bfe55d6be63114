import ConfidentialRecords
import Diagnostics
import Glibc
import Markup
import ZipArchive

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
  case emptyTable(at: SourceLocation)
  case encodingSetting(at: SourceLocation)
  case noQuestionnaire(String)
  case noStructure(at: SourceLocation)
  // Pages and rows
  case markup(MarkupError)
  case archive(ZipFault)
  case cutOff(at: SourceLocation)
  case notAQuestionnaire(fields: Int, at: SourceLocation)
  case noUnitKey(at: SourceLocation)
  case notAResponse(at: SourceLocation)
  case row(CSVFault, at: SourceLocation)
  case neverFound(questions: [String], carrier: String, at: SourceLocation)
  // XForms
  case xformsPath(String, in: String)
  case xformsSeveralPlaces(String, count: Int)
  case xformsPersonal(String, type: String)
  case formWithoutInstance(at: SourceLocation)
  case otherForm(at: SourceLocation)
  case severalPlaces(questions: [String], at: SourceLocation)
  case repeatedField(questions: [String], at: SourceLocation)
  // Headings of CSV files
  case missingColumn(String, at: SourceLocation)
  case columnTwice(String, at: SourceLocation)
  case missingVariable(String, at: SourceLocation)

  /// Why a record is set aside; nil where none is.
  var reason: RejectedRecord.Reason? {
    switch self {
    case .cannotOpen, .notAFile, .outsideFolder: .unreadableFile
    case .tooLarge, .tooManyTables: .tooLarge
    case .emptyFile: .emptyFile
    case .markup(.exceeds(.bytes, _, _)): .tooLarge
    case .markup(.nothingRead): .emptyFile
    case .emptyTable: .emptyFile
    case .markup: .brokenMarkup
    case .archive(let fault): fault.isLimit ? .tooLarge : .unreadableFile
    case .notAQuestionnaire, .otherForm: .notAQuestionnaire
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
        expected: "a file, or names with at most one * between two /, such as employers/*.html")
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
    case .emptyTable(let place):
      Problem(
        .warning, at: place, "a table with a heading and no rows",
        hint: "if it has some, the page is broken: save it once more at its source")
    case .encodingSetting(let place):
      Problem(.error, at: place, "an encoding we do not know", hint: "utf-8, windows-1252 and iso-8859-1 are known")
    case .noQuestionnaire(let id):
      Problem(.error, at: SourceLocation(path: "study.yaml"), "no questionnaire \(id) in the study's folder")
    case .noStructure(let place):
      Problem(
        .error, at: place, "nothing says what the answers are answers to",
        expected: "structure: with the file that does, such as a .sss file")
    case .markup(let error): error.problem.asWarning
    case .archive(let fault): fault.problem.asWarning
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
    case .xformsPath(let path, let questionnaire):
      Problem(
        .error, at: SourceLocation(path: "questionnaires/\(questionnaire).yaml"),
        "found: xforms cannot be understood: \(path)",
        expected: "names with / between, of which one may have [] for its rows",
        hint: "such as group/question, repeat[]/question, or question alone")
    case .xformsSeveralPlaces(let path, let count):
      Problem(
        .error, "found: xforms \(path) stands at \(count) places in the form", expected: "one of them, as group/\(path)"
      )
    case .xformsPersonal(let path, let type):
      Problem(
        .error, "found: xforms \(path) is a \(type), which tells who somebody is",
        hint: "take the question out, or put the path under contact-fields")
    case .formWithoutInstance(let place):
      Problem(.error, at: place, "no form of an XForm", expected: "XML with a model and an instance in it")
    case .otherForm(let place):
      Problem(
        .warning, at: place, "a submission of another form", expected: "the id of the form under structure:",
        hint: "give the other form a source of its own")
    case .severalPlaces(let questions, let place):
      Problem(
        .warning, at: place, "a name that stands at several places: none of them is read",
        got: questions.joined(separator: ", "), hint: "say which in found: xforms, such as group/question")
    case .repeatedField(let questions, let place):
      Problem(
        .warning, at: place, "a field that stands several times: the first is read",
        got: questions.joined(separator: ", "), hint: "number the group's rows in found: xforms, as repeat[]/question")
    case .missingColumn(let column, let place):
      Problem(.error, at: place, "the column \(column) is missing", hint: "look at the heading, and at the delimiter")
    case .missingVariable(let name, let place):
      Problem(
        .error, at: place, "the variable \(name) is missing", hint: "look at found: triple-s under unit-key")
    case .columnTwice(let column, let place):
      Problem(.error, at: place, "two columns for \(column)", hint: "rename one of them")
    }
  }
}

extension Problem {
  /// One bad page never stops a run.
  fileprivate var asWarning: Problem {
    var problem = self
    problem.severity = .warning
    return problem
  }
}

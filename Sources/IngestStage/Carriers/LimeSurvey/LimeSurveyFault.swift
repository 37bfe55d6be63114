import Diagnostics
import Markup
import ZipArchive

/// What can be wrong with a LimeSurvey file, or with what a questionnaire looks for in it.
enum LimeSurveyFault: Error, Hashable {
  case markup(MarkupError)
  case archive(ZipFault)
  case notASurvey(at: SourceLocation)
  case tooLarge(allowed: Int, at: SourceLocation)
  case nameless(at: SourceLocation)
  case questionTwice(String, at: SourceLocation)
  case codeTwice(in: String, at: SourceLocation)
  case tooManyColumns(allowed: Int, at: SourceLocation)
  case noStructure(at: SourceLocation)
  case structures(count: Int, at: SourceLocation)
  case notResponses(at: SourceLocation)
  case columnTwice(String, at: SourceLocation)
  case otherSurvey(structure: String, responses: String, at: SourceLocation)
  case noColumns(structure: String, at: SourceLocation)
  case noUnitKey(selectors: [String], nearest: String?, at: SourceLocation)
  case severalAnswers(selector: String, question: String, at: SourceLocation)
  case ambiguous(selector: String, question: String, at: SourceLocation)

  var exit: StageExit {
    switch self {
    case .noStructure, .severalAnswers, .ambiguous: .wrongStudyFile
    default: .wrongData
    }
  }

  var failure: StageFailure { StageFailure(exit, [problem]) }

  var problem: Problem {
    switch self {
    case .markup(let error): error.problem
    case .archive(let fault): fault.problem
    case .notASurvey(let place):
      Problem(
        .error, at: place, "no LimeSurvey structure", expected: "an .lss file of document type Survey",
        hint: "export it under Display/Export, Survey structure (.lss)")
    case .tooLarge(let allowed, let place):
      Problem(.error, at: place, "the structure is too large", expected: "at most \(allowed >> 20) MiB")
    case .nameless(let place):
      Problem(.error, at: place, "a question without a number or a code", hint: "export the structure again")
    case .questionTwice(let code, let place):
      Problem(
        .error, at: place, "two questions have the code \(code)",
        hint: "rename one of them in LimeSurvey, and export again")
    case .codeTwice(let question, let place):
      Problem(
        .error, at: place, "\(question) has two sub-questions or answers of the same code",
        hint: "rename one of them in LimeSurvey, and export again")
    case .tooManyColumns(let allowed, let place):
      Problem(.error, at: place, "the survey has more answers than any", expected: "at most \(allowed) columns")
    case .noStructure(let place):
      Problem(
        .error, at: place, "responses without the structure that says what they answer",
        expected: "structure: and the .lss file, at the source in study.yaml",
        hint: "or take the survey archive (.lsa), which holds both")
    case .structures(let count, let place):
      Problem(
        .error, at: place, "no survey archive", expected: "one .lss file in it",
        got: count == 0 ? "none" : "\(count) of them")
    case .notResponses(let place):
      Problem(
        .error, at: place, "no LimeSurvey responses",
        expected: "an .lsr file of document type Responses, or an .lsa archive",
        hint: "export it under Display/Export, Survey archive (.lsa)")
    case .columnTwice(let column, let place):
      Problem(.error, at: place, "two columns are called \(column)", hint: "export the responses again")
    case .otherSurvey(let structure, let responses, let place):
      Problem(
        .error, at: place, "the responses are of another survey than the structure", expected: "survey \(structure)",
        got: "survey \(responses)")
    case .noColumns(let structure, let place):
      Problem(
        .error, at: place, "no column of the responses answers a question of the structure",
        expected: "columns of survey \(structure)", hint: "was the structure exported from the same survey?")
    case .noUnitKey(let selectors, let nearest, let place):
      Problem(
        .error, at: place, "nothing in the survey says which unit a response is from",
        expected: selectors.isEmpty
          ? "unit-key: {limesurvey: …} in the questionnaire" : selectors.joined(separator: " or "),
        hint: nearest.map { "did you mean \($0)?" } ?? "a question code, token or id")
    case .severalAnswers(let selector, let question, let place):
      Problem(
        .error, at: place, "\(question) finds several answers at \(selector)",
        expected: "the code of one of its rows too, such as \(selector)_SQ001",
        hint: "or \(selector)[] in a group of rows")
    case .ambiguous(let selector, let question, let place):
      Problem(
        .error, at: place, "\(selector) of \(question) can mean two places of the survey",
        expected: "\(selector.split(separator: "_").first.map(String.init) ?? selector)[…], with the code in brackets")
    }
  }
}

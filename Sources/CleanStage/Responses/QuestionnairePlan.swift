import Diagnostics
import Expressions
import SurveyModel

/// A questionnaire made ready for reading: code lists looked up, missing codes and skip logic prepared.
struct QuestionnairePlan: Sendable {
  struct PlannedQuestion: Sendable {
    let question: Question
    /// What its answer is kept by: the concept, with its horizon, or the question's identifier.
    let subject: String
    let list: CodeTexts?
    let asked: Condition?

    func isIn(form: String) -> Bool { question.forms.isEmpty || question.forms.contains(form) }
  }

  let questions: [PlannedQuestion]
  let missingCodes: MissingCodes
  /// As the study assumes; nil when it states none.
  let personsPerFullTimeEquivalent: Double?
  private let forms: [QuestionnaireForm]
  private let formOfText: [String: String]

  /// - Throws: `StageFailure` `.wrongStudyFile` when skip logic cannot be read.
  init(_ questionnaire: Questionnaire, _ assumptions: Assumptions) throws(StageFailure) {
    personsPerFullTimeEquivalent = assumptions.personsPerFullTimeEquivalent
    var problems: [Problem] = []
    questions = questionnaire.questions.map { question in
      let list = questionnaire.codeLists.first { $0.id == question.codeList }
      var asked: Condition?
      if let source = question.asked {
        do throws(ExpressionFaults) {
          asked = try Condition(source, knowing: .answers(to: [questionnaire], seenFrom: question.repeats))
        } catch {
          problems += error.faults.map { fault in
            Problem(
              .error, "the skip logic of \(question.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
          }
        }
      }
      return PlannedQuestion(
        question: question, subject: question.measures?.description ?? question.id, list: list.map(CodeTexts.init),
        asked: asked)
    }
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
    missingCodes = MissingCodes(questionnaire.missingCodes)
    forms = questionnaire.forms
    formOfText = Dictionary(
      questionnaire.forms.flatMap { form in
        ([form.code, form.label.sv, form.label.en] + form.written).map { (WrittenText($0).text, form.code) }
      }, uniquingKeysWith: { a, _ in a })
  }

  /// The form that a response says it was given on. Without one that is known, the form with the fewest questions that
  /// has every question answered: what the form did not ask must not look like a refusal, and nothing answered is lost.
  ///
  /// - Parameter answered: identifiers of the questions with something written.
  func form(written: String, answered: Set<String>) -> (code: String, isInferred: Bool) {
    guard !forms.isEmpty else { return (Self.wholeQuestionnaire, false) }
    if let code = formOfText[WrittenText(written).text] { return (code, false) }
    let sized = forms.map { form in (form, questions.filter { $0.isIn(form: form.code) }) }
    let fitting = sized.filter { form, questions in answered.isSubset(of: questions.map(\.question.id)) }
    let best = fitting.min { $0.1.count < $1.1.count } ?? sized.max { $0.1.count < $1.1.count }
    return (best?.0.code ?? Self.wholeQuestionnaire, true)
  }

  /// What a questionnaire of one form is recorded as: nothing was left out.
  private static let wholeQuestionnaire = "long"
}

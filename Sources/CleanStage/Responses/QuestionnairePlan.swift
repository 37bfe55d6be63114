import Diagnostics
import Expressions
import SurveyModel

/// A question made ready for reading.
final class PlannedQuestion: Sendable {
  let question: Question
  /// What its answer is kept by: the concept, with its horizon, or the question's identifier.
  let subject: String
  /// Its place in the plan.
  let number: Int
  /// Of its group, among all groups.
  let group: Int
  /// Of the subject, among those of the group.
  let place: Int
  let asked: Prepared?
  private let reader: AnswerReader
  /// Answers are much alike: what was read from one text is read from it again.
  private let readings = Remembered<[String], AnswerReader.Reading>(most: 5_000)

  init(_ question: Question, number: Int, place: Int, asked: Prepared?, _ reader: AnswerReader) {
    self.question = question
    self.number = number
    group = Concept.Repeat.allCases.firstIndex(of: question.repeats) ?? 0
    subject = question.subject
    self.place = place
    self.asked = asked
    self.reader = reader
  }

  func isIn(form: String) -> Bool { question.forms.isEmpty || question.forms.contains(form) }

  /// - Parameter answeredYear: in which the questionnaire was answered.
  func read(_ values: [String], answeredYear: Int?) -> AnswerReader.Reading {
    if question.kind == .year {
      var reader = reader
      reader.answeredYear = answeredYear
      return reader.read(values)
    }
    guard values.reduce(0, { $0 + $1.utf8.count }) <= Self.longestRemembered else { return reader.read(values) }
    return readings.value(values) { reader.read($0) }
  }

  /// Bytes; longer texts are hardly ever given twice.
  private static let longestRemembered = 80
}

extension Question {
  fileprivate var subject: String { measures?.description ?? id }
}

/// A condition with the subjects that its names stand for.
struct Prepared: Sendable {
  let condition: Condition
  private let subjects: [String]

  init(_ condition: Condition) {
    self.condition = condition
    subjects = condition.names.map(\.description)
  }

  func outcome(_ answers: TypedAnswers, in row: TypedAnswers.Row?) -> Outcome {
    condition.outcome(subjects.map { answers.operand($0, in: row) })
  }
}

/// A questionnaire made ready for reading: code lists looked up, missing codes and skip logic prepared.
final class QuestionnairePlan: Sendable {
  let questions: [PlannedQuestion]
  /// Those of each group of rows, in the order of `Concept.Repeat.allCases`, and what they measure.
  let groups: [(group: Concept.Repeat, questions: [PlannedQuestion], subjects: Subjects)]
  /// Those with skip logic.
  let questionsAskedOnCondition: [PlannedQuestion]
  let questionsWithoutConcept: [Question]
  /// Answers to them may count from the year in which they were given.
  let asksForYears: Bool
  private let numbers: [String: Int]
  private let forms: [QuestionnaireForm]
  private let formOfText: [String: String]

  /// - Throws: `StageFailure` `.wrongStudyFile` when skip logic cannot be read.
  init(_ questionnaire: Questionnaire, _ assumptions: Assumptions) throws(StageFailure) {
    var problems: [Problem] = []
    let missingCodes = MissingCodes(questionnaire.missingCodes)
    let subjects = Dictionary(
      uniqueKeysWithValues: Concept.Repeat.allCases.map { group in
        (group, Subjects(questionnaire.questions.filter { $0.repeats == group }.map(\.subject)))
      })
    let questions = questionnaire.questions.enumerated().map { number, question in
      let list = questionnaire.codeLists.first { $0.id == question.codeList }
      var asked: Prepared?
      if let source = question.asked {
        do throws(ExpressionFaults) {
          asked = Prepared(try Condition(source, knowing: .answers(to: [questionnaire], seenFrom: question.repeats)))
        } catch {
          problems += error.faults.map { fault in
            Problem(
              .error, "the skip logic of \(question.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
          }
        }
      }
      return PlannedQuestion(
        question, number: number, place: subjects[question.repeats]?.place(of: question.subject) ?? 0, asked: asked,
        AnswerReader(
          kind: question.classification == nil ? question.kind : .text, list: list.map(CodeTexts.init),
          missingCodes: missingCodes, unit: question.unit,
          personsPerFullTimeEquivalent: assumptions.personsPerFullTimeEquivalent))
    }
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
    self.questions = questions
    groups = Concept.Repeat.allCases.map { group in
      (group, questions.filter { $0.question.repeats == group }, subjects[group] ?? .none)
    }
    questionsAskedOnCondition = questions.filter { $0.asked != nil }
    questionsWithoutConcept =
      questions.map(\.question).filter { $0.measures == nil && $0.repeats == .employer }
    asksForYears = questions.contains { $0.question.kind == .year }
    numbers = Dictionary(questions.enumerated().map { ($1.question.id, $0) }, uniquingKeysWith: { a, _ in a })
    forms = questionnaire.forms
    formOfText = Dictionary(
      questionnaire.forms.flatMap { form in
        ([form.code, form.label.sv, form.label.en] + form.written).map { (WrittenText($0).text, form.code) }
      }, uniquingKeysWith: { a, _ in a })
  }

  /// The place of a question in `questions`.
  ///
  /// - Parameter likely: where to look first.
  func number(of question: String, likely: Int) -> Int? {
    if likely < questions.count, questions[likely].question.id == question { return likely }
    return numbers[question]
  }

  /// The form that a response says it was given on. Without one that is known, the form with the fewest questions that
  /// has every question answered: what the form did not ask must not look like a refusal, and nothing answered is lost.
  ///
  /// - Parameter answered: identifiers of the questions with something written.
  func form(written: String, answered: @autoclosure () -> Set<String>) -> (code: String, isInferred: Bool) {
    guard !forms.isEmpty else { return (Self.wholeQuestionnaire, false) }
    if let code = formOfText[WrittenText(written).text] { return (code, false) }
    let answered = answered()
    let sized = forms.map { form in (form, questions.filter { $0.isIn(form: form.code) }) }
    let fitting = sized.filter { form, questions in answered.isSubset(of: questions.map(\.question.id)) }
    let best = fitting.min { $0.1.count < $1.1.count } ?? sized.max { $0.1.count < $1.1.count }
    return (best?.0.code ?? Self.wholeQuestionnaire, true)
  }

  /// What a questionnaire of one form is recorded as: nothing was left out.
  private static let wholeQuestionnaire = "long"
}

import Diagnostics
import Expressions
import SurveyModel

/// A question made ready for reading.
final class PlannedQuestion: Sendable {
  let question: Question
  let kind: Concept.Kind
  /// What its answer is kept by: the concept, with its horizon, or the question's identifier.
  let subject: String
  /// Its place in the plan.
  let number: Int
  /// Of its group, among all groups.
  let group: Int
  /// Of the subject, among those of the group.
  let place: Int
  let asked: SkipLogic?
  private let reader: AnswerReader
  /// Answers are much alike: what was read from one text is read from it again.
  private let readings = Remembered<[String], AnswerReader.Reading>(most: 5_000)
  /// Most answers are numbers from 0 to 99.
  private let readingsOfNumbers = RememberedByNumber<AnswerReader.Reading>(count: 100)

  init(_ question: Question, number: Int, place: Int, asked: SkipLogic?, _ reader: AnswerReader) {
    self.question = question
    kind = question.kind
    self.number = number
    group = question.repeats.place
    subject = question.subject
    self.place = place
    self.asked = asked
    self.reader = reader
  }

  func isIn(form: String) -> Bool { question.forms.isEmpty || question.forms.contains(form) }

  /// - Parameter answeredYear: in which the questionnaire was answered.
  func read(_ values: [String], answeredYear: Int?) -> AnswerReader.Reading {
    if kind == .year {
      var reader = reader
      reader.answeredYear = answeredYear
      return reader.read(values)
    }
    guard let first = values.first else { return reader.read(values) }
    if values.count == 1, let number = first.smallNumber {
      return readingsOfNumbers.value(number) { reader.read(values) }
    }
    guard values.reduce(0, { $0 + $1.utf8.count }) <= Self.longestRemembered else { return reader.read(values) }
    return readings.value(values) { reader.read($0) }
  }

  /// Bytes; longer texts are hardly ever given twice.
  private static let longestRemembered = 80
}

extension String {
  /// A number from 0 to 99 without leading zeros.
  fileprivate var smallNumber: Int? {
    let digits = utf8
    guard digits.count == 1 || digits.count == 2, let first = digits.first, let last = digits.last,
      (0x30...0x39).contains(first), (0x30...0x39).contains(last), digits.count == 1 || first > 0x30
    else { return nil }
    return digits.count == 1 ? Int(last) - 0x30 : Int(first) * 10 + Int(last) - 0x30 * 11
  }
}

extension Question {
  fileprivate var subject: String { measures?.description ?? id }
}

/// The skip logic of a question, with the places of the answers that it speaks of.
struct SkipLogic: Sendable {
  private let condition: Condition
  private let names: BoundNames

  init(_ condition: Condition, _ groups: [Subjects]) {
    self.condition = condition
    names = BoundNames(condition.names.map(\.description), to: groups)
  }

  /// - Parameter row: one of the group, nil for a question to the employer.
  func outcome(_ answers: TypedAnswers, in row: TypedAnswers.Row?, of group: Concept.Repeat) -> Outcome {
    let outside = names.operands(answers)
    return condition.outcome(row.map { names.operands(in: $0, of: group, outside: outside) } ?? outside)
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
    let groups = Concept.Repeat.inOrder.map { group in
      Subjects(questionnaire.questions.filter { $0.repeats == group }.map(\.subject))
    }
    let questions = questionnaire.questions.enumerated().map { number, question in
      let list = questionnaire.codeLists.first { $0.id == question.codeList }
      var asked: SkipLogic?
      if let source = question.asked {
        do throws(ExpressionFaults) {
          asked = SkipLogic(
            try Condition(source, knowing: .answers(to: [questionnaire], seenFrom: question.repeats)), groups)
        } catch {
          problems += error.faults.map { fault in
            Problem(
              .error, "the skip logic of \(question.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
          }
        }
      }
      return PlannedQuestion(
        question, number: number, place: groups[question.repeats.place].place(of: question.subject) ?? 0, asked: asked,
        AnswerReader(
          kind: question.classification == nil ? question.kind : .text, list: list.map(CodeTexts.init),
          missingCodes: missingCodes, unit: question.unit,
          personsPerFullTimeEquivalent: assumptions.personsPerFullTimeEquivalent))
    }
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
    self.questions = questions
    self.groups = zip(Concept.Repeat.inOrder, groups).map { group, subjects in
      (group, questions.filter { $0.question.repeats == group }, subjects)
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

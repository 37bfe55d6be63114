import ConfidentialRecords
import Diagnostics
import SurveyModel

/// Reads the answers of one response into their kinds, and gives every missing one its reason.
///
/// A question that the form lacks, or that the page did not show, is `notAsked`; after the place where a page was cut
/// off it is `notReached`; where skip logic passes it over it is `notApplicable`.
struct ResponseReader {
  let response: ResponseRecord
  let plan: QuestionnairePlan
  let form: String
  private let written: WrittenAnswers
  /// The year in which the questionnaire was answered.
  private let answeredYear: Int?

  private(set) var answers = TypedAnswers()
  private(set) var edits: [EditRecord] = []
  private(set) var problems: [Problem] = []

  init(_ response: ResponseRecord, _ plan: QuestionnairePlan, form: String, _ written: WrittenAnswers) {
    self.response = response
    self.plan = plan
    self.form = form
    self.written = written
    answeredYear =
      plan.asksForYears
      ? (try? DateAnswer.readDay(WrittenText(response.answered))).flatMap { Int($0.prefix(4)) } : nil
    edits = written.edits
    readAll()
    applySkipLogic()
    for group in Concept.Repeat.allCases where !answers[group].isEmpty { answers[group].removeAll { !$0.isBegun } }
  }

  // MARK: Reading

  private mutating func readAll() {
    for (place, (group, questions, subjects)) in plan.groups.enumerated() {
      if group == .employer {
        answers.employer = read(questions, subjects, at: written.own)
      } else {
        answers[group] = written.rows(of: place).map { places in
          TypedAnswers.Row(number: places.row ?? 0, answers: read(questions, subjects, at: places))
        }
      }
    }
  }

  private mutating func read(
    _ questions: [PlannedQuestion], _ subjects: Subjects, at places: WrittenAnswers.Places
  ) -> AnswersBySubject {
    var answers = AnswersBySubject(subjects)
    for index in questions.indices { answers[questions[index].place] = read(questions[index], at: places) }
    return answers
  }

  private mutating func read(_ planned: PlannedQuestion, at places: WrittenAnswers.Places) -> TypedAnswer {
    var typed = TypedAnswer(kind: planned.kind, answer: .missing(.notAsked))
    guard let place = places.all[planned.number] else {
      if planned.isIn(form: form), response.truncated == true { typed.answer = .missing(.notReached) }
      return typed
    }
    let row = places.row
    typed.values = written.answers[place].values
    typed.line = written.answers[place].line
    let reading = planned.read(typed.values, answeredYear: answeredYear)
    guard planned.isIn(form: form) else {
      if reading.answer != .missing(.blank) { log(EditStep.form, planned.subject, row, typed, becomes: .notAsked) }
      return typed
    }
    typed.answer = reading.answer
    typed.isAbout = reading.isAbout
    for fault in reading.problems {
      let place = SourceLocation(path: response.path, line: typed.line ?? response.line)
      problems.append(fault.problem(planned.question.id, row: row, at: place))
    }
    if reading.answer == .missing(.unreadable) {
      log(EditStep.reading, planned.subject, row, typed, becomes: .unreadable)
    }
    if let conversion = reading.conversion { log(conversion, planned.subject, row, typed) }
    return typed
  }

  // MARK: Skip logic

  /// In the order of the questionnaire, so that what was passed over can pass over in turn.
  private mutating func applySkipLogic() {
    for planned in plan.questionsAskedOnCondition {
      let group = planned.question.repeats
      if group == .employer {
        if isSkipped(planned, row: nil), let typed = answers.employer[planned.place] {
          answers.employer[planned.place] = skipped(typed, planned, row: nil)
        }
      } else {
        for place in answers[group].indices {
          let row = answers[group][place]
          if isSkipped(planned, row: row), let typed = row.answers[planned.place] {
            answers[group][place].answers[planned.place] = skipped(typed, planned, row: row.number)
          }
        }
      }
    }
  }

  private func isSkipped(_ planned: PlannedQuestion, row: TypedAnswers.Row?) -> Bool {
    planned.asked?.outcome(answers, in: row, of: planned.question.repeats) == .breaks
  }

  private mutating func skipped(
    _ typed: TypedAnswer, _ planned: PlannedQuestion, row: Int?
  ) -> TypedAnswer {
    // A carrier that leaves out what was passed over says no more than one that has it empty.
    guard planned.isIn(form: form) else { return typed }
    if typed.isValue { log(EditStep.skipLogic, planned.subject, row, typed, becomes: .notApplicable) }
    var skipped = typed
    skipped.answer = .missing(.notApplicable)
    return skipped
  }

  /// An answer in another unit than the question's: counted, and with the factor that was used.
  private mutating func log(_ conversion: StaffConversion, _ subject: String, _ row: Int?, _ typed: TypedAnswer) {
    var edit = EditRecord(response, subject, row: row, line: typed.line)
    edit.before = typed.written
    edit.after = typed.quantity.text
    edit.rule = EditStep.conversion
    edit.reason = conversion.reason
    edits.append(edit)
  }

  private mutating func log(
    _ step: String, _ subject: String, _ row: Int?, _ typed: TypedAnswer, becomes reason: MissingReason
  ) {
    var edit = EditRecord(response, subject, row: row, line: typed.line)
    edit.before = typed.written
    edit.after = reason.rawValue
    edit.rule = step
    edit.reason = reason.rawValue
    edits.append(edit)
  }
}

extension TypedAnswers.Row {
  /// A title, or any value. The row for the rest of the staff has its title printed: without a value it was left empty.
  var isBegun: Bool {
    answers.contains { _, answer in answer.isValue && answer.text == nil }
      || answers.contains { _, answer in answer.text.map { !OccupationCoder.isAllOther($0) } ?? false }
  }
}

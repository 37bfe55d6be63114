import ConfidentialRecords
import Diagnostics

/// Raw + log = clean (EDT-06): a record made of nothing but the answers as they came in and the log of edits.
///
/// No rule is evaluated, no decision is looked up, and no title is coded for its likeness to another, no
/// answer by a classification: a change that the log lacks is a change that the replay lacks.
extension Cleaner {
  /// - Returns: nil when the response is not one that makes a record.
  package func replay(_ response: ResponseRecord, edits: [EditRecord]) -> EmployerRecord? {
    guard let plan = plans[response.questionnaire], case .unit(let unit) = frame.match(response.establishment) else {
      return nil
    }
    var ignored: [Problem] = []
    let written = WrittenAnswers(response, plan, corrections: edits.compactMap(\.asCorrection))
    let form = plan.form(written: response.form, answered: written.answered)
    let reader = ResponseReader(response, plan, form: form.code, written)
    let known = record(of: response, unit, form: form.code, problems: &ignored)
    return replay(response, plan, reader.answers, edits: edits, into: known)
  }

  /// - Parameter answers: as they came in, with the corrections of the log and nothing else.
  func replay(
    _ response: ResponseRecord, _ plan: QuestionnairePlan, _ answers: TypedAnswers, edits: [EditRecord],
    into record: EmployerRecord
  ) -> EmployerRecord {
    var answers = answers
    for edit in edits {
      // What reading, the form and skip logic have logged is in the answers once they are read.
      guard !EditStep.all.contains(edit.rule), let reason = MissingReason(rawValue: edit.after) else { continue }
      answers.setMissing(AnswerPlace(subject: edit.subject, row: edit.row), reason)
    }
    for group in Concept.Repeat.allCases { answers[group].removeAll { !$0.isBegun } }
    var replayed = EmployerBuilder(
      response, answers, knownTitlesCoder, nil, questionsWithoutConcept: plan.questionsWithoutConcept, into: record
    ).record
    for edit in edits where edit.rule == EditStep.coding { replayed.setCode(edit, rows: answers) }
    return replayed
  }

  static func doesNotReplay(_ response: ResponseRecord) -> Problem {
    Problem(
      .error, at: response.place, "the log of edits does not lead from the answers to the record",
      expected: "every change in the log", hint: "report it: a step has changed an answer without saying so")
  }
}

extension EditRecord {
  /// A correction as it was decided; nil for what the program has changed.
  fileprivate var asCorrection: Decisions.Correction? {
    guard rule == EditStep.correction else { return nil }
    return Decisions.Correction(
      response: response, question: subject, row: row, value: after, role: role, reason: reason, date: date)
  }
}

extension EmployerRecord {
  /// The code that a person, or likeness to a known title, has put on a title; or a classification, on an answer.
  fileprivate mutating func setCode(_ edit: EditRecord, rows answers: TypedAnswers) {
    guard edit.row != nil else {
      if otherAnswers[edit.subject] != nil { otherAnswers[edit.subject] = .chosen([edit.after]) }
      return
    }
    func place(_ rows: [TypedAnswers.Row]) -> Int? { rows.firstIndex { $0.number == edit.row } }
    switch Concept(rawValue: edit.subject) {
    case .occupationTitle:
      guard let place = place(answers.occupations) else { return }
      occupations[place].ssyk = edit.after
      occupations[place].coding = (edit.role == EditRecord.program ? OccupationCoder.Way.similar : .decision).rawValue
    case .vanishingTitle: if let place = place(answers.vanishingJobs) { vanishingJobs[place].ssyk = edit.after }
    case .emergingTitle: if let place = place(answers.emergingJobs) { emergingJobs[place].ssyk = edit.after }
    default: break
    }
  }
}

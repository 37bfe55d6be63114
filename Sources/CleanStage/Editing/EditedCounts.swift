import ConfidentialRecords

/// The counts that editing has changed, each with what it was before and the rule or step that changed it (EDT-11).
///
/// A row in which nothing is left is not in the record, and what was taken out of it is not told.
struct EditedCounts {
  let plan: QuestionnairePlan
  let edits: [EditRecord]

  /// - Parameter rows: of each occupation, the row of the questionnaire.
  func changes(
    from before: EmployerRecord, rows oldRows: [Int], to after: EmployerRecord, rows newRows: [Int]
  ) -> [EditedCount]? {
    var changes: [EditedCount] = []
    func compare(_ count: ConceptReference, new: Int?, old: Quantity, number: Int?) {
      guard old != after[count: count, new] else { return }
      var change = EditedCount()
      change.subject = count.description
      change.row = new
      change.before = old
      change.rule = rule(that: count, row: number)
      changes.append(change)
    }
    for count in EmployerRecord.ownCounts {
      compare(count, new: nil, old: before[count: count, nil], number: nil)
    }
    for (new, number) in newRows.enumerated() {
      let old = oldRows.firstIndex(of: number)
      for count in EmployerRecord.rowCounts {
        compare(count, new: new, old: old.map { before[count: count, $0] } ?? .notAsked, number: number)
      }
    }
    return changes.isEmpty ? nil : changes
  }

  /// Least, likeliest and most are one count of the record; and a correction can change what was skipped.
  private func rule(that count: ConceptReference, row: Int?) -> String {
    var subjects = [count]
    if count.concept == .staffNeeded {
      subjects += [Concept.staffNeededLow, .staffNeededHigh].map { ConceptReference($0, count.horizon) }
    }
    let names = subjects.map(\.description)
    let own = edits.first { edit in
      guard edit.row == row else { return false }
      let subject =
        edit.rule == EditStep.correction
        ? plan.questions.first { $0.question.id == edit.subject }?.subject ?? edit.subject : edit.subject
      return names.contains(subject)
    }
    return (own ?? edits.first { $0.rule == EditStep.correction } ?? edits.first)?.rule ?? ""
  }
}

extension Cleaner {
  /// The record as it would be without rules and corrections, and the rows of its occupations; nil when neither has
  /// changed anything.
  func uneditedRecord(
    _ response: ResponseRecord, _ plan: QuestionnairePlan, _ answers: TypedAnswers, edits: [EditRecord],
    into record: EmployerRecord
  ) -> (record: EmployerRecord, rows: [Int])? {
    let changing = edits.filter { $0.rule != EditStep.coding && !EditStep.ofReading.contains($0.rule) }
    guard !changing.isEmpty else { return nil }
    var answers = answers
    if changing.contains(where: { $0.rule == EditStep.correction }) {
      let written = WrittenAnswers(response, plan, corrections: [])
      let form = plan.form(written: response.form, answered: written.answered)
      answers = ResponseReader(response, plan, form: form.code, written).answers
    }
    return (build(response, answers, plan, into: record).record, answers.occupations.map(\.number))
  }
}

import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a response of one submission, whichever file it stands in.
struct XFormsReader: RowReader {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let redaction: ContactRedaction
  private let fields: XFormsFields
  private let formID: String?

  /// With fewer of a questionnaire's fields, and no unit key, XML is no submission of it.
  private static let fewestFields = 3

  /// - Throws: `.wrongStudyFile` with every path that cannot be understood.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, form: XFormsForm?, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .xforms)
    fields = try XFormsFields(plan, form: form)
    formID = form?.id
  }

  func read(_ row: XMLRow, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    try read(row.tree, at: place)
  }

  func read(_ tree: MarkupTree, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if let formID, let id = tree.root.attribute(.id), id != formID { throw .otherForm(at: place) }
    var draft = ResponseDraft(plan: plan, redaction: redaction)
    for (name, slot) in fields.attributes {
      if let value = tree.root.attribute(name) { add(value, for: slot, line: tree.root.line, to: &draft) }
    }
    let submission = SubmissionFields(tree, fields)
    for (slot, match) in submission.found {
      add(tree.text(of: match), for: slot, line: tree.line(of: match), to: &draft)
    }

    let unit = draft.text(of: .unitKey)
    if unit.isEmpty {
      let count = draft.questionCount
      throw count < Self.fewestFields ? .notAQuestionnaire(fields: count, at: place) : .noUnitKey(at: place)
    }
    var carried = CarriedResponse(draft, unit: unit, source: source, verdict: tree.verdict)
    if !submission.ambiguous.isEmpty {
      carried.problems.append(IngestProblem.severalPlaces(questions: names(submission.ambiguous), at: place).problem)
    }
    if !submission.repeated.isEmpty {
      carried.problems.append(IngestProblem.repeatedField(questions: names(submission.repeated), at: place).problem)
    }
    return carried
  }

  private func add(_ text: String, for slot: FieldSlot, line: Int, to draft: inout ResponseDraft) {
    if text.isPlaceOnEarth || text.isAttachmentName {
      draft.add(FieldSlot(target: .contact, rank: 0), values: [text], line: line)
      draft.add(slot, values: [], line: line)
    } else {
      draft.add(slot, values: values(in: text, for: slot), line: line)
    }
  }

  /// Codes of a select-multiple stand in one element with blanks between.
  private func values(in text: String, for slot: FieldSlot) -> [String] {
    guard case .question(let place) = slot.target else { return [text] }
    switch plan.questionnaire.questions[place].kind {
    case .choices: return text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
    case .count, .share, .money: return [text.withDecimalPoint]
    case .year, .date, .scale, .yesNo, .choice, .text: return [text]
    }
  }

  private func names(_ targets: [FieldPlan.Target]) -> [String] {
    var names: [String] = []
    for target in targets {
      let name =
        switch target {
        case .question(let place): plan.questionnaire.questions[place].id
        case .unitKey: "unit-key"
        case .form: "form"
        case .answered: "answered"
        case .contact: "contact"
        }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// A submission in a file of many.
struct XMLRow: TableRow {
  let tree: MarkupTree
  var line: Int { tree.root.line }
  var size: Int { tree.size }
}

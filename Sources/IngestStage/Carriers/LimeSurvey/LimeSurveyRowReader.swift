import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a response of a row: the cells that answer the questionnaire's fields, each as it was stored.
///
/// A cell that is there was shown to the respondent, empty or not. One that is not there was passed over by skip logic
/// or not reached.
struct LimeSurveyRowReader: Sendable {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let redaction: ContactRedaction
  private let heading: LimeSurveyHeading
  private let fields: LimeSurveyFields
  private let columns: [Column]
  private let commaLanguages: Set<String>
  private let baseLanguage: String
  private let groupCount: Int

  private struct Column: Sendable {
    var group: Int
    var content: LimeSurveyColumn.Content
    var isNumeric: Bool
    var isDate: Bool
  }

  init(
    source: ResponseSource, plan: FieldPlan, redaction: ContactRedaction, structure: LimeSurveyStructure,
    places: LimeSurveyPlaces, heading: LimeSurveyHeading, at place: SourceLocation
  ) throws(StageFailure) {
    self.source = source
    self.plan = plan
    self.redaction = redaction
    self.heading = heading
    fields = try LimeSurveyFields(plan, in: structure, places, at: place)
    commaLanguages = structure.commaLanguages
    baseLanguage = structure.languages.first ?? ""
    groupCount = structure.groups.count
    let groups = Dictionary(
      structure.groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    columns = places.columns.map { column in
      let question = structure.questions[column.question]
      return Column(
        group: groups[question.group] ?? 0, content: column.content,
        isNumeric: question.kind?.isNumeric == true && column.content == .answer, isDate: question.kind == .date)
    }
  }

  func read(_ tree: MarkupTree, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    var cells = [LimeSurveyCell?](repeating: nil, count: columns.count)
    var metadata: [LimeSurveyMetadata: String] = [:]
    var reached = [Bool](repeating: false, count: groupCount)
    for node in tree.root.children {
      switch heading.cells[node.name] {
      case .answer(let index)?:
        cells[index] = LimeSurveyCell(text: node.text, line: node.line)
        if reached.indices.contains(columns[index].group) { reached[columns[index].group] = true }
      case .metadata(let name)?: metadata[name] = node.text
      case nil: break
      }
    }
    let isUnfinished = heading.hasSubmitDate && (metadata[.submitdate] ?? "").isEmpty
    let usesComma = commaLanguages.contains(metadata[.startlanguage] ?? baseLanguage)

    var draft = ResponseDraft(plan: plan, redaction: redaction)
    for (slot, reading) in fields.readings {
      switch reading {
      case .metadata(let name):
        let text = metadata[name].map { name.isDate ? $0.dayOfTimestamp : $0 } ?? ""
        if !text.isEmpty { draft.add(slot, values: [text], line: nil) }
      case .cell(let index, let isBlankWhenAbsent):
        if let cell = cells[index] {
          draft.add(slot, values: [text(of: cell, in: columns[index], slot, usesComma: usesComma)], line: cell.line)
        } else if isBlankWhenAbsent,
          !isUnfinished
            || reached.indices.contains(columns[index].group)
              && reached[columns[index].group]
        {
          draft.add(slot, values: [], line: tree.root.line)
        }
      case .boxes(let indices):
        let shown = indices.filter { cells[$0] != nil }
        guard let first = shown.first else { continue }
        draft.add(slot, values: shown.compactMap { ticked(cells[$0], columns[$0]) }, line: cells[first]?.line)
      case .ranks(let indices):
        let shown = indices.compactMap { cells[$0] }
        guard let first = shown.first else { continue }
        draft.add(slot, values: shown.map(\.text), line: first.line)
      }
    }
    let unit = draft.text(of: .unitKey)
    if unit.isEmpty { throw .noUnitKey(at: place) }
    var carried = CarriedResponse(draft, unit: unit, source: source, verdict: tree.verdict)
    if isUnfinished { carried.response.truncated = true }
    return carried
  }

  private func text(of cell: LimeSurveyCell, in column: Column, _ slot: FieldSlot, usesComma: Bool) -> String {
    if case .box = column.content, isYesNo(slot) { return cell.isTicked ? "Y" : "N" }
    if column.isNumeric { return cell.text.decimal(comma: usesComma) }
    return column.isDate ? cell.text.dayOrTimestamp : cell.text
  }

  /// The code that a box stands for, or the word for an answer in own words.
  private func ticked(_ cell: LimeSurveyCell?, _ column: Column) -> String? {
    guard let cell, cell.isTicked else { return nil }
    if case .box(let code) = column.content { return code }
    return "other"
  }

  private func isYesNo(_ slot: FieldSlot) -> Bool {
    if case .question(let place) = slot.target { plan.questionnaire.questions[place].kind == .yesNo } else { false }
  }
}

import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a filled-in HTML form, one saved page per response, whatever program made the form.
///
/// A field is found by the name of its control, or else by what a person sees: its label, the legend or heading above,
/// a path. On a page that was printed, where no control is left, the text beside the label is the answer.
struct HTMLFormCarrier: SheetCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let options: MarkupOptions
  private let redaction: ContactRedaction
  private var names = FieldNames()
  /// Selectors that are no names, tried only where no name with a better rank was found.
  private var selectors: [FormFields.Wanted] = []

  /// With fewer of a questionnaire's fields, and no unit key, a page is none.
  private static let fewestFields = 3

  /// The longest questionnaire has some thousand fields. Finding a field's label takes its time.
  private static let mostNodes = 100_000

  /// - Throws: `.wrongStudyFile` with every selector that cannot be read.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, options: MarkupOptions, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    var options = options
    options.limits.nodes = min(options.limits.nodes, Self.mostNodes)
    self.options = options
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .htmlForm)
    var problems: [Problem] = []
    for field in plan.fields {
      for (rank, written) in field.selectors.enumerated() {
        do throws(SelectorError) {
          let selector = try WrittenSelector(written)
          let slot = FieldSlot(target: field.target, rank: rank)
          if case .name(let name) = selector {
            names.add(name, for: slot, repeats: plan.repeats(field.target))
          } else {
            selectors.append(FormFields.Wanted(slot: slot, selector: selector))
          }
        } catch {
          problems.append(error.problem(written, in: questionnaire.id))
        }
      }
    }
    if !problems.isEmpty { throw StageFailure(.wrongStudyFile, problems) }
  }

  func read(_ bytes: [UInt8], path: String, at place: SourceLocation) throws(IngestProblem) -> CarriedResponse {
    if bytes.isEmpty { throw .emptyFile(at: place) }
    let tree: MarkupTree
    do throws(MarkupError) {
      tree = try MarkupParser.parseHTML(bytes, path: place.path, options: options)
    } catch {
      throw .markup(error)
    }
    var draft = ResponseDraft(plan: plan, redaction: redaction)
    var fields = FormFields(FormReading(tree), plan: plan)
    fields.addNamed(names, to: &draft)
    if !selectors.isEmpty { fields.addSelected(selectors, to: &draft) }

    let unit = draft.text(of: .unitKey)
    if unit.isEmpty {
      let count = draft.questionCount
      throw count < Self.fewestFields ? .notAQuestionnaire(fields: count, at: place) : .noUnitKey(at: place)
    }
    var carried = CarriedResponse(draft, unit: unit, source: source, verdict: tree.verdict)
    carried.response.path = path
    carried.response.line = 1
    if tree.isTruncated {
      carried.response.truncated = true
      carried.problems.append(IngestProblem.cutOff(at: place).problem)
    }
    return carried
  }
}

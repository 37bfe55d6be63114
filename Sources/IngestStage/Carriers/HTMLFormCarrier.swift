import ConfidentialRecords
import Diagnostics
import Markup

/// Reads a filled-in HTML form, one saved page per response.
struct HTMLFormCarrier: SheetCarrier {
  private let source: ResponseSource
  private let plan: FieldPlan
  private let options: MarkupOptions
  private let redaction: ContactRedaction
  private var names = FieldNames()
  /// Selectors that are no names, tried only where no name with a better rank was found.
  private var selectors: [(target: FieldPlan.Target, rank: Int, selector: WrittenSelector)] = []

  /// With fewer of a questionnaire's fields, and no unit key, a page is none.
  private static let fewestFields = 3

  /// - Throws: `.wrongStudyFile` with every selector that cannot be read.
  init(
    _ source: ResponseSource, questionnaire: Questionnaire, options: MarkupOptions, redaction: ContactRedaction
  ) throws(StageFailure) {
    self.source = source
    self.options = options
    self.redaction = redaction
    plan = FieldPlan(questionnaire, carrier: .htmlForm)
    var problems: [Problem] = []
    for field in plan.fields {
      for (rank, written) in field.selectors.enumerated() {
        do throws(SelectorError) {
          let selector = try WrittenSelector(written)
          if case .name(let name) = selector {
            names.add(name, for: FieldSlot(target: field.target, rank: rank), repeats: plan.repeats(field.target))
          } else {
            selectors.append((field.target, rank, selector))
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
    let form = FormReading(tree)
    var unnamed: [FormControl] = []
    for control in form.controls {
      if let slot = names[control.name] { draft.add(control, for: slot) } else { unnamed.append(control) }
    }
    if !selectors.isEmpty { addSelected(from: form, unnamed: unnamed, to: &draft) }

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

  /// Adds the fields that only another selector finds. A label never takes a control whose name is another field's.
  private func addSelected(from form: FormReading, unnamed: [FormControl], to draft: inout ResponseDraft) {
    let code = draft.text(of: .form)
    var labels: [NormalisedText: [FormControl]]?
    var done: Set<FieldPlan.Target> = []
    for (target, rank, selector) in selectors where !done.contains(target) {
      if let found = draft.rank(of: target), found < rank { continue }
      guard plan.has(target, onForm: code) else { continue }
      let controls: [FormControl]
      switch selector {
      case .name: continue
      case .label(let text):
        let index = labels ?? labelled(unnamed)
        labels = index
        controls = index[text] ?? []
      case .other(let selector): controls = form.matches(selector).map(\.control)
      }
      guard !controls.isEmpty else { continue }
      done.insert(target)
      for control in plan.repeats(target) ? controls : Array(controls.prefix(1)) {
        draft.add(control, for: FieldSlot(target: target, rank: rank))
      }
    }
  }

  private func labelled(_ controls: [FormControl]) -> [NormalisedText: [FormControl]] {
    var index: [NormalisedText: [FormControl]] = [:]
    for control in controls where control.kind != .hidden {
      for label in control.labels { index[NormalisedText(label), default: []].append(control) }
    }
    return index
  }
}

extension ResponseDraft {
  fileprivate mutating func add(_ control: FormControl, for slot: FieldSlot) {
    add(slot, values: control.values, line: control.line, isHidden: control.kind == .hidden)
  }
}

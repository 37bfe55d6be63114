import ConfidentialRecords
import Markup

/// The fields of one page, on their way from its controls, or its text, to a response.
struct FormFields {
  /// A field that is looked for by something other than a name.
  struct Wanted: Sendable {
    let slot: FieldSlot
    let selector: WrittenSelector
  }

  private let form: FormReading
  private let plan: FieldPlan
  private let closed: ClosedStretches
  /// No form: a page that was printed, perhaps with a field to search in. Text beside a label is an answer there; on a
  /// form it may be a hint, but for what the form fills in itself.
  private let isPrinted: Bool
  /// Controls whose names are no field's.
  private var unnamed: [FormControl] = []
  private var labels: [NormalisedText: [FormControl]]?

  init(_ form: FormReading, plan: FieldPlan) {
    self.form = form
    self.plan = plan
    closed = form.closedStretches
    isPrinted = form.controls.count { $0.kind != .hidden } < Self.fewestControls
  }

  private static let fewestControls = 3

  mutating func addNamed(_ names: FieldNames, to draft: inout ResponseDraft) {
    var boxes: [(slot: FieldSlot, boxes: [FormControl])] = []
    for control in form.controls {
      if let slot = names[control.name] {
        // What skip logic had hidden was not shown.
        if slot.target.isQuestion, closed.contains(control) { continue }
        if control.isWritten {
          draft.add(slot, values: control.values, line: control.line, isHidden: control.kind == .hidden)
        } else {
          add([control], for: slot, to: &draft)
        }
      } else if let slot = optionSlot(control, names) {
        if let place = boxes.firstIndex(where: { $0.slot == slot }) {
          boxes[place].boxes.append(control)
        } else {
          boxes.append((slot, [control]))
        }
      } else {
        unnamed.append(control)
      }
    }
    for (slot, boxes) in boxes where !boxes.allSatisfy(closed.contains) { add(boxes, for: slot, to: &draft) }
  }

  /// A box for one choice of a question, called `stod_tolk` or `stod[tolk]`.
  private func optionSlot(_ control: FormControl, _ names: FieldNames) -> FieldSlot? {
    guard control.kind == .checkbox, control.isAlone else { return nil }
    for (start, rest) in control.name.divisions {
      guard let slot = names[start], case .question(let place) = slot.target,
        plan.questionnaire.questions[place].kind == .choices, let options = plan.options[place]
      else { continue }
      if options.code(rest) != nil || ChosenValues.option(of: control, options) != nil { return slot }
    }
    return nil
  }

  /// Adds the fields that only another selector finds. A label never takes a control whose name is another field's.
  mutating func addSelected(_ wanted: [Wanted], to draft: inout ResponseDraft) {
    let code = draft.text(of: .form)
    var done: Set<FieldPlan.Target> = []
    for field in wanted where !done.contains(field.slot.target) {
      let target = field.slot.target
      if let found = draft.rank(of: target), found < field.slot.rank { continue }
      guard plan.has(target, onForm: code) else { continue }
      let isOfSeveral = plan.kind(target) == .choices
      let (found, texts) = find(field.selector, isOfSeveral: isOfSeveral)
      let controls = target.isQuestion ? found.filter { !closed.contains($0) } : found
      if !controls.isEmpty {
        done.insert(target)
        if plan.repeats(target) {
          for control in controls { add([control], for: field.slot, to: &draft) }
        } else {
          add(
            isOfSeveral ? controls : controls.first?.withLooseRadios(among: controls) ?? [], for: field.slot, to: &draft
          )
        }
      } else if found.isEmpty, !texts.isEmpty, isPrinted || !target.isQuestion {
        done.insert(target)
        for text in plan.repeats(target) ? texts : Array(texts.prefix(1)) {
          draft.add(
            field.slot, values: ChosenValues.values(of: text.lines, plan.options(target), isOfSeveral: isOfSeveral),
            line: text.line)
        }
      }
    }
  }

  private mutating func find(
    _ selector: WrittenSelector, isOfSeveral: Bool
  ) -> (controls: [FormControl], texts: [Selection]) {
    switch selector {
    case .name: return ([], [])
    case .label(let label):
      var controls = labelled(label)
      guard controls.isEmpty || isOfSeveral else { return (controls, []) }
      let stretches = form.stretches(labelled: label)
      let known = Set(controls.map(\.node))
      controls += stretches.flatMap { stretch in
        unnamed.filter { !known.contains($0.node) && stretch.contains($0.node) && $0.kind != .hidden }
      }
      return (controls, stretches.filter(isAnswerText))
    case .other(let selector):
      let controls = form.matches(selector).map(\.control)
      return (controls, controls.isEmpty ? selector.matches(in: form).filter(isAnswerText) : [])
    }
  }

  /// Text that stands where an answer would: no other question's label, and nothing that holds fields.
  private func isAnswerText(_ selection: Selection) -> Bool {
    guard !form.holdsControls(selection) else { return false }
    return !plan.labels.contains(NormalisedText(selection.text))
  }

  private mutating func labelled(_ label: NormalisedText) -> [FormControl] {
    if let labels { return labels[label] ?? [] }
    var index: [NormalisedText: [FormControl]] = [:]
    for control in unnamed where control.kind != .hidden {
      for label in control.labels { index[NormalisedText(label), default: []].append(control) }
    }
    labels = index
    return index[label] ?? []
  }

  private func add(_ controls: [FormControl], for slot: FieldSlot, to draft: inout ResponseDraft) {
    guard let first = controls.first else { return }
    let values = ChosenValues.values(of: controls, plan.options(slot.target), kind: plan.kind(slot.target))
    draft.add(slot, values: values, line: first.line, isHidden: first.kind == .hidden)
  }
}

extension FieldPlan {
  /// Nil for what is no question.
  func kind(_ target: Target) -> Concept.Kind? {
    if case .question(let place) = target { questionnaire.questions[place].kind } else { nil }
  }

  func options(_ target: Target) -> OptionTexts? {
    if case .question(let place) = target { options[place] } else { nil }
  }
}

extension FormControl {
  /// What is in it was written, not chosen.
  fileprivate var isWritten: Bool {
    switch kind {
    case .text, .number, .hidden, .textarea: true
    case .radio, .checkbox, .select, .selectMultiple: false
    }
  }

  /// One box or button, not one of a group.
  var isAlone: Bool { isGroup && memberCount == 1 }

  /// Radio buttons without names are controls of their own, and belong together where they stand together.
  fileprivate func withLooseRadios(among controls: [FormControl]) -> [FormControl] {
    guard kind == .radio, name.isEmpty else { return [self] }
    return controls.filter { $0.kind == .radio && $0.name.isEmpty }
  }
}

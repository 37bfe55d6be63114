import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a draft of a form on a page: its fields by name and label, its choices as code lists. What is filled in is not
/// looked at.
enum HTMLFormDraft: DraftReader {
  static let files = "a page with a form"

  private static let fewestFields = 3

  static func recognises(_ file: DescribedFile) -> Bool {
    guard file.isPage, let tree = try? file.page() else { return false }
    let fields = FormReading(tree).controls.filter { $0.kind != .hidden }
    return fields.count >= fewestFields && fields.count { $0.node.ancestor(.form) != nil } * 2 >= fields.count
  }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    draft(of: FormReading(try file.page()), id: id)
  }

  static func draft(of form: FormReading, id: String) -> DraftQuestionnaire {
    let title = form.tree.root.first(.h1) ?? form.tree.root.first(.title)
    let selectors = FormSelectors(form.controls)
    let key = form.controls.first { KnownNames.isKey($0.name) || $0.labels.contains(where: KnownNames.isKey) }
    let day = form.controls.first { KnownNames.isDay($0.name) || $0.labels.contains(where: KnownNames.isDay) }
    var draft = DraftQuestionnaire(
      id: id, title: .init(sv: title?.text.collapsed ?? id), carrier: .htmlForm,
      origin: "a form with \(form.controls.count) fields",
      unitKey: key.flatMap(selectors.selector(of:)) ?? "arbetsstalle",
      answered: day.flatMap(selectors.selector(of:)))
    if key == nil { draft.notes.append("unit-key: no field of the form looks like one; arbetsstalle is made up.") }
    draft.notes.append("what is filled in to the page was not looked at: types are guessed from the fields.")

    let controls = form.controls.filter { control in
      control.kind != .hidden && control.node != key?.node && control.node != day?.node
    }
    var seen: Set<String> = []
    for group in grouped(controls) {
      guard let first = group.first, seen.insert(rowName(first) ?? "\(first.node.order)").inserted else { continue }
      draft.items.append(item(group, selectors))
    }
    return draft
  }

  /// Boxes that stand together and are called alike are one question.
  private static func grouped(_ controls: [FormControl]) -> [[FormControl]] {
    var groups: [[FormControl]] = []
    for control in controls {
      if let last = groups.last?.last, let stem = boxStem(control), stem == boxStem(last) {
        groups[groups.count - 1].append(control)
      } else {
        groups.append([control])
      }
    }
    return groups
  }

  private static func boxStem(_ control: FormControl) -> String? {
    guard control.kind == .checkbox, control.isAlone else { return nil }
    return control.name.divisions.last?.start
  }

  private static func item(_ group: [FormControl], _ selectors: FormSelectors) -> DraftQuestionnaire.Item {
    let control = group[0]
    let label = group.count > 1 ? control.legend : control.label
    let name = control.name.isEmpty ? label ?? control.id ?? control.path : control.name
    let pattern = rowName(control)
    if pattern == nil, KnownNames.isContact(name) || label.map(KnownNames.isContact) == true {
      return .note("\(name): contact data, by its name. To be dropped, list it under contact-fields; left out here")
    }
    let (kind, codes) = kind(of: group)
    guard let place = group.count > 1 ? boxStem(control) : selectors.selector(of: control) else {
      return .note("\(name): nothing tells this field from others; left out")
    }
    var question = DraftQuestionnaire.Question(
      id: place.isFieldName ? place : name, text: .init(sv: label), kind: kind, codes: codes, found: [place])
    if let label, !control.name.isEmpty, group.count == 1, place == control.name, !label.contains("\"") {
      question.notes.append("where the field has another name: found: {html-form: [\(place), \"label:\(label)\"]}")
    }
    if let pattern {
      question.notes.append("a field of rows: repeats: occupations, found: {html-form: \"\(pattern)\"}")
    }
    return .question(question)
  }

  private static func kind(of group: [FormControl]) -> (Concept.Kind, [DraftQuestionnaire.Code]) {
    let control = group[0]
    let codes = group.count > 1 ? group.flatMap { code($0, $0.options) } : code(control, control.options)
    switch control.kind {
    case .checkbox where group.count > 1 || control.memberCount > 1: return (.choices, codes)
    case .checkbox: return (.yesNo, yesNo)
    case .selectMultiple: return (.choices, codes)
    case .radio, .select:
      let labels = codes.compactMap { $0.label.sv }
      if !labels.isEmpty, labels.allSatisfy({ Tick($0) != nil }) { return (.yesNo, yesNo(codes)) }
      return codes.isEmpty ? (.text, []) : (.choice, codes)
    case .number: return (.count, [])
    case .text, .hidden, .textarea: return (kind(ofType: control.node.attribute(.type), label: control.label), [])
    }
  }

  private static func kind(ofType type: String?, label: String?) -> Concept.Kind {
    if type?.lowercased() == "date" { return .date }
    let words = label.map { NormalisedText($0).text } ?? ""
    return words.hasPrefix("hur många") || words.hasPrefix("antal") || words.hasPrefix("how many") ? .count : .text
  }

  /// The choices of a field, without the one that asks to choose.
  private static func code(_ control: FormControl, _ options: [FormControl.Option]) -> [DraftQuestionnaire.Code] {
    options.filter { !($0.value.isEmpty || control.kind == .select && $0.label.hasPrefix("Välj")) }.map { option in
      let isTick = control.isAlone && Tick(option.value) != nil
      let code = isTick ? control.name.divisions.last?.rest ?? option.label : option.value
      return DraftQuestionnaire.Code(code: code, label: .init(sv: option.label.isEmpty ? code : option.label))
    }
  }

  private static let yesNo = [
    DraftQuestionnaire.Code(code: "yes", label: .init(sv: "Ja", en: "Yes")),
    DraftQuestionnaire.Code(code: "no", label: .init(sv: "Nej", en: "No")),
  ]

  /// With the values that the form sends.
  private static func yesNo(_ codes: [DraftQuestionnaire.Code]) -> [DraftQuestionnaire.Code] {
    yesNo.map { code in
      var code = code
      let tick: Tick = code.code == "yes" ? .yes : .no
      code.written = codes.filter { $0.label.sv.flatMap(Tick.init) == tick }.map(\.code)
      return code
    }
  }

  /// `yrke[].antal` of a field in rows, whatever its row.
  private static func rowName(_ control: FormControl) -> String? {
    let name = control.fieldName
    return name.rows.count == 1 && name.pattern.contains("[]") && !name.field.isEmpty ? name.pattern : nil
  }
}

/// What tells each field of a form from all others.
private struct FormSelectors {
  private var counts: [NormalisedText: Int] = [:]

  init(_ controls: [FormControl]) {
    for control in controls { for label in control.labels { counts[NormalisedText(label), default: 0] += 1 } }
  }

  /// Its name, a label that no other has, its id, or its two labels together; nil when none of them will do.
  func selector(of control: FormControl) -> String? {
    if control.name.isFieldName { return control.name }
    let labels = control.labels.filter { !$0.contains("\"") }
    if let own = labels.first(where: { counts[NormalisedText($0)] == 1 }) { return "label:\(own)" }
    if let id = control.id, id.isFieldName, !id.contains(where: { "[]./".contains($0) }) { return "#\(id)" }
    if !control.name.isEmpty { return control.name.contains("\"") ? nil : "name:\"\(control.name)\"" }
    return labels.count > 1 ? "label:\"\(labels[0])\" label:\"\(labels[1])\"" : nil
  }
}

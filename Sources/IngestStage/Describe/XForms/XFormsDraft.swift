import ConfidentialRecords
import Diagnostics
import Markup

/// Makes a draft of the form of an XForm (ODK, KoBo).
enum XFormsDraft: DraftReader {
  static let files = "the form of an XForm (.xml)"

  static func recognises(_ file: DescribedFile) -> Bool { file.headHas("http://www.w3.org/2002/xforms") }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    let place = SourceLocation(path: file.path)
    let tree = try file.folder.structure(file.file, at: place)
    do throws(IngestProblem) {
      var drafter = XFormsDrafter(try XFormsForm(tree, at: place))
      return drafter.draft(id: id)
    } catch {
      throw error.failure(.wrongData)
    }
  }
}

/// Goes through the body of a form, control by control.
struct XFormsDrafter {
  typealias Draft = DraftQuestionnaire

  private let form: XFormsForm
  private let texts: XFormsTexts
  private let choices: XFormsChoices
  private var names = DraftNames()
  private var items: [Draft.Item] = []
  /// Questions by where they stand, for conditions.
  private var questions: [[String]: XFormsRelevance.Subject] = [:]
  /// What each question waits for: its own condition and those of the groups around it.
  private var relevance: [Int: [(written: String, at: [String])]] = [:]

  init(_ form: XFormsForm) {
    self.form = form
    texts = XFormsTexts(form)
    choices = XFormsChoices(form, texts)
  }

  mutating func draft(id: String) -> Draft {
    let elements = form.tree.elements
    let title = elements.first { $0.name == "title" }
    var draft = Draft(
      id: id, title: texts.text(title), carrier: .xforms,
      origin: "the XForm \(form.id ?? form.instance.name)", unitKey: "meta/instanceID", answered: answered)
    draft.notes = [
      "unit-key: instanceID tells submissions apart, not units of the frame; name the question with the unit's key.",
      "the source in study.yaml names submissions under path: (submissions/*/*.xml, or one export), and may name this form"
        + " under structure:",
    ]
    if let body = elements.first(where: { $0.name == "body" }) { visit(body, conditions: []) }
    translateConditions()
    draft.items = items
    return draft
  }

  /// When the telephone closed the form, or else the day.
  private var answered: String? {
    let stamps = form.binds.filter { ["end", "today"].contains($0.value.attribute("preloadParams") ?? "") }
    return stamps.min { a, b in
      (a.value.attribute("preloadParams") ?? "", a.key.count) < (b.value.attribute("preloadParams") ?? "", b.key.count)
    }?.key.joined(separator: "/")
  }

  // MARK: Controls

  private mutating func visit(
    _ element: MarkupNode, in group: [String] = [], conditions: [(written: String, at: [String])]
  ) {
    for child in element.eachChild {
      let path = (child.attribute("ref") ?? child.attribute("nodeset")).flatMap { steps($0, in: group) }
      var conditions = conditions
      if let path, let written = form.binds[path]?.attribute("relevant") { conditions.append((written, path)) }
      switch child.name {
      case "group":
        let title = texts.text(child.child("label"))
        if title.note != "no text in the file" { items.append(.heading(title)) }
        visit(child, in: path ?? group, conditions: conditions)
      case "repeat": noteRows(of: child, path ?? [])
      case "input", "select", "select1", "range", "rank", "upload", "trigger", "secret":
        if let path { add(child, at: path, conditions: conditions) }
      default: break
      }
    }
  }

  /// A path from the root, or from the group around.
  private func steps(_ path: String, in group: [String]) -> [String]? {
    guard let found = XFormsPath(path.trimmed), found.rows == nil, found.attribute == nil else { return nil }
    return path.trimmed.hasPrefix("/") ? found.steps : group + found.steps
  }

  private mutating func add(
    _ control: MarkupNode, at path: [String], conditions: [(written: String, at: [String])]
  ) {
    let place = path.joined(separator: "/")
    let bind = form.binds[path]
    let type = bind?.attribute(.type)?.split(separator: ":").last.map(String.init) ?? "string"
    if control.name == "upload" || form.isPersonal(type) {
      return items.append(.note("\(place): a place, a picture or a recording; left out"))
    }
    if control.name == "trigger" || bind?.attribute("readonly") == "true()" {
      return items.append(.note("\(place): text without an answer; left out"))
    }
    let codes = choices.codes(of: control)
    let kind = kind(of: control, type, codes)
    var question = Draft.Question(
      id: names.name((path.last ?? place).asConditionName), text: texts.text(control.child("label")), kind: kind,
      codes: kind == .yesNo || kind == .choice || kind == .choices ? codes : [], found: [place])
    if control.name.hasPrefix("select") || control.name == "rank", codes.isEmpty {
      question.notes.append("its choices are not in the form")
    }
    if control.name == "rank" { question.notes.append("the order of the choices is not kept") }
    questions[path] = XFormsRelevance.Subject(id: question.id, kind: kind)
    if !conditions.isEmpty { relevance[items.count] = conditions }
    items.append(.question(question))
  }

  private func kind(of control: MarkupNode, _ type: String, _ codes: [Draft.Code]) -> Concept.Kind {
    switch control.name {
    case "select", "rank": return codes.isEmpty ? .text : .choices
    case "select1":
      if codes.isEmpty { return .text }
      return Set(codes.map(\.code)) == ["yes", "no"] ? .yesNo : .choice
    case "range": return .count
    default: return ["int", "integer", "decimal"].contains(type) ? .count : .text
    }
  }

  /// Which of a study's groups of rows they are, a person has to say.
  private mutating func noteRows(of element: MarkupNode, _ group: [String]) {
    let place = group.joined(separator: "/")
    items.append(.note("\(place) has rows: add its questions with repeats: and what is found:"))
    for control in element.descendants {
      guard let path = control.attribute("ref").flatMap({ steps($0, in: group) }), path.starts(with: group),
        path.count > group.count,
        !["group", "repeat", "upload", "trigger", "label"].contains(control.name),
        !form.isPersonal(form.binds[path]?.attribute(.type) ?? "")
      else { continue }
      let rest = path.dropFirst(group.count).joined(separator: "/")
      let label = texts.text(control.child("label")).both(or: rest).sv
      items.append(.note("  \(label): xforms: \"\(place)[]/\(rest)\""))
    }
  }

  // MARK: Conditions

  private mutating func translateConditions() {
    for (place, conditions) in relevance {
      guard case .question(var question) = items[place] else { continue }
      let translated = conditions.map { XFormsRelevance(questions, around: $0.at).condition($0.written) }
      // Half of a condition would call an answer asked for that was not.
      if translated.allSatisfy({ $0 != nil }) {
        let parts = translated.compactMap { $0 }
        question.asked = parts.count == 1 ? parts[0] : parts.map { "(\($0))" }.joined(separator: " and ")
      } else {
        question.notes += conditions.map { "when: the form shows it only if \($0.written)" }
      }
      items[place] = .question(question)
    }
  }
}

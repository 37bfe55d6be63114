import ConfidentialRecords
import Expressions

/// Writes a draft as a questionnaire file that `StudyLoader` accepts as it is.
///
/// What a person has to decide stands in comments; nothing is guessed.
enum DraftWriter {
  static func text(of draft: DraftQuestionnaire) -> String {
    var names = DraftNames()
    var lists = DraftCodeLists()
    var written: [Written] = []
    for question in draft.questions {
      let id = names.name(question.id)
      let list = question.codes.isEmpty ? nil : lists.list(for: question.codes, of: id)
      written.append(Written(question: question, id: id, list: list))
    }
    checkSkipLogic(&written, lists)

    var yaml = DraftYAML()
    writeHead(of: draft, to: &yaml)
    writeLists(lists, to: &yaml)
    yaml.blank()
    yaml.line("questions:")
    var next = written[...]
    for item in draft.items {
      switch item {
      case .heading(let text):
        yaml.blank()
        yaml.comment("— \(text.both(or: "").en) —", indent: 2)
      case .note(let note):
        yaml.blank()
        yaml.comment(note, indent: 2, hanging: 2)
      case .question:
        if let question = next.popFirst() { write(question, of: draft, to: &yaml) }
      }
    }
    return yaml.text
  }

  private struct Written {
    var question: DraftQuestionnaire.Question
    var id: String
    var list: String?
  }

  // MARK: Parts

  private static func writeHead(of draft: DraftQuestionnaire, to yaml: inout DraftYAML) {
    yaml.comment("Draft made from \(draft.origin).")
    yaml.comment("Save it as questionnaires/\(draft.id.asIdentifier).yaml and go through it:")
    let advice = [
      "unit-key: where does a response say which unit of the frame it is from?",
      "contact-fields: names, e-mail addresses, telephone numbers. What stands there is dropped.",
      "measures: the concept that a question measures. Without one it gets a table of frequencies and enters no estimate.",
      "when: conditions name questions by their id; one that has a concept is named by the concept.",
    ]
    for note in advice + draft.notes + [lack(of: draft)].compactMap({ $0 }) {
      yaml.comment("- \(note)", hanging: 2)
    }
    yaml.comment("The concepts, by type of question; (h) is a horizon in years, such as staffNeeded(5):")
    for (words, concepts) in concepts { yaml.comment("- \(words): \(concepts)", hanging: 2) }
    yaml.blank()
    yaml.line("id: \(draft.id.asIdentifier)")
    yaml.line("title: \(DraftYAML.localized(draft.title.both(or: draft.id)))")
    if lack(of: draft) == nil, let note = draft.title.note { yaml.comment("title: \(note)") }
    yaml.blank()
    yaml.line("unit-key: \(place([draft.unitKey], draft))")
    if let answered = draft.answered { yaml.line("answered: \(place([answered], draft))") }
    yaml.comment(
      "form: {\(draft.carrier.rawValue): …}, and forms:, where there is more than one form of the questionnaire")
    yaml.comment("missing-codes: {doNotKnow: [vet ej, don't know], refused: [vill ej svara]}")
  }

  private static func writeLists(_ lists: DraftCodeLists, to yaml: inout DraftYAML) {
    guard !lists.lists.isEmpty else { return }
    yaml.blank()
    yaml.line("code-lists:")
    for list in lists.lists {
      yaml.line("- id: \(DraftYAML.quoted(list.id))", indent: 2)
      for note in list.notes { yaml.comment(note, indent: 4) }
      yaml.line("codes:", indent: 4)
      for code in list.codes {
        var line =
          "- {code: \(DraftYAML.quoted(code.code)), label: \(DraftYAML.localized(code.label.both(or: code.code)))"
        if !code.written.isEmpty { line += ", written: \(DraftYAML.list(code.written))" }
        yaml.line(line + "}", indent: 6)
      }
    }
  }

  private static func write(_ written: Written, of draft: DraftQuestionnaire, to yaml: inout DraftYAML) {
    let question = written.question
    yaml.blank()
    yaml.line("- question: \(DraftYAML.quoted(written.id))", indent: 2)
    yaml.line("text: \(DraftYAML.localized(question.text.both(or: written.id)))", indent: 4)
    if lack(of: draft) == nil, let note = question.text.note { yaml.comment("text: \(note)", indent: 4) }
    yaml.line("type: \(question.kind.rawValue)", indent: 4)
    if let list = written.list { yaml.line("codes: \(DraftYAML.quoted(list))", indent: 4) }
    if let asked = question.asked { yaml.line("when: \(DraftYAML.quoted(asked))", indent: 4) }
    yaml.line("found: \(place(question.found, draft))", indent: 4)
    for note in question.notes { yaml.comment(note, indent: 4, hanging: 2) }
    yaml.comment("measures: … (one of those for \(question.kind.rawValue) above)", indent: 4)
  }

  /// The language that none of the questions has, told once; nil where some have it.
  private static func lack(of draft: DraftQuestionnaire) -> String? {
    let texts = draft.questions.map(\.text)
    guard let first = texts.first(where: { $0.note != nil }) else { return nil }
    let isEverywhere = texts.allSatisfy { ($0.sv == nil) == (first.sv == nil) && ($0.en == nil) == (first.en == nil) }
    return isEverywhere ? first.note : nil
  }

  private static func place(_ selectors: [String], _ draft: DraftQuestionnaire) -> String {
    "{\(draft.carrier.rawValue): \(selectors.count == 1 ? DraftYAML.quoted(selectors[0]) : DraftYAML.list(selectors))}"
  }

  /// The concepts that there are, by type and group of rows.
  private static var concepts: [(words: String, concepts: String)] {
    var found: [(String, String)] = []
    for kind in Concept.Kind.allCases {
      for group in Concept.Repeat.allCases {
        let names = Concept.allCases.filter { $0.kind == kind && $0.repeats == group }
          .map { $0.rawValue + ($0.hasHorizon ? "(h)" : "") }
        let place = group == .employer ? "" : ", repeats: \(group.rawValue)"
        if !names.isEmpty { found.append(("type: \(kind.rawValue)\(place)", names.joined(separator: ", "))) }
      }
    }
    return found
  }

  // MARK: Skip logic

  /// Keeps the conditions that the questionnaire's own names and codes bear out; of the others a note is left.
  private static func checkSkipLogic(_ written: inout [Written], _ lists: DraftCodeLists) {
    let text = LocalizedText(sv: "", en: "")
    let questionnaire = Questionnaire(
      id: "draft", title: text, unitKey: FieldPlaces([:]),
      codeLists: lists.lists.map { list in
        CodeList(id: list.id, codes: list.codes.map { CodeList.Code(code: $0.code, label: text) })
      },
      questions: written.map {
        SurveyModel.Question(id: $0.id, text: text, kind: $0.question.kind, codeList: $0.list, places: FieldPlaces([:]))
      })
    let names = NameSchema.answers(to: [questionnaire], seenFrom: .employer)
    for place in written.indices {
      guard let asked = written[place].question.asked else { continue }
      do throws(ExpressionFaults) { _ = try Condition(asked, knowing: names) } catch {
        written[place].question.asked = nil
        written[place].question.notes.append("when: could not be made of \(asked)")
      }
    }
  }
}

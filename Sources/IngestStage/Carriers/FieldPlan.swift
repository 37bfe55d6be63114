import ConfidentialRecords
import Markup

/// What a questionnaire looks for in one carrier: resolved once, used for every page and row.
struct FieldPlan: Sendable {
  enum Target: Hashable, Sendable {
    case unitKey, form, answered, contact
    /// By its place in the questionnaire.
    case question(Int)
  }

  struct Field: Sendable {
    let target: Target
    /// In the order in which they are tried.
    let selectors: [String]
  }

  let questionnaire: Questionnaire
  let fields: [Field]
  /// The codes of each question; nil for one that has none.
  let options: [OptionTexts?]
  /// Every label that is looked for, to tell an answer's text from the next question's label.
  let labels: Set<NormalisedText>
  /// Form codes by how they are written.
  private let forms: [NormalisedText: String]

  init(_ questionnaire: Questionnaire, carrier: Carrier) {
    self.questionnaire = questionnaire
    var fields = [Field(target: .unitKey, selectors: questionnaire.unitKey.selectors(for: carrier))]
    if let form = questionnaire.form { fields.append(Field(target: .form, selectors: form.selectors(for: carrier))) }
    if let answered = questionnaire.answered {
      fields.append(Field(target: .answered, selectors: answered.selectors(for: carrier)))
    }
    fields += questionnaire.contactFields.map { Field(target: .contact, selectors: $0.selectors(for: carrier)) }
    fields += questionnaire.questions.enumerated().map { place, question in
      Field(target: .question(place), selectors: question.places.selectors(for: carrier))
    }
    self.fields = fields
    labels = Set(
      fields.flatMap(\.selectors).compactMap { written in
        if case .label(let label) = try? WrittenSelector(written) { label } else { nil }
      })
    let lists = Dictionary(
      questionnaire.codeLists.map { ($0.id, OptionTexts($0)) }, uniquingKeysWith: { a, _ in a })
    options = questionnaire.questions.map { $0.codeList.flatMap { lists[$0] } }
    forms = Dictionary(
      questionnaire.forms.flatMap { form in (form.written + [form.code]).map { (NormalisedText($0), form.code) } },
      uniquingKeysWith: { a, _ in a })
  }

  /// Whether the form that a response says it is has the field. One that says nothing may have every field.
  func has(_ target: Target, onForm written: String) -> Bool {
    guard case .question(let place) = target, let code = forms[NormalisedText(written)] else { return true }
    let forms = questionnaire.questions[place].forms
    return forms.isEmpty || forms.contains(code)
  }

  /// Whether a field has rows, so that `[]` in its selector stands for their number.
  func repeats(_ target: Target) -> Bool {
    if case .question(let place) = target { questionnaire.questions[place].repeats != .employer } else { false }
  }
}

extension Concept.Kind {
  /// Its answers are codes of a list.
  var hasCodes: Bool {
    switch self {
    case .scale, .yesNo, .choice, .choices: true
    case .count, .share, .money, .year, .date, .text: false
    }
  }
}

/// Where a found control or column belongs.
struct FieldSlot: Hashable, Sendable {
  var target: FieldPlan.Target
  /// Place of the selector that found it among those of the field: the first one has the last word.
  var rank: Int
  /// From 1 in a repeating group.
  var row: Int?
}

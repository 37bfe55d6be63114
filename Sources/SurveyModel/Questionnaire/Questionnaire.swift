/// A questionnaire as data: stated once, it drives how answers are found, typed, coded, labelled and documented.
package struct Questionnaire: Sendable {
  package var id: String
  package var title: LocalizedText
  /// Form codes, such as `short` and `long`, and how each carrier writes them.
  package var forms: [QuestionnaireForm]
  /// What is no question: where the unit key, the form and the date of the answer stand.
  package var unitKey: FieldPlaces
  package var form: FieldPlaces?
  package var answered: FieldPlaces?
  /// Contact fields, whose values are dropped before anything is written.
  package var contactFields: [FieldPlaces]
  /// How a respondent writes that there is no answer, in any question.
  package var missingCodes: [MissingReason: [String]]
  package var codeLists: [CodeList]
  package var questions: [Question]

  package init(
    id: String, title: LocalizedText, forms: [QuestionnaireForm] = [], unitKey: FieldPlaces,
    form: FieldPlaces? = nil, answered: FieldPlaces? = nil, contactFields: [FieldPlaces] = [],
    missingCodes: [MissingReason: [String]] = [:], codeLists: [CodeList] = [], questions: [Question] = []
  ) {
    self.id = id
    self.title = title
    self.forms = forms
    self.unitKey = unitKey
    self.form = form
    self.answered = answered
    self.contactFields = contactFields
    self.missingCodes = missingCodes
    self.codeLists = codeLists
    self.questions = questions
  }
}

/// Where one field stands in each carrier: selectors tried in order, by carrier (`html-form`, `csv`, …).
package struct FieldPlaces: Hashable, Sendable {
  package var found: [String: [String]]

  package init(_ found: [String: [String]]) { self.found = found }

  package func selectors(for carrier: Carrier) -> [String] { found[carrier.rawValue] ?? [] }
}

package struct QuestionnaireForm: Hashable, Sendable {
  package var code: String
  package var label: LocalizedText
  /// How carriers write this form's code: `kort`, `K`.
  package var written: [String]

  package init(code: String, label: LocalizedText, written: [String]) {
    self.code = code
    self.label = label
    self.written = written
  }
}

package struct CodeList: Hashable, Sendable {
  package struct Code: Hashable, Sendable {
    package var code: String
    package var label: LocalizedText
    /// Other ways in which carriers and respondents write it; the code and both labels always count.
    package var written: [String]

    package init(code: String, label: LocalizedText, written: [String] = []) {
      self.code = code
      self.label = label
      self.written = written
    }
  }

  package var id: String
  package var codes: [Code]

  package init(id: String, codes: [Code]) {
    self.id = id
    self.codes = codes
  }
}

package struct Question: Hashable, Sendable {
  package var id: String
  package var text: LocalizedText
  package var kind: Concept.Kind
  package var unit: String?
  package var repeats: Concept.Repeat
  /// The concept it measures; without one the question gets a frequency table only.
  package var measures: ConceptReference?
  package var codeList: String?
  /// What an answer in words is coded by.
  package var classification: Classification?
  /// Skip logic in the expression language: asked only where it holds; elsewhere `notApplicable`.
  package var asked: String?
  /// The forms that have it; empty: all.
  package var forms: [String]
  package var places: FieldPlaces

  package init(
    id: String, text: LocalizedText, kind: Concept.Kind, unit: String? = nil,
    repeats: Concept.Repeat = .employer, measures: ConceptReference? = nil, codeList: String? = nil,
    classification: Classification? = nil, asked: String? = nil, forms: [String] = [], places: FieldPlaces
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.unit = unit
    self.repeats = repeats
    self.measures = measures
    self.codeList = codeList
    self.classification = classification
    self.asked = asked
    self.forms = forms
    self.places = places
  }
}

import Diagnostics
import Expressions
import SurveyModel

extension YAMLType where Value == Questionnaire {
  /// A file of `questionnaires/`.
  package static var questionnaire: YAMLType {
    .mapping("a questionnaire") { keys in
      let id = keys.required("id", .identifier)
      let title = keys.required("title", .localized)
      let forms = keys.optional("forms", .list(of: .form, unique: "form") { $0.code }, default: [])
      let unitKey = keys.required("unit-key", .places)
      let form = keys.optional("form", .places)
      let answered = keys.optional("answered", .places)
      let contactFields = keys.optional("contact-fields", .list(of: .places), default: [])
      let missingCodes = keys.optional("missing-codes", .missingCodes, default: [:])
      let codeLists = keys.optional("code-lists", .list(of: .codeList, unique: "code list") { $0.id }, default: [])
      let names = QuestionContext(forms: forms.map(\.code), codeLists: codeLists)
      let drafts = keys.required(
        "questions", .list(of: .perItem(of: codeLists, .perHorizon(.question(names))), atLeast: 1))
      guard let id, let title, let unitKey, let drafts else { return nil }
      var questionnaire = Questionnaire(
        id: id, title: title, forms: forms, unitKey: unitKey, form: form, answered: answered,
        contactFields: contactFields, missingCodes: missingCodes, codeLists: codeLists)
      let questions = drafts.flatMap(\.self)
      questionnaire.questions = questions.map(\.value.question)
      noteRepetition(in: questions, keys.faults)
      for draft in questions { checkSkipLogic(of: draft.value, in: questionnaire, keys.faults) }
      return questionnaire
    }
  }
}

/// No identifier, concept or field may serve two questions.
private func noteRepetition(in questions: [Located<QuestionDraft>], _ faults: FaultList) {
  func located(_ name: (Question) -> [String]) -> [Located<String>] {
    questions.flatMap { draft in name(draft.value.question).map { Located(value: $0, location: draft.location) } }
  }
  noteDuplicates(of: "question", in: located { [$0.id] }, faults)
  noteDuplicates(of: "the concept", in: located { $0.measures.map { [$0.description] } ?? [] }, faults)
  for carrier in Carrier.allCases {
    noteDuplicates(of: "the \(carrier.rawValue) field", in: located { $0.places.selectors(for: carrier) }, faults)
  }
}

private func checkSkipLogic(of draft: QuestionDraft, in questionnaire: Questionnaire, _ faults: FaultList) {
  guard let node = draft.skipLogic else { return }
  let names = NameSchema.answers(to: [questionnaire], seenFrom: draft.question.repeats)
  _ = YAMLType<Condition>.condition(knowing: names).read(node, faults)
}

extension YAMLType where Value == QuestionnaireForm {
  static var form: YAMLType {
    .mapping("a form: code, label, written") { keys in
      let code = keys.required("code", .identifier)
      let label = keys.required("label", .localized)
      let written = keys.optional("written", .list(of: .text), default: [])
      guard let code, let label else { return nil }
      return QuestionnaireForm(code: code, label: label, written: written)
    }
  }
}

extension YAMLType where Value == FieldPlaces {
  /// Where a field stands, by carrier: `{html-form: anstallda, csv: [anst, staff]}`.
  static var places: YAMLType {
    let carriers = YAMLType<Carrier>.one(of: Carrier.allCases, what: "carrier")
    return YAMLType("carriers, each with one or more fields") { node, faults in
      guard let pairs = YAMLType<[(key: String, value: [String])]>.fields.read(node, faults) else { return nil }
      for (carrier, _) in pairs where Carrier(rawValue: carrier) == nil {
        let hint = nearestName(to: carrier, among: Carrier.allCases.map(\.rawValue)).map { "did you mean \($0)?" }
        faults.add("\(carrier) is not a known carrier", at: node.location, expected: carriers.expected, hint: hint)
      }
      return FieldPlaces(Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a }))
    }
  }
}

extension YAMLType where Value == [(key: String, value: [String])] {
  fileprivate static var fields: YAMLType { .dictionary(of: .list(of: .text, atLeast: 1)) }
}

extension YAMLType where Value == [MissingReason: [String]] {
  /// How respondents write that there is no answer, by reason.
  static var missingCodes: YAMLType {
    let reasons: [MissingReason] = [.doNotKnow, .refused, .notApplicable, .blank]
    return .mapping("the reasons \(reasons.map(\.rawValue).joined(separator: ", "))") { keys in
      var codes: [MissingReason: [String]] = [:]
      var written: [Located<String>] = []
      for reason in reasons {
        guard let texts = keys.optional(reason.rawValue, .list(of: YAMLType<String>.text.located)) else { continue }
        codes[reason] = texts.map(\.value)
        written += texts.map { Located(value: $0.value.lowercased(), location: $0.location) }
      }
      noteDuplicates(of: "the missing code", in: written, keys.faults)
      return codes
    }
  }
}

extension YAMLType where Value == CodeList {
  static var codeList: YAMLType {
    .mapping("a code list: id, codes") { keys in
      let id = keys.required("id", .identifier)
      let codes = keys.required("codes", .list(of: YAMLType<CodeList.Code>.code.located, atLeast: 1))
      guard let id, let codes else { return nil }
      let names = codes.map { Located(value: $0.value.code, location: $0.location) }
      noteDuplicates(of: "code", in: names, keys.faults)
      // The same text must not mean two codes.
      let texts = codes.flatMap { located in
        let code = located.value
        return Set(([code.code, code.label.sv, code.label.en] + code.written).map { $0.lowercased() }).sorted()
          .map { Located(value: $0, location: located.location) }
      }
      if Set(names.map(\.value)).count == names.count { noteDuplicates(of: "the text", in: texts, keys.faults) }
      return CodeList(id: id, codes: codes.map(\.value))
    }
  }
}

extension YAMLType where Value == CodeList.Code {
  static var code: YAMLType {
    .mapping("a code: code, label, written") { keys in
      let code = keys.required("code", .identifier)
      let label = keys.required("label", .localized)
      let written = keys.optional("written", .list(of: .text), default: [])
      guard let code, let label else { return nil }
      return CodeList.Code(code: code, label: label, written: written)
    }
  }
}

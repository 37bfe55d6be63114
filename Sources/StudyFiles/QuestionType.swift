import Diagnostics
import SurveyModel

/// What the questions of a file may refer to.
struct QuestionContext: Sendable {
  var forms: [String]
  var codeLists: [CodeList]
}

/// A question as read, and what can only be checked once all of them are.
struct QuestionDraft: Sendable {
  var question: Question
  var skipLogic: YAMLNode?
}

extension YAMLType where Value == QuestionDraft {
  static func question(_ context: QuestionContext) -> YAMLType {
    .mapping("a question: question, text, type, found") { keys in
      let id = keys.required("question", .identifier)
      let text = keys.required("text", .localized)
      let kind = keys.required("type", .one(of: Concept.Kind.allCases, what: "type"))
      let unit = keys.optional("unit", .text)
      let repeats = keys.optional(
        "repeats", .one(of: Concept.Repeat.allCases, what: "group of rows"), default: .employer)
      let measures = keys.optional("measures", .concept)
      let codes = keys.optional("codes", .name(among: context.codeLists.map(\.id), what: "code list"))
      let classification = keys.optional(
        "classification", .one(of: Classification.allCases, what: "classification"))
      let skipLogic = keys.optional("when", .anything)
      let forms = keys.optional("forms", .list(of: .name(among: context.forms, what: "form")), default: [])
      let places = keys.required("found", .places)
      guard let id, let text, let kind, let places else { return nil }
      let question = Question(
        id: id, text: text, kind: kind, unit: unit ?? measures?.concept.unit ?? kind.units?.first, repeats: repeats,
        measures: measures,
        codeList: codes, classification: classification, asked: skipLogic?.plainText, forms: forms, places: places)
      let list = context.codeLists.first { $0.id == codes }
      if list == nil && keys.has("codes") || classification == nil && keys.has("classification") {
        return QuestionDraft(question: question, skipLogic: skipLogic)
      }
      for (key, complaint) in complaints(about: question, codes: list?.codes.map(\.code)) {
        keys.faults.add(complaint.summary, at: keys.location(of: key), expected: complaint.expected)
      }
      return QuestionDraft(question: question, skipLogic: skipLogic)
    }
  }
}

/// What does not go together in a question, by the key that says it.
private func complaints(
  about question: Question, codes: [String]?
) -> [(key: String, complaint: (summary: String, expected: String?))] {
  var found: [(key: String, complaint: (summary: String, expected: String?))] = []
  func complain(_ key: String, _ summary: String, _ expected: String? = nil) {
    found.append((key, (summary, expected)))
  }

  if let concept = question.measures?.concept {
    if question.kind != concept.kind {
      complain("type", "\(concept.rawValue) is of another type", concept.kind.rawValue)
    }
    if question.repeats != concept.repeats {
      complain("repeats", "\(concept.rawValue) repeats otherwise", concept.repeats.rawValue)
    }
    if question.unit != concept.unit {
      complain("unit", "\(concept.rawValue) has another unit", concept.unit ?? "no unit")
    }
  }
  if let units = question.kind.units, let unit = question.unit, !units.contains(unit) {
    complain("unit", "a \(question.kind.rawValue) has another unit", units.joined(separator: ", "))
  }
  switch (question.kind, codes) {
  case (.choice, nil) where question.classification != nil: break
  case (.choice, nil), (.choices, nil), (.yesNo, nil): complain("type", "the codes to choose from are missing", "codes")
  case (.yesNo, let codes?) where Set(codes) != ["yes", "no"]:
    complain("codes", "the codes do not answer the question", "yes and no")
  case (.scale, let codes?) where codes.contains { Int($0) == nil }:
    complain("codes", "the codes of a scale are no numbers", "whole numbers")
  case (.count, _?), (.share, _?), (.money, _?), (.year, _?), (.date, _?), (.text, _?):
    complain("codes", "a \(question.kind.rawValue) has no codes")
  default: break
  }
  if question.classification != nil {
    if ![.text, .choice].contains(question.kind) || codes != nil {
      complain("classification", "only words are coded by a classification", "type text, or choice without codes")
    }
    if question.measures != nil || question.repeats != .employer {
      complain("classification", "only a question of the employer without a concept has a classification")
    }
  }
  for selector in Carrier.allCases.flatMap({ question.places.selectors(for: $0) }) where !selector.contains(":") {
    let isPerRow = selector.contains("[]")
    if isPerRow && question.repeats == .employer { complain("found", "\(selector) is a field of a row", "repeats") }
    if !isPerRow && question.repeats != .employer {
      complain("found", "\(selector) is the same in every row", "a field with []")
    }
  }
  return found
}

import Expressions
import SurveyModel

/// Where one answer of a response stands: what it measures and, in a repeating group, its row.
struct AnswerPlace: Hashable, Sendable {
  var subject: String
  var row: Int?

  /// As the log of edits writes it: `headcount/3`.
  var description: String { row.map { "\(subject)/\($0)" } ?? subject }
}

/// One hard rule in one place of a response, with the answers that it speaks of.
struct RuleInstance: Sendable {
  enum Binding: Sendable {
    case one(AnswerPlace)
    /// The same answer in every row there is.
    case rows([AnswerPlace])
    case none
  }

  /// Place among the study's rules.
  let rule: Int
  let row: Int?
  let condition: Condition
  /// In the order of the condition's names.
  let bindings: [Binding]
  /// Answers with a value that the rule allows to be wrong, in the order in which it names them.
  let suspects: [AnswerPlace]

  var places: [AnswerPlace] { Self.places(bindings) }

  static func places(_ bindings: [Binding]) -> [AnswerPlace] {
    bindings.flatMap { binding -> [AnswerPlace] in
      switch binding {
      case .one(let place): [place]
      case .rows(let places): places
      case .none: []
      }
    }
  }
}

extension TypedAnswers {
  subscript(place: AnswerPlace) -> TypedAnswer? {
    guard let row = place.row else { return employer[place.subject] }
    return Concept.Repeat.allCases.lazy.flatMap { self[$0] }
      .first { $0.number == row && $0.answers[place.subject] != nil }?.answers[place.subject]
  }

  /// Takes the value out and leaves the reason.
  mutating func setMissing(_ place: AnswerPlace, _ reason: MissingReason) {
    guard let row = place.row else {
      employer[place.subject]?.answer = .missing(reason)
      return
    }
    for group in Concept.Repeat.allCases {
      for index in self[group].indices
      where self[group][index].number == row && self[group][index].answers[place.subject] != nil {
        self[group][index].answers[place.subject]?.answer = .missing(reason)
      }
    }
  }

  /// The answers that a name stands for, as `BoundNames` finds them.
  func binding(of name: Name, in row: Row?) -> RuleInstance.Binding {
    let subject = name.description
    if let row, row.answers[subject] != nil { return .one(AnswerPlace(subject: subject, row: row.number)) }
    if employer[subject] != nil { return .one(AnswerPlace(subject: subject)) }
    for group in [occupations, vanishingJobs, emergingJobs] {
      let rows = group.filter { $0.answers[subject] != nil }
      if !rows.isEmpty { return .rows(rows.map { AnswerPlace(subject: subject, row: $0.number) }) }
    }
    return .none
  }

  /// The answers of a concept that a rule suspects: in its own row, at the employer, or in every row.
  func places(of suspect: ConceptReference, for scope: Concept.Repeat, in row: Row?) -> [AnswerPlace] {
    let subject = suspect.description
    let group = suspect.concept.repeats
    if group == .employer { return [AnswerPlace(subject: subject)] }
    return self[group].filter { scope != group || $0.number == row?.number }
      .map { AnswerPlace(subject: subject, row: $0.number) }
  }
}

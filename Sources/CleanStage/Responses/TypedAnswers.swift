import Expressions
import SurveyModel

/// An answer that has been read, and what it was read from.
struct TypedAnswer: Hashable {
  var kind: Concept.Kind
  var answer: Answer
  /// A number given as an approximate one: `ca 20`.
  var isAbout = false
  /// What it was read from.
  var values: [String] = []
  var line: Int?

  /// As it stands in the log of edits.
  var written: String { values.written }

  var missingReason: MissingReason? {
    switch answer {
    case .missing(let reason): reason
    case .quantity(let quantity): quantity.missingReason
    case .choices, .text: nil
    }
  }

  var isValue: Bool { missingReason == nil }

  var quantity: Quantity {
    switch answer {
    case .quantity(let quantity): quantity
    case .missing(let reason): .missing(reason)
    case .choices, .text: .missing(.unreadable)
    }
  }

  /// The codes chosen; nil when there is no answer.
  var codes: [String]? {
    if case .choices(let codes) = answer { codes } else { nil }
  }

  var text: String? {
    if case .text(let text) = answer { text } else { nil }
  }
}

/// The answers of one response, by what they measure.
struct TypedAnswers {
  /// One row of a repeating group.
  struct Row {
    /// From 1, as the questionnaire counts.
    var number: Int
    var answers = AnswersBySubject()
  }

  var employer = AnswersBySubject()
  var occupations: [Row] = []
  var vanishingJobs: [Row] = []
  var emergingJobs: [Row] = []

  subscript(_ group: Concept.Repeat) -> [Row] {
    get {
      switch group {
      case .employer: []
      case .occupations: occupations
      case .vanishingJobs: vanishingJobs
      case .emergingJobs: emergingJobs
      }
    }
    set {
      switch group {
      case .employer: break
      case .occupations: occupations = newValue
      case .vanishingJobs: vanishingJobs = newValue
      case .emergingJobs: emergingJobs = newValue
      }
    }
  }

  /// The answer to a concept; `notAsked` where there is none.
  subscript(_ concept: Concept, _ horizon: Horizon? = nil) -> TypedAnswer { employer[concept, horizon] }
}

extension TypedAnswers.Row {
  subscript(_ concept: Concept, _ horizon: Horizon? = nil) -> TypedAnswer { answers[concept, horizon] }
}

extension Operand {
  /// A number that is given as an approximate one is taken a tenth wide to either side, and one at least: `ca 30` and 7
  /// do not contradict 38.
  init(_ answer: TypedAnswer) {
    switch answer.answer {
    case .quantity(let quantity):
      let interval = quantity.low.flatMap { low in
        answer.isAbout
          ? Interval(low: (low - low / 10).rounded(.down), high: quantity.high.map { ($0 + $0 / 10).rounded(.up) })
          : Interval(low: low, high: quantity.high)
      }
      self = interval.map(Operand.number) ?? .missing
    case .missing: self = .missing
    case .text(let text): self = .text(text)
    case .choices(let codes):
      switch answer.kind {
      case .yesNo: self = .boolean(codes == [YesNoAnswer.yes])
      case .choice: self = codes.first.map(Operand.text) ?? .missing
      default: self = .set(Set(codes))
      }
    }
  }
}

import Expressions
import SurveyModel

/// Names of conditions, with the places at which the answers to a questionnaire have them.
struct BoundNames: Sendable {
  private struct Binding: Sendable {
    var name: Int
    /// Among the answers of the group.
    var place: Int
  }

  private let count: Int
  /// By group, in the order of `Concept.Repeat.allCases`.
  private let bindings: [[Binding]]

  /// - Parameter names: as they are written in a condition.
  init(_ names: [String], to groups: [Subjects]) {
    count = names.count
    bindings = groups.map { subjects in
      names.enumerated().compactMap { number, name in
        subjects.place(of: name).map { Binding(name: number, place: $0) }
      }
    }
  }

  /// What each name is worth, seen from the response itself: the employer's own answer, else that of every row there is.
  func operands(_ answers: TypedAnswers) -> [Operand] {
    var operands = [Operand](repeating: .missing, count: count)
    var isKnown = [Bool](repeating: false, count: count)
    for (group, bindings) in zip(Concept.Repeat.inOrder, bindings) {
      for binding in bindings where !isKnown[binding.name] {
        if group == .employer {
          guard let answer = answers.employer[binding.place] else { continue }
          operands[binding.name] = Operand(answer)
        } else {
          let rows = answers[group].compactMap { $0.answers[binding.place].map(Operand.init) }
          if rows.isEmpty { continue }
          operands[binding.name] = .rows(rows)
        }
        isKnown[binding.name] = true
      }
    }
    return operands
  }

  /// The same, seen from a row: its own answers before those of the response.
  ///
  /// - Parameters:
  ///   - group: of the row.
  ///   - outside: what the names are worth seen from the response.
  func operands(in row: TypedAnswers.Row, of group: Concept.Repeat, outside: [Operand]) -> [Operand] {
    var operands = outside
    for binding in bindings[group.place] {
      if let answer = row.answers[binding.place] { operands[binding.name] = Operand(answer) }
    }
    return operands
  }
}

extension Concept.Repeat {
  /// All of them; a list that is made once.
  static let inOrder = allCases

  /// Among `inOrder`.
  var place: Int {
    switch self {
    case .employer: 0
    case .occupations: 1
    case .vanishingJobs: 2
    case .emergingJobs: 3
    }
  }
}

import Expressions

/// A condition that answers must meet, with its own examples (EDT-01).
package struct EditRule: Hashable, Sendable {
  /// A broken hard rule makes answers missing, with reason `implausible`; a soft one is worth a second look.
  package enum Severity: String, Hashable, Sendable { case hard, soft }

  /// Operands by name as the condition writes them: `headcount`, `retirements(10)`. Yes is 1, no is 0.
  package typealias Example = [String: Double]

  package var id: String
  /// Evaluated once per response, or once per row of the group.
  package var scope: Concept.Repeat
  /// In the expression language.
  package var must: String
  package var severity: Severity
  /// What may be wrong when the rule breaks; empty: any answer that it speaks of.
  package var suspect: [ConceptReference]
  package var message: LocalizedText
  package var holds: [Example]
  package var breaks: [Example]

  package init(
    id: String, scope: Concept.Repeat, must: String, severity: Severity, suspect: [ConceptReference],
    message: LocalizedText, holds: [Example] = [], breaks: [Example] = []
  ) {
    self.id = id
    self.scope = scope
    self.must = must
    self.severity = severity
    self.suspect = suspect
    self.message = message
    self.holds = holds
    self.breaks = breaks
  }
}

extension Condition {
  /// How a rule comes out on one of its own examples; what the example leaves out is missing. A number in each row is
  /// there in one row.
  package func outcome(on example: EditRule.Example, knowing schema: NameSchema) -> Outcome {
    outcome { name in
      guard let number = example[name.description], let interval = Interval(low: number, high: number) else {
        return .missing
      }
      switch schema.entries[name.identifier]?.kind {
      case .boolean: return .boolean(number != 0)
      case .numberPerRow: return .rows([.number(interval)])
      default: return .number(interval)
      }
    }
  }
}

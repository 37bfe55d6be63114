/// A condition that answers must meet, with its own examples (EDT-01).
package struct EditRule: Hashable, Sendable {
  /// A broken hard rule makes its suspects missing, with reason `implausible`; a soft one is worth a second look.
  package enum Severity: String, Hashable, Sendable { case hard, soft }

  /// Operands by name as the condition writes them: `headcount`, `retirements(10)`.
  package typealias Example = [String: Double]

  package var id: String
  /// Evaluated once per response, or once per row of the group.
  package var scope: Concept.Repeat
  /// In the expression language.
  package var must: String
  package var severity: Severity
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
